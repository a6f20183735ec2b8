// One run from the press of Make to the last picture: read, reserve, plan, make, place. Cancelling keeps what arrived.
import { signal } from '@preact/signals';
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import type { VariegateError } from '../../core/errors.ts';
import type { Direction } from '../../core/prompt.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { PlanReply } from '../providers/provider.ts';
import { preparing, runs } from '../store/runs.ts';
import type { Run, RunJob } from '../store/runs.ts';
import { alert } from '../store/session.ts';
import type { Effects } from './effects.ts';
import type { FrozenRun } from './freeze.ts';
import { runJobs } from './runJobs.ts';
import { say } from './say.ts';
import { checkLimits, send } from './send.ts';
import { releaseSlots, reserveSlots } from './slots.ts';
import { captionOf, planRequests } from './planRequests.ts';
import { readInputs } from './readSource.ts';
import type { Inputs } from './readSource.ts';

const COMPARE_EDGE = 1024;

/** Runs to the end; never rejects: what goes wrong before the first picture is shown as an alert. */
export async function startRun(effects: Effects, frozen: FrozenRun): Promise<void> {
  const abort = new AbortController();
  const entry = { id: frozen.id, count: frozen.draft.count, ratio: frozen.target.width / frozen.target.height, abort };
  preparing.value = [entry, ...preparing.value];
  alert.value = null;
  let slots: readonly string[] = [];
  try {
    checkLimits(effects, frozen.id, frozen.eachUsd * frozen.draft.count + frozen.extrasUsd);
    say(frozen.recipe.sourceRole ? 'Reading the selection' : 'Starting');
    const inputs = await readInputs(effects, frozen, abort.signal);
    slots = await reserveSlots(effects, frozen, abort.signal);
    const directions = await planDirections(effects, frozen, inputs, abort.signal);
    const run = await createRun(effects, frozen, inputs, directions, slots, abort.signal);
    preparing.value = preparing.value.filter((other) => other !== entry);
    runs.value = [run, ...runs.value];
    await runJobs(effects, run, frozen.eachUsd);
  } catch (thrown) {
    preparing.value = preparing.value.filter((other) => other !== entry);
    await releaseSlots(effects, slots);
    tell(toVariegateError(thrown));
  }
}

async function planDirections(effects: Effects, frozen: FrozenRun, inputs: Inputs, abort: AbortSignal): Promise<readonly Direction[]> {
  if (frozen.planWords === null) return [];
  const words = frozen.planWords;
  say('Planning directions');
  const provider = effects.providers[frozen.provider];
  const { reply } = await send<PlanReply>(effects, {
    provider,
    runId: frozen.id,
    estimateUsd: frozen.extrasUsd,
    signal: abort,
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
  return reply.directions;
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
    inputs: inputs.images,
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

function createJob(request: GenerationRequest, slotId: string | null): RunJob {
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

