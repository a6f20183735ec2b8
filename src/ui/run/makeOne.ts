// Makes one picture of a run: asks the provider, brings the answer back to the source's box, and writes its recipe.
import { cacheKey } from '../../core/cacheKey.ts';
import type { Usage } from '../../core/cost.ts';
import { VariegateError, toVariegateError } from '../../core/errors.ts';
import { imageModel } from '../../core/model.ts';
import { recipeRecord } from '../../core/provenance.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { InputImage, MakeReply } from '../providers/provider.ts';
import type { MadeImage } from '../store/runs.ts';
import type { Crop, Finished } from '../images/finish.ts';
import type { Effects } from './effects.ts';
import { send } from './send.ts';

const THUMBNAIL_EDGE = 640;

export interface MakeOrder {
  readonly request: GenerationRequest;
  readonly inputs: readonly InputImage[];
  readonly template: string;
  readonly sourceIds: readonly string[];
  readonly eachUsd: number;
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
  /** Called when another model had to answer. */
  readonly onFallback: (from: string, to: string) => void;
}

export async function makeOne(effects: Effects, order: MakeOrder): Promise<MadeImage> {
  const sentMs = effects.nowMs();
  const { reply, costUsd } = await askWithFallback(effects, order);
  // From here on the picture is paid for: cancelling no longer stops it.
  const { signal } = new AbortController();
  const finished = await effects.pixels.finish(reply.bytes, cropOf(order.request), signal);
  return {
    bytes: finished.bytes,
    width: finished.size.width,
    height: finished.size.height,
    thumbnailUrl: await effects.pixels.thumbnail(finished.bytes, THUMBNAIL_EDGE, signal),
    record: record(order, finished, { model: reply.model, usage: reply.usage, costUsd, sentMs }),
  };
}

/** A model that is gone is replaced by its fallback, once. */
async function askWithFallback(effects: Effects, order: MakeOrder) {
  try {
    return await ask(effects, order, order.request);
  } catch (thrown) {
    const error = toVariegateError(thrown);
    const next = imageModel(order.request.model)?.fallback;
    if (error.code !== 'MODEL_RETIRED' || !next) throw error;
    order.onFallback(order.request.model, next);
    return ask(effects, order, { ...order.request, model: next, sizeClass: sizeFor(next, order.request) });
  }
}

function ask(effects: Effects, order: MakeOrder, request: GenerationRequest) {
  const provider = effects.providers[request.provider];
  return send<MakeReply>(effects, {
    provider,
    runId: request.runId,
    estimateUsd: order.eachUsd,
    signal: order.signal,
    onProgress: order.onProgress,
    call: (context) => provider.make(request, order.inputs, context),
  });
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
}

function record(order: MakeOrder, finished: Finished, facts: Facts): MadeImage['record'] {
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
    hasC2pa: finished.hasC2pa,
    changes: finished.changes,
    requestKey: cacheKey(order.request),
  });
}
