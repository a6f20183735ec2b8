// A comparison at work: every brief by every model that is compared, side by side and before the next brief, each timed by itself; then a
// look at each by the same judge. What is made stays in Results, whatever ends it.
import type { ProviderId } from '../../../core/engines.ts';
import { signal as createSignal } from '@preact/signals';
import { inTurn } from '../../../core/compare/compare.ts';
import { VariegateError, toErrorData, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { emptyFields } from '../../../core/fields.ts';
import type { Wait } from '../../../core/job.ts';
import { totalOf } from '../../../core/refine/rubric.ts';
import type { Provider } from '../../providers/provider.ts';
import { arms, briefs, changeComparing, compareDraft, compareUsd, comparing } from '../../store/compare.ts';
import type { Comparing } from '../../store/compare.ts';
import { dayOf, limitPassedByRun, spentByRun } from '../../store/ledger.ts';
import { critiqueTask } from '../../store/refine.ts';
import type { Asking } from '../../store/studio.ts';
import { readBlob } from '../blobs.ts';
import { providerOf } from '../effects.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';
import { pictureOrStop } from '../stops.ts';
import { askStudio } from '../studio/ask.ts';
import { freezeTrial } from './freezeTrial.ts';

/** As in the refine loop: shows lettering and hands well enough (px). */
const JUDGED_EDGE = 1024;

/** Answers after which only this picture stays without a score. */
const NO_SCORE: readonly ErrorCode[] = ['ANSWER_DECLINED', 'PROMPT_BLOCKED', 'REPLY_MALFORMED', 'TOKENS_EXCEEDED', 'REQUEST_REFUSED'];

/** Runs to the end. Rejects with what stands in the way before anything is made. */
export async function compare(effects: Effects, abort: AbortController): Promise<void> {
  const limit = limitPassedByRun(compareUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const own: Comparing = { id: effects.nextId('compare'), briefs: briefs.value, arms: arms.value, isJudged: compareDraft.value.isJudged, limitUsd: compareDraft.value.limitUsd, trials: [], votes: [], doing: 'Starting', stopped: null, isCapped: false };
  const briefUsd = (compareUsd.value ?? 0) / own.briefs.length;
  comparing.value = own;
  const freeze = freezeTrial();
  try {
    for (const [brief, words] of own.briefs.entries()) {
      // Real prices can lie above the table's: looked at before every brief, as dear as those before.
      const spent = spentOn(own);
      const nextUsd = Math.max(briefUsd, brief === 0 ? 0 : spent / brief);
      if (nextUsd > 0 && spent + nextUsd > own.limitUsd) return capped();
      changeComparing({ doing: `Brief ${brief + 1} of ${own.briefs.length}` });
      const turn = inTurn(own.briefs.length, own.arms.length).filter((each) => each.brief === brief);
      await Promise.all(turn.map(({ arm }) => make(effects, abort, { own, brief, arm, frozen: freeze(own, brief, words, arm) })));
      if (abort.signal.aborted) throw new VariegateError('CANCELLED');
    }
    say('The comparison is ready; your votes make it surer');
  } catch (thrown) {
    const error = toVariegateError(thrown);
    changeComparing({ stopped: toErrorData(error) });
    say(error.code === 'CANCELLED' ? 'Cancelled; what was made is compared' : 'Stopped by an error; what was made is compared');
  } finally {
    changeComparing({ doing: '' });
  }
}

function capped(): void {
  changeComparing({ isCapped: true });
  say('What you allow is spent; what was made is compared');
}

/** Pictures, and the looks at them, which are booked under the comparison's own id (USD). */
function spentOn({ id }: Comparing): number {
  return Object.entries(spentByRun.value).reduce((sum, [runId, usd]) => (runId === id || runId.startsWith(`${id}-`) ? sum + usd : sum), 0);
}

interface Turn {
  readonly own: Comparing;
  readonly brief: number;
  readonly arm: number;
  readonly frozen: Parameters<typeof startRun>[1];
}

async function make(effects: Effects, abort: AbortController, { own, brief, arm, frozen }: Turn): Promise<void> {
  if (abort.signal.aborted) return;
  const watch = { latencyMs: null as number | null };
  await startRun(timed(effects, frozen.provider, watch), frozen);
  const jobId = `${frozen.id}/0`;
  const image = pictureOrStop(frozen.id);
  if (!image) return note({ brief, arm, jobId, latencyMs: null, usd: null, score: null });
  const usd = image.record.costUsd;
  note({ brief, arm, jobId, latencyMs: watch.latencyMs, usd, score: null });
  if (!own.isJudged || abort.signal.aborted) return;
  const score = await scoreOf(effects, own, abort, own.briefs[brief] ?? '', image.file);
  const now = comparing.value;
  if (score !== null && now) changeComparing({ trials: now.trials.map((trial) => (trial.jobId === jobId ? { ...trial, score } : trial)) });
}

function note(trial: Comparing['trials'][number]): void {
  const now = comparing.value;
  if (now) changeComparing({ trials: [...now.trials, trial] });
}

/** The time of the service alone: neither the line before it nor what is done to the picture after it. */
function timed(effects: Effects, id: ProviderId, watch: { latencyMs: number | null }): Effects {
  const provider = providerOf(effects, id);
  const make: Provider['make'] = async (...order) => {
    const sentMs = effects.nowMs();
    const reply = await provider.make(...order);
    watch.latencyMs = effects.nowMs() - sentMs;
    return reply;
  };
  return { ...effects, providers: { ...effects.providers, [id]: { ...provider, make } } };
}

/** 0 to 10; null where this picture cannot be judged. Rejects with what would keep every picture from it. */
async function scoreOf(effects: Effects, own: Comparing, abort: AbortController, brief: string, file: Blob): Promise<number | null> {
  const asked: Asking = { id: own.id, sentence: 'Looking', wait: createSignal<Wait | null>(null), isSent: createSignal(false), abort, mayReuse: false };
  try {
    const shown = await effects.pixels.jpegCopy(await readBlob(file), JUDGED_EDGE, abort.signal);
    const { answer } = await askStudio(effects, asked, { task: critiqueTask(brief, emptyFields(), 0), images: [{ role: 'source', bytes: shown }], isKept: false });
    return totalOf(answer.scores);
  } catch (thrown) {
    const error = toVariegateError(thrown);
    if (NO_SCORE.includes(error.code)) return null;
    throw error;
  }
}
