// A board onto the canvas: its pictures ahead, one a message, then the whole as one undo step.
import type { Board } from '../../core/bridge/board.ts';
import type { CallOutput } from '../../core/bridge/contract.ts';
import type { RunSource } from '../../core/request.ts';
import { readBlob } from './blobs.ts';
import type { Effects } from './effects.ts';

/** `pictures` by their ticket in the board. Rejects like the bridge; nothing is left on the canvas then. */
export async function placeBoard(effects: Effects, board: Board, pictures: ReadonlyMap<string, Blob> = new Map(), source: RunSource | null = null): Promise<CallOutput<'placeBoard'>> {
  for (const [ticket, file] of pictures) await effects.client.call('stagePicture', { ticket, bytes: await readBlob(file) });
  const placed = await effects.client.call('placeBoard', { source: source && { ...source, nodeIds: [...source.nodeIds] }, board });
  await effects.client.call('showNode', { nodeId: placed.nodeId });
  return placed;
}
