// Which text model is asked and why, and what it will cost.
import { describe, expect, it } from 'vitest';
import { estimateAsk } from '../../src/core/askCost.ts';
import { emptyFields } from '../../src/core/fields.ts';
import { TEXT_MODELS, textModel } from '../../src/core/model.ts';
import type { TextModelCard } from '../../src/core/model.ts';
import { studioSchema } from '../../src/core/studio/schemas.ts';
import { STYLE_CRITERIA } from '../../src/core/studio/judge.ts';
import { studioWords } from '../../src/core/studio/words.ts';
import { TIER_RULES, countPeople, textTier, tierFacts } from '../../src/core/tier.ts';
import type { TierFacts } from '../../src/core/tier.ts';
import { changeTask, critiqueTask, describeTask, expandTask, sketchTask, someFields } from '../support/studio.ts';

const facts = (patch: Partial<TierFacts> = {}): TierFacts => ({ words: 12, people: 0, hasText: false, images: 0, changeWords: null, ...patch });

describe('the tier', () => {
  it.each([
    [{}, 'Flash', 'Nothing here needs Pro: Flash'],
    [{ words: 90, people: 4, hasText: true }, 'Pro', 'Long brief with four people and text: Pro'],
    [{ words: 90, people: 5 }, 'Pro', 'Long brief with five people: Pro'],
    [{ words: 60, hasText: true }, 'Pro', 'Long brief with text: Pro'],
    [{ people: 3, hasText: true }, 'Pro', 'Three people and text: Pro'],
    [{ people: 40, hasText: true }, 'Pro', '40 people and text: Pro'],
    [{ words: 150 }, 'Pro', 'Very long brief: Pro'],
    [{ images: 4 }, 'Pro', 'Four pictures: Pro'],
    [{ words: 149, people: 3, images: 3 }, 'Flash', 'Nothing here needs Pro: Flash'],
    [{ people: 9 }, 'Flash', 'Nothing here needs Pro: Flash'],
    [{ changeWords: 3 }, 'Lite', 'A change of a few words: Lite'],
    [{ changeWords: 4 }, 'Flash', 'Nothing here needs Pro: Flash'],
    [{ changeWords: 3, words: 150 }, 'Pro', 'Very long brief: Pro'],
  ] as const)('[ST70] %j: %s, because "%s"', (patch, role, why) => {
    expect(textTier(facts(patch), 'rule')).toEqual({ role, why });
  });

  it('[ST71] what the designer chose holds against every rule', () => {
    const most = facts({ words: 900, people: 9, hasText: true, images: 9 });
    expect([textTier(most, 'flash'), textTier(facts(), 'pro')]).toEqual([{ role: 'Flash', why: 'You chose Flash' }, { role: 'Pro', why: 'You chose Pro' }]);
  });

  it('[ST72] every row of the table is reached by some brief, and says so in words', () => {
    for (const rule of TIER_RULES) {
      expect(textTier(facts(rule), 'rule').role).toBe('Pro');
      expect(rule.says).toMatch(/^[A-Z][^.]+$/);
    }
  });

  it.each([
    ['', 0], ['a quiet harbour', 0], ['a man and a child on a bench', 2], ['four very old men', 4], ['two women, three children and a dog', 5],
    ['people in a park', 2], ['12 dancers', 12], ['a family at the table', 4], ['a crowd of 5000 people', 99], ['The Woman', 1], ['a portrait of a chef', 1], ['humanity', 0], ['vier Männer', 0],
  ])('[ST73] "%s" speaks of %i people', (text, count) => {
    expect(countPeople(text)).toBe(count);
  });

  it('[ST74] the facts of a task are its words, people, lettering and pictures', () => {
    expect(tierFacts(expandTask({ idea: 'two women under a sign "OPEN"' }), 0)).toEqual({ words: 6, people: 2, hasText: true, images: 0, changeWords: null });
    expect(tierFacts(changeTask({ fields: someFields({ subject: 'a boy', text: 'HELLO' }), words: 'make it night' }), 0)).toEqual({ words: 6, people: 1, hasText: true, images: 0, changeWords: 3 });
    expect(tierFacts(sketchTask({ wish: 'don’t letter it' }), 1)).toEqual({ words: 3, people: 0, hasText: false, images: 1, changeWords: null });
    expect(tierFacts(describeTask(), 4)).toEqual({ words: 0, people: 0, hasText: false, images: 4, changeWords: null });
  });
});

describe('the price of a question', () => {
  const flash = card('gemini-3.8-flash');
  const day = '2026-12-01';

  it('[ST75] is null where the card has no price, and follows the day', () => {
    expect(estimateAsk(expandTask(), card('gemini-3.6-flash'), day)).toBeNull();
    expect(estimateAsk(expandTask(), flash, '2027-01-01')).toBeCloseTo(2 * (estimateAsk(expandTask(), flash, day) ?? 0), 9);
  });

  it('[ST76] counts 1120 tokens for each picture, and one picture where the task looks at one', () => {
    const without = estimateAsk(describeTask(), flash, day, 0) ?? 0;
    expect((estimateAsk(describeTask(), flash, day, 3) ?? 0) - without).toBeCloseTo((3 * 1120 * 0.75) / 1e6, 9);
    expect(estimateAsk(describeTask(), flash, day)).toBe(estimateAsk(describeTask(), flash, day, 1));
    expect(estimateAsk(expandTask(), flash, day)).toBe(estimateAsk(expandTask(), flash, day, 0));
  });

  it('[ST78] the size of a question is within a tenth of the words and the schema that are sent', () => {
    const flat = { ...flash, tokens: { inputUsd: 4, outputUsd: 0 }, tokensFrom: { date: '2999-01-01', tokens: { inputUsd: 4, outputUsd: 0 } } };
    const layers = Array.from({ length: 20 }, (_, at) => ({ name: `Layer ${at}`, characters: 'Some words of a layer', box: { top: 100, left: 200, bottom: 300, right: 400 } }));
    const fields = someFields({ subject: 'a grey cat '.repeat(9), style: 'gouache '.repeat(9) });
    const readings = (['recreate', 'style', 'light', 'objects'] as const).map((reading) => describeTask({ reading, layers }));
    const stages = (['whole', 'core', 'look'] as const).map((stage) => expandTask({ stage, fields, idea: 'an idea '.repeat(40) }));
    for (const task of [...readings, ...stages, ...stages.map((each) => ({ ...each, idea: 'x', fields: emptyFields() })), sketchTask({ layers }), changeTask({ fields }), { is: 'card', words: 'gouache '.repeat(9), pictures: 0, language: 'same' } as const, { is: 'judge', criteria: STYLE_CRITERIA, look: 'Medium: gouache. '.repeat(9), references: 2, language: 'same' } as const, critiqueTask({ fields, brief: 'a cat '.repeat(20) }), { is: 'shots', brief: 'a story '.repeat(20), count: 6, language: 'same' } as const, { is: 'continuity', sheet: 'Mara, a red scarf', shots: Array.from({ length: 6 }, () => 'a wide view of the harbour '), language: 'same' } as const, { is: 'represent', brief: 'two cooks', pictures: 4, language: 'same' } as const]) {
      const sent = studioWords(task, false).length + JSON.stringify(studioSchema(task)).length;
      // At 4 dollars a million tokens of 4 characters, a character is a millionth of a dollar.
      const estimated = (estimateAsk(task, flat, day, 0) ?? 0) * 1e6;
      expect(Math.abs(estimated - sent) / sent).toBeLessThan(0.1);
    }
  });

  it('[ST77] grows with words and with options, and stays under two cents for everything a designer asks at once', () => {
    const of = (task: Parameters<typeof estimateAsk>[0]) => estimateAsk(task, flash, day) ?? 0;
    expect(of(expandTask({ idea: 'word '.repeat(900) }))).toBeGreaterThan(of(expandTask()));
    expect(of(expandTask({ count: 8 }))).toBeGreaterThan(of(expandTask({ count: 1 })));
    expect(of(expandTask({ count: 4, stage: 'look' }))).toBeLessThan(of(expandTask({ count: 4 })));
    for (const task of [expandTask({ count: 8 }), describeTask({ reading: 'objects' }), sketchTask(), changeTask()]) expect([of(task) > 0.0005, of(task) < 0.02]).toEqual([true, true]);
  });
});

function card(id: string): TextModelCard {
  return textModel(id) ?? TEXT_MODELS[0] ?? fail();
}

function fail(): never {
  throw new Error('no card');
}
