// The prompt studio against a world that remembers: what is asked, what is shown, what becomes of the fields, and what Make makes.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { textsOf } from '../../../src/core/fields.ts';
import type { PromptOption } from '../../../src/core/studio/tasks.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { loadRecord } from '../../../src/ui/run/loadRecord.ts';
import { refuseUnfit } from '../../../src/ui/run/refuseUnfit.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { applyChange, changeAnew } from '../../../src/ui/run/studio/change.ts';
import { describeSelection, takeOver } from '../../../src/ui/run/studio/describe.ts';
import { critiqueSelection, takeCritique } from '../../../src/ui/run/studio/critique.ts';
import { expandIdea } from '../../../src/ui/run/studio/expand.ts';
import { freezeStudio } from '../../../src/ui/run/studio/freezeStudio.ts';
import { readSketch } from '../../../src/ui/run/studio/sketch.ts';
import { changeDraft, editsInARow, goLabel, ownWords, sourceResult } from '../../../src/ui/store/draft.ts';
import { runs } from '../../../src/ui/store/runs.ts';
import { selection } from '../../../src/ui/store/selection.ts';
import { key, settings, spentToday, status } from '../../../src/ui/store/session.ts';
import { reusedAnswer, selectedNow } from '../../../src/ui/store/reusedAnswer.ts';
import * as studio from '../../../src/ui/store/studio.ts';
import { changePrice, expandPrice, expandTier } from '../../../src/ui/store/studioPrices.ts';
import { combinations, frame, paragraph, planned, studioGoLabel, wanted } from '../../../src/ui/store/studioRun.ts';
import { imageOf } from '../../../src/core/job.ts';
import { createFakeWorld, hang } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { someEntry } from '../../support/history.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
});

const option = (id: string, title: string, subject: string): PromptOption => ({ id, title, fields: { subject, style: `${title} style` } });
const THREE = [option('o1', 'Quiet', 'a grey cat'), option('o2', 'Loud', 'a red cat'), option('o3', 'Wide', 'a far cat')];
const answersOptions = (options = THREE) => (world.answer = () => Promise.resolve({ is: 'expand', options }));
const titles = () => studio.options.value.map(({ title }) => title);
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const set = (texts: Parameters<typeof studio.takeStep>[2]) => studio.takeStep('first', 'First', texts);
const made = () => startRun(world.effects, freezeStudio(world.effects.nextId('run')));

describe('what stands in the way', () => {
  it('[SU1] is said: no idea, no change, nothing to make, nothing selected', async () => {
    expect(await codeOf(expandIdea(world.effects))).toBe('IDEA_MISSING');
    expect(await codeOf(applyChange(world.effects))).toBe('CHANGE_MISSING');
    expect(() => freezeStudio('r')).toThrowError(expect.objectContaining({ code: 'PROMPT_EMPTY' }));
    selection.value = { ...selection.value, layers: [], count: 0, box: null, refusal: { code: 'NOTHING_SELECTED', name: '' } };
    expect(await codeOf(describeSelection(world.effects))).toBe('NOTHING_SELECTED');
    expect(await codeOf(readSketch(world.effects))).toBe('NOTHING_SELECTED');
    expect(world.asked).toEqual([]);
  });

  it.each(['fields', 'brief'] as const)('[SU2] an open placeholder in the %s is never sent', (where) => {
    if (where === 'fields') set({ subject: 'a {product} on sand' });
    else changeDraft({ brief: 'a {product} on sand' });
    expect(() => (where === 'fields' ? freezeStudio('r') : refuseUnfit(ownWords.value))).toThrowError(expect.objectContaining({ code: 'PROMPT_STOPPED', details: { name: '{product} is not filled in.' } }));
  });
});

describe('Expand', () => {
  beforeEach(() => studio.changeStudio({ idea: 'a cat in space' }));

  it('[SU3] shows options as they come, and the whole ones at the end', async () => {
    const shown: string[][] = [];
    world.answer = (question) => {
      question.onOptions?.(THREE.slice(0, 1));
      shown.push(titles());
      question.onOptions?.(THREE.slice(0, 2));
      shown.push(titles());
      return Promise.resolve({ is: 'expand', options: THREE });
    };
    await expandIdea(world.effects);
    expect([...shown, titles()]).toEqual([['Quiet'], ['Quiet', 'Loud'], ['Quiet', 'Loud', 'Wide']]);
    expect(status.value).toBe('3 options written');
  });

  it('[SU4] asks with the fields, the axes and the language as they are set', async () => {
    set({ mood: 'calm' });
    studio.editField('mood', { isLocked: true });
    studio.changeStudio({ optionCount: 5, language: 'english', axes: ['style'] });
    answersOptions();
    await expandIdea(world.effects);
    expect(world.asked[0]?.task).toMatchObject({ is: 'expand', idea: 'a cat in space', count: 5, axes: ['style'], language: 'english', fields: { mood: { text: 'calm', isLocked: true } } });
    expect(status.value).toBe('3 of 5 options came');
  });

  it('[SU5] built up, asks twice; the core alone stands first to compare with', async () => {
    studio.changeStudio({ buildsUp: true });
    world.answer = ({ task }) => Promise.resolve({ is: 'expand', options: task.is === 'expand' && task.stage === 'core' ? THREE.slice(0, 1) : THREE });
    await expandIdea(world.effects);
    expect(world.asked.map(({ task }) => task.is === 'expand' && [task.stage, task.core.subject])).toEqual([['core', undefined], ['look', 'a grey cat']]);
    expect(titles()).toEqual(['Core, no look yet', 'Quiet', 'Loud', 'Wide']);
  });

  it('[SU6] puts new options before the old ones and keeps what is picked, of many the newest', async () => {
    answersOptions();
    await expandIdea(world.effects);
    studio.togglePicked(studio.options.value[2]?.id ?? '');
    for (let time = 0; time < 9; time += 1) await expandIdea(world.effects);
    expect(studio.picked.value.map(({ title }) => title)).toEqual(['Wide']);
    expect(studio.options.value.length).toBeLessThanOrEqual(25);
    expect(new Set(studio.options.value.map(({ id }) => id)).size).toBe(studio.options.value.length);
  });

  it('[SU7] asks once more where the answer could not be read, then says so; the idea stays', async () => {
    world.answer = () => Promise.reject(new VariegateError('REPLY_MALFORMED'));
    expect(await codeOf(expandIdea(world.effects))).toBe('REPLY_MALFORMED');
    expect(world.asked.map(({ isRepair }) => isRepair)).toEqual([false, true]);
    expect([studio.studioDraft.value.idea, status.value, studio.asking.value]).toEqual(['a cat in space', 'Nothing changed', null]);
  });

  it('[SU8] keeps the whole options of an answer that breaks off', async () => {
    world.answer = (question) => {
      question.onOptions?.(THREE);
      return Promise.reject(new VariegateError('CONNECTION_LOST'));
    };
    expect(await codeOf(expandIdea(world.effects))).toBe('CONNECTION_LOST');
    expect(titles()).toEqual(['Quiet', 'Loud']);
  });

  it('[SU9] one question at a time; cancelled, it says what may be charged', async () => {
    world.answer = (_question, signal) => hang(signal);
    const first = codeOf(expandIdea(world.effects));
    await expandIdea(world.effects);
    expect(status.value).toBe('Writing 3 options: wait for it, or cancel');
    await new Promise((resolve) => setTimeout(resolve, 5));
    studio.asking.value?.abort.abort();
    expect(await first).toBe('CANCELLED');
    expect(status.value).toBe('Cancelled; the question may still be charged');
    expect(world.asked).toHaveLength(1);
  });
});

describe('the same question again', () => {
  const CHANGED = { is: 'change', fields: { subject: 'a robot cat' }, summary: 'Robot cat' } as const;
  const asks = () => world.asked.length;
  const OPTIONS = JSON.stringify({ options: THREE.map(({ title, fields }) => ({ title, fields })) });

  beforeEach(() => {
    studio.changeStudio({ idea: 'a cat in space' });
    answersOptions();
    world.written = OPTIONS;
  });

  it('[SU34] is answered from before: nothing is sent, nothing is paid, and it says so; asked anew, it is sent', async () => {
    await expandIdea(world.effects);
    const spent = spentToday.value.usd;
    expect(reusedAnswer.value).toBeNull();
    world.nowMs += 60_000;
    studio.options.value = [];
    await expandIdea(world.effects);
    expect([asks(), spentToday.value.usd, titles()]).toEqual([1, spent, ['Quiet', 'Loud', 'Wide']]);
    expect(reusedAnswer.value).toMatchObject({ task: { is: 'expand', idea: 'a cat in space' }, atMs: world.nowMs - 60_000 });
    await expandIdea(world.effects, false);
    expect([asks(), reusedAnswer.value]).toEqual([2, null]);
  });

  it('[SU35] shows options once that are there already, and leaves them picked', async () => {
    await expandIdea(world.effects);
    studio.togglePicked(studio.options.value[1]?.id ?? '');
    await expandIdea(world.effects);
    expect([titles(), studio.picked.value.map(({ title }) => title)]).toEqual([['Quiet', 'Loud', 'Wide'], ['Loud']]);
  });

  it('[SU36] other words, another model or other pictures are another question', async () => {
    await expandIdea(world.effects);
    studio.changeStudio({ tier: 'pro' });
    await expandIdea(world.effects);
    studio.changeStudio({ idea: 'a dog' });
    await expandIdea(world.effects);
    expect(asks()).toBe(3);
    world.answer = () => Promise.resolve({ is: 'describe', reading: 'recreate', fields: { subject: 'two boats' }, objects: [], relations: [], altText: '' });
    world.written = JSON.stringify({ fields: { subject: 'two boats' } });
    await describeSelection(world.effects);
    await describeSelection(world.effects);
    expect([asks(), reusedAnswer.value?.task.is]).toEqual([4, 'describe']);
    selection.value = { ...selection.value, layers: selection.value.layers.map((layer) => ({ ...layer, id: '9:9' })) };
    expect(reusedAnswer.value?.selected).not.toBe(selectedNow.value);
    await describeSelection(world.effects);
    expect(asks()).toBe(5);
  });

  it('[SU37] a change asked anew starts from the fields of before it', async () => {
    world.answer = () => Promise.resolve(CHANGED);
    world.written = JSON.stringify({ fields: CHANGED.fields, summary: CHANGED.summary });
    for (const turn of [1, 2]) {
      set({ subject: 'a cat' });
      studio.changeStudio({ change: 'make it a robot' });
      await applyChange(world.effects);
      expect([asks(), studio.fields.value.subject.text]).toEqual([1, 'a robot cat']);
      if (turn === 1) studio.resetStudio();
    }
    const reused = reusedAnswer.value?.task;
    if (reused?.is !== 'change') throw new Error('no change was reused');
    world.answer = () => Promise.resolve({ ...CHANGED, fields: { subject: 'a tin cat' }, summary: 'Tin cat' });
    await changeAnew(world.effects, reused);
    expect(world.asked[1]?.task).toMatchObject({ words: 'make it a robot', fields: { subject: { text: 'a cat' } } });
    expect([studio.fields.value.subject.text, studio.steps.value.map(({ summary }) => summary)]).toEqual(['a tin cat', ['First', 'Robot cat', 'Tin cat']]);
  });

  it.each([['cannot be read', () => (world.answers.forEach((kept, key) => world.answers.set(key, { ...kept, text: '{' })))], ['cannot be found', () => world.refuse.set('findAnswer', new VariegateError('STORAGE_FAILED'))]])('[SU38] an answer of before that %s is asked for', async (_what, spoil) => {
    await expandIdea(world.effects);
    spoil();
    await expandIdea(world.effects);
    expect([asks(), titles()]).toEqual([2, ['Quiet', 'Loud', 'Wide']]);
  });

  it('[SU39] answers that were cut off, and those of rules, are not kept', async () => {
    world.written = '';
    await expandIdea(world.effects);
    await expandIdea(world.effects);
    expect([asks(), world.answers.size]).toEqual([2, 0]);
    world.written = OPTIONS;
    key.value = { isSet: false, ending: '' };
    await expandIdea(world.effects);
    expect(world.calls.filter(({ name }) => name === 'keepAnswer')).toEqual([]);
  });
});

describe('price and tier', () => {
  it('[SU10] a question is booked by its usage, and refused before it would pass a limit', async () => {
    studio.changeStudio({ idea: 'a cat' });
    answersOptions();
    await expandIdea(world.effects);
    expect(spentToday.value.usd).toBeCloseTo((500 * 0.75 + 300 * 3.75) / 1e6, 9);
    settings.value = { ...settings.value, limitPerDayUsd: 0.0001 };
    expect(await codeOf(expandIdea(world.effects))).toBe('LIMIT_DAY');
    expect(world.asked).toHaveLength(1);
  });

  it('[SU11] the buttons say the price, and offline that it is free', () => {
    studio.changeStudio({ idea: 'a cat' });
    expect([expandPrice.value, changePrice.value]).toEqual([expect.stringMatching(/^about \$0\.00\d$/), expect.stringMatching(/^(about|under) \$/)]);
    key.value = { isSet: false, ending: '' };
    expect([expandPrice.value, changePrice.value, studioGoLabel.value]).toEqual(['free', 'free', 'Make 1 · free']);
  });

  it('[SU12] the model follows the shown rule, or the designer’s choice', async () => {
    answersOptions();
    const long = `${'a very long walk through a market '.repeat(10)}with four women and a sign that says “OPEN”`;
    studio.changeStudio({ idea: long });
    expect(expandTier.value.role).toBe('Pro');
    await expandIdea(world.effects);
    studio.changeStudio({ tier: 'flash' });
    await expandIdea(world.effects);
    expect(world.asked.map(({ textModel }) => textModel)).toEqual(['gemini-4-hydrogen', 'gemini-3.8-flash']);
  });

  it('[SU13] offline, rules answer without key and price', async () => {
    key.value = { isSet: false, ending: '' };
    studio.changeStudio({ idea: 'a cat in space', optionCount: 2 });
    await expandIdea(world.effects);
    expect(studio.options.value).toHaveLength(2);
    expect([world.calls.some(({ name }) => name === 'readKey'), spentToday.value.usd]).toEqual([false, 0]);
  });
});

describe('Critique selection', () => {
  const FOUND = { is: 'critique', sees: 'A cat.', scores: { brief: { score: 6, reason: 'no pier' } }, improve: ['Show the pier'], fields: { environment: 'a wooden pier' }, summary: 'Adds the pier' } as const;

  beforeEach(() => (world.answer = () => Promise.resolve(FOUND)));

  it('[SU40] holds the picture against the idea, else its recipe, else the fields; with none of them it says so', async () => {
    expect(await codeOf(critiqueSelection(world.effects))).toBe('IDEA_MISSING');
    set({ subject: 'a cat on a chair' });
    await critiqueSelection(world.effects);
    const [layer] = selection.value.layers;
    if (layer) selection.value = { ...selection.value, layers: [{ ...layer, recipe: { ...someEntry({}).record, brief: 'a cat by the sea' } }] };
    await critiqueSelection(world.effects);
    studio.changeStudio({ idea: 'a dog' });
    await critiqueSelection(world.effects);
    expect(world.asked.map(({ task }) => task.is === 'critique' && task.brief)).toEqual(['a cat on a chair.', 'a cat by the sea', 'a dog']);
  });

  it('[SU41] changes nothing until its prompt is taken, and then as a step; a locked field stays', async () => {
    set({ subject: 'a cat', environment: 'a room' });
    await critiqueSelection(world.effects);
    expect([textsOf(studio.fields.value).environment, studio.critiqued.value?.answer.improve]).toEqual(['a room', ['Show the pier']]);
    takeCritique(world.effects);
    expect([textsOf(studio.fields.value).environment, studio.steps.value.at(-1)?.summary, status.value]).toEqual(['a wooden pier', 'Adds the pier', 'Changed: Environment']);
    studio.editField('environment', { text: 'a room', isLocked: true });
    await critiqueSelection(world.effects);
    takeCritique(world.effects);
    expect(studio.fields.value.environment.text).toBe('a room');
  });
});

describe('Describe selection', () => {
  const describing = (reading: 'recreate' | 'style') => {
    studio.changeStudio({ reading });
    world.answer = () => Promise.resolve({ is: 'describe', reading, fields: { subject: 'two boats', style: 'gouache', palette: 'grey' }, objects: [], relations: [], altText: 'Two boats.' });
    return describeSelection(world.effects);
  };

  it('[SU14] looks at what was selected when it was pressed, with its text layers', async () => {
    studio.changeStudio({ reading: 'objects' });
    const asked = describeSelection(world.effects);
    selection.value = { ...selection.value, layers: [] };
    await asked;
    expect(world.calls.filter(({ name }) => name === 'exportNode' || name === 'readTextLayers').map(({ input }) => input)).toEqual([
      { nodeId: '1:2', view: 'seen', longEdge: 1536 }, { nodeIds: ['1:2'] },
    ]);
    expect(world.asked[0]?.images).toHaveLength(1);
    expect(studio.seen.value).toMatchObject({ name: 'Hero', nodeId: '1:2', answer: { reading: 'objects' } });
  });

  it('[SU15] "Recreate" fills the fields and empties what it does not speak of, but not what is locked or to be avoided', async () => {
    set({ action: 'running', mood: 'calm', avoid: 'people' });
    studio.editField('mood', { isLocked: true });
    await describing('recreate');
    expect(textsOf(studio.fields.value)).toEqual({ subject: 'two boats', style: 'gouache', palette: 'grey', mood: 'calm', avoid: 'people' });
    expect(status.value).toBe('Hero described in 4 fields');
  });

  it('[SU16] "Style" changes nothing until its look is taken over, and then nothing of what is shown', async () => {
    set({ subject: 'a cat' });
    await describing('style');
    expect(textsOf(studio.fields.value)).toEqual({ subject: 'a cat' });
    takeOver(world.effects, 'look');
    expect(textsOf(studio.fields.value)).toEqual({ subject: 'a cat', style: 'gouache', palette: 'grey' });
    takeOver(world.effects, 'content');
    expect(studio.fields.value.subject.text).toBe('two boats');
  });
});

describe('Read sketch', () => {
  it('[SU17] says what it read, keeps a list, fills the fields and makes the sketch what Make starts from', async () => {
    world.answer = () => Promise.resolve({ is: 'sketch', reads: 'A lamp.', keeps: ['the arm', 'the base'], fields: { subject: 'a brass lamp' } });
    await readSketch(world.effects);
    expect(world.asked[0]?.task).toMatchObject({ is: 'sketch', wish: 'Hero', target: 'photo' });
    expect(studio.sketch.value?.keeps.map(({ text }) => text)).toEqual(['the arm', 'the base']);
    expect([studio.studioDraft.value.start, studio.fields.value.subject.text]).toEqual(['sketchToConcept', 'a brass lamp']);
  });

  it('[SU18] what is kept stands in the prompt with the sketch as input; what is not ticked does not', async () => {
    world.answer = () => Promise.resolve({ is: 'sketch', reads: 'A lamp.', keeps: ['the arm', 'the base.'], fields: { subject: 'a brass lamp' } });
    await readSketch(world.effects);
    studio.sketch.value = studio.sketch.value && { ...studio.sketch.value, keeps: studio.sketch.value.keeps.map((keep, at) => ({ ...keep, isKept: at === 1 })) };
    await made();
    expect(world.sent[0]?.prompt).toBe(`${frame.value}\na brass lamp.`);
    expect(world.sent[0]?.prompt).toContain('Keep of the sketch: the base.');
    expect(world.sent[0]?.prompt).not.toContain('the arm');
    expect(world.sent[0]?.inputs.map(({ role }) => role)).toEqual(['sketch']);
  });
});

describe('Apply change', () => {
  it('[SU19] edits the fields as a step, empties its box, and can be gone back from', async () => {
    set({ subject: 'a cat', style: 'gouache' });
    studio.changeStudio({ change: 'make it a robot cat' });
    world.answer = () => Promise.resolve({ is: 'change', fields: { subject: 'a robot cat' }, summary: 'Robot cat' });
    await applyChange(world.effects);
    expect([studio.fields.value.subject.text, studio.studioDraft.value.change, status.value]).toEqual(['a robot cat', '', 'Changed: Robot cat']);
    studio.goBackTo('first');
    expect(studio.fields.value.subject.text).toBe('a cat');
    expect(studio.steps.value.map(({ summary }) => summary)).toEqual(['First', 'Robot cat']);
    expect(studio.currentStep.value?.id).toBe('first');
  });

  it('[SU20] what was typed by hand is a step of its own before it is changed or left', async () => {
    set({ subject: 'a cat' });
    studio.editField('subject', { text: 'a cat I typed' });
    studio.goBackTo('first');
    expect(studio.steps.value.map(({ summary, after }) => [summary, after.subject.text])).toEqual([['First', 'a cat'], ['Edited by hand', 'a cat I typed']]);
    studio.editField('mood', { text: 'calm' });
    studio.takeStep('next', 'Next', { subject: 'a dog' });
    expect(studio.steps.value.map(({ summary }) => summary)).toEqual(['First', 'Edited by hand', 'Edited by hand', 'Next']);
  });

  it('[SU21] a locked field is never changed, and locks stay when a step is gone back to', async () => {
    set({ subject: 'a cat' });
    studio.editField('subject', { isLocked: true });
    studio.takeStep('next', 'Next', { subject: 'a dog', mood: 'calm' });
    expect(textsOf(studio.fields.value)).toEqual({ subject: 'a cat', mood: 'calm' });
    studio.goBackTo('first');
    expect(studio.fields.value.subject.isLocked).toBe(true);
  });

  it('[SU22] a failure keeps the words in their box', async () => {
    set({ subject: 'a cat' });
    studio.changeStudio({ change: 'make it a robot' });
    world.answer = () => Promise.reject(new VariegateError('ANSWER_DECLINED', { name: 'OTHER' }));
    expect(await codeOf(applyChange(world.effects))).toBe('ANSWER_DECLINED');
    expect(studio.studioDraft.value.change).toBe('make it a robot');
  });

  it('[SU23] with nothing to change the wish is the first thing said, and costs nothing', async () => {
    studio.changeStudio({ change: 'a robot cat' });
    await applyChange(world.effects);
    expect([studio.fields.value.subject.text, world.asked.length]).toEqual(['a robot cat', 0]);
  });
});

describe('Make', () => {
  it('[SU24] makes every picked option with its own words, exactly as the list shows them', async () => {
    answersOptions();
    studio.changeStudio({ idea: 'a cat' });
    await expandIdea(world.effects);
    for (const { id } of studio.options.value.slice(0, 2)) studio.togglePicked(id);
    expect(studioGoLabel.value).toMatch(/^Make 2 · about \$/);
    await made();
    expect(world.sent.map(({ prompt }) => prompt)).toEqual(['a grey cat. It is made as Quiet style.', 'a red cat. It is made as Loud style.']);
    expect(runs.value[0]?.jobs.map(({ caption }) => caption)).toEqual(['Quiet', 'Loud']);
    expect(world.sent.every(({ inputs }) => inputs.length === 0)).toBe(true);
  });

  it('[SU25] without a pick makes the fields; the edited paragraph is sent to the letter', async () => {
    set({ subject: 'a cat', mood: 'calm' });
    expect(paragraph.value).toBe('a cat. The mood is calm.');
    studio.editedParagraph.value = 'A cat, calm.';
    await made();
    expect(world.sent.map(({ prompt }) => prompt)).toEqual(['A cat, calm.']);
  });

  it('[SU26] alternatives are made one by one, spread, eight at a time, with the chosen words as caption', async () => {
    set({ subject: 'a {red|blue|green} car', lighting: '{dawn|noon|dusk} light' });
    expect([combinations.value, wanted.value, planned.value.length]).toEqual([9, 9, 8]);
    await made();
    expect(new Set(world.sent.map(({ prompt }) => prompt)).size).toBe(8);
    expect(world.sent.some(({ prompt }) => /[{}|]/.test(prompt))).toBe(false);
    expect(runs.value[0]?.jobs[0]?.caption).toBe('red, dawn');
  });

  it('[SU27] several of each are told apart; a cap never takes a picked option away', () => {
    answersOptions();
    set({ subject: '{a|b|c|d|e|f} cat' });
    studio.changeStudio({ each: 2 });
    expect(planned.value.map(({ caption }) => caption).slice(0, 2)).toEqual(['a', 'a, 2']);
    studio.showOptions(THREE.map((each) => ({ ...each, fields: { subject: '{x|y|z} cat' } })), 'e');
    studio.options.value.forEach(({ id }) => studio.togglePicked(id));
    studio.changeStudio({ each: 1 });
    expect(planned.value.map(({ paragraph: text }) => text)).toHaveLength(8);
    studio.changeStudio({ each: 2 });
    expect(planned.value).toHaveLength(8);
  });

  it('[SU28] equal words twice are two requests', async () => {
    set({ subject: 'a cat' });
    studio.changeStudio({ each: 3 });
    await made();
    expect(world.sent.map(({ variation }) => variation)).toEqual([0, 1, 2]);
  });

  it('[SU29] another language is sent without a word of ours', async () => {
    set({ subject: 'eine Katze im Weltall mit einem Helm' });
    studio.changeStudio({ start: 'variants' });
    await made();
    expect(world.sent[0]?.prompt).toBe('eine Katze im Weltall mit einem Helm.');
    expect(world.sent[0]?.inputs).toHaveLength(1);
  });

  it('[SU30] the fields are part of the recipe, and come back with their locks; further away, two of the look are let go', async () => {
    set({ subject: 'a cat', lighting: 'dawn', palette: 'grey', style: 'gouache' });
    studio.editField('palette', { isLocked: true });
    await made();
    const state = runs.value[0]?.jobs[0]?.job.value.state;
    const record = state && imageOf(state)?.record;
    if (!record) throw new Error('nothing was made');
    studio.resetStudio();
    expect(loadRecord(record, 'near', 'near')).toBe('prompts');
    expect([textsOf(studio.fields.value), studio.fields.value.palette.isLocked]).toEqual([{ subject: 'a cat', lighting: 'dawn', palette: 'grey', style: 'gouache' }, true]);
    loadRecord(record, 'far', 'further', 0);
    expect(textsOf(studio.fields.value)).toEqual({ subject: 'a cat', palette: 'grey' });
    expect(status.value).toBe('Fields of First loaded; Lighting and Style left open');
  });
});

describe('Create', () => {
  it('[SU31] alternatives in the brief are one picture each, no more than there are, and nothing is planned', async () => {
    changeDraft({ recipe: 'fromBrief', brief: 'a {red|blue} bicycle', count: 4 });
    expect(goLabel.value).toMatch(/^Make 2 ·/);
    await startRun(world.effects, freeze('run-x'));
    expect(world.sent.map(({ prompt }) => prompt.includes('a red bicycle') || prompt.includes('a blue bicycle'))).toEqual([true, true]);
    expect(runs.value[0]?.jobs.map(({ caption }) => caption)).toEqual(['red', 'blue']);
    expect(world.sent.some(({ prompt }) => /[{}|]/.test(prompt))).toBe(false);
  });

  it('[SU32] with a direction in the exact prompt, each alternative gets a direction of its own', async () => {
    changeDraft({ exactPrompt: 'A {red|blue} car. {direction}', count: 2 });
    await startRun(world.effects, freeze('run-x'));
    expect(world.sent.map(({ prompt }) => prompt)).toEqual(['A red car. go way 1', 'A blue car. go way 2']);
  });
});

describe('edits of edits', () => {
  it('[SU33] are counted from result to result, and begin anew with the selection', async () => {
    const edit = async () => {
      await startRun(world.effects, freeze(world.effects.nextId('run')));
      const jobId = runs.value[0]?.jobs[0]?.id ?? '';
      sourceResult.value = { jobId, caption: 'x', thumbnailUrl: '', width: 10, height: 10 };
    };
    changeDraft({ count: 1 });
    for (let time = 1; time <= 7; time += 1) {
      await edit();
      expect(editsInARow.value).toBe(time);
    }
    sourceResult.value = null;
    expect(editsInARow.value).toBe(0);
  });
});
