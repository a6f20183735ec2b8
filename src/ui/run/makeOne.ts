// Makes one picture of a run: asks the provider, brings the answer back to the source's box, and writes its recipe.
import { cacheKey } from '../../core/cacheKey.ts';
import type { Usage } from '../../core/cost.ts';
import { VariegateError } from '../../core/errors.ts';
import type { Wait } from '../../core/job.ts';
import type { ImageSize } from '../../core/geometry.ts';
import { imageModel } from '../../core/model.ts';
import { recipeRecord } from '../../core/provenance.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { InputImage, MakeReply } from '../providers/provider.ts';
import { laneOf } from '../store/lanes.ts';
import { priceOf } from '../store/ledger.ts';
import type { MadeImage, SentImage } from '../store/runs.ts';
import type { Crop, Finished } from '../images/finish.ts';
import { providerOf } from './effects.ts';
import type { Effects } from './effects.ts';
import { withFallback } from './fallback.ts';
import { readBlob } from './blobs.ts';
import { layOverSource } from './lay.ts';
import { markOf } from './mark.ts';
import { persist } from './persist.ts';
import { reuse } from './reuse.ts';

export interface MakeOrder {
  readonly request: GenerationRequest;
  readonly inputs: readonly SentImage[];
  readonly template: string;
  readonly sourceIds: readonly string[];
  /** True where a picture that the same request made before may answer. */
  readonly mayReuse: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
  readonly onWait: (wait: Wait) => void;
  /** True for a batch, which waits out what nobody at the screen would. */
  readonly isPatient?: boolean;
  /** Awaited before the request leaves, each time it does: what must be written first. */
  readonly beforeSent?: () => Promise<void>;
  readonly onSent: () => void;
  /** Told the answer's bytes before they are looked at. */
  readonly onReply: (bytes: Uint8Array) => void;
}

/** A picture fit for Figma, before anything is kept or shown of it. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly file: Blob;
  readonly size: ImageSize;
  readonly record: MadeImage['record'];
}

export async function makeOne(effects: Effects, order: MakeOrder): Promise<Made> {
  const before = order.mayReuse ? await reuse(effects, order) : null;
  if (before) {
    order.onSent();
    return before;
  }
  const sentMs = effects.nowMs();
  const { reply, costUsd } = await askWithFallback(effects, order);
  return finishReply(effects, order, { reply, costUsd, sentMs });
}

/** From an answer to a picture that fits. It is paid for: cancelling no longer stops it. */
export async function finishReply(effects: Effects, order: Pick<MakeOrder, 'request' | 'inputs' | 'template' | 'sourceIds'>, { reply, costUsd, sentMs }: { readonly reply: MakeReply; readonly costUsd: number | null; readonly sentMs: number }): Promise<Made> {
  const whole = await effects.pixels.finish(reply.bytes, cropOf(order.request), new AbortController().signal);
  const { finished, alignment } = await layOverSource(effects, order.request, order.inputs, whole);
  const facts = { model: reply.model, usage: reply.usage, costUsd, sentMs, ...(alignment ? { alignment } : {}) };
  return { bytes: finished.bytes, file: finished.file, size: finished.size, record: record(order, finished, facts) };
}

function askWithFallback(effects: Effects, order: MakeOrder) {
  const { request } = order;
  return withFallback({
    model: request.model,
    next: imageModel(request.model)?.fallback ?? null,
    ask: (model) => ask(effects, order, model === request.model ? request : { ...request, model, sizeClass: sizeFor(model, request) }),
  });
}

function ask(effects: Effects, order: MakeOrder, request: GenerationRequest) {
  const provider = providerOf(effects, request.provider);
  const { signal, onProgress, onWait, onSent } = order;
  return persist<MakeReply>(effects, {
    provider,
    isPatient: order.isPatient ?? false,
    lane: laneOf(request.provider, order.request.model),
    runId: request.runId,
    what: { kind: 'picture', model: request.model },
    estimateUsd: priceOf(request),
    signal,
    onProgress,
    onWait,
    onSent,
    call: async (context) => {
      await order.beforeSent?.();
      const reply = await provider.make(request, await Promise.all(order.inputs.map(asInput)), context);
      // Before the sum is booked: both go to the sandbox, and this is what the slot waits for.
      order.onReply(reply.bytes);
      return reply;
    },
  });
}

async function asInput({ role, file }: SentImage): Promise<InputImage> {
  return { role, bytes: await readBlob(file) };
}

function sizeFor(model: string, request: GenerationRequest): GenerationRequest['sizeClass'] {
  const sizes = imageModel(model)?.sizes ?? [];
  if (sizes.length === 0) throw new VariegateError('MODEL_RETIRED', { name: model });
  return sizes.includes(request.sizeClass) ? request.sizeClass : (sizes[0] ?? '1K');
}

function cropOf(request: GenerationRequest): Crop {
  const padded = request.content ? (request.inputs[0]?.size ?? request.size) : request.size;
  return { content: request.content, padded, target: request.target };
}

interface Facts {
  readonly model: string;
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly sentMs: number;
  readonly alignment?: NonNullable<MadeImage['record']['alignment']>;
}

function record(order: Pick<MakeOrder, 'request' | 'template' | 'sourceIds'>, finished: Finished, facts: Facts): MadeImage['record'] {
  return recipeRecord(order.request, {
    template: order.template,
    axes: order.request.direction ? [...order.request.direction.axes] : [],
    sourceIds: order.sourceIds,
    model: facts.model,
    answeredSize: finished.answeredSize,
    placedSize: finished.size,
    usage: facts.usage,
    costUsd: facts.costUsd,
    date: new Date(facts.sentMs).toISOString(),
    ...(facts.alignment ? { alignment: facts.alignment } : {}),
    hasC2pa: finished.hasC2pa,
    changes: finished.changes,
    requestKey: cacheKey(order.request),
    ...markOf(order.request.provider),
  });
}
