// Who and what is named in a prompt: real people, brands, characters, children, and people of whom nothing is said.
import { describe, expect, it } from 'vitest';
import { choicesOf, combination, countCombinations, spreadCombinations } from '../../../src/core/alternatives.ts';
import { checkPrompt } from '../../../src/core/checks/checkPrompt.ts';
import { applyEdits } from '../../../src/core/checks/finding.ts';
import { BRANDS, CHARACTERS, REAL_PEOPLE } from '../../../src/core/checks/names.ts';
import { spreadGroup } from '../../../src/core/checks/spread.ts';

const context = { maxTokens: null, count: 4 };
const codes = (text: string) => checkPrompt(text, context).map(({ code }) => code);
const mended = (text: string, label: string) => {
  const fix = checkPrompt(text, context).flatMap(({ fixes }) => fixes).find((each) => each.label === label);
  return fix?.is === 'edit' ? applyEdits(text, fix.edits) : `no fix "${label}"`;
};

describe('names', () => {
  it.each([
    ['Taylor Swift on a red chair', 'REAL_PERSON', 'Say “a pop singer”', 'a pop singer on a red chair'],
    ['ELON MUSK’s garage', 'REAL_PERSON', 'Say “a founder of a technology company”', 'a founder of a technology company’s garage'],
    ['a bottle of Coca-Cola on ice', 'BRAND', 'Say “a cola drink”', 'a bottle of a cola drink on ice'],
    ['a McDonald’s at night', 'BRAND', 'Say “a fast-food restaurant”', 'a fast-food restaurant at night'],
    ['Mickey Mouse in a boat', 'CHARACTER', 'Say “a cartoon mouse”', 'a cartoon mouse in a boat'],
  ])('[LC7] “%s” is %s; “%s” leaves the name out', (text, code, label, after) => {
    expect(codes(text)).toEqual([code]);
    expect(mended(text, label)).toBe(after);
    expect(codes(after).filter((each) => each === code)).toEqual([]);
  });

  it('[LC8] the longest name at a place is told, once', () => {
    expect(checkPrompt('a baby yoda toy and SpongeBob SquarePants', { ...context, count: 1 }).map(({ message }) => message.split(' belongs')[0])).toEqual(['baby yoda', 'SpongeBob SquarePants']);
  });

  it('[LC7] tables are in lower case with straight apostrophes, and no fix names a name', () => {
    const names = [REAL_PEOPLE, BRANDS, CHARACTERS].flatMap((table) => Object.keys(table));
    expect(names.filter((name) => name !== name.toLowerCase() || name.includes('’'))).toEqual([]);
    expect([REAL_PEOPLE, BRANDS, CHARACTERS].flatMap((table) => Object.values(table)).filter((instead) => codes(instead).some((code) => /PERSON|BRAND|CHARACTER/.test(code)))).toEqual([]);
    expect(names.length).toBeGreaterThan(150);
  });
});

describe('people without attributes', () => {
  it('[LC9] one person becomes another one in each picture', () => {
    const text = mended('A doctor at a desk', 'Spread over the pictures');
    expect(countCombinations(text)).toBe(4);
    const prompts = spreadCombinations(text, 4).map((index) => combination(text, index));
    expect(prompts[0]).toBe('A doctor, a Black woman in her thirties, at a desk');
    expect(new Set(prompts).size).toBe(4);
    expect(codes(text)).toEqual([]);
  });

  it('[LC9] several people become varied in each picture', () => {
    expect(mended('A team around a table', 'Spread ages, skin tones and genders')).toBe('A team of varied ages, skin tones and genders around a table');
  });

  it.each([2, 3, 4, 6, 8])('[LC10] the first %i kinds are mixed', (count) => {
    const kinds = Array.from({ length: count }, (_, index) => choicesOf(spreadGroup(count), index)[0] ?? '');
    expect(new Set(kinds).size).toBe(count);
    const women = kinds.filter((kind) => kind.includes('woman')).length;
    expect(Math.abs(women - count / 2)).toBeLessThanOrEqual(0.5);
    expect(new Set(kinds.map((kind) => kind.replace(/^an? /, '').split(/ (?:wo)?man/)[0])).size).toBeGreaterThanOrEqual(Math.min(count, 5));
  });
});

describe('children', () => {
  it.each(['two children playing football on a green', 'a baby asleep in a cot', 'a girl with a water gun and a boy with a toy rifle', 'a child at the beach with a bucket', 'a nude statue in a museum', 'a 40-year-old woman in lingerie'])(
    '[LC11] “%s” is no finding', (text) => {
      expect(checkPrompt(text, { ...context, count: 1 }).filter(({ code }) => code === 'MINOR')).toEqual([]);
    });

  it.each(['a nude girl', 'a teenager, seductive pose', 'a 16 year old in lingerie', 'a 12-year-old, topless', 'a model aged 15, sensual'])('[LC11] “%s” cannot be sent, and cannot be kept', (text) => {
    const [found] = checkPrompt(text, { ...context, count: 1 }).filter(({ code }) => code === 'MINOR');
    expect([found?.isBlocking, found?.fixes.some((fix) => fix.is === 'keep')]).toEqual([true, false]);
    const [fix] = found?.fixes ?? [];
    expect(fix?.is === 'edit' && checkPrompt(applyEdits(text, fix.edits), context).filter(({ code }) => code === 'MINOR')).toEqual([]);
  });

  it('[LC11] with weapons, drugs or swimwear they can be mended either way', () => {
    expect(mended('Two boys with guns in a yard', 'Make them adults')).toBe('Two men with guns in a yard');
    expect(mended('a girl with a cigarette', 'Take out “cigarette”')).toBe('a girl with a');
    expect(codes('Two boys with guns in a yard')).toContain('MINOR');
  });
});

it('[LC12] words in quotation marks are mended by nothing', () => {
  expect(codes('A poster that says “Taylor Swift, a bat, masterpiece”')).toEqual([]);
  expect(codes('A poster that says “{name}”')).toEqual(['PLACEHOLDER']);
});

it.each([
  'a quiet harbour at dawn, two boats, mist', 'an apple on a wooden table', 'a shell on the beach', 'a target board with arrows', 'the amazon river from above', 'a virgin forest', 'an oracle in a cave',
  'a jaguar in the jungle, spotted animal', 'orange slices on ice', 'a dove on a branch', 'mars over a red desert', 'a focus on hands', 'a beetle on a leaf', 'a fox in snow', 'the gap between two walls',
  'a polo match at noon', 'a mini skirt on a hanger', 'a visa stamp in a passport', 'a puma on a rock', 'a sky full of kites', 'a corona of light', 'a subway entrance at night', 'a tide pool',
  'a white ceramic vase with dried grass', 'isometric kitchen with pastel cabinets', 'gradient mesh in teal and sand', 'a child reading under a lamp', 'kids’ room with wooden toys', 'a baby elephant by a river',
  'a girl with a pearl earring, oil painting', 'an old man playing chess', 'a woman in a red coat in the rain', 'hand holding a phone, blank screen', 'prince and princess in a paper theatre',
  'a king on a chessboard', 'a bond paper texture', 'a holmes stove', 'tesla coil with sparks', 'a galaxy of stars', 'a superhero cape on a chair', 'a mouse trap made of brass, cheese', 'bricks in a wall',
  'a cola bottle cap', 'a sneaker on concrete', 'a laptop on a desk', 'a smart watch face', 'a hotel lobby with plants', 'a garfield street sign', 'an omega letter in stone', 'shark fin in calm water',
])('[LC13] “%s” gives no finding of these kinds', (text) => {
  expect(checkPrompt(text, { ...context, count: 1 }).filter(({ code }) => ['REAL_PERSON', 'BRAND', 'CHARACTER', 'MINOR'].includes(code))).toEqual([]);
});
