// Questions of the prompt studio through the real SDK against the loopback Gemini.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/studio/read.ts';
import type { PromptOption, StudioTask } from '../../../../src/core/studio/tasks.ts';
import type { InputImage } from '../../../../src/ui/providers/provider.ts';
import { ask as askGemini } from '../../../../src/ui/providers/gemini/ask.ts';
import { sdk } from '../../../support/gemini/sdk.ts';
import { startLoopbackGemini } from '../../../support/gemini/loopback.mjs';
import type { LoopbackGemini, LoopbackScript } from '../../../support/gemini/loopback.mjs';
import { dig, realReply, recorded } from '../../../support/gemini/replies.ts';
import { aContext, codeOf, input, picture } from '../../../support/gemini/tasks.ts';
import { HOSTILE, changeTask, describeTask, expandTask, sketchTask, someFields } from '../../../support/studio.ts';

let gemini: LoopbackGemini;

beforeAll(async () => {
  gemini = await startLoopbackGemini({ chunkMs: 1 });
});
afterAll(() => gemini.close());
beforeEach(() => gemini.reset());

interface Extra {
  readonly images?: readonly InputImage[];
  readonly isRepair?: boolean;
  readonly signal?: AbortSignal;
  readonly onOptions?: (options: readonly PromptOption[]) => void;
}

function ask<Task extends StudioTask>(task: Task, { images = [], isRepair = false, signal, onOptions }: Extra = {}) {
  const question = { task, images, textModel: 'gemini-3.8-flash', isRepair, ...(onOptions ? { onOptions } : {}) };
  return askGemini({ sdk, baseUrl: gemini.url }, question, aContext(gemini.key, signal));
}

function askWith<Task extends StudioTask>(task: Task, ...script: LoopbackScript[]) {
  gemini.next(...script);
  return ask(task);
}

const failureOf = (work: Promise<unknown>) => work.then(() => 'none', (thrown: unknown) => thrown);

describe('an idea', () => {
  it.each([1, 3, 8])('[GS1] %i options come back, each with a title and fields, made of the idea', async (count) => {
    const { answer, model, usage } = await ask(expandTask({ count, idea: 'a brass lamp on a window sill' }));
    expect(answer.options.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, at) => `o${at + 1}`));
    expect(new Set(answer.options.map(({ title }) => title)).size).toBe(count);
    for (const { fields } of answer.options) expect(fields).toMatchObject({ subject: 'a brass lamp on a window sill', style: expect.any(String) });
    expect([model, usage?.model, (usage?.outputTokens ?? 0) > 60]).toEqual(['gemini-3.8-flash', 'gemini-3.8-flash', true]);
  });

  it('[GS2] is asked once, as a stream of events; everything else in one piece', async () => {
    await ask(expandTask());
    for (const task of [describeTask(), sketchTask()]) await ask(task, { images: [input()] });
    await ask(changeTask());
    expect(gemini.requests.map(({ path, query }) => [path.split(':')[1], query.get('alt')])).toEqual([
      ['streamGenerateContent', 'sse'], ['generateContent', null], ['generateContent', null], ['generateContent', null],
    ]);
  });

  it('[GS3] options are told as they grow, the first long before the last', async () => {
    const told: (readonly PromptOption[])[] = [];
    const { answer } = await ask(expandTask(), { onOptions: (options) => told.push(options) });
    expect(told[0]).toEqual([{ id: 'o1', title: answer.options[0]?.title, fields: {} }]);
    expect(told.length).toBeGreaterThan(6);
    expect(told[told.length - 1]).toEqual(answer.options);
    expect(new Set(told.map((options) => JSON.stringify(options))).size).toBe(told.length);
    expect(told.map((options) => options.length)).toEqual(told.map((options) => options.length).sort());
  });

  it('[GS3] pieces that end inside a letter are put together', async () => {
    gemini.next({ slowMs: 40, text: (usual) => usual.replace('a quiet harbour', '静かな港 🙂') });
    expect((await ask(expandTask())).answer.options[0]?.fields.subject).toContain('静かな港 🙂');
  });

  it('[GS4] build up: a core of one option, then looks over that core', async () => {
    const core = (await ask(expandTask({ stage: 'core', count: 4 }))).answer.options;
    const looks = (await ask(expandTask({ stage: 'look', count: 2, core: core[0]?.fields ?? {} }))).answer.options;
    expect([core.length, Object.keys(core[0]?.fields ?? {})]).toEqual([1, ['subject', 'action', 'environment']]);
    expect(looks.map(({ fields }) => [fields.subject, typeof fields.lighting])).toEqual([['a quiet harbour at dawn', 'string'], ['a quiet harbour at dawn', 'string']]);
  });

  it('[GS5] locked fields are never written by the model and come back as they were', async () => {
    const fields = someFields({ style: 'risograph, two inks' }, ['style']);
    const { answer } = await ask(expandTask({ fields }));
    expect(answer.options.map((option) => option.fields.style)).toEqual(Array.from({ length: 3 }, () => 'risograph, two inks'));
    expect(JSON.stringify(dig(gemini.requests[0]?.body, 'generationConfig'))).not.toContain('"style"');
  });
});

describe('pictures, sketches and changes', () => {
  it('[GS6] a picture goes first, then the task, as structured output and nothing else', async () => {
    const { answer } = await ask(describeTask(), { images: [input()] });
    expect(dig(gemini.requests[0]?.body, 'contents', 0, 'parts', 0)).toEqual({ inlineData: { mimeType: 'image/png', data: Buffer.from(picture()).toString('base64') } });
    expect(Object.keys(Object(dig(gemini.requests[0]?.body, 'generationConfig')))).toEqual(['responseMimeType', 'responseJsonSchema']);
    expect(answer).toMatchObject({ is: 'describe', reading: 'recreate', fields: { palette: 'mostly orange' }, altText: expect.stringContaining('orange') });
  });

  it('[GS7] a list of things has boxes and relations', async () => {
    const { answer } = await ask(describeTask({ reading: 'objects' }), { images: [input()] });
    expect(answer.objects[0]).toEqual({ name: 'large shape', box: { top: 180, left: 90, bottom: 860, right: 540 } });
    expect(answer.relations).toEqual([{ from: 0, relation: 'left of', to: 1 }]);
  });

  it('[GS8] a sketch is read, with what is kept', async () => {
    const { answer } = await ask(sketchTask(), { images: [input('sketch')] });
    expect([answer.reads.includes('a reading lamp'), answer.keeps.length, answer.fields.subject]).toEqual([true, 3, 'a reading lamp']);
  });

  it.each([
    ['make it a robot cat', { subject: 'a robot cat' }],
    ['now give it a laser pointer', { subject: 'a grey cat, with a laser pointer' }],
    ['make it night', { lighting: 'night' }],
    ['remove the style', { style: '' }],
  ])('[GS9] "%s" edits the fields that it means', async (words, fields) => {
    expect((await ask(changeTask({ words }))).answer.fields).toEqual(fields);
  });

  it('[GS10] a repair says so in one line', async () => {
    await ask(changeTask(), { isRepair: true });
    expect(JSON.stringify(gemini.requests[0]?.body)).toContain('Your last answer was not JSON of the schema.');
  });

  it.each(HOSTILE)('[GS11] %s is sent as data and answered like any idea', async (_name, idea) => {
    const { answer } = await ask(expandTask({ idea, count: 2 }));
    expect(answer.options).toHaveLength(2);
    expect(gemini.requests).toHaveLength(1);
  });
});

describe('answers that are not as agreed', () => {
  const one = '{"options":[{"title":"Quiet","fields":{"subject":"a cat"}}';

  it.each([
    ['a code fence', (usual: string) => `\`\`\`json\n${usual}\n\`\`\``, 3],
    ['words around it', (usual: string) => `Of course.\n${usual}\nAnything else?`, 3],
    ['an end that is missing', () => `${one},{"title":"Lou`, 1],
    ['another language', () => '{"options":[{"title":"静か","fields":{"subject":"猫"}}]}', 1],
  ])('[GS12] %s is read', async (_name, text, count) => {
    expect((await askWith(expandTask(), { text })).answer.options).toHaveLength(count);
  });

  const tasks: readonly StudioTask[] = [expandTask(), describeTask(), sketchTask(), changeTask()];
  it.each(tasks.flatMap((task) => ['I would rather talk.', '', '{"options":', '{}'].map((text) => [task.is, text, task] as const)))(
    '[GS12] %s: %j is REPLY_MALFORMED after one request, with its bill', async (_is, text, task) => {
      expect(await failureOf(askWith(task, { text }))).toMatchObject({ code: 'REPLY_MALFORMED', usage: { model: 'gemini-3.8-flash' } });
      expect(gemini.requests).toHaveLength(1);
    });

  const ending = (finishReason: string): LoopbackScript => ({ edit: (answer) => ({ ...answer, candidates: [{ ...Object(dig(answer, 'candidates', 0)), finishReason }] }) });

  it.each([
    [expandTask(), 'SAFETY', 'PROMPT_BLOCKED'], [changeTask(), 'PROHIBITED_CONTENT', 'PROMPT_BLOCKED'], [expandTask(), 'RECITATION', 'ANSWER_DECLINED'],
    [changeTask(), 'LANGUAGE', 'ANSWER_DECLINED'], [describeTask(), 'SOMETHING_OF_2028', 'ANSWER_DECLINED'],
  ] as const)('[GS13] an answer to %j that ends in %s is %s, with its bill', async (task, reason, code) => {
    expect(await failureOf(askWith(task, ending(reason)))).toMatchObject({ code, details: { name: reason }, usage: { model: 'gemini-3.8-flash' } });
  });

  it('[GS22] what was written comes along to be kept, unless it was cut off', async () => {
    for (const task of [expandTask(), changeTask()]) {
      const { answer, written } = await ask(task);
      expect(readAnswer(task, written)).toEqual(answer);
    }
    expect((await askWith(describeTask(), ending('MAX_TOKENS'))).written).toBe('');
  });

  it('[GS13] a block in the middle of a stream stands, whatever comes after it', async () => {
    const told: unknown[] = [];
    gemini.next({ pieces: (all) => all.map((piece, at) => (at === 2 ? { ...piece, candidates: [{ ...Object(dig(piece, 'candidates', 0)), finishReason: 'SAFETY' }] } : piece)) });
    expect(await codeOf(ask(expandTask(), { onOptions: (options) => told.push(options) }))).toBe('PROMPT_BLOCKED');
    expect(told.length).toBeLessThan(3);
  });

  it('[GS13] a blocked prompt is PROMPT_BLOCKED with its bill, in a stream too', async () => {
    const { body } = recorded('blocked-prompt');
    for (const task of [expandTask(), changeTask()]) expect(await failureOf(askWith(task, { edit: () => body }))).toMatchObject({ code: 'PROMPT_BLOCKED' });
  });

  it.each([['text-only', 'REPLY_MALFORMED'], ['blocked-prompt', 'PROMPT_BLOCKED'], ['finish-safety', 'PROMPT_BLOCKED']])('[GS13] a real answer, %s, is %s', async (name, code) => {
    const real = realReply(name);
    if (real) for (const task of [expandTask(), changeTask()]) expect(await codeOf(askWith(task, { edit: () => real.body }))).toBe(code);
  });

  it('[GS14] without room for more, complete options are kept; without one, and for a change, it is TOKENS_EXCEEDED', async () => {
    const cut = (text: string): LoopbackScript => ({ text, ...ending('MAX_TOKENS') });
    expect((await askWith(expandTask(), cut(`${one},{"title":"Lou`))).answer.options.map(({ title }) => title)).toEqual(['Quiet']);
    expect(await failureOf(askWith(expandTask(), cut('{"options":[{"title":"Qui')))).toMatchObject({ code: 'TOKENS_EXCEEDED', usage: { model: 'gemini-3.8-flash' } });
    expect(await codeOf(askWith(changeTask(), cut('{"summary":"x","fields":{"subject":"a robot"}')))).toBe('TOKENS_EXCEEDED');
  });

  it('[GS15] a stream that ends without saying why keeps complete options, and is CONNECTION_LOST without one', async () => {
    const short = (count: number): LoopbackScript => ({ chunkChars: 40, pieces: (all) => all.slice(0, count) });
    expect((await askWith(expandTask(), { ...short(-1) })).answer.options.length).toBeGreaterThan(0);
    expect(await failureOf(askWith(expandTask(), short(2)))).toMatchObject({ code: 'CONNECTION_LOST', usage: { model: 'gemini-3.8-flash' } });
  });
});

describe('failures', () => {
  it.each([
    [{ status: 400 }, 'REQUEST_REFUSED'],
    [{ status: 400, error: { reason: 'API_KEY_INVALID' } }, 'KEY_INVALID'],
    [{ status: 404 }, 'MODEL_RETIRED'],
    [{ status: 429, error: { retryDelay: '2s' } }, 'RATE_LIMITED'],
    [{ status: 503, body: '<html>busy</html>' }, 'SERVICE_OVERLOADED'],
    [{ body: '<html>sign in</html>' }, 'REPLY_MALFORMED'],
    [{ body: '' }, 'REPLY_MALFORMED'],
    [{ pieces: () => ['{"candidates":['] }, 'REPLY_MALFORMED'],
    [{ pieces: () => [7, { candidates: 'none' }] }, 'REPLY_MALFORMED'],
    [{ drop: 'atOnce' }, 'OFFLINE'],
    [{ drop: 'halfway' }, 'CONNECTION_LOST'],
  ] satisfies [LoopbackScript, string][])('[GS16] %j in a stream is %s, after one request', async (script, code) => {
    expect([await codeOf(askWith(expandTask(), script)), gemini.requests.length]).toEqual([code, 1]);
  });

  it('[GS16] a server that is not there is OFFLINE', async () => {
    const question = { task: expandTask(), images: [], textModel: 'gemini-3.8-flash', isRepair: false };
    expect(await codeOf(askGemini({ sdk, baseUrl: 'http://127.0.0.1:1' }, question, aContext(gemini.key)))).toBe('OFFLINE');
  });

  it('[GS17] an error that comes as a piece of a stream is the code it would be by itself, without the key', async () => {
    const error = { code: 503, status: 'UNAVAILABLE', message: `Overloaded for ${gemini.key}.` };
    const thrown = await failureOf(askWith(expandTask(), { pieces: (all) => [...all.slice(0, 3), { error }] }));
    expect(thrown).toMatchObject({ code: 'SERVICE_OVERLOADED', details: { cause: 'HTTP 503 UNAVAILABLE: Overloaded for [key].' } });
  });

  it('[GS18] what was counted before a stream broke is billed', async () => {
    expect(await failureOf(askWith(expandTask(), { drop: 'halfway' }))).toMatchObject({ code: 'CONNECTION_LOST', usage: { model: 'gemini-3.8-flash', imageTokens: 0 } });
    expect(await failureOf(askWith(expandTask(), { status: 503 }))).toMatchObject({ usage: null });
  });

  it('[GS18] the bill of a whole stream is the last count', async () => {
    const last = { promptTokenCount: 100, candidatesTokenCount: 900, thoughtsTokenCount: 7 };
    gemini.next({ pieces: (all) => [...all, { usageMetadata: last }] });
    expect((await ask(expandTask())).usage).toEqual({ model: 'gemini-3.8-flash', inputTokens: 100, outputTokens: 907, imageTokens: 0 });
  });

  it('[GS19] thoughts are no part of an answer', async () => {
    const thought = { candidates: [{ content: { parts: [{ text: '{"options":[{"title":"A thought","fields":{"subject":"x"}}]}', thought: true }] } }] };
    const { answer } = await askWith(expandTask(), { pieces: (all) => [thought, ...all] });
    expect(answer.options.map(({ title }) => title)).not.toContain('A thought');
  });
});

describe('abort', () => {
  it('[GS20] before the start sends nothing', async () => {
    expect([await codeOf(ask(expandTask(), { signal: AbortSignal.abort() })), gemini.requests.length]).toEqual(['CANCELLED', 0]);
  });

  it.each([[expandTask(), 'atOnce'], [expandTask(), 'halfway'], [changeTask(), 'atOnce'], [changeTask(), 'halfway']] as const)(
    '[GS20] of %j while the answer hangs %s is CANCELLED and closes the connection', async (task, hang) => {
      const stop = new AbortController();
      gemini.next({ hang });
      const work = codeOf(ask(task, { signal: stop.signal }));
      await until(() => gemini.requests[0]?.body !== undefined && gemini.requests[0]?.body !== null);
      stop.abort();
      expect(await work).toBe('CANCELLED');
      await until(() => gemini.requests[0]?.wasAborted === true);
    });

  it('[GS20] in the middle of a stream tells no more options, and still has its bill', async () => {
    const stop = new AbortController();
    const told: unknown[] = [];
    gemini.next({ chunkMs: 20 });
    const work = failureOf(ask(expandTask(), { signal: stop.signal, onOptions: (options) => { told.push(options); stop.abort(); } }));
    expect(await work).toMatchObject({ code: 'CANCELLED', usage: { model: 'gemini-3.8-flash' } });
    expect(told).toHaveLength(1);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isTrue()) throw new Error('it never came true');
}
