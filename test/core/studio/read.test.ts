// What a model answered, read with patience and believed in nothing.
import { describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { FIELD_ORDER } from '../../../src/core/fields.ts';
import { readAnswer } from '../../../src/core/studio/read.ts';
import { readPartialOptions } from '../../../src/core/studio/readOptions.ts';
import { readBox } from '../../../src/core/studio/seen.ts';
import type { StudioTask } from '../../../src/core/studio/tasks.ts';
import { changeTask, describeTask, expandTask, sketchTask, someFields } from '../../support/studio.ts';

const option = (title: unknown, fields: unknown = { subject: `a harbour, ${String(title)}`, mood: 'still' }) => ({ title, fields });
const answer = (...options: readonly unknown[]) => JSON.stringify({ options });
const [one, two, three] = [option('Quiet, painterly'), option('Night in the rain'), option('Bold poster')];
const titles = (text: string, task = expandTask()) => readAnswer(task, text).options.map(({ title }) => title);

function codeOf(task: StudioTask, text: string): string {
  try {
    readAnswer(task, text);
    return 'none';
  } catch (thrown) {
    return thrown instanceof VariegateError ? thrown.code : String(thrown);
  }
}

describe('options', () => {
  it('[ST40] an answer that fits is read as it is, under ids of ours', () => {
    expect(readAnswer(expandTask({ count: 2 }), answer({ ...one, id: 'theirs' }, two))).toEqual({
      is: 'expand',
      options: [{ id: 'o1', title: one.title, fields: one.fields }, { id: 'o2', title: two.title, fields: two.fields }],
    });
  });

  it.each([
    ['a code fence', `\`\`\`json\n${answer(one, two)}\n\`\`\``],
    ['words around it', `Sure, here {as asked} are [2] options:\n${answer(one, two)}\nShall I {go on}?`],
    ['a bare list', JSON.stringify([one, two])],
    ['a wrapper', JSON.stringify({ result: { options: [one, two] } })],
    ['fields beside the title', answer({ title: one.title, ...Object(one.fields) }, two)],
    ['white space', `\n\t ${JSON.stringify({ options: [one, two] }, null, 4)} \n`],
    ['a fence that never closes', `\`\`\`\n${answer(one, two)}`],
  ])('[ST41] %s is tolerated', (_name, text) => {
    expect(titles(text)).toEqual([one.title, two.title]);
  });

  it.each([
    ['inside the third', answer(one, two, three).slice(0, -30)],
    ['before the last bracket', answer(one, two).slice(0, -2)],
    ['after a comma', `${answer(one, two).slice(0, -2)},`],
    ['inside a title', `${answer(one, two).slice(0, -2)},{"title":"Bo`],
  ])('[ST42] cut off %s keeps the complete options', (_name, text) => {
    expect(titles(text)).toEqual([one.title, two.title]);
  });

  it('[ST43] too many are cut, fewer stay fewer: none is made up or doubled', () => {
    expect(titles(answer(one, two, three), expandTask({ count: 2 }))).toEqual([one.title, two.title]);
    expect(titles(answer(one), expandTask({ count: 8 }))).toEqual([one.title]);
  });

  it.each([
    ['a number', 7], ['a list', ['a', 'b']], ['an object', { a: 1 }], ['null', null], ['blanks', ' \n '], ['a word for nothing', 'None.'], ['"not specified"', 'not specified'],
  ])('[ST44] %s in one field costs that field alone', (_name, lighting) => {
    expect(readAnswer(expandTask(), answer(option('A', { subject: 'a cat', lighting, mood: 'calm' }))).options[0]?.fields).toEqual({ subject: 'a cat', mood: 'calm' });
  });

  it('[ST44] unknown fields are left out', () => {
    expect(readAnswer(expandTask(), answer(option('A', { subject: 'a cat', sound: 'purring', constructor: 'x' }))).options[0]?.fields).toEqual({ subject: 'a cat' });
  });

  it('[ST45] options without words of their own, and what is no option, are left out', () => {
    expect(titles(answer(option('Empty', {}), 7, null, 'x', [], {}, one, option('Blank', { subject: ' ' })))).toEqual([one.title]);
  });

  it('[ST46] titles that repeat are numbered, long ones cut to 40 characters, missing ones made of the first field', () => {
    expect(titles(answer(option('A'), option('A'), option('A 2')))).toEqual(['A', 'A 2', 'A 2 2']);
    expect(titles(answer(option('word '.repeat(20)), option('word '.repeat(20)))).map((title) => title.length <= 40)).toEqual([true, true]);
    expect(titles(answer(option(undefined, { subject: 'a small cat' }), option(9, { mood: 'calm' })))).toEqual(['a small cat', 'calm']);
  });

  it('[ST47] locked fields come back as the designer wrote them, whatever the model wrote', () => {
    const fields = someFields({ style: 'risograph {red|blue}', camera: 'from above', quality: '' }, ['style', 'quality']);
    const [read] = readAnswer(expandTask({ fields }), answer(option('A', { subject: 'a cat', style: 'oil', quality: 'fine' }))).options;
    expect(read?.fields).toEqual({ subject: 'a cat', style: 'risograph {red|blue}' });
  });

  it('[ST47] with every field locked an option is its title and what is locked', () => {
    const fields = someFields(Object.fromEntries(FIELD_ORDER.map((id) => [id, `my ${id}`])), FIELD_ORDER);
    expect(readAnswer(expandTask({ fields }), answer({ title: 'A' })).options[0]?.fields.mood).toBe('my mood');
  });

  it('[ST48] a core holds what is shown alone; a look is laid over the core that was given', () => {
    const both = answer(option('A', { subject: 'a red boat', mood: 'calm' }));
    const fields = someFields({ style: 'gouache' }, ['style']);
    expect(readAnswer(expandTask({ stage: 'core', fields }), both).options[0]?.fields).toEqual({ subject: 'a red boat' });
    expect(readAnswer(expandTask({ stage: 'look', core: { subject: 'my boat' }, fields }), both).options[0]?.fields).toEqual({ subject: 'my boat', mood: 'calm', style: 'gouache' });
  });

  it('[ST49] no text of a model can be an alternative, a placeholder, a control or a second line', () => {
    const [read] = readAnswer(expandTask(), answer(option('{a|b}', { subject: 'a {red|blue} cat\n\nfor {column}\u0000\u202E, {direction}', mood: 'x'.repeat(9000) }))).options;
    expect(read).toMatchObject({ title: '(a|b)', fields: { subject: 'a (red|blue) cat for (column), (direction)' } });
    expect(read?.fields.mood?.length).toBe(1200);
  });

  it('[ST50] an answer in another language is data like any other', () => {
    expect(titles(answer(option('静かな港', { subject: '夜明けの港' }), option('ليلة ممطرة', { subject: 'مرفأ' })))).toEqual(['静かな港', 'ليلة ممطرة']);
  });
});

describe('what cannot be read', () => {
  const tasks: readonly StudioTask[] = [expandTask(), describeTask(), describeTask({ reading: 'objects' }), sketchTask(), changeTask()];
  const texts = ['', ' ', 'I would rather talk.', '{}', '[]', 'null', '7', '{"options":[]}', '{"options":"none"}', '{"fields":', '{"fields":7}', '[[[[', '{'.repeat(5000), '['.repeat(20_000), '{"a":'.repeat(20_000)];

  it.each(tasks.flatMap((task) => texts.map((text) => [task.is, text.slice(0, 30), task, text] as const)))('[ST51] %s: %j is REPLY_MALFORMED', (_is, _start, task, text) => {
    // A change that says nothing but "fields" changes nothing, which is an answer.
    expect(codeOf(task, text)).toBe(task.is === 'change' && text === '{"fields":7}' ? 'none' : 'REPLY_MALFORMED');
  });
});

describe('while it streams in', () => {
  const text = answer(one, two);
  const partial = (length: number) => readPartialOptions(expandTask(), text.slice(0, length));

  it('[ST52] an option appears with its title, grows by complete fields, and is then whole', () => {
    const at = (part: string) => text.indexOf(part) + part.length;
    expect(partial(at('"title":"Quiet'))).toEqual([]);
    expect(partial(at('"Quiet, painterly"'))).toEqual([{ id: 'o1', title: 'Quiet, painterly', fields: {} }]);
    expect(partial(at('"mood":"sti'))).toEqual([{ id: 'o1', title: 'Quiet, painterly', fields: { subject: 'a harbour, Quiet, painterly' } }]);
    expect(partial(text.length)).toEqual(readAnswer(expandTask(), text).options);
  });

  it('[ST52] no more appear than were asked for', () => {
    expect(readPartialOptions(expandTask({ count: 1 }), answer(one, two))).toHaveLength(1);
  });
});

describe('a description', () => {
  const fields = { subject: 'two shapes', mood: 'calm', avoid: 'lettering' };
  const seen = { altText: 'Two shapes.', fields, objects: [{ name: 'vase', box: [0, 0, 500, 500] }, { name: 'bowl', box: [600, 600, 900, 900] }], relations: [{ from: 0, relation: 'left of', to: 1 }] };
  const read = (patch: object) => readAnswer(describeTask({ reading: 'objects' }), JSON.stringify({ ...seen, ...patch }));

  it('[ST53] holds the fields of its reading, things with boxes, relations and alt text', () => {
    expect(read({})).toEqual({
      is: 'describe', reading: 'objects', altText: 'Two shapes.', fields: { subject: 'two shapes' },
      objects: [{ name: 'vase', box: { top: 0, left: 0, bottom: 500, right: 500 } }, { name: 'bowl', box: { top: 600, left: 600, bottom: 900, right: 900 } }],
      relations: [{ from: 0, relation: 'left of', to: 1 }],
    });
  });

  it.each([
    ['as asked', [10, 20, 300, 400], [10, 20, 300, 400]],
    ['out of range', [-40, 20.4, 1300, 400], [0, 20, 1000, 400]],
    ['upside down', [300, 400, 10, 20], [10, 20, 300, 400]],
    ['from 0 to 1', [0.1, 0.2, 0.5, 1], [100, 200, 500, 1000]],
    ['by names', { top: 1, left: 2, bottom: 30, right: 40 }, [1, 2, 30, 40]],
    ['without area', [10, 10, 10, 400], null],
    ['with three edges', [10, 10, 10], null],
    ['of words', ['a', 1, 2, 3], null],
    ['beyond the picture', [1200, 1200, 1400, 1400], null],
    ['none at all', undefined, null],
  ])('[ST54] a box %s', (_name, given, edges) => {
    const box = readBox(given);
    expect(box && [box.top, box.left, box.bottom, box.right]).toEqual(edges);
  });

  it('[ST55] a thing without name or box is left out, and relations are counted anew', () => {
    const objects = [{ name: '', box: [0, 0, 9, 9] }, ...seen.objects, { name: 'ghost' }];
    const relations = [{ from: 1, relation: 'left of', to: 2 }, { from: 0, relation: 'on', to: 1 }, { from: 1, relation: 'near', to: 9 }, { from: 1, relation: 'in', to: 1 }, { from: 1, relation: '', to: 2 }, { from: 1.5, relation: 'by', to: -1 }, 7];
    expect(read({ objects, relations })).toMatchObject({ objects: [{ name: 'vase' }, { name: 'bowl' }], relations: [{ from: 0, relation: 'left of', to: 1 }] });
  });

  it('[ST56] alt text is cut to 125 characters', () => {
    expect(read({ altText: 'long '.repeat(60) }).altText).toHaveLength(125);
  });

  it('[ST57] cut off, it keeps what is complete', () => {
    const text = JSON.stringify(seen);
    expect(readAnswer(describeTask(), text.slice(0, text.indexOf('calm'))).fields).toEqual({ subject: 'two shapes' });
  });
});

describe('a sketch', () => {
  it('[ST58] says what was read and what is kept, each once, 12 at most', () => {
    const keeps = ['the outline', 'the outline', ' ', 7, '{three} legs', ...Array.from({ length: 20 }, (_, at) => `part ${at}`)];
    const read = readAnswer(sketchTask(), JSON.stringify({ reads: 'A lamp\non a table.', keeps, fields: { subject: 'a reading lamp' } }));
    expect(read).toMatchObject({ is: 'sketch', reads: 'A lamp on a table.', fields: { subject: 'a reading lamp' } });
    expect([read.keeps.slice(0, 3), read.keeps.length]).toEqual([['the outline', '(three) legs', 'part 0'], 12]);
  });
});

describe('a change', () => {
  const task = changeTask({ fields: someFields({ subject: 'a {grey|white} cat,  sitting', style: 'gouache', mood: 'calm', text: '"HELLO"' }, ['mood']) });
  const change = (patch: object) => readAnswer(task, JSON.stringify({ summary: 'A robot cat', fields: {}, removes: [], ...patch }));

  it('[ST59] holds the fields that differ, never a locked one', () => {
    expect(change({ fields: { subject: 'a robot cat', style: 'gouache', mood: 'wild', camera: '' } })).toEqual({ is: 'change', fields: { subject: 'a robot cat' }, summary: 'A robot cat' });
  });

  it('[ST60] alternatives of the designer stay alternatives, and alone are no change', () => {
    expect(change({ fields: { subject: 'a {grey|white} cat, sitting' } }).fields).toEqual({});
    expect(change({ fields: { subject: 'a {grey|white} robot cat in a {hat|cap}' } }).fields).toEqual({ subject: 'a {grey|white} robot cat in a (hat|cap)' });
  });

  it('[ST61] an empty text is no change; a field that is named as removed is emptied', () => {
    expect(change({ fields: { text: '' } }).fields).toEqual({});
    expect(change({ removes: ['text', 'mood', 'camera', 'nonsense', 4] }).fields).toEqual({ text: '' });
  });

  it('[ST62] cut off, it is none: half a change would contradict the rest', () => {
    expect(codeOf(task, '{"summary":"A robot","fields":{"subject":"a robot cat"}')).toBe('REPLY_MALFORMED');
  });

  it('[ST63] without a summary the changed fields are named', () => {
    expect(change({ summary: 3, fields: { subject: 'a robot', style: 'oil' } }).summary).toBe('Subject, Style');
    expect(change({ summary: '' }).summary).toBe('No change');
  });
});
