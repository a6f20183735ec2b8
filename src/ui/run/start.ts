// The plugin's start in one round trip: the handshake, then everything the window shows first.
import { batch } from '@preact/signals';
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import type { CallOutput } from '../../core/bridge/contract.ts';
import type { SelectionSummary } from '../../core/bridge/events.ts';
import { migrateImageModel, migrateTextModel } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';
import { draft, draftFrom } from '../store/draft.ts';
import { dayOf } from '../store/ledger.ts';
import { selection } from '../store/selection.ts';
import { alert, canEdit, connection, fileTaste, gatewayKey, hasOvernight, key, settings, spentToday } from '../store/session.ts';
import type { Effects } from './effects.ts';
import { say } from './say.ts';
import { showThumbnail } from './thumbnail.ts';

/** Answers the command the plugin was started with. Never rejects: a failed handshake is shown. */
export async function start(effects: Effects, build: string): Promise<string> {
  const follow = selectionFollower(effects);
  let isTold = false;
  effects.client.on('selectionChanged', (summary) => {
    isTold = true;
    follow(summary);
  });
  try {
    const hello = await effects.client.call('hello', { build, today: dayOf(effects.nowMs()) });
    batch(() => {
      open(hello);
      // What was told while the handshake was out is newer than the handshake.
      if (!isTold) follow(hello.selection);
    });
    return hello.command;
  } catch (thrown) {
    connection.value = 'failed';
    alert.value = { error: toErrorData(toVariegateError(thrown)), jobId: null };
    return '';
  }
}

function open(hello: CallOutput<'hello'>): void {
  const { settings: migrated, replaced } = migrate(hello.settings);
  settings.value = migrated;
  draft.value = { ...draftFrom(migrated), ...sketchFirst(hello.selection) };
  key.value = hello.key;
  gatewayKey.value = hello.gatewayKey;
  spentToday.value = hello.spentToday;
  canEdit.value = hello.canEdit;
  hasOvernight.value = hello.hasOvernight;
  fileTaste.value = hello.fileTaste;
  connection.value = 'ready';
  if (hello.orphansRemoved > 0) say(`${hello.orphansRemoved} empty slots of an earlier run removed`);
  if (replaced !== null) say(`${replaced} is gone; ${migrated.imageModel} is used instead`);
  if (!hello.canEdit) alert.value = { error: { code: 'READ_ONLY', details: {} }, jobId: null };
}

// A drawing made of vectors is most likely meant for "Sketch to concept".
function sketchFirst(summary: SelectionSummary): { recipe?: 'sketchToConcept' } {
  return summary.layers.length > 0 && summary.layers.every((layer) => layer.isSketch) ? { recipe: 'sketchToConcept' } : {};
}

function migrate(stored: Settings): { settings: Settings; replaced: string | null } {
  const image = migrateImageModel(stored.imageModel);
  const text = migrateTextModel(stored.textModel);
  return {
    settings: { ...stored, imageModel: image.id, textModel: text.id },
    replaced: image.replaced ?? text.replaced,
  };
}

/** Shows each new selection, and its thumbnail unless a newer one came meanwhile. */
function selectionFollower(effects: Effects): (summary: SelectionSummary) => void {
  let newest = new AbortController();
  return (summary) => {
    newest.abort();
    newest = new AbortController();
    selection.value = summary;
    void showThumbnail(effects, summary, newest.signal);
  };
}
