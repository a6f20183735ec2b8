// Puts pictures that arrived into the document, and takes back what was put. The only way from ui/run onto the canvas.
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { imageOf } from '../../core/job.ts';
import { dispatch } from '../store/runs.ts';
import type { MadeImage, Run, RunJob } from '../store/runs.ts';
import type { Effects } from './effects.ts';

/** The name of the layer that holds a result. */
export function layerName(run: Run, entry: RunJob): string {
  const source = run.source?.name ?? 'From a brief';
  return `${source} · ${entry.caption}`;
}

/** Places a picture as the run asked; what cannot be placed stays in Results with the reason. Never rejects. */
export async function placeArrived(effects: Effects, run: Run, entry: RunJob, image: MadeImage): Promise<void> {
  try {
    if (run.draft.place === 'beside') await fillSlot(effects, run, entry, image);
    else if (run.draft.place === 'replace' && isFirst(run, entry)) await replaceFill(effects, run, entry);
    else dispatch(entry, { is: 'kept', error: null });
  } catch (thrown) {
    dispatch(entry, { is: 'kept', error: toErrorData(toVariegateError(thrown)) });
  }
}

/** A new rectangle beside the source; also for pictures that are in a slot already. */
export async function placeBeside(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const image = imageOf(entry.job.value.state);
  if (!image) return;
  const size = placedSize(run, image);
  const { nodeId } = await effects.client.call('placeBeside', {
    source: run.source && { ...run.source, nodeIds: [...run.source.nodeIds] },
    size,
    bytes: image.bytes,
    name: layerName(run, entry),
    recipe: image.record,
  });
  dispatch(entry, { is: 'placed', placed: { nodeId, how: 'beside' } });
}

/** Puts the picture into the fill of the layer that the run started from. */
export async function replaceFill(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const image = imageOf(entry.job.value.state);
  const target = run.source?.nodeIds[0];
  if (!image || target === undefined) return;
  const { nodeId } = await effects.client.call('replaceFill', { nodeId: target, bytes: image.bytes, recipe: image.record });
  forgetOthers(run, nodeId);
  dispatch(entry, { is: 'placed', placed: { nodeId, how: 'replaced' } });
}

export async function restoreFill(effects: Effects, entry: RunJob): Promise<void> {
  const state = entry.job.value.state;
  if (state.at !== 'done' || state.placed?.how !== 'replaced') return;
  await effects.client.call('restoreFill', { nodeId: state.placed.nodeId });
  dispatch(entry, { is: 'unplaced' });
}

/** Size on the canvas: the source's own box, or the picture's pixels for runs from words. */
export function placedSize(run: Run, image: MadeImage): { width: number; height: number } {
  return run.source ? { width: run.source.box.width, height: run.source.box.height } : { width: image.width, height: image.height };
}

async function fillSlot(effects: Effects, run: Run, entry: RunJob, image: MadeImage): Promise<void> {
  const nodeId = entry.slotId.value;
  if (nodeId === null) return placeBeside(effects, run, entry);
  const name = layerName(run, entry);
  const placed = await effects.client.call('fillSlot', { nodeId, bytes: image.bytes, name, recipe: image.record });
  entry.slotId.value = null;
  dispatch(entry, { is: 'placed', placed: { nodeId: placed.nodeId, how: 'slot' } });
}

// Of several results that replaced the same fill only the last is there.
function forgetOthers(run: Run, nodeId: string): void {
  for (const other of run.jobs) {
    const state = other.job.value.state;
    if (state.at === 'done' && state.placed?.how === 'replaced' && state.placed.nodeId === nodeId) {
      dispatch(other, { is: 'unplaced' });
    }
  }
}

// Of a run that replaces a fill only the first picture does; one on its way counts, since two may arrive together.
function isFirst(run: Run, entry: RunJob): boolean {
  return !run.jobs.some((other) => {
    const state = other.job.value.state;
    return other !== entry && (state.at === 'placing' || (state.at === 'done' && state.placed?.how === 'replaced'));
  });
}
