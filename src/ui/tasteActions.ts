// The taste profile and what ratings taught: written, changed, kept, and taken back.
import { readEntry } from '../core/history/entry.ts';
import { shortened, tasteFrom } from '../core/taste/note.ts';
import { attempt } from './attempt.ts';
import { loadHistory } from './run/history/history.ts';
import { saveChoices } from './run/history/learn.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import { history } from './store/history.ts';
import { fileTaste, settings } from './store/session.ts';
import { tasteText } from './store/taste.ts';

/** Out of all rated results that this computer remembers; what was there is written over. */
export function writeTaste(): void {
  attempt(async () => {
    if (history.value === null) await loadHistory(effects);
    const rated = (history.value ?? []).filter(({ rating }) => rating !== 0);
    const text = tasteFrom(rated.flatMap((entry) => readEntry(entry) ?? []));
    if (text === '') return say(rated.length === 0 ? 'Nothing is rated yet: press Good or Bad on results' : 'The ratings say nothing clear yet: rate some more');
    setTaste(text);
    say(`Written from ${rated.length} ratings`);
  }, { retry: writeTaste });
}

/** Words beyond the limit are cut. */
export function setTaste(text: string): void {
  const kept = shortened(text);
  if (fileTaste.value === null) return saveChoices(effects, { taste: { ...settings.value.taste, text: kept } });
  keepInFile(kept);
}

export const useTaste = (isOn: boolean) => saveChoices(effects, { taste: { ...settings.value.taste, isOn } });

/** For all files, or as a profile of this file alone, which begins as a copy. */
export function keepTaste(where: 'all' | 'file'): void {
  if (where === 'file' && fileTaste.value === null) keepInFile(tasteText.value);
  if (where === 'all' && fileTaste.value !== null) keepInFile(null);
}

export function forgetRatings(): void {
  saveChoices(effects, { tierRatings: {} });
  say('What ratings taught is forgotten; the ratings themselves stay in the history');
}

export function forgetRule(task: string): void {
  saveChoices(effects, { modelRules: settings.value.modelRules.filter((rule) => rule.task !== task) });
}

function keepInFile(text: string | null): void {
  attempt(async () => {
    await effects.client.call('saveFileTaste', { text });
    fileTaste.value = text;
  }, { retry: () => keepInFile(text) });
}
