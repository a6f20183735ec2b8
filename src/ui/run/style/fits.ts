// How well what was made fits the card: measured by its colours as soon as it is there, and judged by the text model where that is asked
// for. Those that stand apart can be made once more.
import type { StyleCard } from '../../../core/style/card.ts';
import { paletteFit } from '../../../core/style/fit.ts';
import type { InputImage } from '../../providers/provider.ts';
import { findJob } from '../../store/runs.ts';
import { fits } from '../../store/fits.ts';
import { fitOf, worn, wornNow } from '../../store/style.ts';
import type { Worn } from '../../store/style.ts';
import { judgeTask } from '../../store/stylePrices.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from '../studio/ask.ts';
import { picturesOf } from './cards.ts';

/** Of every picture of `runId` that is there. A picture that cannot be measured has no fit; nothing is told of that. */
export async function measureFits(effects: Effects, card: StyleCard, runId: string): Promise<void> {
  for (const each of worn.value.filter((entry) => entry.runId === runId)) {
    const file = fileOf(each);
    if (!file) continue;
    const swatches = await effects.pixels.palette([await readBlob(file)], new AbortController().signal).catch(() => []);
    each.palette.value = paletteFit(swatches, card.swatches);
    showFit(each);
  }
}

/** One question a picture, one after the other; rejects with what went wrong, and keeps what was judged until then. */
export async function judgeFits(effects: Effects, card: StyleCard): Promise<void> {
  const waiting = wornNow.value.filter((each) => each.judged.value === null && fileOf(each) !== null);
  if (waiting.length === 0) return say('Every picture is judged already');
  const references = await picturesOf(effects, card);
  const held = references.map(({ bytes }): InputImage => ({ role: 'style', bytes }));
  await whileAsking(effects, waiting.length === 1 ? 'Judging 1 picture' : `Judging ${waiting.length} pictures`, async (asked) => {
    for (const [index, each] of waiting.entries()) {
      const file = fileOf(each);
      if (!file) continue;
      const bytes = await effects.pixels.jpegCopy(await readBlob(file), JUDGED_EDGE, asked.abort.signal);
      const { answer } = await askStudio(effects, asked, { task: judgeTask(card, held.length), images: [{ role: 'source', bytes }, ...held], isKept: false });
      each.judged.value = answer.scores;
      showFit(each);
      if (waiting.length > 1) say(`${index + 1} of ${waiting.length} judged`);
    }
  });
  say(waiting.length === 1 ? '1 picture judged' : `${waiting.length} pictures judged`);
}

/** A text model counts the same tokens whatever the size; this shows grain and line well enough (px). */
const JUDGED_EDGE = 1024;

function showFit(each: Worn): void {
  const fit = fitOf(each);
  if (fit !== null) fits.value = new Map([...fits.value, [each.jobId, fit]]);
}

function fileOf({ jobId }: Worn): Blob | null {
  const state = findJob(jobId)?.entry.job.value.state;
  return state?.at === 'done' ? state.image.file : null;
}
