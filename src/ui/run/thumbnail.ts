// The picture of the selection in the card on top of Create; follows the selection, the newest one wins.
import type { SelectionSummary } from '../../core/bridge/events.ts';
import { fitWithin, union } from '../../core/geometry.ts';
import { selectionThumbnail } from '../store/selection.ts';
import type { Effects } from './effects.ts';
import { exportPieces } from './readSource.ts';

const THUMBNAIL_EDGE = 320;

/** Shows the selection's picture once it is there; shows none when it cannot be read. Never rejects. */
export async function showThumbnail(effects: Effects, selection: SelectionSummary, signal: AbortSignal): Promise<void> {
  const url = await drawThumbnail(effects, selection, signal).catch(() => null);
  if (signal.aborted) return revoke(url);
  revoke(selectionThumbnail.value);
  selectionThumbnail.value = url;
}

async function drawThumbnail(effects: Effects, selection: SelectionSummary, signal: AbortSignal): Promise<string | null> {
  if (selection.refusal !== null || selection.layers.length === 0) return null;
  const pieces = await exportPieces(effects, selection.layers, 'seen', THUMBNAIL_EDGE, signal);
  const box = union(pieces.map((piece) => piece.box));
  const first = pieces[0];
  if (pieces.length === 1 && first) return effects.pixels.thumbnail(first.bytes, THUMBNAIL_EDGE, signal);
  const size = fitWithin({ width: Math.max(1, Math.round(box.width)), height: Math.max(1, Math.round(box.height)) }, THUMBNAIL_EDGE);
  const composed = await effects.pixels.prepare(pieces, size, signal);
  return effects.pixels.thumbnail(composed.bytes, THUMBNAIL_EDGE, signal);
}

/** Frees a blob: URL that nothing shows any more. */
export function revoke(url: string | null): void {
  if (url?.startsWith('blob:')) URL.revokeObjectURL(url);
}
