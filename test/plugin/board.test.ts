// A board: a frame of words, colours and pictures, drawn as it is told.
import { describe, expect, it } from 'vitest';
import { undo } from '../../playground/host/edits.ts';
import { boxAfter, worldMatrix } from '../../playground/host/geometry.ts';
import type { Board, BoardItem } from '../../src/core/bridge/board.ts';
import { SOME_RECORD } from '../support/history.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import { png } from './samples.ts';

const text = (patch: Partial<Extract<BoardItem, { is: 'text' }>> = {}): BoardItem => ({ is: 'text', name: 'Title', x: 16, y: 16, width: 200, height: 30, characters: 'Two boats', fontSize: 20, isBold: true, colour: '#1a1a1a', align: 'LEFT', ...patch });
const picture = (ticket: string): BoardItem => ({ is: 'picture', name: 'Shot 1', x: 16, y: 60, width: 160, height: 90, ticket, radius: 4, recipe: SOME_RECORD });
const board = (items: BoardItem[]): Board => ({ name: 'Storyboard', width: 400, height: 300, colour: '#ffffff', items });

describe('a board', () => {
  it('[BD1] is a frame of plain layers where they were told to be, with the recipe in its pictures', async () => {
    const { document } = drawn(() => ({}));
    const { client } = await runPlugin(document);
    await client.call('stagePicture', { ticket: 'a', bytes: png(64, 36) });
    const placed = await client.call('placeBoard', { source: null, board: board([text(), { is: 'colour', name: 'Warm', x: 200, y: 60, width: 40, height: 40, colour: '#cc8844', radius: 4 }, picture('a')]) });
    const frame = document.graph.getNode(placed.nodeId);
    expect(frame).toMatchObject({ type: 'FRAME', name: 'Storyboard', width: 400, height: 300 });
    const layers = document.graph.getChildren(placed.nodeId);
    expect(layers.map(({ type, name, x, y }) => [type, name, x, y])).toEqual([['TEXT', 'Title', 16, 16], ['RECTANGLE', 'Warm', 200, 60], ['RECTANGLE', 'Shot 1', 16, 60]]);
    expect(layers[0]).toMatchObject({ text: 'Two boats', fontSize: 20 });
    expect(placed.pictures).toEqual([{ nodeId: layers[2]?.id, imageHash: expect.any(String) as string }]);
    expect(JSON.parse(layers[2]?.pluginData[0]?.value ?? '')).toEqual(SOME_RECORD);
  });

  it('[BD1] turns a block around its place', async () => {
    const { document } = drawn(() => ({}));
    const { client } = await runPlugin(document);
    const { nodeId } = await client.call('placeBoard', { source: null, board: board([{ is: 'colour', name: 'Tail', x: 100, y: 100, width: 20, height: 20, colour: '#ffffff', radius: 0, rotation: 45 }]) });
    const [tail] = document.graph.getChildren(nodeId);
    const frame = document.graph.getNode(nodeId);
    if (!tail || !frame) throw new Error('no tail');
    const box = boxAfter(worldMatrix(document.graph, tail), { x: 0, y: 0, width: 20, height: 20 });
    const half = 10 * Math.SQRT2;
    expect(box.x - frame.x).toBeCloseTo(100, 3);
    expect(box.y - frame.y).toBeCloseTo(100 - half, 3);
    expect(box.width).toBeCloseTo(2 * half, 3);
  });

  it('[BD2] is one undo step', async () => {
    const { document } = drawn(() => ({}));
    const { client } = await runPlugin(document);
    const { nodeId } = await client.call('placeBoard', { source: null, board: board([text(), text({ name: 'Second', y: 60 })]) });
    undo(document);
    expect(document.graph.getNode(nodeId)).toBeUndefined();
  });

  it('[BD3] leaves nothing behind where a picture cannot be read or was not sent ahead', async () => {
    const { document } = drawn(() => ({}));
    const pageId = document.currentPageId;
    const { client } = await runPlugin(document);
    const before = document.graph.getChildren(pageId).length;
    await client.call('stagePicture', { ticket: 'bad', bytes: new Uint8Array([1, 2, 3]) });
    expect(await refusal(client.call('placeBoard', { source: null, board: board([text(), picture('bad')]) }))).toBe('IMAGE_UNREADABLE');
    expect(await refusal(client.call('placeBoard', { source: null, board: board([picture('none')]) }))).toBe('BRIDGE_INPUT');
    expect(document.graph.getChildren(pageId).length).toBe(before);
  });
});
