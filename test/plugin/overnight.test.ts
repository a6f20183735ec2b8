// An overnight batch in the document: the sandbox half, as it ships.
import { describe, expect, it } from 'vitest';
import { undo } from '../../playground/host/edits.ts';
import { createDocument } from '../../playground/host/document.ts';
import type { HostDocument } from '../../playground/host/document.ts';
import { someHead, someUnit } from '../support/batch.ts';
import { refusal, runPlugin } from './runPlugin.ts';
import type { Running } from './runPlugin.ts';
import { RECIPE, png } from './samples.ts';

const job = (index: number) => ({ displayName: `variegate/batch-1/${index}`, name: 'batches/1', state: 'ready' as const, rows: [0, 1].map((at) => ({ at: 2 * index + at, unit: someUnit({ state: 'sent' }) })) });
const rowAt = (document: HostDocument, at: number) => ({ job: 0, at, bytes: png(60, 40), name: 'Lisbon', recipe: RECIPE, into: { is: 'cell' as const, pageId: document.currentPageId, box: { x: 0, y: 100 * at, width: 60, height: 40 } } });
const statesOf = async ({ client }: Running) => (await client.call('readOvernight', {})).jobs.map((each) => (each as ReturnType<typeof job>).rows.map(({ unit }) => unit.state).join());

async function withBatch(document = createDocument(), options = {}): Promise<Running> {
  const running = await runPlugin(document, options);
  await running.client.call('saveOvernight', { head: someHead() });
  for (const index of [0, 1]) await running.client.call('saveOvernightJob', { index, job: job(index) });
  return running;
}

describe('an overnight batch in the document', () => {
  it('[OV40] is there for whoever opens the file, and gone without a trace when it is discarded', async () => {
    const document = createDocument();
    expect((await (await runPlugin(document)).hello()).hasOvernight).toBe(false);
    const { client } = await withBatch(document);
    const other = await runPlugin(document);
    expect([(await other.hello()).hasOvernight, await other.client.call('readOvernight', {})]).toEqual([true, { head: someHead(), jobs: [job(0), job(1)] }]);
    await client.call('forgetOvernight', {});
    expect([(await other.hello()).hasOvernight, document.graph.getNode(document.graph.rootId)?.pluginData]).toEqual([false, []]);
  });

  it('[OV41] a row is placed and noted in one step: never twice, and an undo brings both back', async () => {
    const running = await withBatch();
    const { document, client } = running;
    const { placed } = await client.call('placeOvernightRow', rowAt(document, 1));
    expect([document.graph.getNode(placed?.nodeId ?? '')?.name, await statesOf(running)]).toEqual(['Lisbon', ['sent,done', 'sent,sent']]);
    expect((await client.call('placeOvernightRow', rowAt(document, 1))).placed).toBeNull();
    undo(document);
    expect([document.graph.getNode(placed?.nodeId ?? ''), await statesOf(running)]).toEqual([undefined, ['sent,sent', 'sent,sent']]);
  });

  it('[OV42] one computer places at a time; one that has gone silent does not hold it for ever', async () => {
    const first = await withBatch();
    const second = await runPlugin(first.document, { clientStorage: new Map() });
    expect(await second.client.call('isOvernightFree', {})).toEqual({ isFree: true });
    await first.client.call('placeOvernightRow', rowAt(first.document, 0));
    expect([await first.client.call('isOvernightFree', {}), await second.client.call('isOvernightFree', {})]).toEqual([{ isFree: true }, { isFree: false }]);
    expect(await refusal(second.client.call('placeOvernightRow', rowAt(first.document, 1)))).toBe('OVERNIGHT_ELSEWHERE');
    const root = first.document.graph.getNode(first.document.graph.rootId);
    for (const entry of root?.pluginData ?? []) if (entry.key === 'overnightHand') entry.value = entry.value.replace(/"atMs":\d+/, '"atMs":1000');
    expect(await second.client.call('isOvernightFree', {})).toEqual({ isFree: true });
  });

  it('[OV43] an entry that Figma would not take is refused before it is written', async () => {
    const { client } = await withBatch();
    const large = { ...job(0), rows: [{ at: 0, unit: someUnit({ text: 'x'.repeat(99_000) }) }] };
    expect(await refusal(client.call('saveOvernightJob', { index: 0, job: large }))).toBe('BATCH_TOO_LARGE');
  });

  it('[OV44] what an undo took away of the names of paid jobs is there again when the plugin closes', async () => {
    const running = await withBatch();
    const { document } = running;
    await running.client.call('placeOvernightRow', rowAt(document, 0));
    undo(document);
    undo(document);
    running.plugin.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const root = document.graph.getNode(document.graph.rootId);
    expect(root?.pluginData.map(({ key }) => key).filter((key) => key !== 'overnightHand').sort()).toEqual(['overnight', 'overnight:0', 'overnight:1']);
  });
});
