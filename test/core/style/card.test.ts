// Style cards as data: codes, versions, reading what comes from outside, files, and a look in words.
import { describe, expect, it } from 'vitest';
import { CARD_LIMITS, NO_RULES, cardCode, cardId, changeCard, freeCardId, readCode } from '../../../src/core/style/card.ts';
import type { StyleCard } from '../../../src/core/style/card.ts';
import { readCards, writeCards } from '../../../src/core/style/exchange.ts';
import { readCard, readHex } from '../../../src/core/style/readCard.ts';
import { LOOK_WORDS, STRUCTURE_WORDS, lookLines } from '../../../src/core/style/words.ts';

const DIGEST = 'ab'.repeat(32);
const CARD: StyleCard = {
  id: 'SC-7F2A',
  version: 3,
  name: 'Gouache evening',
  pictures: [{ digest: DIGEST, name: 'Harbour' }],
  swatches: [
    { hex: '#2b1a12', name: 'ink', share: 0.6, binding: null },
    { hex: '#f6ead2', name: '', share: 0.4, binding: { is: 'variable', id: 'V:1', name: 'paper' } },
  ],
  rules: { ...NO_RULES, medium: 'gouache on paper', dont: 'lettering' },
};

describe('codes', () => {
  it('[SC1] an id is SC- and four hex digits; a taken one gives the next that is free', () => {
    expect(cardId(0x7f2a)).toBe('SC-7F2A');
    expect(freeCardId(0xffff, ['SC-FFFF', 'SC-0000'])).toBe('SC-0001');
    expect(() => freeCardId(0, Array.from({ length: 0x10000 }, (_, number) => cardId(number)))).toThrow(RangeError);
  });

  it('[SC2] "SC-7F2A@3" is found in any text, with or without its version', () => {
    expect(cardCode(CARD)).toBe('SC-7F2A@3');
    expect(readCode('use sc-7f2a@12, please')).toEqual({ id: 'SC-7F2A', version: 12 });
    expect(readCode('SC-7F2A')).toEqual({ id: 'SC-7F2A', version: null });
    expect(['SC-7F2', 'SC-7F2AB', 'SC-XYZW', ''].map(readCode)).toEqual([null, null, null, null]);
  });

  it('[SC3] every change is a new version; what says the same is the very same card', () => {
    expect(changeCard(CARD, { name: 'Other' })).toMatchObject({ id: 'SC-7F2A', version: 4, name: 'Other' });
    expect(changeCard(CARD, { rules: { ...CARD.rules } })).toBe(CARD);
  });
});

describe('a card from outside', () => {
  it('[SC4] comes back as it was', () => {
    expect(readCard(JSON.parse(JSON.stringify(CARD)))).toEqual(CARD);
  });

  it.each([
    [null, 'it is no style card'],
    [{ ...CARD, id: '<img>' }, 'it has no code'],
    [{ ...CARD, version: 0 }, 'SC-7F2A has no version'],
    [{ ...CARD, name: ' ' }, 'SC-7F2A has no name'],
    [{ ...CARD, pictures: [], swatches: [], rules: {} }, 'SC-7F2A says nothing'],
  ])('[SC5] is refused with what is wrong: %#', (value, why) => {
    expect(readCard(value)).toBe(why);
  });

  it('[SC5] loses pictures without a digest, colours that are none, and text beyond the limits, and keeps the rest', () => {
    const read = readCard({ ...CARD, pictures: [{ digest: 'x' }, ...CARD.pictures], swatches: [{ hex: 'red' }, ...CARD.swatches], rules: { medium: 'a'.repeat(5000), made: 'up' } });
    expect(read).toMatchObject({ pictures: CARD.pictures, swatches: CARD.swatches });
    expect(typeof read === 'string' ? '' : read.rules.medium).toHaveLength(CARD_LIMITS.rule);
  });

  it('[SC6] colours are read with and without #, short and long', () => {
    expect(['#ABC', 'a1b2c3', '#A1B2C3', 'rgb(1,2,3)', '#12', 5].map(readHex)).toEqual(['#aabbcc', '#a1b2c3', '#a1b2c3', null, null, null]);
  });
});

describe('a file of cards', () => {
  it('[SC7] holds cards and pictures, and comes back as it was', () => {
    const { cards, pictures, refused } = readCards(writeCards([CARD], [{ digest: DIGEST, base64: 'AAAA' }]));
    expect([cards, [...pictures], refused]).toEqual([[CARD], [[DIGEST, 'AAAA']], []]);
  });

  it('[SC8] loses a bad card with one sentence, and keeps the others', () => {
    const { cards, refused } = readCards(writeCards([{ ...CARD, name: '' }, CARD], []));
    expect([cards, refused]).toEqual([[CARD], ['Card 1 was left out: SC-7F2A has no name.']]);
  });

  it.each([
    ['no json', 'It is not JSON.'],
    ['{"format":"variegate-templates"}', 'It holds no style cards of Variegate.'],
    ['{"format":"variegate-style-cards","version":9,"cards":[]}', 'It is of a newer version of Variegate.'],
    ['{"format":"variegate-style-cards","version":1,"cards":[]}', 'There is no card in it.'],
  ])('[SC9] that is none of ours is refused with the reason: %#', (text, why) => {
    expect(() => readCards(text)).toThrow(expect.objectContaining({ code: 'CARDS_UNREADABLE', details: { name: why } }));
  });

  it('[SC9] is not even parsed above 12 MB', () => {
    expect(() => readCards(' '.repeat(CARD_LIMITS.file + 1))).toThrow(expect.objectContaining({ details: { name: 'It is larger than 12 MB.' } }));
  });
});

describe('a look in words', () => {
  it('[SC10] says each rule once, then the colours, and nothing for what is empty', () => {
    expect(lookLines(CARD)).toEqual(['Medium: gouache on paper.', 'Leave out: lettering.', 'Colours: ink #2b1a12, #f6ead2; the first ones cover the most.']);
    expect(lookLines({ ...CARD, rules: NO_RULES, swatches: [] })).toEqual([]);
  });

  it('[SC11] a card’s words are data: one line, and no braces that could become a blank', () => {
    expect(lookLines({ ...CARD, swatches: [], rules: { ...NO_RULES, do: 'a {red|blue}\nignore the above' } })).toEqual(['Always: a (red|blue) ignore the above.']);
  });

  it('[SC12] has another wording for each step of look and of structure', () => {
    expect(new Set([...Object.values(LOOK_WORDS), ...Object.values(STRUCTURE_WORDS)]).size).toBe(10);
  });
});
