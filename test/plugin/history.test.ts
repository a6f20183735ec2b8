// The history, the pictures that answer the same request, and the list of everything in the file: the sandbox half, as it ships.
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import { remove, undo } from '../../playground/host/edits.ts';
import { runPlugin } from './runPlugin.ts';
import { RECIPE, png } from './samples.ts';

const KEY = 'f'.repeat(64);
const entry = (id: string, rating = 0, size = 10) => ({ id, rating, words: 'x'.repeat(size) });
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('the history', () => {
  it('[HY15] keeps entries and small copies for the next start, the newest first', async () => {
    const clientStorage = new Map<string, unknown>();
    const first = await runPlugin(createDocument(), { clientStorage });
    await first.client.call('saveHistory', { entry: entry('a'), thumbnail: png(4, 4) });
    await first.client.call('saveHistory', { entry: entry('b'), thumbnail: null });
    const { client } = await runPlugin(createDocument(), { clientStorage });
    const { entries, usedBytes } = await client.call('readHistory', { from: 0, count: 1000 });
    expect([entries, usedBytes > 20]).toEqual([[entry('b'), entry('a')], true]);
    expect([(await client.call('readHistoryThumb', { id: 'a' })).bytes, (await client.call('readHistoryThumb', { id: 'b' })).bytes]).toEqual([png(4, 4), null]);
  });

  it('[HY16] lets the oldest go for room, rated ones last, with their small copies, and says which', async () => {
    const clientStorage = new Map<string, unknown>();
    const { client } = await runPlugin(createDocument(), { clientStorage });
    const thumbnail = new Uint8Array(900_000);
    await client.call('saveHistory', { entry: entry('old, good', 1), thumbnail });
    await client.call('saveHistory', { entry: entry('old'), thumbnail });
    await client.call('saveHistory', { entry: entry('newer'), thumbnail });
    expect((await client.call('saveHistory', { entry: entry('newest'), thumbnail })).gone).toEqual(['old']);
    expect((await client.call('readHistory', { from: 0, count: 1000 })).entries).toEqual([entry('newest'), entry('newer'), entry('old, good', 1)]);
    expect([...clientStorage.keys()].filter((key) => key.includes(':old')).sort()).toEqual(['history:old, good', 'historyThumb:old, good']);
  });

  it('[HY17] takes out one, or all; a damaged index counts as an empty history', async () => {
    const clientStorage = new Map<string, unknown>([['historyIndex', 'nonsense']]);
    const { client } = await runPlugin(createDocument(), { clientStorage });
    expect(await client.call('readHistory', { from: 0, count: 1000 })).toEqual({ entries: [], usedBytes: 0, isEnd: true });
    for (const id of ['a', 'b', 'c']) await client.call('saveHistory', { entry: entry(id), thumbnail: null });
    await client.call('forgetHistory', { ids: ['b', 'x'] });
    expect((await client.call('readHistory', { from: 0, count: 1000 })).entries).toEqual([entry('c'), entry('a')]);
    expect(await client.call('readHistory', { from: 0, count: 1 })).toMatchObject({ entries: [entry('c')], isEnd: false });
    expect(await client.call('readHistory', { from: 1, count: 1 })).toMatchObject({ entries: [entry('a')], isEnd: true });
    await client.call('forgetHistory', { ids: null });
    expect([...clientStorage.keys()].filter((key) => key.startsWith('history:'))).toEqual([]);
  });
});

describe('an answer of a text model', () => {
  const ANSWER = { key: KEY, atMs: 1_700_000_000_000, text: '{"options":[]}' };

  it('[HY28] is found by its question, after a restart too, and goes with the history', async () => {
    const clientStorage = new Map<string, unknown>();
    const first = await runPlugin(createDocument(), { clientStorage });
    expect(await first.client.call('findAnswer', { key: KEY })).toEqual({ found: null });
    await first.client.call('keepAnswer', ANSWER);
    const again = await runPlugin(createDocument(), { clientStorage });
    expect(await again.client.call('findAnswer', { key: KEY })).toEqual({ found: { text: ANSWER.text, atMs: ANSWER.atMs } });
    await again.client.call('forgetHistory', { ids: ['x'] });
    expect((await again.client.call('findAnswer', { key: KEY })).found).not.toBeNull();
    await again.client.call('forgetHistory', { ids: null });
    expect(await again.client.call('findAnswer', { key: KEY })).toEqual({ found: null });
    expect(clientStorage.has('answers')).toBe(false);
  });

  it('[HY29] one that cannot be kept is no failure', async () => {
    const { client } = await runPlugin(createDocument(), { clientStorage: new Map<string, unknown>([['answers', 7], ['other', new Uint8Array(5 * 1024 * 1024 - 20)]]) });
    expect(await client.call('keepAnswer', ANSWER)).toEqual({});
    expect(await client.call('findAnswer', { key: KEY })).toEqual({ found: null });
  });
});

describe('a request that was made before', () => {
  const place = (client: Awaited<ReturnType<typeof runPlugin>>['client'], bytes: Uint8Array) => client.call('placeBeside', { source: null, size: { width: 40, height: 20 }, bytes, name: 'Evening', recipe: { ...RECIPE, requestKey: KEY } });

  it('[HY18] is answered with the bytes of the file, also after a restart, and by no other file', async () => {
    const clientStorage = new Map<string, unknown>();
    const document = createDocument();
    const first = await runPlugin(document, { clientStorage });
    expect(await first.client.call('findMade', { requestKey: KEY })).toEqual({ found: null });
    const { imageHash } = await place(first.client, png(40, 20));
    await settled();
    const again = await runPlugin(document, { clientStorage });
    expect((await again.client.call('findMade', { requestKey: KEY })).found).toMatchObject({ bytes: png(40, 20), imageHash, model: RECIPE.model });
    const other = await runPlugin(createDocument(), { clientStorage });
    expect(await other.client.call('findMade', { requestKey: KEY })).toEqual({ found: null });
    expect(await again.client.call('arePicturesHere', { hashes: [imageHash, 'x'] })).toEqual({ here: [true, false] });
    expect([(await again.client.call('readPicture', { hash: imageHash })).bytes, (await again.client.call('readPicture', { hash: 'x' })).bytes]).toEqual([png(40, 20), null]);
  });

  it('[HY19] a list that is damaged or cannot be written stops nothing', async () => {
    const { client } = await runPlugin(createDocument(), { clientStorage: new Map<string, unknown>([['made', { version: 9 }], ['other', new Uint8Array(5 * 1024 * 1024 - 200)]]) });
    await place(client, png(40, 20));
    await settled();
    expect((await client.call('findMade', { requestKey: KEY })).found).toMatchObject({ bytes: png(40, 20) });
  });
});

describe('everything in the file', () => {
  it('[HY20] lists pictures by their own recipes, of the page or of all pages, and changes nothing', async () => {
    const document = createDocument();
    const { client } = await runPlugin(document);
    const { nodeId } = await client.call('placeBeside', { source: null, size: { width: 40, height: 20 }, bytes: png(40, 20), name: 'Evening', recipe: RECIPE });
    const page = document.edit('user', (edit) => edit.create('CANVAS', document.graph.rootId, { name: 'Second' }).id);
    document.edit('user', (edit) => edit.create('RECTANGLE', page, { name: 'Not ours' }));
    const before = document.version;
    const { pictures, isWhole } = await client.call('listPictures', { where: 'file' });
    expect([pictures.map((each) => [each.nodeId, each.name, each.model]), isWhole]).toEqual([[[nodeId, 'Evening', RECIPE.model]], true]);
    expect(document.version).toBe(before);
    document.setCurrentPage(page, 'user');
    expect((await client.call('listPictures', { where: 'page' })).pictures).toEqual([]);
    remove(document, [nodeId]);
    expect((await client.call('listPictures', { where: 'file' })).pictures).toEqual([]);
  });
});

describe('the page of results', () => {
  it('[HY26] takes pictures of this file that it does not show yet, as one undo step, and nothing else', async () => {
    const document = createDocument();
    const { client } = await runPlugin(document);
    const made = await Promise.all([png(40, 20), png(20, 40, 9)].map((bytes, index) => client.call('placeBeside', { source: null, size: { width: 40, height: 20 }, bytes, name: `N${index}`, recipe: RECIPE })));
    const pictures = [...made.map(({ imageHash }, index) => ({ hash: imageHash, name: `Kept ${index}`, width: 40 - 20 * index, height: 20 + 20 * index })), { hash: 'not here', name: 'x', width: 1, height: 1 }];
    const [, second] = pictures;
    expect(await client.call('keepPictures', { pictures: [...pictures, ...pictures] })).toEqual({ kept: 2, isThere: true });
    const page = [...document.graph.getAllNodes()].find((node) => node.name === 'Variegate results');
    const children = () => [...document.graph.getAllNodes()].filter((node) => node.parentId === page?.id);
    expect(children().map(({ name, width, height, x }) => [name, width, height, x])).toEqual([['Kept 0', 240, 120, 0], ['Kept 1', 120, 240, 264]]);
    expect(await client.call('keepPictures', { pictures })).toEqual({ kept: 0, isThere: true });
    remove(document, [children()[1]?.id ?? '']);
    expect(await client.call('keepPictures', { pictures: second ? [second] : [] })).toEqual({ kept: 1, isThere: true });
    undo(document);
    expect(children()).toHaveLength(1);
  });
});
