// Sends a question of the prompt studio: chooses the model by the shown rule, holds the limits, waits and tries again like a run,
// and asks once more, with a word about it, when the answer could not be read.
import { isAi } from '../../../core/engines.ts';
import type { ProviderId } from '../../../core/engines.ts';
import { signal } from '@preact/signals';
import { estimateAsk } from '../../../core/askCost.ts';
import { VariegateError, sayWait, toVariegateError } from '../../../core/errors.ts';
import type { Wait } from '../../../core/job.ts';
import { textModel } from '../../../core/model.ts';
import { answerKey } from '../../../core/studio/answers.ts';
import { digestBytes } from '../../../core/digest.ts';
import type { AnswerTo, PromptOption, StudioTask } from '../../../core/studio/tasks.ts';
import type { AskReply, InputImage, Provider, Question } from '../../providers/provider.ts';
import { engine } from '../../store/draft.ts';
import { dayOf } from '../../store/ledger.ts';
import { reusedAnswer, selectedNow } from '../../store/reusedAnswer.ts';
import { asking } from '../../store/studio.ts';
import type { Asking } from '../../store/studio.ts';
import { tierOf } from '../../store/studioPrices.ts';
import { providerOf } from '../effects.ts';
import type { Effects } from '../effects.ts';
import { withFallback } from '../fallback.ts';
import { persist } from '../persist.ts';
import { say } from '../say.ts';

export interface AskOrder<Task extends StudioTask> {
  readonly task: Task;
  readonly images: readonly InputImage[];
  readonly onOptions?: (options: readonly PromptOption[]) => void;
  /** False where the same question is asked for another answer each time: nothing is looked up and nothing kept. */
  readonly isKept?: boolean;
}

/** An answer and who gave it. */
export interface Answered<Task extends StudioTask> {
  readonly answer: AnswerTo<Task>;
  readonly isOffline: boolean;
}

/**
 * Shows that a question is out while `work` runs; one at a time, and a second press says so. Without `mayReuse` the service is asked
 * whatever it answered before. Rejects with what went wrong, after the status line has said that nothing changed.
 */
export async function whileAsking(effects: Effects, sentence: string, work: (asked: Asking) => Promise<void>, mayReuse = true): Promise<void> {
  if (asking.value) return say(`${asking.value.sentence}: wait for it, or cancel`);
  const own: Asking = { id: effects.nextId('ask'), sentence, wait: signal<Wait | null>(null), isSent: signal(false), abort: new AbortController(), mayReuse };
  asking.value = own;
  reusedAnswer.value = null;
  say(sentence);
  try {
    await work(own);
  } catch (thrown) {
    const cancelled = own.isSent.value ? 'Cancelled; the question may still be charged' : 'Cancelled';
    say(own.abort.signal.aborted ? cancelled : 'Nothing changed');
    throw thrown;
  } finally {
    if (asking.value === own) asking.value = null;
  }
}

export async function askStudio<Task extends StudioTask>(effects: Effects, asked: Asking, order: AskOrder<Task>): Promise<Answered<Task>> {
  const provider = engine.value;
  const model = tierOf(order.task, order.images.length).model;
  const { readAgain } = providerOf(effects, provider);
  const key = readAgain && (order.isKept ?? true) ? answerKey(order.task, model, order.images.map(({ bytes }) => digestBytes(bytes))) : null;
  const kept = readAgain && key !== null && asked.mayReuse ? await answerOfBefore(effects, order.task, key, readAgain) : null;
  if (kept) return { answer: kept, isOffline: false };
  const reply = await withFallback({
    model,
    next: textModel(model)?.fallback ?? null,
    ask: (name) => askTwice(effects, asked, order, provider, name),
  });
  if (key !== null && reply.written !== '') void effects.client.call('keepAnswer', { key, atMs: effects.nowMs(), text: reply.written }).catch(() => undefined);
  return { answer: reply.answer, isOffline: !isAi(provider) };
}

type ReadAgain = NonNullable<Provider['readAgain']>;

/** What the same question was answered before, read as strictly as then; null where there is nothing, or it cannot be read. */
async function answerOfBefore<Task extends StudioTask>(effects: Effects, task: Task, key: string, readAgain: ReadAgain): Promise<AnswerTo<Task> | null> {
  const { found } = await effects.client.call('findAnswer', { key }).catch(() => ({ found: null }));
  if (!found) return null;
  try {
    const answer = await readAgain(task, found.text);
    reusedAnswer.value = { task, atMs: found.atMs, selected: selectedNow.value };
    return answer;
  } catch {
    return null;
  }
}

async function askTwice<Task extends StudioTask>(effects: Effects, asked: Asking, order: AskOrder<Task>, provider: ProviderId, model: string): Promise<AskReply<Task>> {
  const question: Question<Task> = { ...order, textModel: model, isRepair: false };
  try {
    return await askOnce(effects, asked, question, provider);
  } catch (thrown) {
    if (toVariegateError(thrown).code !== 'REPLY_MALFORMED') throw thrown;
    say('The answer could not be read; asking once more');
    return askOnce(effects, asked, { ...question, isRepair: true }, provider);
  }
}

async function askOnce<Task extends StudioTask>(effects: Effects, asked: Asking, question: Question<Task>, name: ProviderId): Promise<AskReply<Task>> {
  const provider = providerOf(effects, name);
  const card = textModel(question.textModel);
  const { reply } = await persist<AskReply<Task>>(effects, {
    provider,
    runId: asked.id,
    what: { kind: 'question', model: question.textModel },
    estimateUsd: card ? (estimateAsk(question.task, card, dayOf(effects.nowMs()), question.images.length) ?? 0) : 0,
    signal: asked.abort.signal,
    onWait(wait) {
      asked.wait.value = wait;
      say(`${sayWait(wait)}; the question waits`);
    },
    onSent() {
      if (provider.needsKey) asked.isSent.value = true;
      if (asked.wait.value) say(asked.sentence);
      asked.wait.value = null;
    },
    call: (context) => provider.ask(question, context),
  });
  if (asked.abort.signal.aborted) throw new VariegateError('CANCELLED');
  return reply;
}
