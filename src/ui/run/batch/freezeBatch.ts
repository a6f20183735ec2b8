// What is written into the tab "Batch" as a batch of its own: nothing that is changed afterwards reaches it.
import { VariegateError } from '../../../core/errors.ts';
import type { BatchHead, BatchUnit } from '../../../core/batch/state.ts';
import { batchDraft, cellSize, plan, table } from '../../store/batch.ts';
import { card, engine, sizeClass } from '../../store/draft.ts';
import { selection } from '../../store/selection.ts';
import type { Effects } from '../effects.ts';

/** Rejects with NO_FILL where nothing takes the pictures. */
export async function freezeBatch(effects: Effects): Promise<{ readonly head: BatchHead; readonly units: BatchUnit[] }> {
  const { into, layer, template, taken } = batchDraft.value;
  const { names, rows } = table.value;
  const { layers, pageId } = selection.value;
  const [first] = layers;
  const source = first ? { pageId, nodeIds: [first.id], name: first.name, box: first.box } : null;
  const size = cellSize.value;
  const picture = into === 'grid' ? size : await targetSize(effects, into === 'copies' && first ? [first.id] : (taken?.nodeIds ?? []), layer);
  const units = plan.value.units.map((unit): BatchUnit => ({
    text: unit.text, rows: [...unit.rows], cells: [...(rows[unit.rows[0] ?? 0] ?? [])], nodeId: taken?.nodeIds[unit.rows[0] ?? 0] ?? null,
    state: 'waiting', error: null, placedId: null, usd: null,
  }));
  const grid = into === 'layers' ? null : await effects.client.call('findGrid', { source: source && { ...source, nodeIds: [...source.nodeIds] }, cell: size, count: units.length });
  const head: BatchHead = {
    version: 1, id: effects.nextId('batch'), names: [...names], template, into, layer, source, model: card.value.id, provider: engine.value, sizeClass: sizeClass.value, picture, size, grid, count: units.length,
  };
  return { head, units };
}

/** Rejects with NO_FILL where nothing of that name takes a picture: said before anything is paid. */
async function targetSize(effects: Effects, nodeIds: readonly string[], layer: string): Promise<BatchHead['picture']> {
  const { size } = await effects.client.call('readTarget', { nodeIds: [...nodeIds], layer });
  if (!size) throw new VariegateError('NO_FILL', { name: layer });
  return size;
}
