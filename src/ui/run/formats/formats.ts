// "Every format" at work: the approved picture is read once, its focal point found, and a run made for each frame, which places its picture
// as every run does.
import { VariegateError } from '../../../core/errors.ts';
import { FOCAL_POINTS, formatPrompt } from '../../../core/formats/formats.ts';
import type { Focal } from '../../../core/formats/focal.ts';
import { imageOf } from '../../../core/job.ts';
import { LIMITS } from '../../../core/limits.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import { draft, sourceResult } from '../../store/draft.ts';
import { formatFrames, formatsDraft, formatsUsd, formatting, masterLayer } from '../../store/formats.ts';
import type { FormatFrame } from '../../store/formats.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import type { Reference } from '../../store/references.ts';
import { findJob } from '../../store/runs.ts';
import { selection } from '../../store/selection.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { freezeWords, wordsBase } from '../freezeWords.ts';
import { replaceFill } from '../place.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';

/** Rejects with what stands in the way before anything is made. */
export async function makeFormats(effects: Effects, abort: AbortController): Promise<void> {
  if (formatting.value?.isRunning) return say('One set of formats at a time: wait for it, or cancel');
  const frames = formatFrames.value;
  if (frames.length === 0) throw new VariegateError('NOTHING_SELECTED');
  const limit = limitPassedByRun(formatsUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const id = effects.nextId('formats');
  const base = wordsBase();
  const { pageId } = selection.value;
  const chosen = { place: draft.value.place, focal: formatsDraft.value.focal };
  say('Reading the approved picture');
  const master = await readMaster(effects, abort.signal);
  const focal = chosen.focal === 'auto' ? await focalOf(effects, master.bytes, abort.signal) : FOCAL_POINTS[chosen.focal];
  const size = (await effects.pixels.sizeOf(master.bytes, abort.signal)) ?? { width: 1, height: 1 };
  formatting.value = { id, name: master.name, made: frames.map((frame, index) => ({ frame, jobId: `${id}-${index + 1}/0` })), isRunning: true };
  try {
    await Promise.all(frames.map((frame, index) => {
      const target = { width: frame.box.width, height: frame.box.height };
      const prompt = formatPrompt({ brief: base.draft.brief, focal, master: size, target });
      const run = freezeWords(base, { id: `${id}-${index + 1}`, recipe: recipeOf('formats'), brief: base.draft.brief, prompt, caption: frame.name, references: [{ reference: master, role: 'subject' }], target, mayReuse: true });
      const directions = run.directions.map((direction) => ({ ...direction, params: { focal } }));
      return startRun(effects, { ...run, directions, source: { pageId, nodeIds: [frame.id], name: frame.name, box: frame.box }, draft: { ...run.draft, place: chosen.place } });
    }));
  } finally {
    if (formatting.value.id === id) formatting.value = { ...formatting.value, isRunning: false };
  }
}

/** Every picture that is there into its own frame, each in a step of its own: a frame can be taken back alone. */
export async function putIntoFrames(effects: Effects): Promise<void> {
  let count = 0;
  for (const { jobId } of formatting.value?.made ?? []) {
    const found = findJob(jobId);
    if (!found || !imageOf(found.entry.job.value.state)) continue;
    await replaceFill(effects, found.run, found.entry);
    count += 1;
  }
  say(`${count} ${count === 1 ? 'frame has' : 'frames have'} their picture; "Restore" takes one back`);
}

async function readMaster(effects: Effects, signal: AbortSignal): Promise<Reference> {
  const stand = sourceResult.value && findJob(sourceResult.value.jobId);
  const image = stand && imageOf(stand.entry.job.value.state);
  if (stand && image) return { id: stand.entry.id, name: stand.entry.caption, bytes: await readBlob(image.file), thumbnailUrl: '' };
  const layer: FormatFrame | null = masterLayer.value;
  if (!layer) throw new VariegateError('NOTHING_SELECTED');
  const { bytes } = await effects.client.call('exportNode', { nodeId: layer.id, view: 'seen', longEdge: LIMITS.sentLongEdge.value }, { signal });
  return { id: layer.id, name: layer.name, bytes, thumbnailUrl: '' };
}

/** The middle of the largest thing that stands out, by measures on this computer; the picture's own middle where nothing does. */
async function focalOf(effects: Effects, bytes: Uint8Array, signal: AbortSignal): Promise<Focal> {
  const question = { task: { is: 'describe', reading: 'objects', layers: [], language: 'english' }, images: [{ role: 'source', bytes }], textModel: '', isRepair: false } as const;
  const seen = await effects.providers.offline.ask(question, { signal, key: null }).catch(() => null);
  const box = seen?.answer.objects[0]?.box;
  return box ? { x: (box.left + box.right) / 2000, y: (box.top + box.bottom) / 2000 } : FOCAL_POINTS.centre;
}
