// "Apply to selection" as editable layers: a clone beside each frame, its colours at once, its pictures and drawings as they are made.
// One part's failure spoils that part alone. What was paid for and could not be written stays out of no ledger.
import { VariegateError, toErrorData, toVariegateError } from '../../../core/errors.ts';
import { fromHex, toLab } from '../../../core/colour.ts';
import { calmLine } from '../../../core/style/words.ts';
import { cardCode } from '../../../core/style/card.ts';
import { inLane, laneOf } from '../../store/lanes.ts';
import { targets } from '../../store/style.ts';
import type { Part, Target, Unwritten } from '../../store/style.ts';
import { keepBytes, readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { makeOne } from '../makeOne.ts';
import { planRequests } from '../planRequests.ts';
import { readInputs } from '../readSource.ts';
import { say } from '../say.ts';
import { checkLimit } from './applyStyle.ts';
import { freezeStyle, styleRun } from './freezeStyle.ts';
import type { FrozenStyle } from './freezeStyle.ts';
import { keyed, unkeyed } from './keyColour.ts';

const EXPORT_EDGE = 2048;
/** How far colours go with each step of look. */
const AMOUNTS = { 1: 0.35, 2: 0.6, 3: 0.8, 4: 1, 5: 1 } as const;

/** Rejects with what stands in the way before anything is made. */
export async function applyAsLayers(effects: Effects, signal: AbortSignal): Promise<void> {
  const wanted = targets.value.filter((target) => target.parts.some((part) => part.isPicked.value));
  if (wanted.length === 0) throw new VariegateError('NOTHING_TO_RESTYLE');
  const style = await freezeStyle(effects);
  const paid = wanted.flatMap(pickedParts).filter((part) => part.what.is !== 'colours');
  checkLimit(effects, style.eachUsd * paid.length);
  await Promise.all(wanted.map((target) => restyle(effects, style, target, signal)));
  sayResult(wanted.flatMap((target) => target.parts));
}

/** A part that failed, or that should be made once more, in the clone that is there. */
export async function redoPart(effects: Effects, part: Part, signal: AbortSignal): Promise<void> {
  const cloneId = cloneOf(part);
  if (cloneId === null || part.what.is === 'colours') return;
  const { unwritten } = part;
  if (unwritten.value) return writeAgain(effects, part, cloneId, unwritten.value);
  const style = await freezeStyle(effects);
  checkLimit(effects, style.eachUsd);
  await makePart(effects, style, part, cloneId, signal);
}

/** What is paid for is written first; nothing is sent for it again. */
async function writeAgain(effects: Effects, part: Part, cloneId: string, unwritten: Unwritten): Promise<void> {
  part.state.value = { at: 'running' };
  try {
    await write(effects, part, cloneId, unwritten);
    part.state.value = { at: 'done', cloneId };
  } catch (thrown) {
    part.state.value = { at: 'failed', error: toErrorData(toVariegateError(thrown)), cloneId };
  }
}

/** A paid picture whose clone is gone: beside the frame, as a layer of its own. */
export async function placePart(effects: Effects, part: Part): Promise<void> {
  const { unwritten, name } = part;
  const paid = unwritten.value;
  if (!paid) return;
  const { width, height, record } = paid;
  await effects.client.call('placeBeside', { source: null, size: { width, height }, bytes: await readBlob(paid.file), name: `${name} · restyled`, recipe: record });
  unwritten.value = null;
  say(`${name} is on the canvas`);
}

export async function revertPart(effects: Effects, part: Part): Promise<void> {
  const cloneId = cloneOf(part);
  if (cloneId === null) return;
  await effects.client.call('revertRestyle', { cloneId, part: part.what });
  part.state.value = { at: 'reverted', cloneId };
  part.legibility.value = null;
  say(`${part.name} has its look of before`);
}

function pickedParts(target: Target): readonly Part[] {
  return target.parts.filter((part) => part.isPicked.value);
}

async function restyle(effects: Effects, style: FrozenStyle, target: Target, signal: AbortSignal): Promise<void> {
  const picked = pickedParts(target);
  picked.forEach((part) => (part.state.value = { at: 'running' }));
  say(`Cloning ${target.name}`);
  try {
    const colours = picked.find((part) => part.what.is === 'colours');
    const amount = colours ? AMOUNTS[style.look] : 0;
    const { cloneId } = await effects.client.call('cloneRestyled', { nodeId: target.nodeId, code: cardCode(style.card), swatches: style.card.swatches.map(({ hex }) => ({ hex })), amount }, { signal });
    if (colours) colours.state.value = { at: 'done', cloneId };
    const paid = picked.filter((part) => part.what.is !== 'colours');
    await Promise.all(paid.map((part) => makePart(effects, style, part, cloneId, signal)));
  } catch (thrown) {
    const error = toErrorData(toVariegateError(thrown));
    for (const part of picked) if (part.state.value.at === 'running') part.state.value = { at: 'failed', error, cloneId: null };
    throw thrown;
  }
}

async function makePart(effects: Effects, style: FrozenStyle, part: Part, cloneId: string, signal: AbortSignal): Promise<void> {
  part.state.value = { at: 'running' };
  try {
    const lane = laneOf(style.provider, style.model.id);
    const turn = await inLane(lane, { id: effects.nextId('part'), kind: 'hand', signal }, () => makeAndWrite(effects, style, part, cloneId, signal).then(() => true));
    if (!turn) throw new VariegateError('CANCELLED');
    part.state.value = { at: 'done', cloneId };
  } catch (thrown) {
    part.state.value = { at: 'failed', error: toErrorData(toVariegateError(thrown)), cloneId };
  }
}

async function makeAndWrite(effects: Effects, style: FrozenStyle, part: Part, cloneId: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new VariegateError('CANCELLED');
  say(`Restyling ${part.name}`);
  const isDrawing = part.what.is === 'drawing';
  const exported = await effects.client.call('exportNode', { nodeId: part.nodeId, view: isDrawing ? 'seen' : 'original', longEdge: EXPORT_EDGE }, { signal });
  const own = await effects.pixels.sizeOf(exported.bytes, signal);
  if (!own) throw new VariegateError('IMAGE_UNREADABLE');
  const prepared = isDrawing ? await keyed(effects, exported.bytes, signal) : null;
  const file = keepBytes(prepared?.bytes ?? exported.bytes);
  const texts = part.what.is === 'picture' ? (await effects.client.call('readOverlaid', { nodeId: cloneId, hash: part.what.hash })).texts : [];
  const subject = { name: part.name, calm: calmLine(texts.map(({ box, hex }) => ({ box, isLightText: isLight(hex) }))), source: null, layers: [], piece: { file, box: { x: 0, y: 0, width: own.width, height: own.height } }, size: own, says: prepared?.says ?? '' };
  const run = styleRun(effects.nextId('run'), style, subject);
  const inputs = await readInputs(effects, run, signal);
  const [request] = planRequests(run, inputs, run.directions);
  if (!request) throw new RangeError('a run of one picture has one request');
  const made = await makeOne(effects, {
    request, template: run.template, sourceIds: [part.nodeId], mayReuse: false, signal,
    inputs: inputs.images.map(({ role, bytes }) => ({ role, file: keepBytes(bytes) })),
    onProgress: () => undefined, onWait: () => undefined, onSent: () => undefined, onReply: () => undefined,
  });
  const finished = prepared ? keepBytes(await unkeyed(effects, made.bytes, prepared)) : made.file;
  await write(effects, part, cloneId, { file: finished, width: made.size.width, height: made.size.height, record: made.record });
  if (texts.length > 0) part.legibility.value = await effects.pixels.legible(made.bytes, texts, new AbortController().signal).catch(() => null);
}

/** Into the clone. Until it is there its bytes are kept: they are paid for. */
async function write(effects: Effects, { what, unwritten, legibility }: Part, cloneId: string, paid: Unwritten): Promise<void> {
  unwritten.value = paid;
  const bytes = await readBlob(paid.file);
  legibility.value = null;
  if (what.is === 'picture') await effects.client.call('restylePicture', { cloneId, hash: what.hash, bytes });
  if (what.is === 'drawing') await effects.client.call('restyleDrawing', { cloneId, path: what.path, bytes });
  unwritten.value = null;
}

/** Lays the scrim that was measured over a picture of the clone, so that the text on it can be read. */
export async function addScrim(effects: Effects, part: Part): Promise<void> {
  const cloneId = cloneOf(part);
  const measured = part.legibility.value;
  if (cloneId === null || !measured?.scrim || part.what.is !== 'picture') return;
  const { is, opacity } = measured.scrim;
  await effects.client.call('addScrim', { cloneId, hash: part.what.hash, is, opacity });
  part.legibility.value = { ...measured, isEnough: true, scrim: null };
  say(`A ${is} scrim lies over ${part.name}`);
}

function isLight(hex: string): boolean {
  return toLab(fromHex(hex))[0] > 0.6;
}

function cloneOf(part: Part): string | null {
  const state = part.state.value;
  return state.at === 'ready' || state.at === 'running' ? null : state.cloneId;
}

function sayResult(parts: readonly Part[]): void {
  const count = (at: string) => parts.filter((part) => part.state.value.at === at).length;
  const failed = count('failed');
  say(`${count('done')} of ${parts.filter((part) => part.state.value.at !== 'ready').length} restyled${failed > 0 ? `; ${failed} kept the old look` : ''}`);
}
