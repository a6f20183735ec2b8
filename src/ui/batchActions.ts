// Everything that the tab "Batch" can do, by name. What they start lives in ui/run/batch.
import { attempt } from './attempt.ts';
import { forgetBatch, loadBatch as load } from './run/batch/keepBatch.ts';
import { retryFailed as retry, runBatch, startBatch } from './run/batch/runBatch.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import * as store from './store/batch.ts';
import { selection } from './store/selection.ts';
import { alert, stoppable } from './store/session.ts';

export const changeBatch = (patch: Partial<store.BatchDraft>) => store.changeBatch(patch);

/** A batch that an earlier start left. */
export function loadBatch(): void {
  attempt(() => load(effects));
}

/** Text layers of the selected layers become rows; theirs go before pasted ones. */
export function rowsFromLayers(): void {
  attempt(async () => {
    const nodeIds = selection.value.layers.map(({ id }) => id);
    const { names, rows } = await effects.client.call('readRows', { nodeIds });
    if (names.length === 0) return say('No text layer is in the selected layers');
    store.changeBatch({ fromLayers: { table: { names, rows: rows.map(({ cells }) => cells), remarks: [] }, nodeIds: rows.map(({ nodeId }) => nodeId) } });
    say(`${rows.length === 1 ? '1 row' : `${rows.length} rows`} from layers: ${names.join(', ')}`);
  }, { retry: rowsFromLayers });
}

export const useText = () => store.changeBatch({ fromLayers: null });

export function run(): void {
  alert.value = null;
  attempt(() => stoppably((abort) => startBatch(effects, abort)), { retry: run });
}

/** What is out goes on; nothing new starts. */
export function pauseBatch(): void {
  running?.abort();
  say('Paused; what is out may still come');
}

export function resumeBatch(): void {
  attempt(() => stoppably((abort) => runBatch(effects, abort)), { retry: resumeBatch });
}

export function retryFailed(): void {
  attempt(() => stoppably((abort) => retry(effects, abort)), { retry: retryFailed });
}

export function discardBatch(): void {
  attempt(() => forgetBatch(effects), { retry: discardBatch });
}

export function showRow(nodeId: string): void {
  attempt(async () => void (await effects.client.call('showNode', { nodeId })));
}

let running: AbortController | null = null;

async function stoppably(work: (abort: AbortController) => Promise<void>): Promise<void> {
  const abort = new AbortController();
  running = abort;
  stoppable.value = [...stoppable.value, abort];
  await work(abort).finally(() => (stoppable.value = stoppable.value.filter((each) => each !== abort)));
}
