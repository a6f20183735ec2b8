// Everything that the tab "Batch" can do, by name. What they start lives in ui/run/batch.
import { columnsIn } from '../core/batch/plan.ts';
import { parseRows } from '../core/batch/rows.ts';
import { attempt, stoppably } from './attempt.ts';
import { forgetBatch, loadBatch as load } from './run/batch/keepBatch.ts';
import { retryFailed as retry, runBatch, startBatch } from './run/batch/runBatch.ts';
import type { Effects } from './run/effects.ts';
import { cancelOvernight, checkOvernight, placeOvernight } from './run/overnight/collect.ts';
import { forgetOvernight, loadOvernight } from './run/overnight/keep.ts';
import { retryOvernight, sendRest, startOvernight } from './run/overnight/send.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import * as store from './store/batch.ts';
import { selection } from './store/selection.ts';
import { alert } from './store/session.ts';

export const changeBatch = (patch: Partial<store.BatchDraft>) => store.changeBatch(patch);

/** A batch that an earlier start left, here or overnight. */
export function loadBatch(): void {
  attempt(() => load(effects));
  attempt(() => loadOvernight(effects));
}

/** The plugin was opened in a file that has an overnight batch: it is looked after, and a failure is told when somebody asks. */
export function greetOvernight(): void {
  void (async () => {
    await loadOvernight(effects);
    await stoppably((signal) => checkOvernight(effects, signal));
  })().catch(() => undefined);
}

const overnightAct = (act: (effects: Effects, signal: AbortSignal) => Promise<void>) => {
  const go = (): void => attempt(() => stoppably((signal) => act(effects, signal)), { retry: go });
  return go;
};
export const checkNow = overnightAct(checkOvernight);
export const placeReady = overnightAct(placeOvernight);
export const sendTheRest = overnightAct(sendRest);
export const retryFailedOvernight = overnightAct(retryOvernight);
export const cancelOut = overnightAct(cancelOvernight);
export const discardOvernight = overnightAct(forgetOvernight);

/** Text layers of the selected layers become rows; theirs go before pasted ones. */
export function rowsFromLayers(): void {
  attempt(async () => {
    const nodeIds = selection.value.layers.map(({ id }) => id);
    const { names, rows } = await effects.client.call('readRows', { nodeIds });
    if (names.length === 0) return say('No text layer is in the selected layers');
    store.changeBatch({ taken: { table: { names, rows: rows.map(({ cells }) => cells), remarks: [] }, nodeIds: rows.map(({ nodeId }) => nodeId) } });
    say(`${rows.length === 1 ? '1 row' : `${rows.length} rows`} from layers: ${names.join(', ')}`);
  }, { retry: rowsFromLayers });
}

/** From here on a paste is kept as rows and not shown as text: a field of ten thousand lines takes a browser a third of a second to draw. */
export const LARGE_PASTE = 60_000;

/** Reads rows first and shows them in a task of its own, so that the window draws between the two. */
export function pasteRows(text: string): void {
  attempt(async () => {
    const table = parseRows(text, columnsIn(store.batchDraft.value.template));
    await new Promise((resolve) => setTimeout(resolve, 0));
    store.changeBatch({ taken: { table, nodeIds: [] } });
  });
}

export const useText = () => store.changeBatch({ taken: null });

/** What stands in the way is said; nothing is sent then. */
export function run(): void {
  const obstacle = store.batchObstacle.value;
  if (obstacle !== null) return say(obstacle);
  alert.value = null;
  const start = store.isOvernight.value ? startOvernight : startBatch;
  attempt(() => stoppably((signal) => start(effects, signal)), { retry: run });
}

/** What is out is finished; nothing new starts. */
export function pauseBatch(): void {
  store.isBatchPaused.value = true;
  say('Paused; what is out is finished first');
}

export function resumeBatch(): void {
  attempt(() => stoppably((signal) => runBatch(effects, signal)), { retry: resumeBatch });
}

export function retryFailed(): void {
  attempt(() => stoppably((signal) => retry(effects, signal)), { retry: retryFailed });
}

export function discardBatch(): void {
  attempt(() => forgetBatch(effects), { retry: discardBatch });
}

