// Real files of designers, where they are at hand: every kind of layer in them can be read, and gets places that cover nothing.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFig } from '../../playground/host/document.ts';
import type { HostDocument } from '../../playground/host/document.ts';
import { absoluteBox } from '../../playground/host/geometry.ts';
import { overlaps } from '../../src/core/geometry.ts';
import { runPlugin } from './runPlugin.ts';

const FILES = ['OpenFigs.fig', 'basic-shapes.fig'].map((name) => `../shared/data/fig/${name}`);
/** Layers tried in each file, spread over it. */
const TRIED = 40;

function someLayers(document: HostDocument): string[] {
  const all = [...document.graph.getAllNodes()].filter((node) => node.type !== 'CANVAS' && !node.internalOnly && document.pageOf(node.id) !== null);
  const step = Math.max(1, Math.floor(all.length / TRIED));
  return all.filter((_, index) => index % step === 0).slice(0, TRIED).map((node) => node.id);
}

describe.each(FILES)('%s', (path) => {
  it('[PF1] reads layers of every kind', async () => {
    if (!existsSync(path)) return;
    const document = await openFig(new Uint8Array(readFileSync(path)));
    const { client } = await runPlugin(document);
    for (const id of someLayers(document)) {
      const summary = await client.call('summarise', { nodeIds: [id] });
      expect(summary.layers.map((layer) => layer.id)).toEqual([id]);
    }
  });

  it('[PF2] finds places that cover no sibling', async () => {
    if (!existsSync(path)) return;
    const document = await openFig(new Uint8Array(readFileSync(path)));
    const { client } = await runPlugin(document);
    for (const id of someLayers(document)) {
      const { layers, pageId, box } = await client.call('summarise', { nodeIds: [id] });
      if (!box || box.width < 1 || box.height < 1) continue;
      const source = { pageId, nodeIds: [id], name: layers[0]?.name ?? '', box };
      const { slots } = await client.call('reserveSlots', { runId: 'r', source, size: { width: box.width, height: box.height }, names: ['a', 'b', 'c', 'd'] });
      expect(covered(document, slots)).toEqual([]);
      expect(await client.call('releaseSlots', { nodeIds: slots.map((slot) => slot.nodeId) })).toEqual({ removed: 4 });
    }
  });
});

/** Names of the layers beside the slots that a slot lies on. */
function covered(document: HostDocument, slots: readonly { nodeId: string; box: { x: number; y: number; width: number; height: number } }[]): string[] {
  const parentId = document.graph.getNode(slots[0]?.nodeId ?? '')?.parentId ?? '';
  const siblings = document.graph.getChildren(parentId).filter((node) => !slots.some((slot) => slot.nodeId === node.id));
  return siblings.filter((node) => slots.some((slot) => overlaps(slot.box, absoluteBox(document.graph, node)))).map((node) => node.name);
}
