// "Protect the rest": brings the source's own pixels back wherever a result hardly differs from it. Costs nothing; the canvas follows where
// the picture lies in a layer of its own, and Restore takes that back. A shape that is selected over the picture is a hard limit.
import { VariegateError } from '../../core/errors.ts';
import type { CanvasBox } from '../../core/geometry.ts';
import { revised } from '../../core/job.ts';
import type { LimitShape } from '../images/protect.ts';
import type { Run, RunJob } from '../store/runs.ts';
import { readBlob } from './blobs.ts';
import type { Effects } from './effects.ts';
import { say } from './say.ts';
import { revoke } from './thumbnail.ts';

/** Rejects with NOTHING_TO_PROTECT where there is no source, or so much changed that nothing of it is left. */
export async function protectRest(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const { request, state } = entry.job.value;
  const { content } = request;
  const [source] = run.inputs;
  const padded = request.inputs[0]?.size;
  if (state.at !== 'done' || !content || !padded || !source) throw new VariegateError('NOTHING_TO_PROTECT', { name: 'It has no source to lie on.' });
  const { image } = state;
  const limits = await limitsOver(effects, [state.placed ? [state.placed.nodeId] : [], run.source ? [...run.source.nodeIds] : []]);
  const { bytes, file, changed } = await effects.pixels.protect(await readBlob(image.file), await readBlob(source.file), { content, padded, limits }, new AbortController().signal);
  const percent = `${Math.round(changed * 100)} %`;
  if (!bytes || !file) throw new VariegateError('NOTHING_TO_PROTECT', { name: `${percent} of it changed: it is another picture.` });
  const thumbnailUrl = await effects.pixels.thumbnail(file, 640, new AbortController().signal).catch(() => '');
  revoke(image.thumbnailUrl.value);
  image.thumbnailUrl.value = thumbnailUrl;
  const record = { ...image.record, hasC2pa: false, changes: [...image.record.changes.filter((change) => change !== 'protected'), 'protected' as const] };
  entry.job.value = revised(entry.job.value, { ...image, file, record });
  const after = entry.job.value.state;
  if (after.at === 'done' && after.placed) await effects.client.call('replaceFill', { nodeId: after.placed.nodeId, bytes, recipe: record });
  say(`Protected: ${percent} changed${limits.length > 0 ? ', all of it inside the selected shape' : ''}; the rest is the source’s own`);
}

const LIMIT_EDGE = 2048;

/** Shapes that are selected over the result, or over its source; what cannot be exported limits nothing, and says why. */
async function limitsOver(effects: Effects, pictures: string[][]): Promise<LimitShape[]> {
  const { found } = await effects.client.call('readLimits', { pictures: pictures.filter((ids) => ids.length > 0) });
  const limits: LimitShape[] = [];
  for (const { nodeId, isOutline } of found?.shapes ?? []) {
    const { bytes, box } = await effects.client.call('exportNode', { nodeId, view: 'seen', longEdge: LIMIT_EDGE });
    if (found) limits.push({ bytes, box: within(box, found.box), isOutline });
  }
  return limits;
}

function within(box: CanvasBox, whole: CanvasBox): CanvasBox {
  return { x: (box.x - whole.x) / whole.width, y: (box.y - whole.y) / whole.height, width: box.width / whole.width, height: box.height / whole.height };
}
