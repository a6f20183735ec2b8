// Prompts by rules: nothing of the idea is lost, options differ where they were asked to, nothing locked is touched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ORDER } from '../../../src/core/fields.ts';
import type { FieldId } from '../../../src/core/fields.ts';
import { expandByGrammar } from '../../../src/core/grammar/expand.ts';
import { splitIdea } from '../../../src/core/grammar/splitIdea.ts';
import type { ExpandTask } from '../../../src/core/studio/tasks.ts';
import { expandTask, someFields } from '../../support/studio.ts';

const task = (patch: Partial<ExpandTask> = {}): ExpandTask => ({ ...expandTask(), idea: 'a cat in a small station', count: 4, stage: 'whole', axes: [], seed: 3, ...patch });
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('an idea', () => {
  it.each([
    ['a cat in a small station', { subject: 'a cat', environment: 'in a small station' }],
    ['a red vase on a table, lit by a candle', { subject: 'a red vase', environment: 'on a table', lighting: 'lit by a candle' }],
    ['two boats, at dawn, without people', { subject: 'two boats', lighting: 'at dawn', avoid: 'without people' }],
    ['', {}],
  ])('[GR1] "%s" is told apart by what its clauses begin with', (idea, texts) => {
    expect(splitIdea(idea)).toEqual(texts);
  });

  it('[GR2] loses no word, whatever it says', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (idea) => {
      const found = wordsOf(Object.values(splitIdea(idea)).join(' ')).sort();
      expect(found).toEqual(wordsOf(Object.values(splitIdea(Object.values(splitIdea(idea)).join(', '))).join(' ')).sort());
    }));
    for (const idea of ['a lamp, brass; on oak. No glare', 'in a garden near a wall a fox', 'eine Lampe, auf Holz']) {
      expect(wordsOf(Object.values(splitIdea(idea)).join(' ')).sort()).toEqual(wordsOf(idea).sort());
    }
  });
});

describe('options', () => {
  const looksOf = (patch: Partial<ExpandTask>) => expandByGrammar(task(patch)).options;

  it('[GR3] are as many as are asked for, each with a title and words of its own', () => {
    const options = looksOf({ count: 8 });
    expect(new Set(options.map(({ title }) => title)).size).toBe(8);
    expect(new Set(options.map(({ fields }) => fields.style)).size).toBe(8);
    expect(options.every(({ fields }) => fields.subject === 'a cat')).toBe(true);
  });

  it.each([
    ['colour', ['palette']],
    ['lighting', ['lighting']],
    ['composition', ['camera']],
    ['mood', ['mood']],
    ['style', ['style', 'quality']],
  ] as const)('[GR4] asked for %s alone differ in nothing else', (axis, fields) => {
    const options = looksOf({ axes: [axis] });
    const differing = FIELD_ORDER.filter((id) => new Set(options.map((option) => option.fields[id])).size > 1);
    expect(differing).toEqual(FIELD_ORDER.filter((id) => (fields as readonly FieldId[]).includes(id)));
  });

  it('[GR5] bring locked fields back as they were, and are the same for the same task', () => {
    const fields = { ...someFields(), mood: { text: 'solemn', isLocked: true, emphasis: 0 as const } };
    const options = looksOf({ fields });
    expect(options.map((option) => option.fields.mood)).toEqual(['solemn', 'solemn', 'solemn', 'solemn']);
    expect(looksOf({ fields })).toEqual(options);
    expect(looksOf({ fields, seed: 9 })).not.toEqual(options);
  });

  it.each(['eine Katze auf dem Dach', '宇宙の猫', 'un chat dans la gare'])('[GR6] of an idea in another language (%s) are that idea alone, without a word of ours', (idea) => {
    const options = looksOf({ idea });
    expect(options).toHaveLength(1);
    expect(wordsOf(Object.entries(options[0]?.fields ?? {}).filter(([id]) => !someFields()[id as FieldId].isLocked).map(([, text]) => text).join(' ')).sort()).toEqual(wordsOf(idea).sort());
  });

  it('[GR7] of the core are content alone, of the look the look alone', () => {
    expect(Object.keys(looksOf({ stage: 'core' })[0]?.fields ?? {})).toEqual(['subject', 'environment']);
    expect(Object.keys(looksOf({ stage: 'look' })[0]?.fields ?? {})).toEqual(['lighting', 'palette', 'style', 'camera', 'mood', 'quality']);
  });
});
