// The layers panel's rows.
import { beforeAll, describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { setVisible } from '../../playground/host/edits.ts';
import { ancestorsOf, rowsOf } from '../../playground/page/layers/rows.ts';
import { layerNamed, sample } from './support.ts';

let document: HostDocument;
beforeAll(async () => { document = await sample(); });

const rows = (...open: string[]) => rowsOf(document.graph, document.currentPageId, new Set(open.map((name) => layerNamed(document, name).id)));

describe('the rows', () => {
  it('[PY40] lists the topmost layer first', () => {
    expect(rows().map((row) => row.name)).toEqual(['Polaroid', 'Photo card', 'Components', 'Sketch / Desk lamp', 'Hero / Desktop', 'Project title']);
  });

  it('[PY41] unfolds what is open, one step deeper', () => {
    const children = rows('Polaroid').filter((row) => row.depth === 1);
    expect(children.map((row) => row.name)).toEqual(['Caption', 'Evening sea']);
  });

  it('[PY42] says what is locked', () => {
    expect(rows().filter((row) => row.isLocked).map((row) => row.name)).toEqual(['Project title']);
  });

  it('[PY42] dims what a hidden ancestor hides', async () => {
    const other = await sample();
    const card = layerNamed(other, 'Polaroid');
    setVisible(other, [card.id], false);
    const shown = rowsOf(other.graph, other.currentPageId, new Set([card.id]));
    expect(shown.slice(0, 3).map((row) => row.isDimmed)).toEqual([true, true, true]);
  });

  it('[PY43] knows the way from a layer up to its page', () => {
    const portrait = layerNamed(document, 'Portrait');
    expect(ancestorsOf(document.graph, portrait.id).map((id) => document.graph.getNode(id)?.name)).toEqual(['Author', 'Photo card']);
  });
});
