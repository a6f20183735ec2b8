// Everything that the recipe "Storyboard" can do, by name. What it starts lives in ui/run/storyboard.
import type { Shot } from '../core/studio/tasks.ts';
import { attempt, stoppably } from './attempt.ts';
import { keepDraft } from './run/keepDraft.ts';
import { refuseUnfit } from './run/refuseUnfit.ts';
import { checkContinuity as check, writeShots as write } from './run/storyboard/ask.ts';
import { makeStoryboard, placeStoryboard as place, redoShot as redo } from './run/storyboard/storyboard.ts';
import { effects } from './run/world.ts';
import { VariegateError } from '../core/errors.ts';
import { lacksBrief, ownWords } from './store/draft.ts';
import { shownPanels } from './store/session.ts';
import { MOST_SHOTS, changeStory, story, storyDraft } from './store/storyboard.ts';

export { changeStory };

/** Writes the shot list where there is none, and makes it where there is one. */
export function startStoryboard(): void {
  attempt(async () => {
    if (lacksBrief.value) throw new VariegateError('BRIEF_MISSING');
    refuseUnfit([ownWords.value, ...storyDraft.value.shots.map(({ shows }) => shows)].join('\n'));
    keepDraft(effects);
    if (storyDraft.value.shots.length === 0) return write(effects);
    shownPanels.value = [...new Set([...shownPanels.value, 'storyboard' as const])];
    await stoppably((_signal, abort) => makeStoryboard(effects, abort));
  }, { retry: startStoryboard });
}

export function writeShots(): void {
  attempt(async () => {
    if (lacksBrief.value) throw new VariegateError('BRIEF_MISSING');
    await write(effects);
  }, { retry: writeShots });
}

export function changeShot(index: number, patch: Partial<Shot>): void {
  changeStory({ shots: storyDraft.value.shots.map((shot, at) => (at === index ? { ...shot, ...patch } : shot)) });
}

export function removeShot(index: number): void {
  changeStory({ shots: storyDraft.value.shots.filter((_, at) => at !== index) });
}

/** Changes places with its neighbour. */
export function moveShot(index: number, by: -1 | 1): void {
  const shots = [...storyDraft.value.shots];
  const [moved] = shots.splice(index, 1);
  if (moved) shots.splice(Math.max(0, index + by), 0, moved);
  changeStory({ shots });
}

export function addShot(): void {
  if (storyDraft.value.shots.length < MOST_SHOTS) changeStory({ shots: [...storyDraft.value.shots, { shows: '', caption: '', says: '', who: '' }] });
}

export function checkContinuity(): void {
  attempt(() => check(effects), { retry: checkContinuity });
}

export function redoShot(index: number, fix: string): void {
  attempt(() => stoppably((_signal, abort) => redo(effects, abort, index, fix)), { retry: () => redoShot(index, fix) });
}

export function placeStoryboard(): void {
  attempt(() => place(effects), { retry: placeStoryboard });
}

export function closeStoryboard(): void {
  if (story.value?.doing === '') story.value = null;
}
