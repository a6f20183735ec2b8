// "Apply to selection" as one picture each: every selected layer is a run of its own, one look for all of them.
import { VariegateError } from '../../../core/errors.ts';
import { selection } from '../../store/selection.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';
import { freezeStyle, styleRun } from './freezeStyle.ts';

/** Rejects with what stands in the way; a target that fails later says so in Results and spoils no other. */
export async function applyAsPictures(effects: Effects): Promise<void> {
  const { layers, refusal, pageId } = selection.value;
  if (refusal) throw new VariegateError(refusal.code, { name: refusal.name });
  const style = await freezeStyle(effects);
  checkLimit(effects, style.eachUsd * layers.length);
  const frozen = layers.map(({ id, name, box }) =>
    styleRun(effects.nextId('run'), style, { name, source: { pageId, nodeIds: [id], name, box }, layers: [{ id, box }], piece: null, size: { width: box.width, height: box.height }, says: '', calm: '' }),
  );
  await Promise.all(frozen.map((run) => startRun(effects, run)));
  if (frozen.length > 1) say(`${frozen.length} pictures restyled; failures are marked`);
}

/** All targets of one press count as one run against the limits. */
export function checkLimit(effects: Effects, usd: number): void {
  const limit = limitPassedByRun(usd, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
}
