// "Apply to selection" as one picture each: every selected layer is a run of its own, one look for all of them.
import { signal } from '@preact/signals';
import { VariegateError } from '../../../core/errors.ts';
import type { RunSource } from '../../../core/request.ts';
import { findJob, runs } from '../../store/runs.ts';
import { selection } from '../../store/selection.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import { apart, notWorn, worn } from '../../store/style.ts';
import type { Worn } from '../../store/style.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';
import { measureFits } from './fits.ts';
import { freezeStyle, styleRun } from './freezeStyle.ts';
import type { FrozenStyle } from './freezeStyle.ts';

/** All selected layers, the first as a trial, or those that do not wear the card yet. */
export type Which = 'all' | 'first' | 'others';

/** Rejects with what stands in the way; a target that fails later says so in Results and spoils no other. */
export async function applyAsPictures(effects: Effects, which: Which = 'all'): Promise<void> {
  const { layers, refusal, pageId } = selection.value;
  if (refusal) throw new VariegateError(refusal.code, { name: refusal.name });
  const chosen = which === 'others' ? notWorn.value : which === 'first' ? layers.slice(0, 1) : layers;
  await applyTo(effects, chosen.map(({ id, name, box }) => ({ pageId, nodeIds: [id], name, box })));
}

/** Makes pictures once more that stand apart from the look; those of before stay. */
export async function redoApart(effects: Effects): Promise<void> {
  const sources = apart.value.flatMap(({ jobId }) => findJob(jobId)?.run.source ?? []);
  await applyTo(effects, sources, false);
}

async function applyTo(effects: Effects, sources: readonly RunSource[], mayReuse = true): Promise<void> {
  const style = await freezeStyle(effects);
  checkLimit(effects, style.eachUsd * sources.length);
  await Promise.all(sources.map((source) => applyToOne(effects, style, source, mayReuse)));
  if (sources.length > 1) say(`${sources.length} pictures restyled; failures are marked`);
}

async function applyToOne(effects: Effects, style: FrozenStyle, source: RunSource, mayReuse: boolean): Promise<void> {
  const { name, box } = source;
  const runId = effects.nextId('run');
  const [id = ''] = source.nodeIds;
  const frozen = styleRun(runId, style, { name, source, layers: [{ id, box }], piece: null, size: { width: box.width, height: box.height }, says: '', calm: '' });
  await startRun(effects, { ...frozen, mayReuse });
  const made = runs.value.find((run) => run.id === runId)?.jobs ?? [];
  if (made.length === 0) return;
  const before = worn.value.filter((each) => !(each.nodeId === id && each.cardId === style.card.id));
  worn.value = [...before, ...made.map((job) => ({ runId, jobId: job.id, cardId: style.card.id, nodeId: id, name, palette: signal<number | null>(null), judged: signal<Worn['judged']['value']>(null) }))];
  await measureFits(effects, style.card, runId);
}

/** All targets of one press count as one run against the limits. */
export function checkLimit(effects: Effects, usd: number): void {
  const limit = limitPassedByRun(usd, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
}
