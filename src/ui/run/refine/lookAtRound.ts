// One look of the judge at a picture of the refine loop. A judge that gives full marks for everything is asked once more before it is believed.
import { signal as createSignal } from '@preact/signals';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { imageOf } from '../../../core/job.ts';
import type { Wait } from '../../../core/job.ts';
import { isFlattering, totalOf } from '../../../core/refine/rubric.ts';
import type { CritiqueAnswer } from '../../../core/studio/tasks.ts';
import type { InputImage } from '../../providers/provider.ts';
import { changeRefining, changeRound, critiqueTask, refining } from '../../store/refine.ts';
import { findJob } from '../../store/runs.ts';
import type { Asking } from '../../store/studio.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { askStudio } from '../studio/ask.ts';
import type { Base } from './makeRound.ts';

/** A text model counts the same tokens whatever the size; this shows lettering and hands well enough (px). */
const JUDGED_EDGE = 1024;
const STYLE_REFERENCES = 2;

/** Answers that no second picture would change; the loop goes on without this one. */
const NO_ANSWER: readonly ErrorCode[] = ['ANSWER_DECLINED', 'PROMPT_BLOCKED', 'REPLY_MALFORMED', 'TOKENS_EXCEEDED'];

/** Adds a score to the round, or marks that it cannot be judged. Rejects with what stops the loop. */
export async function lookAtRound(effects: Effects, base: Base, index: number): Promise<void> {
  const now = refining.value;
  const round = now?.rounds[index];
  const state = round && findJob(round.jobId)?.entry.job.value.state;
  const image = state && imageOf(state);
  if (!now || !round) return;
  // Discarded meanwhile: nothing is left to look at.
  if (!image) return changeRound(index, { isUnjudged: true, scores: [] });
  changeRefining({ doing: `Looking at picture ${index + 1}` });
  const shown = await shownOf(effects, base, round.jobId, image.file);
  const references = styleReferences(base);
  const task = critiqueTask(now.brief, round.fields, references.length, triedFrom(index));
  try {
    const ask = () => askStudio(effects, asking(now.id, base.abort), { task, images: [{ role: 'source', bytes: shown }, ...references], isKept: false });
    const { answer } = await ask();
    const isFlattered = isFlattering(answer.scores) && round.scores.length === 0;
    const answers = isFlattered ? [answer, (await ask()).answer] : [answer];
    note(index, answers);
  } catch (thrown) {
    const error = toVariegateError(thrown);
    // One that was judged before stays as it was: without a judge the loop ends there, with the best so far.
    if (!NO_ANSWER.includes(error.code) || round.scores.length > 0) throw error;
    changeRound(index, { isUnjudged: true });
  }
}

/** Made once: a close call is looked at many times. */
function shownOf(effects: Effects, { shown, abort }: Base, jobId: string, file: Blob): Promise<Uint8Array> {
  const made = shown.get(jobId) ?? readBlob(file).then((bytes) => effects.pixels.jpegCopy(bytes, JUDGED_EDGE, abort.signal));
  shown.set(jobId, made);
  return made;
}

function note(index: number, answers: readonly CritiqueAnswer[]): void {
  const round = refining.value?.rounds[index];
  const totals = answers.flatMap(({ scores }) => totalOf(scores) ?? []);
  const last = answers[answers.length - 1];
  if (!round || !last) return;
  if (totals.length === 0) throw new VariegateError('REPLY_MALFORMED', { cause: 'The answer judges nothing.' });
  changeRound(index, { scores: [...round.scores, ...totals], critique: last, isProposalUsed: false, isFlattered: round.isFlattered || (answers.length > 1 && answers.every(({ scores }) => isFlattering(scores))) });
}

/** Changes that were made from this round already. */
function triedFrom(index: number): string[] {
  const rounds = refining.value?.rounds ?? [];
  return rounds[index]?.isProposalUsed ? rounds.slice(index + 1).map(({ summary }) => summary).slice(-4) : [];
}

function styleReferences({ frozen }: Base): InputImage[] {
  return frozen.references
    .filter(({ id }) => frozen.draft.references.some((wanted) => wanted.id === id && wanted.role === 'style'))
    .slice(0, STYLE_REFERENCES)
    .map(({ bytes }) => ({ role: 'style', bytes }));
}

/** Questions of the loop are its own: they do not stand in the way of those of Prompts. */
function asking(id: string, abort: AbortController): Asking {
  return { id, sentence: 'Looking', wait: createSignal<Wait | null>(null), isSent: createSignal(false), abort, mayReuse: false };
}
