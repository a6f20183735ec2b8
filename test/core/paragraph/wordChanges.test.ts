// Showing what a change did: both texts come out of it to the letter.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordChanges } from '../../../src/core/paragraph/wordChanges.ts';

it('[WP20] a change is shown word by word', () => {
  expect(wordChanges('a ginger cat in a suit', 'a robot cat in a suit')).toEqual([
    { text: 'a ', is: 'same' }, { text: 'ginger', is: 'removed' }, { text: 'robot', is: 'added' }, { text: ' cat in a suit', is: 'same' },
  ]);
  expect(wordChanges('', 'a cat')).toEqual([{ text: 'a cat', is: 'added' }]);
  expect(wordChanges('two shapes on a plain ground', 'a robot cat')).toEqual([{ text: 'two shapes on a plain ground', is: 'removed' }, { text: 'a robot cat', is: 'added' }]);
  expect(wordChanges('', '')).toEqual([]);
});

it('[WP21] same and added are the new text, same and removed the old one', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '猫', ', ', '🐈', '\n'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(fc.property(words, words, (before, after) => {
    const joined = (left: string) => wordChanges(before, after).filter(({ is }) => is !== left).map(({ text }) => text).join('');
    expect(joined('removed')).toBe(after);
    expect(joined('added')).toBe(before);
  }));
});
