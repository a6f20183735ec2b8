// Answers of text models, kept on this computer by their question. What cannot be kept is asked again, no more: nothing is said.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { readAnswers, withAnswer } from '../core/studio/answers.ts';
import { forget, load, save } from './storage.ts';

export async function findAnswer({ key }: CallInput<'findAnswer'>): Promise<CallOutput<'findAnswer'>> {
  const kept = (await loadAnswers()).find((answer) => answer.key === key);
  return { found: kept ? { text: kept.text, atMs: kept.atMs } : null };
}

export async function keepAnswer(answer: CallInput<'keepAnswer'>): Promise<Record<string, never>> {
  const answers = withAnswer(await loadAnswers(), answer);
  await save('answers', { version: 1, answers: [...answers] }).catch(() => undefined);
  return {};
}

export async function forgetAnswers(): Promise<void> {
  await forget('answers');
}

async function loadAnswers() {
  return readAnswers(await load('answers').catch(() => null));
}
