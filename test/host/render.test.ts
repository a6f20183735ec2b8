// Pictures: sizes, image fills in each scale mode, formats, and real files where there are any.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NodeType, SceneNode } from '@open-pencil/scene-graph';
import { createDocument, openFig, type HostDocument } from '../../playground/host/document.ts';
import { createRenderer, exportSize, type ExportSettings, type Renderer } from '../../playground/host/render.ts';
import { sniffImage } from '../../playground/host/figma/bytes.ts';
import { errorOf, valueOf } from './sandboxed.ts';

const FIGS = new URL('../../../shared/data/fig/', import.meta.url);
const [RED, GREEN, BLUE, YELLOW, WHITE] = ['255,0,0,255', '0,255,0,255', '0,0,255,255', '255,255,0,255', '255,255,255,255'];
const CLEAR = '0,0,0,0';
let renderer: Renderer;

beforeAll(async () => { renderer = await createRenderer(); });
afterAll(() => renderer.dispose());

/** A picture of four quarters: red, green over blue, yellow. */
function quarters(width: number, height: number): Uint8Array {
  const { canvasKit } = renderer;
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)];
    const colour = [[RED, GREEN], [BLUE, YELLOW]][y < height / 2 ? 0 : 1]?.[x < width / 2 ? 0 : 1] ?? CLEAR;
    return Number(colour.split(',')[index & 3]);
  });
  const image = canvasKit.MakeImage({ width, height, colorType: canvasKit.ColorType.RGBA_8888, alphaType: canvasKit.AlphaType.Unpremul, colorSpace: canvasKit.ColorSpace.SRGB }, pixels, width * 4);
  const bytes = image?.encodeToBytes();
  image?.delete();
  if (!bytes) throw new Error('no picture');
  return bytes;
}

function pixelsOf(bytes: Uint8Array): { at(x: number, y: number): string; width: number; height: number } {
  const { canvasKit } = renderer;
  const image = canvasKit.MakeImageFromEncoded(bytes);
  if (!image) throw new Error('not decodable');
  const [width, height] = [image.width(), image.height()];
  const pixels = image.readPixels(0, 0, { width, height, colorType: canvasKit.ColorType.RGBA_8888, alphaType: canvasKit.AlphaType.Unpremul, colorSpace: canvasKit.ColorSpace.SRGB });
  image.delete();
  return { width, height, at: (x, y) => Array.from(pixels?.subarray((y * width + x) * 4, (y * width + x) * 4 + 4) ?? []).join() };
}

function oneNode(type: NodeType, props: Partial<SceneNode> = {}): { document: HostDocument; id: string } {
  const document = createDocument();
  const { id } = document.edit('user', (edit) => edit.create(type, document.currentPageId, { width: 200, height: 100, ...props }));
  return { document, id };
}

/** What a rectangle of 200 by 100 with that image fill shows at some points. */
async function filled(fill: Record<string, unknown>, points: readonly (readonly [number, number])[], picture = quarters(100, 100)): Promise<string[]> {
  const document = createDocument();
  const hash = document.addImage(picture);
  await valueOf(`const r = figma.createRectangle(); r.resize(200, 100); r.fills = [{ type: 'IMAGE', imageHash: '${hash}', ...${JSON.stringify(fill)} }]`, { document });
  const { at } = pixelsOf(await renderer.exportNode(document, document.pages()[0]?.childIds[0] ?? ''));
  return points.map(([x, y]) => at(x, y));
}

describe('image fills', () => {
  test('[HR1] FILL covers and crops', async () => {
    expect(await filled({ scaleMode: 'FILL' }, [[5, 5], [195, 5], [5, 95], [195, 95]])).toEqual([RED, GREEN, BLUE, YELLOW]);
  });
  test('[HR2] FIT leaves room beside', async () => {
    expect(await filled({ scaleMode: 'FIT' }, [[60, 10], [140, 90], [20, 50], [180, 50]])).toEqual([RED, YELLOW, CLEAR, CLEAR]);
  });
  test('[HR3] CROP shows the part that the transform names', async () => {
    expect(await filled({ scaleMode: 'CROP', imageTransform: [[0.5, 0, 0.5], [0, 0.5, 0]] }, [[5, 5], [195, 95]])).toEqual([GREEN, GREEN]);
    expect(await filled({ scaleMode: 'CROP', imageTransform: [[2, 0, -0.5], [0, 2, -0.5]] }, [[5, 5], [55, 30]])).toEqual([CLEAR, RED]);
  });
  test('[HR4] TILE repeats at its scale', async () => {
    expect(await filled({ scaleMode: 'TILE', scalingFactor: 0.5 }, [[5, 5], [30, 5], [55, 5], [5, 30], [5, 55]])).toEqual([RED, GREEN, RED, BLUE, RED]);
  });
  test('[HR5] turns by quarters', async () => {
    const corners = [[5, 5], [195, 5], [5, 95], [195, 95]] as const;
    expect(await filled({ scaleMode: 'FILL', rotation: 180 }, corners)).toEqual([YELLOW, BLUE, GREEN, RED]);
    expect(await filled({ scaleMode: 'FILL', rotation: 90 }, corners)).toEqual([BLUE, RED, YELLOW, GREEN]);
  });
});

describe('exporting', () => {
  const box = { width: 200, height: 100 };
  test.each<[string, ExportSettings['constraint'], { width: number; height: number }]>([
    ['as it is', undefined, { width: 200, height: 100 }], ['SCALE', { type: 'SCALE', value: 1.5 }, { width: 300, height: 150 }], ['WIDTH', { type: 'WIDTH', value: 333 }, { width: 333, height: 167 }],
    ['HEIGHT', { type: 'HEIGHT', value: 50 }, { width: 100, height: 50 }], ['never under 1 px', { type: 'WIDTH', value: 1 }, { width: 1, height: 1 }],
  ])('[HR6] sizes %s', async (_name, constraint, expected) => {
    expect(exportSize(box, constraint)).toEqual(expected);
    const { document, id } = oneNode('FRAME');
    const png = await renderer.exportNode(document, id, constraint ? { constraint } : {});
    expect(sniffImage(png)).toEqual(expected);
  });

  test('[HR7] keeps alpha in PNG and flattens JPG on white', async () => {
    const { document, id } = oneNode('FRAME');
    const [png, jpg] = [pixelsOf(await renderer.exportNode(document, id)), await renderer.exportNode(document, id, { format: 'JPG' })];
    expect([png.at(3, 3), pixelsOf(jpg).at(3, 3), [...jpg.subarray(0, 3)]]).toEqual([CLEAR, WHITE, [0xff, 0xd8, 0xff]]);
  });

  test('[HR8] crops to what renders, or keeps the box with useAbsoluteBounds', async () => {
    const document = createDocument();
    const code = `const r = figma.createRectangle(); r.effects = [{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 10, visible: true, blendMode: 'NORMAL' }];
      return [await r.exportAsync(), await r.exportAsync({ useAbsoluteBounds: true })]`;
    const pictures = (await valueOf(code, { document, renderer })) as Uint8Array[];
    expect(pictures.map(sniffImage)).toEqual([{ width: 120, height: 120 }, { width: 100, height: 100 }]);
  });

  test('[HR9] shows only the node, or all that lies there', async () => {
    const document = createDocument();
    const red: SceneNode['fills'] = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0, a: 1 }, opacity: 1, visible: true }];
    const ids = document.edit('user', (edit) => [edit.create('FRAME', document.currentPageId).id, edit.create('RECTANGLE', document.currentPageId, { fills: red, x: 0, y: 0, width: 50, height: 50 }).id]);
    const shown = async (contentsOnly: boolean): Promise<string> => pixelsOf(await renderer.exportNode(document, ids[0] ?? '', { contentsOnly })).at(5, 5);
    expect([await shown(true), await shown(false)]).toEqual([CLEAR, RED]);
  });

  test('[HR10] draws a nested node at its own place, turned as it is', async () => {
    const document = createDocument();
    const hash = document.addImage(quarters(100, 100));
    const code = `const f = figma.createFrame(); f.x = 900; f.y = -300; f.resize(400, 400); const g = figma.createFrame(); f.appendChild(g); g.x = 50; g.rotation = 90; g.y = 150; g.fills = []; const r = figma.createRectangle(); g.appendChild(r); r.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: '${hash}' }]; return r.exportAsync()`;
    const { at, width, height } = pixelsOf((await valueOf(code, { document, renderer })) as Uint8Array);
    expect([width, height, at(5, 5), at(95, 5), at(5, 95)]).toEqual([100, 100, GREEN, YELLOW, RED]);
  });

  test('[HR11] draws text in fonts it does not have', async () => {
    const { document, id } = oneNode('TEXT', { text: 'Words', fontFamily: 'Unheard Of', fontSize: 60 });
    const { at, width, height } = pixelsOf(await renderer.exportNode(document, id));
    const row = Array.from({ length: width }, (_, x) => at(x, Math.round(height * 0.4)));
    expect(row.some((pixel) => pixel !== CLEAR)).toBe(true);
  });

  test('[HR12] refuses what is invisible, and formats it does not have', async () => {
    expect(await errorOf(`const r = figma.createRectangle(); r.visible = false; await r.exportAsync()`, { renderer })).toMatch(/may not have any visible layers/);
    expect(await errorOf(`await figma.createRectangle().exportAsync({ format: 'WEBP' })`, { renderer })).toMatch(/WEBP is not in the playground host/);
  });

  test('[HR13] exports a whole page and a section', async () => {
    const code = `const s = figma.createSection(); s.resizeWithoutConstraints(300, 200); const r = figma.createRectangle(); r.x = 400; return [await figma.currentPage.exportAsync(), await s.exportAsync()]`;
    const pictures = (await valueOf(code, { renderer })) as Uint8Array[];
    expect(pictures.map(sniffImage)).toEqual([{ width: 500, height: 200 }, { width: 300, height: 200 }]);
  });

  test('[HR14] is the same picture twice', async () => {
    const { document, id } = oneNode('TEXT', { text: 'Same', fontSize: 40 });
    const [first, second] = [await renderer.exportNode(document, id), await renderer.exportNode(document, id)];
    expect(first).toEqual(second);
  });
});

describe('pages', () => {
  test('[HR15] are drawn on a background with a margin, selection outlined', async () => {
    const { document, id } = oneNode('FRAME');
    const { width, height, at } = pixelsOf(await renderer.renderPage(document, document.currentPageId, { margin: 50, background: { r: 1, g: 1, b: 1 }, outline: [id] }));
    expect([width, height, at(2, 2)]).toEqual([300, 200, WHITE]);
    expect(at(50, 100)).not.toBe(WHITE);
  });

  test.runIf(existsSync(FIGS))('[HR16] of a real file show its fill, its polygon with three corners and its lines', async () => {
    const document = await openFig(readFileSync(new URL('basic-shapes.fig', FIGS)));
    const frame = document.pages()[0]?.childIds[0] ?? '';
    const { at, width } = pixelsOf(await renderer.exportNode(document, frame, { constraint: { type: 'WIDTH', value: 381 } }));
    const isRed = (x: number, y: number): boolean => /^2\d\d,[0-5]?\d,/.test(at(x, y));
    // Points of Figma's own thumbnail of the file: inside the line, and right of the triangle where a pentagon would be.
    expect([width, at(10, 10), isRed(265, 115), at(125, 290)]).toEqual([381, '89,0,253,255', true, '89,0,253,255']);
  });
});
