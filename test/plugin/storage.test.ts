// What this computer remembers: settings, key, spend. And the small calls beside it: window, links, commands.
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { TODAY, refusal, runPlugin } from './runPlugin.ts';

const KEY = 'AIzaSyTestTestTestTestTestTestTest1234';
const full = () => new Map<string, unknown>([['installation', 'x'], ['other', new Uint8Array(5 * 1024 * 1024 - 300)]]);

describe('storage', () => {
  it('[ST1] keeps the settings for the next start', async () => {
    const clientStorage = new Map<string, unknown>();
    const first = await runPlugin(createDocument(), { clientStorage });
    await first.client.call('saveSettings', { settings: { ...DEFAULT_SETTINGS, count: 7 } });
    const second = await runPlugin(createDocument(), { clientStorage });
    expect((await second.hello()).settings.count).toBe(7);
  });

  it('[ST2] says when there is no room left', async () => {
    const { client } = await runPlugin(createDocument(), { clientStorage: full() });
    expect(await refusal(client.call('saveSettings', { settings: { ...DEFAULT_SETTINGS, imageModel: 'm'.repeat(400) } }))).toBe('STORAGE_FULL');
  });

  it('[TP11] keeps templates for the next start, and the ones before when there is no room', async () => {
    const clientStorage = full();
    const templates = [{ id: 'a', name: 'Mine', fields: { subject: 'a {thing}' } }];
    const first = await runPlugin(createDocument(), { clientStorage: new Map() });
    expect(await first.client.call('readTemplates', {})).toEqual({ stored: null });
    await first.client.call('saveTemplates', { stored: { version: 1, templates } });
    expect(await first.client.call('readTemplates', {})).toEqual({ stored: { version: 1, templates } });
    const crowded = await runPlugin(createDocument(), { clientStorage });
    expect(await refusal(crowded.client.call('saveTemplates', { stored: { version: 1, templates: [{ ...templates[0], id: 'b', name: 'Long', fields: { subject: 'x'.repeat(1900) } }] } }))).toBe('STORAGE_FULL');
    expect(await crowded.client.call('readTemplates', {})).toEqual({ stored: null });
  });

  it('[ST3] trims the key, stores it, and answers its last four characters only', async () => {
    const { client } = await runPlugin(createDocument());
    expect(await client.call('saveKey', { key: `  ${KEY}\n` })).toEqual({ isSet: true, ending: '1234' });
    expect(await client.call('readKey', {})).toEqual({ key: KEY });
  });

  it('[ST4] shows nothing of a short key', async () => {
    const { client } = await runPlugin(createDocument());
    expect(await client.call('saveKey', { key: 'abcdef' })).toEqual({ isSet: true, ending: '' });
  });

  it('[ST5] refuses a key of blanks', async () => {
    const { client } = await runPlugin(createDocument());
    expect(await refusal(client.call('saveKey', { key: '   ' }))).toBe('KEY_MISSING');
  });

  it('[ST6] forgets the key', async () => {
    const clientStorage = new Map<string, unknown>([['key', KEY]]);
    const { client, hello } = await runPlugin(createDocument(), { clientStorage });
    expect((await hello()).key).toEqual({ isSet: true, ending: '1234' });
    expect(await client.call('forgetKey', {})).toEqual({ isSet: false, ending: '' });
    expect([clientStorage.has('key'), await client.call('readKey', {})]).toEqual([false, { key: null }]);
  });

  it('[ST7] never puts the key into an error or the document', async () => {
    const document = createDocument();
    const { client } = await runPlugin(document, { clientStorage: full() });
    const error: unknown = await client.call('saveKey', { key: KEY + 'x'.repeat(400) }).catch((thrown: unknown) => thrown);
    expect(JSON.stringify([error, { ...(error as object) }, [...document.graph.getAllNodes()]])).not.toContain(KEY);
  });

  it('[ST8] adds up a day, also when sums arrive at once', async () => {
    const { client, hello } = await runPlugin(createDocument());
    await Promise.all(Array.from({ length: 8 }, () => client.call('addSpend', { day: TODAY, usd: 0.25 })));
    expect((await hello()).spentToday).toEqual({ day: TODAY, usd: 2 });
  });

  it('[ST9] starts a new day at nothing', async () => {
    const { client, hello } = await runPlugin(createDocument(), { clientStorage: new Map([['spend', { day: '2026-11-21', usd: 9 }]]) });
    expect((await hello()).spentToday).toEqual({ day: TODAY, usd: 0 });
    expect(await client.call('addSpend', { day: TODAY, usd: 1 })).toEqual({ day: TODAY, usd: 1 });
  });

  it('[ST10] writes no key that docs/storage.md does not list', async () => {
    const clientStorage = new Map<string, unknown>();
    const { client } = await runPlugin(createDocument(), { clientStorage });
    await client.call('saveSettings', { settings: DEFAULT_SETTINGS });
    await client.call('saveKey', { key: KEY });
    await client.call('addSpend', { day: TODAY, usd: 1 });
    expect([...clientStorage.keys()].sort()).toEqual(['installation', 'key', 'settings', 'spend']);
  });
});

describe('window and links', () => {
  it('[ST11] keeps the window between its least and its largest size', async () => {
    const { client, sizes } = await runPlugin(createDocument());
    await client.call('resizeWindow', { width: 10, height: 10 });
    await client.call('resizeWindow', { width: 640.4, height: 99_999 });
    expect(sizes).toEqual([{ width: 320, height: 400 }, { width: 640, height: 2000 }]);
  });

  it('[ST12] opens only addresses of its own table', async () => {
    const { client, opened } = await runPlugin(createDocument());
    for (const url of ['billing', 'keys', 'docs', 'policy', 'synthid', 'c2pa'] as const) await client.call('openLink', { url });
    expect(opened.map((url) => new URL(url).hostname)).toEqual(['aistudio.google.com', 'aistudio.google.com', 'ai.google.dev', 'policies.google.com', 'deepmind.google', 'c2pa.org']);
    expect(await refusal(client.call('openLink', { url: 'https://example.com' as never }))).toBe('BRIDGE_INPUT');
  });
});

describe('the ledger', () => {
  const entry = (patch: object) => ({ at: '2026-11-22T10:00:00.000Z', kind: 'picture' as const, model: 'm', runId: 'r', usd: 0.03, estimateUsd: 0.034, isUnsure: false, ...patch });

  it('[LN1] keeps a line for each request, beside the day’s sum, for the next start; a damaged day counts as none', async () => {
    const clientStorage = new Map<string, unknown>([['ledger:2026-11-20', 'nonsense']]);
    const { client } = await runPlugin(createDocument(), { clientStorage });
    expect(await client.call('addSpend', { day: TODAY, usd: 0.03, entry: entry({}) })).toEqual({ day: TODAY, usd: 0.03 });
    await client.call('addSpend', { day: TODAY, usd: 0, entry: entry({ usd: null, isUnsure: true }) });
    const again = await runPlugin(createDocument(), { clientStorage });
    expect((await again.client.call('readLedger', {})).entries).toEqual([entry({}), entry({ usd: null, isUnsure: true })]);
  });

  it('[LN2] keeps sixty days', async () => {
    const clientStorage = new Map<string, unknown>(Array.from({ length: 70 }, (_, at) => [`ledger:2026-0${1 + Math.floor(at / 28)}-${String((at % 28) + 1).padStart(2, '0')}`, []]));
    const { client } = await runPlugin(createDocument(), { clientStorage });
    await client.call('addSpend', { day: TODAY, usd: 0.03, entry: entry({}) });
    expect((await client.call('readLedger', {})).entries).toHaveLength(1);
    expect([...clientStorage.keys()].filter((key) => key.startsWith('ledger:'))).toHaveLength(60);
  });
});
