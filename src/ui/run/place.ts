// Puts pictures that arrived into the document, and takes back what was put. The only way from ui/run onto the canvas.
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import type { ErrorData } from '../../core/errors.ts';
import { imageOf } from '../../core/job.ts';
import type { Placed } from '../../core/job.ts';
import { cleanName } from '../../core/prompt.ts';
import { allJobs, dispatch } from '../store/runs.ts';
import type { MadeImage, Run, RunJob } from '../store/runs.ts';
import { readBlob } from './blobs.ts';
import type { Effects } from './effects.ts';
import type { Made } from './makeOne.ts';
import { markedName } from './mark.ts';

/** The name of the layer that holds a result: at most 123 characters on one line. */
export function layerName(run: Run, entry: RunJob): string {
  return markedName(`${cleanName(run.source?.name ?? 'From a brief', 60)} · ${cleanName(entry.caption, 60)}`, entry.job.value.request.provider);
}

/** A picture on its way to the canvas. */
export interface Arrival {
  readonly made: Made;
  /** Under what the sandbox holds its bytes already; null where it does not. */
  readonly ticket: string | null;
  readonly image: MadeImage;
  /** Draws its small copy for Results. Never rejects. */
  readonly draw: () => Promise<void>;
}

/** How long Results waits for the slot: drawing there would hold up what the designer sees first. */
const SLOT_FIRST_MS = 100;

/**
 * Places a picture as the run asked; what cannot be placed stays in Results with the reason. A slot comes first, but Results
 * does not wait long for it. Never rejects.
 */
export async function placeArrived(effects: Effects, run: Run, entry: RunJob, arrival: Arrival): Promise<void> {
  const slotId = run.draft.place === 'beside' ? entry.slotId.value : null;
  const filling = slotId === null ? null : attempt(() => fillSlot(effects, run, entry, arrival, slotId));
  if (filling) await headStart(effects, filling);
  // Asked and answered in one go: of two pictures that arrive together only one replaces the fill.
  const replaces = run.draft.place === 'replace' && isFirst(run, entry);
  dispatch(entry, { is: 'arrived', image: arrival.image });
  void arrival.draw();
  const { placed, error } = await (filling ?? attempt(() => placeLater(effects, run, entry, replaces)));
  dispatch(entry, placed ? { is: 'placed', placed } : { is: 'kept', error });
}

async function headStart(effects: Effects, filling: Promise<unknown>): Promise<void> {
  const clock = new AbortController();
  await Promise.race([filling, effects.delay(SLOT_FIRST_MS, clock.signal).catch(() => undefined)]);
  clock.abort();
}

interface Outcome {
  readonly placed: Placed | null;
  readonly error: ErrorData | null;
}

async function attempt(place: () => Promise<Placed | null>): Promise<Outcome> {
  try {
    return { placed: await place(), error: null };
  } catch (thrown) {
    return { placed: null, error: toErrorData(toVariegateError(thrown)) };
  }
}

function placeLater(effects: Effects, run: Run, entry: RunJob, replaces: boolean): Promise<Placed | null> {
  if (run.draft.place === 'beside') return putBeside(effects, run, entry);
  return replaces ? putIntoFill(effects, run, entry) : Promise.resolve(null);
}

/** A new rectangle beside the source; also for pictures that are in a slot already. */
export async function placeBeside(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  settle(entry, await putBeside(effects, run, entry));
}

/** Puts the picture into the fill of the layer that the run started from. */
export async function replaceFill(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  settle(entry, await putIntoFill(effects, run, entry));
}

function settle(entry: RunJob, placed: Placed | null): void {
  if (placed) dispatch(entry, { is: 'placed', placed });
}

async function putBeside(effects: Effects, run: Run, entry: RunJob): Promise<Placed | null> {
  const image = imageOf(entry.job.value.state);
  if (!image) return null;
  const { nodeId, imageHash } = await effects.client.call('placeBeside', {
    source: run.source && { ...run.source, nodeIds: [...run.source.nodeIds] },
    size: placedSize(run, image),
    bytes: await readBlob(image.file),
    name: layerName(run, entry),
    recipe: image.record,
  });
  return { nodeId, how: 'beside', imageHash };
}

async function putIntoFill(effects: Effects, run: Run, entry: RunJob): Promise<Placed | null> {
  const image = imageOf(entry.job.value.state);
  const target = run.source?.nodeIds[0];
  if (!image || target === undefined) return null;
  const bytes = await readBlob(image.file);
  const { nodeId, imageHash } = await effects.client.call('replaceFill', { nodeId: target, bytes, recipe: image.record });
  forgetReplaced(nodeId);
  return { nodeId, how: 'replaced', imageHash };
}

export async function restoreFill(effects: Effects, entry: RunJob): Promise<void> {
  const state = entry.job.value.state;
  if (state.at !== 'done' || state.placed?.how !== 'replaced') return;
  await restoreLayer(effects, state.placed.nodeId);
}

/** The same for a layer, whichever start of the plugin replaced its fill. */
export async function restoreLayer(effects: Effects, nodeId: string): Promise<void> {
  await effects.client.call('restoreFill', { nodeId });
  forgetReplaced(nodeId);
}

/** Size on the canvas: the source's own box, or the picture's pixels for runs from words. */
export function placedSize(run: Run, image: MadeImage): { width: number; height: number } {
  return run.source ? { width: run.source.box.width, height: run.source.box.height } : { width: image.width, height: image.height };
}

async function fillSlot(effects: Effects, run: Run, entry: RunJob, { made, ticket }: Arrival, slotId: string): Promise<Placed> {
  const name = layerName(run, entry);
  const picture = ticket === null ? { bytes: made.bytes } : { ticket };
  const { nodeId, imageHash } = await effects.client.call('fillSlot', { nodeId: slotId, ...picture, name, recipe: made.record });
  entry.slotId.value = null;
  return { nodeId, how: 'slot', imageHash };
}

// Of several results that replaced the same fill, of any run, only the last is there.
function forgetReplaced(nodeId: string): void {
  for (const other of allJobs.value) {
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
