// A mood board at work: one run makes pictures and textures by one plan; their common palette is measured; all of it goes onto one board.
import { toHex } from '../../../core/colour.ts';
import { VariegateError } from '../../../core/errors.ts';
import { imageOf } from '../../../core/job.ts';
import { moodBoardOf } from '../../../core/moodBoard/layout.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import { TEXTURES } from '../../../core/recipes/moodBoard.ts';
import { draft, lacksBrief, oneBrief } from '../../store/draft.ts';
import { changeMood, mood, moodCount, moodEstimate } from '../../store/moodBoard.ts';
import { runs } from '../../store/runs.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { frozenReferences } from '../freeze.ts';
import { freezeWords, wordsBase } from '../freezeWords.ts';
import { placeBoard } from '../placeBoard.ts';
import { say } from '../say.ts';
import { startRun } from '../startRun.ts';

const SQUARE = { width: 1024, height: 1024 };
const COLOURS = 6;
const TITLE_LENGTH = 80;

/** Rejects with what stands in the way before anything is made. */
export async function makeMoodBoard(effects: Effects): Promise<void> {
  if (mood.value?.isRunning) return say('One mood board at a time: wait for it, or cancel');
  if (lacksBrief.value) throw new VariegateError('BRIEF_MISSING');
  const base = wordsBase();
  const recipe = recipeOf('moodBoard');
  const count = moodCount.value;
  const { place } = draft.value;
  const brief = oneBrief.value;
  const held = frozenReferences();
  const references = base.draft.references.flatMap(({ id, role }) => held.filter((reference) => reference.id === id).map((reference) => ({ reference, role })));
  const words = { brief, closeness: base.draft.closeness, axes: [], references: references.map(({ role }) => role), wantsDirections: true };
  const id = effects.nextId('mood');
  const frozen = freezeWords(base, { id, recipe, brief, prompt: recipe.prompt(words), caption: null, references, target: SQUARE, mayReuse: true });
  mood.value = { id, title: titleOf(brief), count, isRunning: true, isPlaced: false };
  try {
    await startRun(effects, { ...frozen, draft: { ...frozen.draft, count }, planWords: recipe.planTask(words, count), extrasUsd: moodEstimate.value.extrasUsd });
  } finally {
    changeMood({ isRunning: false });
  }
  if (place !== 'keep' && madeOf(id).length > 0) await placeMoodBoard(effects);
}

/** One frame, one undo step. Pictures that are missing leave no gap. */
export async function placeMoodBoard(effects: Effects): Promise<void> {
  const now = mood.value;
  if (!now) return;
  const made = madeOf(now.id);
  if (made.length === 0) throw new VariegateError('NODE_GONE');
  const small = await Promise.all(made.map(async ({ image }) => effects.pixels.historyThumbnail(await readBlob(image.file), new AbortController().signal)));
  const swatches = await effects.pixels.palette(small, new AbortController().signal);
  const files = new Map<string, Blob>();
  const tiles = made.map(({ caption, image, index }) => {
    const ticket = effects.nextId('tile');
    files.set(ticket, image.file);
    return { name: caption, ticket, recipe: image.record, isTexture: index >= now.count - TEXTURES };
  });
  const board = moodBoardOf({
    title: now.title,
    pictures: tiles.filter(({ isTexture }) => !isTexture),
    textures: tiles.filter(({ isTexture }) => isTexture),
    palette: swatches.slice(0, COLOURS).map(({ rgb, name }) => ({ hex: toHex(rgb), name })),
  });
  // Tickets are read in the order of the board's items.
  await placeBoard(effects, board, files, wordsBase().source);
  changeMood({ isPlaced: true });
  say('The mood board is on the canvas');
}

export function madeOf(runId: string) {
  const run = runs.value.find(({ id }) => id === runId);
  return (run?.jobs ?? []).flatMap(({ id, caption, job }) => {
    const image = imageOf(job.value.state);
    return image ? [{ id, caption, image, index: Number(id.slice(id.lastIndexOf('/') + 1)) }] : [];
  });
}

function titleOf(brief: string): string {
  const line = brief.trim().split('\n')[0]?.trim() ?? '';
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1)}…` : line || 'Mood';
}
