// Templates at work, against a world that stores them.
import { beforeEach, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { textsOf } from '../../../src/core/fields.ts';
import { writeTemplates } from '../../../src/core/templates/exchange.ts';
import { applyTemplate, exportTemplates, fillBlank, forgetTemplate, importTemplates, loadTemplates, saveAsTemplate } from '../../../src/ui/run/studio/templates.ts';
import { status } from '../../../src/ui/store/session.ts';
import { editField, fields, steps, takeStep } from '../../../src/ui/store/studio.ts';
import { openBlanks, ownTemplates, templates } from '../../../src/ui/store/templates.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const ownNames = () => (ownTemplates.value ?? []).map(({ name }) => name);

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
});

it('[TP9] saving needs a name and words; one of the same name is replaced', async () => {
  expect(await codeOf(saveAsTemplate(world.effects, 'Mine'))).toBe('PROMPT_EMPTY');
  takeStep('s', 'S', { subject: 'a cat' });
  expect(await codeOf(saveAsTemplate(world.effects, ' \u200B '))).toBe('TEMPLATE_UNNAMED');
  await saveAsTemplate(world.effects, 'Mine');
  takeStep('s2', 'S', { subject: 'a dog' });
  await saveAsTemplate(world.effects, 'Mine');
  expect(ownTemplates.value?.map(({ name, fields: texts }) => [name, texts.subject])).toEqual([['Mine', 'a dog']]);
});

it('[TP10] using one fills unlocked fields as a step, and says which blanks are open', () => {
  takeStep('s', 'S', { subject: 'a cat', action: 'asleep' });
  editField('subject', { isLocked: true });
  applyTemplate(world.effects, 'ours/texture');
  expect(fields.value).toMatchObject({ subject: { text: 'a cat' }, action: { text: '' }, palette: { text: 'the natural tones of {material}' } });
  expect([steps.value.length, status.value, openBlanks.value]).toEqual([2, 'Texture is in the fields; 1 blank to fill in', ['material']]);
  fillBlank('material', 'raw silk');
  expect([textsOf(fields.value).palette, openBlanks.value]).toEqual(['the natural tones of raw silk', []]);
});

it('[TP11] own ones are read once, stand first, and stay when a write is refused', async () => {
  world.stored = { version: 1, templates: [{ id: 'a', name: 'Kept', fields: { subject: 'x' } }] };
  await loadTemplates(world.effects);
  await loadTemplates(world.effects);
  expect(world.calls.filter(({ name }) => name === 'readTemplates')).toHaveLength(1);
  expect(templates.value.slice(0, 2).map(({ name }) => name)).toEqual(['Kept', 'Product shot']);
  world.refuse.set('saveTemplates', new VariegateError('STORAGE_FULL'));
  expect(await codeOf(forgetTemplate(world.effects, 'a'))).toBe('STORAGE_FULL');
  expect(ownNames()).toEqual(['Kept']);
});

it('[TP4] what one person exports another imports, and doubles are replaced', async () => {
  await loadTemplates(world.effects);
  expect(JSON.parse(exportTemplates())).toMatchObject({ templates: { length: 12 } });
  await importTemplates(world.effects, writeTemplates([{ id: 'x', name: 'Theirs', fields: { mood: 'calm' }, isOurs: false }]));
  await importTemplates(world.effects, exportTemplates());
  expect([ownNames(), status.value]).toEqual([['Theirs'], '1 template imported']);
});
