// The same request, asked again: the picture that it made lies in this file, so it costs nothing. "Make anew" asks all the same.
import { cacheKey } from '../../core/cacheKey.ts';
import { recipeRecord } from '../../core/provenance.ts';
import type { ByteChange } from '../../core/provenance.ts';
import { keepBytes } from './blobs.ts';
import type { Effects } from './effects.ts';
import { markOf } from './mark.ts';
import type { MakeOrder, Made } from './makeOne.ts';

/** Null where nothing was made of it, the file has it no more, or the file cannot say: then it is made. */
export async function reuse(effects: Effects, order: MakeOrder): Promise<Made | null> {
  const requestKey = cacheKey(order.request);
  const { found } = await effects.client.call('findMade', { requestKey }).catch(() => ({ found: null }));
  const size = found && (await effects.pixels.sizeOf(found.bytes, order.signal).catch(() => null));
  if (!found || !size) return null;
  const record = recipeRecord(order.request, {
    template: order.template,
    axes: order.request.direction ? [...order.request.direction.axes] : [],
    sourceIds: order.sourceIds,
    model: found.model,
    answeredSize: found.answeredSize,
    placedSize: size,
    usage: null,
    costUsd: 0,
    date: new Date(effects.nowMs()).toISOString(),
    hasC2pa: found.hasC2pa,
    // What was written into the list came from a record.
    changes: found.changes as ByteChange[],
    requestKey,
    isReused: true,
    ...markOf(order.request.provider),
  });
  return { bytes: found.bytes, file: keepBytes(found.bytes), size, record };
}
