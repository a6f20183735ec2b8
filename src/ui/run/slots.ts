// Slots: the placeholders that wait on the canvas while a run works, and their release.
import { throwIfCancelled } from './cancel.ts';
import type { Effects } from './effects.ts';
import type { FrozenRun } from './freeze.ts';

/** One slot per picture when results go beside the source, else none. Answers their node ids in order. */
export async function reserveSlots(effects: Effects, frozen: FrozenRun, abort: AbortSignal): Promise<readonly string[]> {
  if (frozen.draft.place !== 'beside') return [];
  throwIfCancelled(abort);
  const names = Array.from({ length: frozen.draft.count }, (_, index) => `${index + 1} of ${frozen.draft.count}`);
  const size = frozen.source ? frozen.source.box : frozen.shape.size;
  const reserved = await effects.client.call('reserveSlots', {
    runId: frozen.id,
    source: frozen.source && { ...frozen.source, nodeIds: [...frozen.source.nodeIds] },
    size: { width: size.width, height: size.height },
    names,
  });
  return reserved.slots.map((slot) => slot.nodeId);
}

/** Removes slots that wait for nothing any more. Never rejects: a slot that stays is removed at the next start. */
export async function releaseSlots(effects: Effects, nodeIds: readonly string[]): Promise<void> {
  if (nodeIds.length === 0) return;
  await effects.client.call('releaseSlots', { nodeIds: [...nodeIds] }).catch(() => undefined);
}
