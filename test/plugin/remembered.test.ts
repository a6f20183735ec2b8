// What this computer remembers, when it is full, damaged, older or newer; and where the key must never be. Both halves, real port.
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import type { HostDocument } from '../../playground/host/document.ts';
import { select } from '../../playground/host/edits.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../src/core/settings.ts';
import { LOOPBACK_KEY, startLoopbackGemini } from '../support/gemini/loopback.mjs';
import type { LoopbackGemini, LoopbackScript } from '../support/gemini/loopback.mjs';
import { createEngine } from '../support/window/engine.ts';
import { startSession, until } from '../support/window/session.ts';
import type { Session } from '../support/window/session.ts';
import { BUILD, TODAY, drawn, refusal, runPlugin } from './runPlugin.ts';
import { at, solid } from './samples.ts';

const open: Session[] = [];
afterEach(() => open.splice(0).forEach((session) => session.end('closed')));

/** Figma's storage that refuses to write some keys: full, or broken otherwise. */
class RefusingStorage extends Map<string, unknown> {
  refused = new Set<string>();

  override set(key: string, value: unknown): this {
    if (this.refused?.has(key)) throw new Error('in setAsync: the write was refused');
    return super.set(key, value);
  }
}

const fillUp = (storage: Map<string, unknown>) => storage.set('ballast', new Uint8Array(5 * 1024 * 1024 - 400));
const heroDocument = () => drawn((edit, page) => ({ hero: edit.create('FRAME', page, { name: 'Hero', fills: [solid()], ...at(0, 0, 300, 200) }).id }));

async function start(document: HostDocument, engine: Parameters<typeof startSession>[1]['engine'], clientStorage: Map<string, unknown>): Promise<Session> {
  const session = await startSession(document, { engine }, { clientStorage });
  open.push(session);
  await session.window.start(session.window.effects, BUILD);
  return session;
}

async function make({ window }: Session, count: number): Promise<void> {
  const before = window.runs.value.length;
  window.actions.setCount(count);
  window.actions.make();
  await until(() => !window.isRunning.value && (window.runs.value.length > before || window.session.alert.value !== null), 'the run ends');
}

describe('settings of any version', () => {
  it.each([
    ['no version', (stored: object) => ({ ...stored, version: undefined })],
    ['version 0', (stored: object) => ({ ...stored, version: 0 })],
    ['a version that makes no sense', (stored: object) => ({ ...stored, version: 'one' })],
    ['a newer version with more fields', (stored: object) => ({ ...stored, version: 2, theme: 'dark' })],
  ])('[SG1] keep what the designer chose: %s', (_what, change) => {
    expect(readSettings(change({ ...DEFAULT_SETTINGS, count: 7, place: 'keep' }))).toEqual({ ...DEFAULT_SETTINGS, count: 7, place: 'keep' });
  });

  it('[SG2] are brought up by the steps from their own version on, in order', () => {
    const steps = [
      (old: Readonly<Record<string, unknown>>) => ({ ...old, variants: 3 }),
      (old: Readonly<Record<string, unknown>>) => ({ ...old, count: Number(old['variants']) + 1 }),
    ];
    expect([readSettings({}, steps).count, readSettings({ version: 1, variants: 6 }, steps).count, readSettings({ version: 2, variants: 6, count: 2 }, steps).count]).toEqual([4, 7, 2]);
  });

  it('[SG3] a newer value of one field costs only this field', () => {
    expect(readSettings({ ...DEFAULT_SETTINGS, version: 3, place: 'another', count: 2 })).toEqual({ ...DEFAULT_SETTINGS, count: 2 });
  });
});

describe('damaged values', () => {
  it.each<[string, unknown]>([['null', null], ['a number', 5], ['bytes', new Uint8Array(9)], ['a list', [1]], ['half an object', { usd: -1, day: 7 }], ['text', '{"day":']])(
    '[SG4] in every key the plugin starts and works: %s', async (_what, value) => {
      const clientStorage = new Map<string, unknown>(['settings', 'spend', 'installation'].map((name) => [name, value]));
      clientStorage.set('key', 'AIzaSyStillThereStillThereStillThere1');
      const { document, ids } = heroDocument();
      select(document, [ids.hero]);
      const session = await start(document, createEngine().provider, clientStorage);
      await make(session, 1);
      expect([session.window.session.alert.value, session.window.session.status.value]).toEqual([null, '1 of 1 placed']);
    });

  it('[SG5] sums of the first builds count', async () => {
    const { hello } = await runPlugin(createDocument(), { clientStorage: new Map([['spend', { day: TODAY, usd: 3 }]]) });
    expect((await hello()).spentToday).toEqual({ day: TODAY, usd: 3 });
  });
});

describe('no room', () => {
  it('[SG6] a write that is refused leaves the value of before', async () => {
    const clientStorage = new Map<string, unknown>([['settings', { ...DEFAULT_SETTINGS, count: 2 }], ['key', 'AIzaSyOldOldOldOldOldOldOldOldOldOld12']]);
    fillUp(clientStorage);
    const { client, hello } = await runPlugin(createDocument(), { clientStorage });
    const long = { ...DEFAULT_SETTINGS, imageModel: 'm'.repeat(900) };
    expect([await refusal(client.call('saveSettings', { settings: long })), await refusal(client.call('saveKey', { key: 'k'.repeat(499) }))]).toEqual(['STORAGE_FULL', 'STORAGE_FULL']);
    expect(await hello()).toMatchObject({ settings: { count: 2 }, key: { ending: 'ld12' } });
  });

  it('[SG7] that comes in the middle of a run is said once, and costs no picture', async () => {
    const clientStorage = new RefusingStorage([['key', 'AIzaSyFullFullFullFullFullFullFullFull']]);
    const { document, ids } = heroDocument();
    select(document, [ids.hero]);
    const session = await start(document, createEngine().provider, clientStorage);
    fillUp(clientStorage);
    clientStorage.refused = new Set(['spend', 'settings']);
    session.window.actions.setCloseness(5);
    await make(session, 3);
    const { alert, status } = session.window.session;
    expect([alert.value?.error.code, status.value]).toEqual(['STORAGE_FULL', '3 of 3 placed']);
    session.window.actions.dismissAlert();
    session.window.actions.setCloseness(1);
    await make(session, 2);
    expect([alert.value, status.value]).toEqual([null, '2 of 2 placed']);
  });

  it('[SG8] sums that could not be written count with the next one that can', async () => {
    const clientStorage = new RefusingStorage();
    const { client } = await runPlugin(createDocument(), { clientStorage });
    clientStorage.refused = new Set(['spend']);
    expect(await refusal(client.call('addSpend', { day: TODAY, usd: 1 }))).toBe('STORAGE_FAILED');
    clientStorage.refused = new Set();
    expect(await client.call('addSpend', { day: TODAY, usd: 2 })).toEqual({ day: TODAY, usd: 3 });
    expect(await client.call('addSpend', { day: TODAY, usd: 4 })).toEqual({ day: TODAY, usd: 7 });
  });
});

describe('the key', () => {
  let gemini: LoopbackGemini;
  beforeAll(async () => {
    gemini = await startLoopbackGemini({ port: 0 });
  });
  afterAll(() => gemini.close());

  /** Everything that left a half of the plugin but the four messages that carry the key by design, as text. */
  function recorded(session: Session, document: HostDocument): string {
    const carriers = new Set(['saveKey', 'readKey']);
    const calls = session.posted as readonly { readonly id: number; readonly kind: string; readonly name?: string }[];
    const secret = new Set(calls.filter(({ name }) => name !== undefined && carriers.has(name)).map(({ id }) => id));
    const heard = session.heard.filter(({ data }) => !secret.has((data as { id?: number } | null)?.id ?? -1));
    const { window } = session;
    const shown = [window.session.alert.value, window.session.status.value, window.session.key.value, window.session.keyTest.value, window.actions.reportText()];
    const jobs = window.allJobs.value.map((entry) => entry.job.value.state);
    const sent = gemini.requests.map(({ path, body }) => [path, body]);
    return JSON.stringify([calls.filter(({ id }) => !secret.has(id)), heard, shown, jobs, sent, [...document.graph.getAllNodes()]]);
  }

  const scripts: readonly [string, readonly LoopbackScript[]][] = [
    ['when all is well', []],
    ['when the key is refused and repeated', [{ status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT', message: `API key not valid: ${LOOPBACK_KEY}`, details: [{ reason: 'API_KEY_INVALID', metadata: { key: LOOPBACK_KEY } }] } } }]],
    ['when an error page repeats the address', [{ status: 500, body: `<html>GET /v1beta?key=${LOOPBACK_KEY}</html>` }]],
    ['when a refusal quotes it', [{ body: { candidates: [{ finishReason: 'STOP', content: { parts: [{ text: `No picture for x-goog-api-key: ${LOOPBACK_KEY}` }] } }] } }]],
    ['when the connection breaks', [{ drop: 'halfway' }]],
  ];

  it.each(scripts)('[SG9] is in nothing that is written, shown, sent along or logged: %s', async (_what, script) => {
    gemini.reset();
    gemini.next(...script);
    const { document, ids } = heroDocument();
    select(document, [ids.hero]);
    const session = await start(document, gemini.url, new Map());
    session.window.actions.saveKey(` ${LOOPBACK_KEY} `);
    await until(() => session.window.session.key.value.isSet, 'the key is saved');
    session.window.actions.setBrief('warmer');
    await make(session, 1);
    session.window.actions.testKey();
    await until(() => !['idle', 'testing'].includes(session.window.session.keyTest.value.at), 'the key is tested');
    expect(gemini.requests.length).toBeGreaterThan(1);
    expect(recorded(session, document).includes(LOOPBACK_KEY)).toBe(false);
  }, 30_000);

  it('[SG10] is in no stored value but its own', async () => {
    const clientStorage = new Map<string, unknown>([['key', LOOPBACK_KEY]]);
    const { document, ids } = heroDocument();
    select(document, [ids.hero]);
    const session = await start(document, gemini.url, clientStorage);
    await make(session, 1);
    const others = [...clientStorage].filter(([name]) => name !== 'key');
    expect([others.length > 0, JSON.stringify(others).includes(LOOPBACK_KEY)]).toEqual([true, false]);
  }, 30_000);
});
