// Starting: the window, the handshake, the commands.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { select } from '../../playground/host/edits.ts';
import { createDocument } from '../../playground/host/document.ts';
import { BUILD, TODAY, drawn, refusal, runPlugin } from './runPlugin.ts';
import { at, solid } from './samples.ts';

describe('start', () => {
  it('[PG1] shows the window with theme colours in the size of last time', async () => {
    const settings = { ...DEFAULT_SETTINGS, windowSize: { width: 500, height: 700 } };
    const { windows } = await runPlugin(createDocument(), { clientStorage: new Map([['settings', settings]]) });
    expect(windows).toMatchObject([{ width: 500, height: 700, themeColors: true }]);
  });

  it('[PG2] starts with the defaults when what is stored is damaged', async () => {
    const { hello, windows } = await runPlugin(createDocument(), { clientStorage: new Map<string, unknown>([['settings', 'nonsense'], ['spend', 7], ['key', {}]]) });
    expect(windows).toMatchObject([{ width: 360, height: 680 }]);
    expect(await hello()).toMatchObject({ settings: DEFAULT_SETTINGS, key: { isSet: false, ending: '' }, spentToday: { day: TODAY, usd: 0 } });
  });
});

describe('hello', () => {
  it('[PG3] answers everything the UI starts with', async () => {
    const { document, ids } = drawn((edit, page) => ({ frame: edit.create('FRAME', page, { name: 'Hero', fills: [solid()], ...at(10, 20, 300, 200) }).id }));
    select(document, [ids.frame]);
    const { hello } = await runPlugin(document, { command: 'more' });
    expect(await hello()).toMatchObject({
      editor: 'figma', canEdit: true, command: 'more', orphansRemoved: 0,
      selection: { count: 1, refusal: null, layers: [{ name: 'Hero', box: at(10, 20, 300, 200) }] },
    });
  });

  it('[PG4] refuses a window of another build', async () => {
    const { client } = await runPlugin(createDocument());
    expect(await refusal(client.call('hello', { build: `${BUILD}-old`, today: TODAY }))).toBe('BRIDGE_STALE_BUILD');
  });

  it('[PG5] says in Dev Mode that nothing can be placed', async () => {
    const { hello } = await runPlugin(createDocument(), { editorType: 'dev' });
    expect(await hello()).toMatchObject({ editor: 'dev', canEdit: false });
  });

  it('[PG6] leaves the document and its undo history as they are', async () => {
    const document = createDocument();
    const { hello } = await runPlugin(document);
    await hello();
    expect([document.version, document.canUndo]).toEqual([0, false]);
  });
});
