// One run from the press of Make to the last picture: read, reserve, plan, make, place. Cancelling keeps what arrived.
import { signal } from '@preact/signals';
import { VariegateError, toErrorData, toVariegateError } from '../../core/errors.ts';
import type { Wait } from '../../core/job.ts';
import { textModel } from '../../core/model.ts';
import type { Direction } from '../../core/prompt.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { PlanReply } from '../providers/provider.ts';
import { preparing, runs } from '../store/runs.ts';
import { dayOf, limitPassedByRun } from '../store/ledger.ts';
import type { Preparing, Run, RunJob } from '../store/runs.ts';
import { alert } from '../store/session.ts';
import { keepBytes } from './blobs.ts';
import { providerOf } from './effects.ts';
import type { Effects } from './effects.ts';
import type { FrozenRun } from './freeze.ts';
import { withFallback } from './fallback.ts';
import { persist } from './persist.ts';
import { runJobs } from './runJobs.ts';
import { say, sayWaiting } from './say.ts';
import { releaseSlots, reserveSlots } from './slots.ts';
import { captionOf, planRequests } from './planRequests.ts';
import { readInputs } from './readSource.ts';
import type { Inputs } from './readSource.ts';

const COMPARE_EDGE = 1024;

/** Runs to the end; never rejects: what goes wrong before the first picture is shown as an alert. */
export async function startRun(effects: Effects, frozen: FrozenRun): Promise<void> {
  const abort = new AbortController();
  const { count } = frozen.draft;
  const ratio = frozen.target.width / frozen.target.height;
  const entry = { id: frozen.id, count, ratio, usd: frozen.eachUsd * count, wait: signal<Wait | null>(null), abort };
  alert.value = null;
  let slots: readonly string[] = [];
  try {
    checkLimits(effects, entry.usd + frozen.extrasUsd);
    preparing.value = [entry, ...preparing.value];
    say(frozen.recipe.sourceRole ? 'Reading the selection' : 'Starting');
    const inputs = await readInputs(effects, frozen, abort.signal);
    slots = await reserveSlots(effects, frozen, abort.signal);
    const directions = await planDirections(effects, frozen, inputs, entry);
    const run = await createRun(effects, frozen, inputs, directions, slots, abort.signal);
    preparing.value = preparing.value.filter((other) => other !== entry);
    runs.value = [run, ...runs.value];
    await runJobs(effects, run);
  } catch (thrown) {
    preparing.value = preparing.value.filter((other) => other !== entry);
    await releaseSlots(effects, slots);
    tell(toVariegateError(thrown));
  }
}

function checkLimits(effects: Effects, usd: number): void {
  const limit = limitPassedByRun(usd, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
}

async function planDirections(effects: Effects, frozen: FrozenRun, inputs: Inputs, entry: Preparing): Promise<readonly Direction[]> {
  const words = frozen.planWords;
  if (words === null) return frozen.directions;
  say('Planning directions');
  const { reply } = await withFallback({
    model: frozen.textModel,
    next: textModel(frozen.textModel)?.fallback ?? null,
    ask: (model) => plan(effects, { ...frozen, textModel: model }, words, inputs, entry),
  });
  return reply.directions;
}

function plan(effects: Effects, frozen: FrozenRun, words: string, inputs: Inputs, entry: Preparing) {
  const provider = providerOf(effects, frozen.provider);
  return persist<PlanReply>(effects, {
    provider,
    runId: frozen.id,
    what: { kind: 'question', model: frozen.textModel },
    estimateUsd: frozen.extrasUsd,
    signal: entry.abort.signal,
    onWait: (wait) => {
      entry.wait.value = wait;
      sayWaiting(wait);
    },
    onSent: () => {
      entry.wait.value = null;
      say('Planning directions');
    },
    call: (context) =>
      provider.plan(
        {
          recipe: frozen.recipe.id,
          words,
          brief: frozen.draft.brief,
          axes: frozen.draft.axes,
          closeness: frozen.draft.closeness,
          count: frozen.draft.count,
          textModel: frozen.textModel,
          source: frozen.recipe.sourceRole ? (inputs.images[0] ?? null) : null,
          seed: seedOf(frozen.id),
        },
        context,
      ),
  });
}

async function createRun(
  effects: Effects,
  frozen: FrozenRun,
  inputs: Inputs,
  directions: readonly Direction[],
  slots: readonly string[],
  abort: AbortSignal,
): Promise<Run> {
  const requests = planRequests(frozen, inputs, directions);
  const source = frozen.recipe.sourceRole ? inputs.images[0] : undefined;
  return {
    id: frozen.id,
    draft: frozen.draft,
    template: frozen.template,
    source: frozen.source,
    sourceUrl: source ? await sourceUrl(effects, source.bytes, requests[0], abort) : null,
    ratio: frozen.target.width / frozen.target.height,
    edits: frozen.edits,
    inputs: inputs.images.map(({ role, bytes }) => ({ role, file: keepBytes(bytes) })),
    line: 'hand',
    mayReuse: frozen.mayReuse ?? true,
    parentId: frozen.parentId ?? null,
    jobs: requests.map((request, index) => createJob(request, slots[index] ?? null)),
  };
}

// Compare lays the result over its source, so the source is cropped out of its padding first.
async function sourceUrl(effects: Effects, bytes: Uint8Array, request: GenerationRequest | undefined, abort: AbortSignal) {
  const fact = request?.inputs[0];
  if (!request || !fact) return null;
  const whole = await effects.pixels.finish(bytes, { content: request.content, padded: fact.size, target: request.target }, abort);
  return effects.pixels.thumbnail(whole.bytes, COMPARE_EDGE, abort);
}

export function createJob(request: GenerationRequest, slotId: string | null): RunJob {
  return {
    id: request.id,
    caption: captionOf(request),
    job: signal({ request, state: { at: 'queued' as const } }),
    abort: signal(new AbortController()),
    slotId: signal(slotId),
  };
}

function tell(error: VariegateError): void {
  if (error.code === 'CANCELLED') return say('Cancelled');
  alert.value = { error: toErrorData(error), jobId: null };
  say('Nothing was made');
}

/** The same run id gives the same plan; another run another one. */
function seedOf(runId: string): number {
  return [...runId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
}

