// Answers of text models that are kept, by their question.
import { describe, expect, it } from 'vitest';
import { ANSWER_LIMITS, answerKey, readAnswers, withAnswer } from '../../../src/core/studio/answers.ts';
import type { KeptAnswer } from '../../../src/core/studio/answers.ts';
import { changeTask, describeTask, expandTask } from '../../support/studio.ts';

const kept = (key: string, text = 'words', atMs = 1): KeptAnswer => ({ key, atMs, text });
const keysOf = (answers: readonly KeptAnswer[]) => answers.map(({ key }) => key);

describe('the key of a question', () => {
  it('[AK1] is equal for equal questions, whatever the dice of rules', () => {
    expect(answerKey(expandTask({ idea: 'a cat', seed: 1 }), 'flash', [])).toBe(answerKey(expandTask({ idea: 'a cat', seed: 2 }), 'flash', []));
    expect(answerKey(expandTask(), 'flash', [])).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[AK2] differs with the words, the model, the pictures and their order', () => {
    const keys = [
      answerKey(expandTask({ idea: 'a cat' }), 'flash', []),
      answerKey(expandTask({ idea: 'a dog' }), 'flash', []),
      answerKey(expandTask({ idea: 'a cat', count: 4 }), 'flash', []),
      answerKey(expandTask({ idea: 'a cat' }), 'pro', []),
      answerKey(changeTask(), 'flash', []),
      answerKey(describeTask(), 'flash', ['a', 'b']),
      answerKey(describeTask(), 'flash', ['b', 'a']),
      answerKey(describeTask({ reading: 'style' }), 'flash', ['a', 'b']),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the list', () => {
  it('[AK3] holds one answer a question, the newest last', () => {
    expect(withAnswer([kept('a', 'old'), kept('b')], kept('a', 'new'))).toEqual([kept('b'), kept('a', 'new')]);
  });

  it('[AK4] lets the oldest go where it gets too many or too long, and keeps no answer beyond measure', () => {
    const many = Array.from({ length: ANSWER_LIMITS.count }, (_, at) => kept(`k${at}`));
    expect(keysOf(withAnswer(many, kept('new')))).toEqual([...keysOf(many).slice(1), 'new']);
    const long = 'x'.repeat(ANSWER_LIMITS.each);
    const most = Math.floor(ANSWER_LIMITS.all / ANSWER_LIMITS.each);
    let answers: readonly KeptAnswer[] = [];
    for (let at = 0; at <= most; at += 1) answers = withAnswer(answers, kept(`k${at}`, long));
    expect(keysOf(answers)).toEqual(Array.from({ length: most }, (_, at) => `k${at + 1}`));
    expect(withAnswer([kept('a')], kept('b', `${long}x`))).toEqual([kept('a')]);
  });

  it.each([null, 'x', [], { version: 2, answers: [] }, { version: 1, answers: [{ key: 'a' }] }])('[AK5] counts as empty where it cannot be read: %j', (stored) => {
    expect(readAnswers(stored)).toEqual([]);
    expect(readAnswers({ version: 1, answers: [kept('a')] })).toEqual([kept('a')]);
  });
});
