// A storyboard at work: the sheet first, then each shot with the sheet and the shot before as references, then all of them as one frame on
// the canvas. Whatever ends it, what was made is kept and placed.
import { isAi } from '../../../core/engines.ts';
import { VariegateError, toErrorData, toVariegateError } from '../../../core/errors.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import { PANEL_RATIO, storyBoard } from '../../../core/storyboard/layout.ts';
import { sheetPrompt, shotPrompt } from '../../../core/storyboard/prompts.ts';
import { draft, oneBrief } from '../../store/draft.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import type { Reference } from '../../store/references.ts';
import { findJob } from '../../store/runs.ts';
import { changeStoryboard, changeTold, story, storyDraft, storyUsd } from '../../store/storyboard.ts';
import type { Story } from '../../store/storyboard.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { freezeWords, wordsBase } from '../freezeWords.ts';
import type { WordsBase } from '../freezeWords.ts';
import { placeBoard } from '../placeBoard.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';
import { failureOf, pictureOf, pictureOrStop } from '../stops.ts';

const TITLE_LENGTH = 80;
const SHEET_TARGET = { width: 1536, height: 1024 };
const PANEL_WIDTH = 1200;

/** Runs to the end. Rejects with what stands in the way before anything is made. */
export async function makeStoryboard(effects: Effects, abort: AbortController): Promise<void> {
  if (story.value?.doing) return say('One storyboard at a time: wait for it, or cancel');
  const limit = limitPassedByRun(storyUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const { layout, sheet, look, shots } = storyDraft.value;
  const base = wordsBase();
  const place = draft.value.place;
  story.value = {
    id: effects.nextId('story'), title: titleOf(oneBrief.value), layout, sheet, look, sheetJobId: null, doing: 'Making the sheet', stopped: null, mismatches: null,
    told: shots.map((shot) => ({ shot, jobId: null, nodeId: null })),
  };
  const stopped = await work(effects, base, abort.signal).then(() => null, (thrown: unknown) => toErrorData(toVariegateError(thrown)));
  changeStoryboard({ doing: '', stopped });
  const made = current().told.filter(({ jobId }) => jobId !== null).length;
  if (place !== 'keep' && made > 0) await placeStoryboard(effects);
  say(`${made} of ${shots.length} shots are made${stopped ? `; ${stopped.code === 'CANCELLED' ? 'cancelled' : 'stopped by an error'}` : ''}`);
}

async function work(effects: Effects, base: WordsBase, signal: AbortSignal): Promise<void> {
  const { id, sheet, look, told } = current();
  if (sheet.trim() !== '') {
    const words = { sheet, look };
    changeStoryboard({ sheetJobId: await make(effects, base, { id: `${id}-sheet`, prompt: sheetPrompt(words), caption: 'Character sheet', references: [], target: SHEET_TARGET, mayReuse: true }) });
  }
  for (const index of told.keys()) {
    if (signal.aborted) throw new VariegateError('CANCELLED');
    changeStoryboard({ doing: `Making shot ${index + 1} of ${told.length}` });
    changeTold(index, { jobId: await makeShot(effects, base, index, '') });
  }
}

/** One shot again, with what was found not to match; where it is on the canvas, its panel gets the new picture. */
export async function redoShot(effects: Effects, abort: AbortController, index: number, fix: string): Promise<void> {
  if (current().doing !== '') return say('One thing at a time: wait for it, or cancel');
  changeStoryboard({ doing: `Making shot ${index + 1} again` });
  try {
    const again = effects.nextId('redo');
    const jobId = await makeShot(effects, wordsBase(), index, fix, again);
    if (abort.signal.aborted) throw new VariegateError('CANCELLED');
    if (jobId === null) throw failureOf(`${current().id}-${index + 1}${again}`);
    const { nodeId } = current().told[index] ?? { nodeId: null };
    changeTold(index, { jobId });
    changeStoryboard({ mismatches: (current().mismatches ?? []).filter(({ redo }) => redo !== index) });
    if (nodeId !== null) await intoPanel(effects, nodeId, jobId);
    say(`Shot ${index + 1} is made again${nodeId === null ? '' : ' and lies in its panel'}`);
  } finally {
    changeStoryboard({ doing: '' });
  }
}

/** All panels as one frame beside the selection, or in view: one undo step. */
export async function placeStoryboard(effects: Effects): Promise<void> {
  const { title, layout, told } = current();
  const files = new Map<string, Blob>();
  const panels = told.map(({ shot, jobId }) => {
    const image = pictureOf(jobId);
    if (!image || jobId === null) return { shot, picture: null };
    const ticket = effects.nextId('panel');
    files.set(ticket, image.file);
    return { shot, picture: { ticket, recipe: image.record } };
  });
  const { pictures } = await placeBoard(effects, storyBoard(title, layout, panels), files, wordsBase().source);
  const nodeIds = pictures.map(({ nodeId }) => nodeId);
  panels.forEach(({ picture }, index) => changeTold(index, { nodeId: picture ? (nodeIds.shift() ?? null) : null }));
  say('The storyboard is on the canvas');
}

interface Wanted {
  readonly id: string;
  readonly prompt: string;
  readonly caption: string;
  readonly references: readonly Reference[];
  readonly target: { readonly width: number; readonly height: number };
  readonly mayReuse: boolean;
}

/** The job of the picture; null where it was refused or broke: the story goes on without it. Rejects with what would stop every picture. */
async function make(effects: Effects, base: WordsBase, { id, prompt, caption, references, target, mayReuse }: Wanted): Promise<string | null> {
  const run = { id, recipe: recipeOf('storyboard'), brief: current().title, prompt, caption, references: references.map((reference) => ({ reference, role: 'subject' as const })), target, mayReuse };
  await startRun(effects, freezeWords(base, run));
  return pictureOrStop(id) ? `${id}/0` : null;
}

async function makeShot(effects: Effects, base: WordsBase, index: number, fix: string, again = ''): Promise<string | null> {
  const { id, sheet, look, layout, sheetJobId, told } = current();
  const shot = told[index]?.shot;
  if (!shot) return null;
  const before = told.slice(0, index).reverse().find(({ jobId }) => jobId !== null)?.jobId ?? null;
  // An engine that takes one picture would be sent the sheet alone; one that takes none is told by words.
  const room = !isAi(base.provider) ? 0 : base.card.maxReferences;
  const references = await Promise.all([sheetJobId, before].flatMap((jobId) => pictureOf(jobId) && jobId !== null ? [jobId] : []).slice(0, room).map(referenceOf));
  const hasSheet = sheetJobId !== null && references.some((reference) => reference.id === sheetJobId);
  const prompt = shotPrompt({ sheet, look }, { shot, fix, hasSheet, hasPrevious: references.length > Number(hasSheet) });
  const target = { width: PANEL_WIDTH, height: PANEL_WIDTH / PANEL_RATIO[layout] };
  return make(effects, base, { id: `${id}-${index + 1}${again}`, prompt, caption: `Shot ${index + 1}${again === '' ? '' : ', again'}`, references, target, mayReuse: again === '' });
}

async function referenceOf(jobId: string): Promise<Reference> {
  const found = findJob(jobId);
  const image = pictureOf(jobId);
  if (!found || !image) throw new VariegateError('NODE_GONE');
  return { id: jobId, name: found.entry.caption, bytes: await readBlob(image.file), thumbnailUrl: '' };
}

async function intoPanel(effects: Effects, nodeId: string, jobId: string): Promise<void> {
  const image = pictureOf(jobId);
  if (image) await effects.client.call('replaceFill', { nodeId, bytes: await readBlob(image.file), recipe: image.record });
}

function current(): Story {
  const now = story.value;
  if (!now) throw new VariegateError('CANCELLED');
  return now;
}

function titleOf(brief: string): string {
  const first = brief.trim().split(/[\n.!?]/)[0]?.trim() ?? '';
  return first.length > TITLE_LENGTH ? `${first.slice(0, TITLE_LENGTH - 1)}…` : first || 'Story';
}
