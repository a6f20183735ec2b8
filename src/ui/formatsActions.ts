// Everything that the recipe "Every format" can do, by name. What it starts lives in ui/run/formats.
import { attempt, stoppably } from './attempt.ts';
import { makeFormats, putIntoFrames as put } from './run/formats/formats.ts';
import { keepDraft } from './run/keepDraft.ts';
import { refuseUnfit } from './run/refuseUnfit.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import { ownWords } from './store/draft.ts';
import { changeFormats, formatFrames, formatting } from './store/formats.ts';
import { shownPanels } from './store/session.ts';

export { changeFormats };

export function startFormats(): void {
  if (formatFrames.value.length === 0) return say('Select the approved picture and the frames it should fit');
  attempt(async () => {
    refuseUnfit(ownWords.value);
    keepDraft(effects);
    shownPanels.value = [...new Set([...shownPanels.value, 'formats' as const])];
    await stoppably((_signal, abort) => makeFormats(effects, abort));
  }, { retry: startFormats });
}

export function putIntoFrames(): void {
  attempt(() => put(effects), { retry: putIntoFrames });
}

export function closeFormats(): void {
  if (formatting.value && !formatting.value.isRunning) formatting.value = null;
}
