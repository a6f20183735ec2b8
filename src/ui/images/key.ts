// Lays a transparent picture on a key colour for a service, and takes the key out of its answer.
import { fromHex } from '../../core/colour.ts';
import { flattenSliced } from '../../core/pixels/flatten.ts';
import { chooseKey, hasKey, underAlpha, withoutKey } from '../../core/pixels/key.ts';
import type { Key } from '../../core/pixels/key.ts';
import { resize } from '../../core/pixels/resize.ts';
import { decodeImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodePng } from './encode.ts';
import type { TaskContext } from './taskContext.ts';

export interface Keyed {
  readonly bytes: Uint8Array;
  readonly key: Key;
}

export async function layOnKey(file: PictureFile, context: TaskContext): Promise<Keyed> {
  const raster = await decodeImage(file, context.signal);
  const key = chooseKey(raster);
  return { bytes: await encodePng(await context.run(flattenSliced(raster, fromHex(key.hex)))), key };
}

/** A PNG with transparency, as large as the answer. Where the answer lost the key, the alpha of what was sent takes its place. */
export async function removeKey(answer: PictureFile, sent: PictureFile, key: Key, context: TaskContext): Promise<{ readonly bytes: Uint8Array }> {
  const raster = await decodeImage(answer, context.signal);
  if (hasKey(raster, fromHex(key.hex))) return { bytes: await encodePng(await context.run(withoutKey(raster))) };
  const mask = resize(await decodeImage(sent, context.signal), raster);
  return { bytes: await encodePng(await context.run(underAlpha(raster, mask))) };
}
