// The refine loop at work: makes, looks, changes the fields, makes again, as core/refine/loop says. Whatever ends it, the best so far is
// kept and placed, and the reason is said.
import { VariegateError, toErrorData, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { emptyFields, withTexts } from '../../../core/fields.ts';
import { nextStep } from '../../../core/refine/loop.ts';
import type { RefineStep } from '../../../core/refine/loop.ts';
import { draft, oneBrief } from '../../store/draft.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import { changeRefining, changeRound, refineDraft, refinePrices, refineRules, refineWorst, refining, spentOn } from '../../store/refine.ts';
import type { Proposal, RefineEnd, RefineRound, Refining } from '../../store/refine.ts';
import { findJob } from '../../store/runs.ts';
import type { Effects } from '../effects.ts';
import { freeze } from '../freeze.ts';
import { placeBeside, replaceFill } from '../place.ts';
import { say } from '../say.ts';
import { decision } from './decision.ts';
import { lookAtRound } from './lookAtRound.ts';
import { makeRound } from './makeRound.ts';
import type { Base } from './makeRound.ts';

/** Every picture and every look is a step; no loop comes near it. */
const MOST_STEPS = 400;

/** Runs to the end. Rejects with what stands in the way before anything is made. */
export async function refine(effects: Effects, abort: AbortController): Promise<void> {
  if (refining.value && !refining.value.end) return say('One refinement at a time: wait for it, or cancel');
  const base: Base = { frozen: freeze(effects.nextId('refine')), place: draft.value.place, abort, shown: new Map() };
  const limit = limitPassedByRun(refineWorst.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  refining.value = { id: base.frozen.id, brief: oneBrief.value, rules: refineRules.value, isAutomatic: refineDraft.value.isAutomatic, prices: refinePrices.value, rounds: [], doing: '', proposal: null, end: null };
  const end = await work(effects, base).catch((thrown: unknown) => endOf(toVariegateError(thrown), abort.signal));
  changeRefining({ doing: '', proposal: null, end });
  say(sentenceOf(end));
  await placeBest(effects, base, end);
}

async function work(effects: Effects, base: Base): Promise<RefineEnd> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (base.abort.signal.aborted) throw new VariegateError('CANCELLED');
    const now = current();
    const next = nextStep(now.rounds, now.rules, now.prices, spentOn(now));
    if (next.do === 'stop') return { why: next.why, best: next.best, error: lastFailure(now) };
    if (next.do === 'judge') await lookAtRound(effects, base, next.round);
    else if (!(await make(effects, base, next))) return { why: 'kept', best: bestOf(current()), error: null };
  }
  throw new VariegateError('BRIDGE_DEFECT', { cause: 'The refine loop did not end.' });
}

/** False where the designer keeps what there is. */
async function make(effects: Effects, base: Base, step: Extract<RefineStep, { do: 'make' }>): Promise<boolean> {
  const now = current();
  const from = step.from === null ? null : (now.rounds[step.from] ?? null);
  // The last picture takes the best words as they are; without a cheaper tier every picture is a real one, and changes.
  const isChanged = from !== null && (step.tier === 'draft' || !now.rules.hasFinal);
  const proposal = isChanged && step.from !== null ? await agreed(step.from, from, base.abort.signal) : null;
  if (isChanged && !proposal) return false;
  if (isChanged && step.from !== null) changeRound(step.from, { isProposalUsed: true });
  const fields = from ? withTexts(from.fields, proposal?.fields ?? {}) : withTexts(emptyFields(), { subject: now.brief });
  await makeRound(effects, base, { tier: step.tier, fields, summary: proposal?.summary || (from ? 'The best words once more' : 'As asked') });
  return true;
}

/** What the judge of a round proposed, as the designer left it; null where they keep what there is. */
async function agreed(from: number, round: RefineRound, signal: AbortSignal): Promise<Proposal | null> {
  const proposal: Proposal = { from, fields: round.critique?.fields ?? {}, summary: round.critique?.summary ?? '' };
  if (current().isAutomatic) return proposal;
  changeRefining({ proposal, doing: '' });
  say('A change waits for your yes');
  const goesOn = await decision.ask(signal);
  const left = current().proposal ?? proposal;
  changeRefining({ proposal: null });
  return goesOn ? left : null;
}

/** The best picture goes where Create says, in one undo step; drafts stay in Results. */
async function placeBest(effects: Effects, { place }: Base, { best }: RefineEnd): Promise<void> {
  const jobId = best === null ? undefined : current().rounds[best]?.jobId;
  const found = jobId === undefined || place === 'keep' ? null : findJob(jobId);
  if (!found) return;
  if (place === 'replace' && found.run.source) await replaceFill(effects, found.run, found.entry);
  else await placeBeside(effects, found.run, found.entry);
}

function current(): Refining {
  const now = refining.value;
  if (!now) throw new VariegateError('CANCELLED');
  return now;
}

function endOf(error: VariegateError, signal: AbortSignal): RefineEnd {
  const best = refining.value ? bestOf(refining.value) : null;
  if (signal.aborted || error.code === 'CANCELLED') return { why: 'cancelled', best, error: null };
  return { why: MONEY.includes(error.code) ? 'money' : 'failed', best, error: toErrorData(error) };
}

const MONEY: readonly ErrorCode[] = ['LIMIT_RUN', 'LIMIT_DAY'];

function bestOf({ rounds }: Refining): number | null {
  const judged = rounds.flatMap(({ scores }, index) => (scores.length > 0 ? [{ index, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length }] : []));
  const [best] = judged.sort((a, b) => b.mean - a.mean || b.index - a.index);
  return best?.index ?? null;
}

/** Of a loop that could make nothing: why its last picture failed. */
function lastFailure({ rounds }: Refining): RefineEnd['error'] {
  const last = rounds[rounds.length - 1];
  const state = last && findJob(last.jobId)?.entry.job.value.state;
  return state?.at === 'failed' ? state.error : null;
}

const SENTENCES: Readonly<Record<RefineEnd['why'], string>> = {
  target: 'Target reached', noGain: 'No gain in two rounds', rounds: 'All rounds are made', money: 'The limit is reached', unjudged: 'No picture could be judged', cancelled: 'Cancelled', kept: 'Stopped', failed: 'Stopped by an error',
};

/** "Target reached; the best is picture 3". */
export function sentenceOf({ why, best }: RefineEnd): string {
  return best === null ? `${SENTENCES[why]}; nothing is kept` : `${SENTENCES[why]}; the best is picture ${best + 1}`;
}
