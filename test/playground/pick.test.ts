// Which layer a click means, on the sample document.
import { beforeAll, describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { setLocked } from '../../playground/host/edits.ts';
import type { Point } from '../../playground/page/canvas/camera.ts';
import { chainAt, clicked, deeper, enclosed } from '../../playground/page/canvas/pick.ts';
import { boxOf, cornersOf } from '../../playground/page/canvas/shapes.ts';
import { layerNamed, sample } from './support.ts';

let document: HostDocument;
beforeAll(async () => { document = await sample(); });

const chain = (point: Point) => chainAt(document.graph, document.currentPageId, point, 2);
const names = (point: Point): readonly string[] => chain(point).map((node) => node.name);
const inCard: Point = { x: 200, y: 620 };

describe('a click', () => {
  it('[PY30] finds what lies under a point, outermost first', () => {
    expect(names(inCard)).toEqual(['Hero / Desktop', 'Card / Dunes', 'Picture']);
  });

  it('[PY31] selects what lies directly in a top-level frame', () => {
    expect(clicked(document.graph, chain(inCard), [])?.name).toBe('Card / Dunes');
  });

  it('[PY31] looks through sections', () => {
    expect(clicked(document.graph, chain({ x: 1180, y: 1585 }), [])?.name).toBe('Button / Primary');
  });

  it('[PY32] stays on the level of the selection', () => {
    const title = document.graph.getChildren(layerNamed(document, 'Card / Dunes').id).find((node) => node.name === 'Title');
    expect(clicked(document.graph, chain(inCard), [title?.id ?? ''])?.name).toBe('Picture');
  });

  it('[PY33] goes one level deeper on a double click', () => {
    expect(deeper(chain(inCard), [layerNamed(document, 'Card / Dunes').id])?.name).toBe('Picture');
  });

  it('[PY34] never hits a locked layer', () => {
    const title = boxOf(document.graph, layerNamed(document, 'Project title'));
    expect(names({ x: title.x + 20, y: title.y + 20 })).toEqual([]);
  });

  it('[PY34] hits what a locked layer covered', async () => {
    const other = await sample();
    setLocked(other, [layerNamed(other, 'Card / Dunes').id], true);
    expect(chainAt(other.graph, other.currentPageId, inCard, 2).map((node) => node.name)).toEqual(['Hero / Desktop', 'Lake at dusk']);
  });

  it('[PY35] hits a turned layer where it is drawn, not in its box', () => {
    const polaroid = layerNamed(document, 'Polaroid');
    const [corner] = cornersOf(document.graph, polaroid);
    const box = boxOf(document.graph, polaroid);
    expect([names({ x: corner.x + 6, y: corner.y + 6 })[0], names({ x: box.x + 2, y: box.y + 2 })[0]]).toEqual(['Polaroid', undefined]);
  });
});

describe('the marquee', () => {
  it('[PY36] takes a top-level frame only as a whole', () => {
    const { graph, currentPageId } = document;
    const touched = enclosed(graph, currentPageId, { x: -40, y: 1040, width: 620, height: 700 });
    expect(touched.map((id) => graph.getNode(id)?.name)).toEqual(['Sketch / Desk lamp']);
  });

  it('[PY36] takes the layers it touches inside a frame that it does not hold', () => {
    const { graph, currentPageId } = document;
    const touched = enclosed(graph, currentPageId, { x: -10, y: 900, width: 1100, height: 50 });
    expect(touched.map((id) => graph.getNode(id)?.name)).toEqual(['Lake at dusk', 'Card / Dunes', 'Card / Harbour', 'Card / Sea']);
  });
});
