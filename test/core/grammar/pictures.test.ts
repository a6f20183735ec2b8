// Pictures in words without AI: only what was measured or lies in text layers is said.
import { describe, expect, it } from 'vitest';
import { answerByRules } from '../../../src/core/grammar/answer.ts';
import { describeByMeasures } from '../../../src/core/grammar/describe.ts';
import { sketchByMeasures } from '../../../src/core/grammar/sketch.ts';
import { askedFields } from '../../../src/core/studio/asked.ts';
import { TARGET_ORDER } from '../../../src/core/studio/targets.ts';
import type { LayerText, Reading } from '../../../src/core/studio/tasks.ts';
import { SOME_MEASURES, changeTask, describeTask, expandTask, sketchTask } from '../../support/studio.ts';

const LAYERS: readonly LayerText[] = [
  { name: 'Headline', characters: 'Slow {journeys}', box: { top: 100, left: 100, bottom: 200, right: 500 } },
  { name: 'Price', characters: 'from $12', box: { top: 550, left: 150, bottom: 600, right: 300 } },
];

describe('a description', () => {
  it.each(['recreate', 'style', 'light', 'objects'] as const)('[GR12] "%s" fills fields of its own and no other', (reading: Reading) => {
    const task = describeTask({ reading, layers: LAYERS });
    const { fields } = describeByMeasures(task, SOME_MEASURES);
    expect(Object.keys(fields).length).toBeGreaterThan(0);
    expect(Object.keys(fields).filter((id) => !askedFields(task).includes(id as 'subject'))).toEqual([]);
  });

  it('[GR13] says what was measured, and words of layers in quotes, without braces of theirs', () => {
    const { fields } = describeByMeasures(describeTask({ layers: LAYERS }), SOME_MEASURES);
    expect(fields).toMatchObject({
      subject: 'two masses on off-white ground, the largest deep teal',
      palette: 'mostly off-white, with deep teal and orange',
      lighting: 'bright, moderate contrast, brightest at the left',
      camera: 'mostly horizontal lines, detail heaviest at the lower left',
      text: '“Slow ’journeys’” and “from $12”',
    });
    expect(JSON.stringify(fields)).not.toMatch(/[{}|]\w/);
  });

  it('[GR14] lists masses and words with their boxes, and how each stands to the one before', () => {
    const { objects, relations } = describeByMeasures(describeTask({ reading: 'objects', layers: LAYERS }), SOME_MEASURES);
    expect(objects.map(({ name }) => name)).toEqual(['a deep teal area', 'a orange area', 'the words “Slow ’journeys’”', 'the words “from $12”'].map((name) => name.replace('a orange', 'an orange')));
    expect(relations).toEqual([{ from: 1, relation: 'right of', to: 0 }, { from: 2, relation: 'left of', to: 1 }, { from: 3, relation: 'below', to: 2 }]);
  });

  it('[GR15] has alt text of at most 125 characters, with the first words of the layers', () => {
    const long = [{ ...LAYERS[0], name: 'x', characters: 'word '.repeat(80), box: { top: 0, left: 0, bottom: 10, right: 10 } }];
    expect(describeByMeasures(describeTask({ layers: LAYERS }), SOME_MEASURES).altText).toBe('Picture in off-white and deep teal with the words “Slow ’journeys’”');
    expect(describeByMeasures(describeTask({ layers: long }), SOME_MEASURES).altText.length).toBeLessThanOrEqual(125);
  });
});

describe('a sketch', () => {
  it.each(TARGET_ORDER)('[GR16] as %s gets that look, the wish its own words', (target) => {
    const { reads, keeps, fields } = sketchByMeasures(sketchTask({ wish: 'a brass lamp on a desk', target, layers: LAYERS }), SOME_MEASURES);
    expect(fields).toMatchObject({ subject: 'a brass lamp', environment: 'on a desk' });
    expect(fields.style).toBeTruthy();
    expect(reads).toBe('A drawing of two parts, mostly horizontal lines, heaviest at the lower left.');
    expect(keeps.length).toBeGreaterThanOrEqual(2);
    expect(keeps.length).toBeLessThanOrEqual(8);
    expect(keeps).toContain('the lettering “Slow ’journeys’”');
  });

  it('[GR17] a wish in another language gets no word of ours in the fields', () => {
    expect(sketchByMeasures(sketchTask({ wish: 'eine Lampe aus Messing und Glas' }), SOME_MEASURES).fields).toEqual({ subject: 'eine Lampe aus Messing und Glas' });
  });

  it('[GR18] without a wish the sketch itself is the subject', () => {
    expect(sketchByMeasures(sketchTask({ wish: '' }), SOME_MEASURES).fields.subject).toBe('what the sketch shows: two parts in the same places');
  });
});

it('[GR19] every task has an answer of its own kind; one that looks at a picture needs its measures', () => {
  for (const task of [expandTask(), changeTask(), describeTask(), sketchTask()]) expect(answerByRules(task, SOME_MEASURES).is).toBe(task.is);
  expect(() => answerByRules(describeTask(), null)).toThrow(RangeError);
});
