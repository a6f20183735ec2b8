// Everything that the recipe "Mood board" can do, by name. What it starts lives in ui/run/moodBoard.
import { attempt } from './attempt.ts';
import { keepDraft } from './run/keepDraft.ts';
import { makeMoodBoard, placeMoodBoard as place } from './run/moodBoard/moodBoard.ts';
import { refuseUnfit } from './run/refuseUnfit.ts';
import { effects } from './run/world.ts';
import { ownWords } from './store/draft.ts';
import { mood, moodDraft } from './store/moodBoard.ts';
import { shownPanels } from './store/session.ts';

export const setMoodCount = (count: number) => void (moodDraft.value = { count });

export function startMoodBoard(): void {
  attempt(async () => {
    refuseUnfit(ownWords.value);
    keepDraft(effects);
    shownPanels.value = [...new Set([...shownPanels.value, 'moodBoard' as const])];
    await makeMoodBoard(effects);
  }, { retry: startMoodBoard });
}

export function placeMoodBoard(): void {
  attempt(() => place(effects), { retry: placeMoodBoard });
}

export function closeMoodBoard(): void {
  if (mood.value && !mood.value.isRunning) mood.value = null;
}
