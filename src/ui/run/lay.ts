// Whether and how a picture is laid over its source before it is kept: by its recipe, and by how much of a look was wanted.
import { LOOK_BLEND } from '../../core/style/words.ts';
import { recipeOf } from '../../core/recipes/index.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { Finished } from '../images/finish.ts';
import { readBlob } from './blobs.ts';
import type { SentImage } from '../store/runs.ts';
import type { Effects } from './effects.ts';

export interface LaidOver {
  readonly finished: Finished;
  /** How well it matches its source; absent where that was not asked. */
  readonly alignment?: 'aligned' | 'still' | 'poor';
}

/** The picture is paid for: whatever goes wrong here, it stays as it came. */
export async function layOverSource(effects: Effects, request: GenerationRequest, inputs: readonly SentImage[], finished: Finished): Promise<LaidOver> {
  const { content } = request;
  const padded = request.inputs[0]?.size;
  const [source] = inputs;
  const from = recipeOf(request.recipe.id).alignsFrom;
  const aligns = from !== null && request.closeness >= from;
  const cover = request.style ? LOOK_BLEND[request.style.look] : 1;
  if (!content || !padded || !source || (!aligns && cover >= 1)) return { finished };
  try {
    const { bytes, file, verdict } = await effects.pixels.layOver(finished.bytes, await readBlob(source.file), { content, padded, aligns, cover }, new AbortController().signal);
    const alignment = verdict ? { alignment: verdict } : {};
    if (!bytes || !file) return { finished, ...alignment };
    const changes = [...finished.changes, ...(verdict === 'aligned' ? ['aligned' as const] : []), ...(cover < 1 ? ['blended' as const] : []), ...(finished.hasC2pa ? ['c2paLost' as const] : [])];
    return { finished: { ...finished, bytes, file, hasC2pa: false, changes }, ...alignment };
  } catch {
    return { finished };
  }
}
