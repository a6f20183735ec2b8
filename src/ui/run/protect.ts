// "Protect the rest": brings the source's own pixels back wherever a result hardly differs from it. Costs nothing; the canvas follows where
// the picture lies in a layer of its own, and Restore takes that back.
import { VariegateError } from '../../core/errors.ts';
import { revised } from '../../core/job.ts';
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
  const { bytes, file, changed } = await effects.pixels.protect(await readBlob(image.file), await readBlob(source.file), content, padded, new AbortController().signal);
  const percent = `${Math.round(changed * 100)} %`;
  if (!bytes || !file) throw new VariegateError('NOTHING_TO_PROTECT', { name: `${percent} of it changed: it is another picture.` });
  const thumbnailUrl = await effects.pixels.thumbnail(file, 640, new AbortController().signal).catch(() => '');
  revoke(image.thumbnailUrl.value);
  image.thumbnailUrl.value = thumbnailUrl;
  const record = { ...image.record, hasC2pa: false, changes: [...image.record.changes.filter((change) => change !== 'protected'), 'protected' as const] };
  entry.job.value = revised(entry.job.value, { ...image, file, record });
  const after = entry.job.value.state;
  if (after.at === 'done' && after.placed) await effects.client.call('replaceFill', { nodeId: after.placed.nodeId, bytes, recipe: record });
  say(`Protected: ${percent} changed, the rest is the source’s own`);
}
