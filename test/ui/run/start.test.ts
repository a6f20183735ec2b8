// The handshake: what is told while it is out is newer than what it brings.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../src/core/bridge/contract.ts';
import type { SelectionSummary } from '../../../src/core/bridge/events.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import type { PluginClient } from '../../../src/ui/client.ts';
import { start } from '../../../src/ui/run/start.ts';
import { selection } from '../../../src/ui/store/selection.ts';
import { connection } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import { SELECTED_LAYER, resetStores } from '../../support/resetStores.ts';

const summaryOf = (name: string): SelectionSummary => ({
  pageId: '0:1',
  pageName: 'Page',
  layers: [{ ...SELECTED_LAYER, name }],
  count: 1,
  box: SELECTED_LAYER.box,
  refusal: null,
});

const HELLO: CallOutput<'hello'> = {
  editor: 'figma',
  canEdit: true,
  settings: DEFAULT_SETTINGS,
  key: { isSet: false, ending: '' },
  spentToday: { day: '2026-11-22', usd: 0 },
  selection: summaryOf('Before'),
  command: '',
  orphansRemoved: 0, hasOvernight: false, fileTaste: null, gatewayKey: { isSet: false, ending: '' },
};

/** A plugin whose handshake waits, and that can tell a selection meanwhile. */
function slowPlugin() {
  const world = createFakeWorld();
  let answer: (hello: CallOutput<'hello'>) => void = () => undefined;
  const greeting = new Promise<CallOutput<'hello'>>((resolve) => (answer = resolve));
  let tell: (summary: SelectionSummary) => void = () => undefined;
  const client = {
    ...world.effects.client,
    call: (name: string, input: never) => (name === 'hello' ? greeting : world.effects.client.call(name as 'hello', input)),
    on: (_event: string, listener: (summary: SelectionSummary) => void) => {
      tell = listener;
      return () => undefined;
    },
  } as unknown as PluginClient;
  const started = start({ ...world.effects, client }, 'build');
  return {
    tell: (summary: SelectionSummary) => tell(summary),
    async answer() {
      answer(HELLO);
      await started;
    },
  };
}

beforeEach(resetStores);

const shown = () => selection.value?.layers[0]?.name;

describe('a selection', () => {
  it('[RU27] comes with the handshake', async () => {
    await slowPlugin().answer();
    expect(shown()).toBe('Before');
    expect(connection.value).toBe('ready');
  });

  it('[RU27] told while the handshake is out is newer than the handshake', async () => {
    const plugin = slowPlugin();
    plugin.tell(summaryOf('Meanwhile'));
    await plugin.answer();
    expect(shown()).toBe('Meanwhile');
  });

  it('[RU27] told afterwards replaces the one of the handshake', async () => {
    const plugin = slowPlugin();
    await plugin.answer();
    plugin.tell(summaryOf('Later'));
    expect(shown()).toBe('Later');
  });
});
