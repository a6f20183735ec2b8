// A question of the prompt studio to a Gemini text model. Options are told as they stream in; everything else comes at once.
// It asks once: repairs, retries and time-outs belong to ui/run.
import type { GenerateContentResponse } from '@google/genai/web';
import type { Usage } from '../../../core/cost.ts';
import { VariegateError } from '../../../core/errors.ts';
import { readAnswer } from '../../../core/studio/read.ts';
import { readPartialOptions } from '../../../core/studio/readOptions.ts';
import type { AnswerTo, ExpandTask, StudioTask } from '../../../core/studio/tasks.ts';
import type { AskReply, CallContext, Question } from '../provider.ts';
import { askParameters } from './askParameters.ts';
import { withClient } from './client.ts';
import type { GeminiEffects } from './client.ts';
import { blockError, isBlocked } from './reasons.ts';
import { readTextPiece } from './reply.ts';
import type { TextPiece } from './reply.ts';
import { readUsage, withUsage } from './usage.ts';

/** All that was heard of an answer so far. */
interface Heard extends TextPiece {
  readonly usage: Usage | null;
}

const NOTHING: Heard = { text: '', finishReason: '', finishMessage: '', blockReason: '', usage: null };
// Eight long options are a tenth of it: more is no answer, and is not kept.
const TEXT_LIMIT = 400_000;

export async function ask<Task extends StudioTask>(
  effects: GeminiEffects,
  question: Question<Task>,
  context: CallContext,
): Promise<AskReply<Task>> {
  const model = question.textModel;
  const tell = teller(question, context.signal);
  let heard = NOTHING;
  const hear = (response: GenerateContentResponse): void => {
    heard = { ...heard, usage: readUsage(response.usageMetadata, model, false) ?? heard.usage };
    heard = { ...heard, ...joined(heard, readTextPiece(response)) };
    tell(heard);
  };
  try {
    return await withClient(effects, context, { model, wants: 'text' }, async ({ models }) => {
      const parameters = askParameters(question);
      if (isStreamed(question.task)) for await (const piece of await models.generateContentStream(parameters)) hear(piece);
      else hear(await models.generateContent(parameters));
      return { answer: settle(question.task, heard), written: isWhole(question.task, heard) ? heard.text : '', usage: heard.usage, model };
    });
  } catch (thrown) {
    throw withUsage(thrown, heard.usage);
  }
}

function isStreamed(task: StudioTask): task is ExpandTask {
  return task.is === 'expand';
}

// A block stands, whatever is sent after it; of other reasons the last one holds.
function joined(heard: TextPiece, piece: TextPiece): TextPiece {
  return {
    text: `${heard.text}${piece.text}`.slice(0, TEXT_LIMIT),
    finishReason: isBlocked(heard.finishReason) ? heard.finishReason : piece.finishReason || heard.finishReason,
    finishMessage: piece.finishMessage || heard.finishMessage,
    blockReason: heard.blockReason || piece.blockReason,
  };
}

/** Tells options whenever they are others than before; never after an abort or a block. */
function teller({ task, onOptions }: Question, signal: AbortSignal): (heard: TextPiece) => void {
  if (!isStreamed(task) || !onOptions) return () => undefined;
  const asked: ExpandTask = task;
  let told = '[]';
  return ({ text, finishReason, blockReason }) => {
    if (signal.aborted || blockReason !== '' || isBlocked(finishReason)) return;
    const options = readPartialOptions(asked, text);
    const now = JSON.stringify(options);
    if (now !== told) onOptions(options);
    told = now;
  };
}

/** An answer that came at once is finished unless it says otherwise; one that streams in has to say so. */
function isWhole(task: StudioTask, { finishReason }: TextPiece): boolean {
  return finishReason === 'STOP' || (finishReason === '' && !isStreamed(task));
}

function settle<Task extends StudioTask>(task: Task, heard: TextPiece): AnswerTo<Task> {
  const { text, finishReason, finishMessage, blockReason } = heard;
  if (blockReason !== '') throw blockError(blockReason);
  if (isBlocked(finishReason)) throw blockError(finishReason);
  if (isWhole(task, heard)) return readAnswer(task, text);
  switch (finishReason) {
    case 'MAX_TOKENS': return readCut(task, text, new VariegateError('TOKENS_EXCEEDED', { name: finishReason }));
    case '': return readCut(task, text, new VariegateError(text === '' ? 'REPLY_MALFORMED' : 'CONNECTION_LOST', { cause: 'The answer has no end.' }));
    default: throw new VariegateError('ANSWER_DECLINED', { name: finishReason, ...(finishMessage === '' ? {} : { cause: finishMessage }) });
  }
}

/** What is complete of an answer that was cut off; `failure` where nothing is. */
function readCut<Task extends StudioTask>(task: Task, text: string, failure: VariegateError): AnswerTo<Task> {
  try {
    return readAnswer(task, text);
  } catch {
    throw failure;
  }
}
