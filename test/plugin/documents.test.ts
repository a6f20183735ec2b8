// Documents that move while a run is on: both halves over the real port, a person in between. What arrived is never lost.
import { afterEach, describe, expect, it } from 'vitest';
import type { Edit, HostDocument } from '../../playground/host/document.ts';
import { moveBy, redo, remove, reparent, resize, select, setLocked, switchPage, undo } from '../../playground/host/edits.ts';
import { absoluteBox } from '../../playground/host/geometry.ts';
import type { PluginOptions } from '../../playground/host/sandbox.ts';
import { overlaps } from '../../src/core/geometry.ts';
import { parseRecipeRecord } from '../../src/core/provenance.ts';
import type { PlaceMode } from '../../src/core/request.ts';
import { createEngine } from '../support/window/engine.ts';
import { startSession, until } from '../support/window/session.ts';
import type { Session } from '../support/window/session.ts';
import { BUILD, drawn, pluginCode } from './runPlugin.ts';
import { at, image, png, solid } from './samples.ts';

const STORED_KEY = 'AIzaSyMovedMovedMovedMovedMovedMoved123';
const open: Session[] = [];

afterEach(() => {
  const errors = open.flatMap(({ heard }) => heard.filter(({ what }) => what === 'error'));
  open.splice(0).forEach((session) => session.end('closed'));
  expect(errors).toEqual([]);
});

interface MidRun {
  readonly document: HostDocument;
  readonly session: Session;
  readonly slots: readonly string[];
  /** Lets the next picture arrive, and waits until it is dealt with. */
  arrive(): Promise<void>;
}

async function start(document: HostDocument, options: Partial<PluginOptions> = {}, engine = createEngine()): Promise<Session> {
  const session = await startSession(document, { engine: engine.provider }, { clientStorage: new Map<string, unknown>([['key', STORED_KEY]]), ...options });
  open.push(session);
  await session.window.start(session.window.effects, BUILD);
  return session;
}

/** A run of two pictures, both asked for and neither there yet. */
async function midRun(document: HostDocument, id: string, place: PlaceMode = 'beside', options: Partial<PluginOptions> = {}): Promise<MidRun> {
  const gates: (() => void)[] = [];
  let asked = 0;
  const engine = createEngine(() => new Promise((resolve) => (asked += 1, gates.push(resolve))));
  select(document, [id]);
  const session = await start(document, options, engine);
  const { actions } = session.window;
  actions.setPlace(place);
  actions.setCount(2);
  actions.make();
  await until(() => asked === 2, 'both pictures are asked for');
  let settled = 0;
  return {
    document, session, slots: marked(document),
    async arrive() {
      gates.shift()?.();
      settled += 1;
      await until(() => states(session).filter(({ at: where }) => where === 'done').length >= settled, 'the picture is dealt with');
    },
  };
}

async function arriveAll(run: MidRun): Promise<void> {
  await run.arrive();
  await run.arrive();
  await until(() => !run.session.window.isRunning.value, 'the run ends');
  await run.session.plugin.settled();
}

const states = ({ window }: Session) => window.allJobs.value.map((entry) => entry.job.value.state);
const reasons = (session: Session) => states(session).map((state) => (state.at === 'done' ? (state.placeError?.code ?? 'placed') : state.at));
const nodes = (document: HostDocument) => [...document.graph.getAllNodes()].filter((node) => document.pageOf(node.id) !== null);
const dataOf = (document: HostDocument, id: string, key: string) => document.graph.getNode(id)?.pluginData.find((entry) => entry.key === key)?.value ?? '';
const marked = (document: HostDocument) => nodes(document).filter((node) => dataOf(document, node.id, 'slot') !== '').map((node) => node.id);
const results = (document: HostDocument) => nodes(document).filter((node) => parseRecipeRecord(dataOf(document, node.id, 'recipe')) !== null);
const boxOf = (document: HostDocument, id: string) => absoluteBox(document.graph, document.graph.getNode(id) as never);
const fillsOf = (document: HostDocument, id: string) => document.graph.getNode(id)?.fills;
const hashOf = (document: HostDocument, id: string) => fillsOf(document, id)?.at(-1)?.imageHash;
const frame = (edit: Edit, parent: string, place: object, props: object = {}): string => edit.create('FRAME', parent, { name: 'Hero', fills: [solid()], ...place, ...props }).id;
const hero = () => drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 300, 200)) }));

/** Presses "Place beside" on every result, and waits until all lie somewhere. */
async function placeAll({ window }: Session): Promise<void> {
  const isPlaced = (): boolean => states({ window } as Session).every((state) => state.at === 'done' && state.placed !== null);
  window.allJobs.value.forEach((entry) => window.actions.placeBeside(entry.id));
  await until(isPlaced, 'all are placed');
}

describe('the source and the page', () => {
  it('[DM1] pictures go to the page of the run when another one is shown', async () => {
    const { document, ids } = hero();
    const home = document.currentPageId;
    const run = await midRun(document, ids.hero);
    switchPage(document, document.graph.addPage('Other').id);
    await arriveAll(run);
    expect([reasons(run.session), results(document).map((node) => document.pageOf(node.id))]).toEqual([['placed', 'placed'], [home, home]]);
  });

  it.each<[string, (document: HostDocument, id: string) => void]>([
    ['moved', (document, id) => moveBy(document, [id], 5000, 0)],
    ['deleted', (document, id) => remove(document, [id])],
    ['locked', (document, id) => setLocked(document, [id], true)],
    ['put into auto layout', (document, id) => intoFrame(document, id, 'FRAME', { layoutMode: 'HORIZONTAL' })],
    ['put into an instance', (document, id) => intoFrame(document, id, 'INSTANCE')],
  ])('[DM2] pictures fill their slots when the source is %s', async (_what, change) => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const boxes = run.slots.map((id) => boxOf(document, id));
    change(document, ids.hero);
    await arriveAll(run);
    expect([reasons(run.session), run.slots.map((id) => boxOf(document, id)), marked(document)]).toEqual([['placed', 'placed'], boxes, []]);
  });

  it('[DM3] when the page is deleted, pictures stay in Results and can be placed in view', async () => {
    const { document, ids } = hero();
    const other = document.graph.addPage('Other').id;
    const run = await midRun(document, ids.hero);
    const home = document.currentPageId;
    switchPage(document, other);
    remove(document, [home]);
    await arriveAll(run);
    expect(reasons(run.session)).toEqual(['NODE_GONE', 'NODE_GONE']);
    await placeAll(run.session);
    expect(results(document).map((node) => document.pageOf(node.id))).toEqual([other, other]);
  });

  it('[DM4] when the section around it is deleted, pictures stay in Results and can be placed where the source was', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(1000, 0, 900, 400)).id;
      return { section, hero: frame(edit, section, at(50, 50, 100, 100)) };
    });
    const run = await midRun(document, ids.hero);
    expect(run.slots.map((id) => document.graph.getNode(id)?.parentId)).toEqual([ids.section, ids.section]);
    remove(document, [ids.section]);
    await arriveAll(run);
    expect(reasons(run.session)).toEqual(['NODE_GONE', 'NODE_GONE']);
    await placeAll(run.session);
    expect(results(document).map((node) => node.x > 1100)).toEqual([true, true]);
  });
});

describe('slots', () => {
  it.each(['LOCAL', 'REMOTE'] as const)('[DM5] a picture whose slot was deleted stays in Results and can be placed: %s', async (origin) => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    remove(document, run.slots.slice(0, 1), origin);
    await arriveAll(run);
    expect(reasons(run.session)).toEqual(['NODE_GONE', 'placed']);
    const [first] = run.session.window.allJobs.value;
    run.session.window.actions.placeBeside(first?.id ?? '');
    await until(() => results(document).length === 2, 'the first one is placed too');
    expect(marked(document)).toEqual([]);
  });

  it.each<[string, (document: HostDocument, id: string) => void]>([
    ['moved', (document, id) => moveBy(document, [id], 0, 900)],
    ['locked', (document, id) => setLocked(document, [id], true)],
    ['put into a frame', (document, id) => intoFrame(document, id, 'FRAME')],
    ['moved by another person', (document, id) => moveBy(document, [id], 0, 900, 'REMOTE')],
  ])('[DM6] a slot that was %s is filled where it is now', async (_what, change) => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const [slot = ''] = run.slots;
    change(document, slot);
    const box = boxOf(document, slot);
    await arriveAll(run);
    expect([reasons(run.session), boxOf(document, slot)]).toEqual([['placed', 'placed'], box]);
  });

  it('[DM7] a slot that was put into auto layout is filled, and the frame flows around it', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const [slot = ''] = run.slots;
    intoFrame(document, slot, 'FRAME', { layoutMode: 'HORIZONTAL' });
    await arriveAll(run);
    expect([reasons(run.session), document.graph.getNode(slot)?.fills[0]?.type]).toEqual([['placed', 'placed'], 'IMAGE']);
  });

  it('[DM8] a slot that was resized takes the picture in its own ratio within the new box', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const [slot = ''] = run.slots;
    resize(document, slot, 90, 90);
    await arriveAll(run);
    expect(boxOf(document, slot)).toMatchObject({ width: 90, height: 60 });
  });

  it('[DM9] copies of waiting slots, and those in an instance, do not keep others from being removed at the next start', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const [slot = ''] = run.slots;
    const copied = document.graph.getNode(slot)?.pluginData ?? [];
    const inner = document.edit('user', (edit) => {
      const instance = edit.create('INSTANCE', document.currentPageId, at(0, 900, 50, 50)).id;
      edit.create('RECTANGLE', document.currentPageId, { pluginData: copied, ...at(0, 1200, 50, 50) });
      return edit.create('RECTANGLE', instance, { pluginData: copied, ...at(0, 0, 50, 50) }).id;
    });
    document.graph.reorderChild(inner, document.graph.getNode(inner)?.parentId ?? '', 0);
    run.session.end('killed');
    const clientStorage = new Map<string, unknown>([['installation', JSON.parse(copied.find((entry) => entry.key === 'slot')?.value ?? '{}').owner]]);
    await start(document, { clientStorage });
    expect(marked(document)).toEqual([inner]);
  });
});

describe('a file that cannot be edited any more', () => {
  it('[DM10] keeps the pictures in Results, changes nothing, and takes them when it can be edited again', async () => {
    const { document, ids } = hero();
    let isReadOnly = false;
    const run = await midRun(document, ids.hero, 'beside', { readOnly: () => isReadOnly });
    isReadOnly = true;
    const version = document.version;
    await arriveAll(run);
    expect([reasons(run.session), document.version]).toEqual([['READ_ONLY', 'READ_ONLY'], version]);
    isReadOnly = false;
    await placeAll(run.session);
    expect(results(document)).toHaveLength(2);
  });
});

describe('another person in the same place', () => {
  it('[DM11] nothing of theirs is changed, and "Place beside" keeps clear of it', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    const [slot = ''] = run.slots;
    const theirs = document.edit('remote', (edit) => frame(edit, document.currentPageId, boxOf(document, slot), { name: 'Theirs' }));
    const before = JSON.stringify(document.graph.getNode(theirs));
    remove(document, run.slots, 'REMOTE');
    await arriveAll(run);
    await placeAll(run.session);
    expect(JSON.stringify(document.graph.getNode(theirs))).toBe(before);
    const boxes = [boxOf(document, theirs), ...results(document).map((node) => boxOf(document, node.id))];
    expect(boxes.some((a, index) => boxes.slice(index + 1).some((b) => overlaps(a, b)))).toBe(false);
  });

  it('[DM12] their edits are in no undo step of ours', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    moveBy(document, [ids.hero], 0, -700, 'REMOTE');
    await arriveAll(run);
    for (let step = 0; step < 3; step++) undo(document);
    expect([document.graph.getNode(ids.hero)?.y, results(document).length, marked(document)]).toEqual([-700, 0, []]);
  });
});

describe('undo', () => {
  it('[DM13] undo while pictures are made takes the slots; the pictures stay in Results and can be placed', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    undo(document);
    expect(marked(document)).toEqual([]);
    await arriveAll(run);
    expect([reasons(run.session), results(document)]).toEqual([['NODE_GONE', 'NODE_GONE'], []]);
    await placeAll(run.session);
    expect(results(document)).toHaveLength(2);
  });

  it('[DM14] a picture is one step of its own, whatever a person does between', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    await run.arrive();
    moveBy(document, [ids.hero], 7, 0);
    await run.arrive();
    const seen = () => [results(document).length, document.graph.getNode(ids.hero)?.x];
    const steps = [seen()];
    for (let step = 0; step < 3; step++) steps.push((undo(document), seen()));
    expect(steps).toEqual([[2, 7], [1, 7], [1, 0], [0, 0]]);
  });

  it('[DM15] what was undone can be redone', async () => {
    const { document, ids } = hero();
    const run = await midRun(document, ids.hero);
    await arriveAll(run);
    const hashes = results(document).map((node) => node.fills[0]?.imageHash);
    for (let step = 0; step < 3; step++) undo(document);
    for (let step = 0; step < 3; step++) redo(document);
    expect([results(document).map((node) => node.fills[0]?.imageHash), marked(document)]).toEqual([hashes, []]);
  });
});

describe('Replace', () => {
  const withPicture = () => {
    const made = hero();
    const old = made.document.addImage(png(60, 40, 200));
    made.document.edit('user', (edit) => edit.update(made.ids.hero, { fills: [image(old)] }));
    return { ...made, old };
  };
  const replaced = async () => {
    const made = withPicture();
    const run = await midRun(made.document, made.ids.hero, 'replace');
    await arriveAll(run);
    expect(hashOf(made.document, made.ids.hero)).not.toBe(made.old);
    run.session.end('closed');
    return made;
  };

  it.each<[string, (document: HostDocument, id: string) => void, string]>([
    ['locked', (document, id) => setLocked(document, [id], true), 'LAYER_LOCKED'],
    ['put into a locked frame', (document, id) => intoFrame(document, id, 'FRAME', { locked: true }), 'LAYER_LOCKED'],
    ['deleted', (document, id) => remove(document, [id]), 'NODE_GONE'],
  ])('[DM16] a source that was %s is left alone; the picture stays in Results and can be placed', async (_what, change, code) => {
    const { document, ids, old } = withPicture();
    const run = await midRun(document, ids.hero, 'replace');
    change(document, ids.hero);
    await run.arrive();
    expect([reasons(run.session)[0], hashOf(document, ids.hero) ?? old]).toEqual([code, old]);
    await run.arrive();
    await placeAll(run.session);
    expect(results(document)).toHaveLength(2);
  });

  it('[DM17] Restore works from the selection after the plugin was closed and started again', async () => {
    const { document, ids, old } = await replaced();
    const { window } = await start(document);
    expect(window.selection.value.layers[0]?.canRestore).toBe(true);
    window.actions.restoreSelected();
    await until(() => hashOf(document, ids.hero) === old, 'the picture of before is back');
    await until(() => window.selection.value.layers[0]?.canRestore === false, 'there is nothing to restore any more');
    expect([window.session.alert.value, dataOf(document, ids.hero, 'recipe')]).toEqual([null, '']);
  });

  it('[DM18] Restore is not offered once the designer put something else there', async () => {
    const { document, ids } = await replaced();
    document.edit('user', (edit) => edit.update(ids.hero, { fills: [solid()] }));
    const { window } = await start(document);
    expect(window.selection.value.layers[0]?.canRestore).toBe(false);
  });

  it('[DM19] Restore from the selection takes the result in the list back too', async () => {
    const { document, ids } = withPicture();
    const run = await midRun(document, ids.hero, 'replace');
    await arriveAll(run);
    const { window } = run.session;
    await until(() => window.selection.value.layers[0]?.canRestore === true, 'the selection says so');
    window.actions.restoreSelected();
    await until(() => states(run.session).every((state) => state.at === 'done' && state.placed === null), 'no result claims to be there');
    expect(window.session.alert.value).toBeNull();
  });
});

describe('slices', () => {
  /** Most uses of the API in a row without a look at the clock, while `work` goes on. */
  async function longestStretch(document: HostDocument, work: (session: Session) => Promise<unknown>): Promise<number> {
    let stretch = 0;
    let longest = 0;
    const code = `{ const now = Date.now; Date.now = () => (console.log('clock'), now()); }`;
    const session = await startSession(document, { engine: createEngine().provider }, {
      code: code + (await pluginCode()),
      onUse: (_member, operation) => {
        stretch = operation === 'turn' ? 0 : stretch + 1;
        longest = Math.max(longest, stretch);
      },
      onConsole: () => void (stretch = 0),
    });
    open.push(session);
    await work(session);
    return longest;
  }

  /** Uses of the API that a slice of 8 ms has room for many times over. */
  const MOST = 700;

  it('[DM20] starting, summing up and reserving among 3,000 layers look at the clock again and again', async () => {
    const { document, ids } = drawn((edit, page) => {
      const many = Array.from({ length: 3000 }, (_, index) => frame(edit, page, at((index % 60) * 110, 300 + Math.floor(index / 60) * 110, 100, 100)));
      return { hero: frame(edit, page, at(0, 0, 300, 200)), last: many.at(-1) ?? '' };
    });
    select(document, (document.graph.getNode(document.currentPageId)?.childIds ?? []).slice(0, 300));
    const longest = await longestStretch(document, async ({ window }) => {
      await window.start(window.effects, BUILD);
      await window.client.call('summarise', { nodeIds: [document.currentPageId] });
      const source = { pageId: document.currentPageId, nodeIds: [ids.hero], name: 'Hero', box: at(0, 0, 300, 200) };
      await window.client.call('reserveSlots', { runId: 'r', source, size: { width: 300, height: 200 }, names: ['a', 'b', 'c', 'd'] });
    });
    expect(longest).toBeLessThan(MOST);
  });

  it('[DM21] a selection of 20 big frames is described in slices', async () => {
    const { document } = drawn((edit, page) => {
      for (let index = 0; index < 20; index++) {
        const big = frame(edit, page, at(index * 500, 0, 400, 400));
        for (let line = 0; line < 500; line++) edit.create('VECTOR', big, at(line % 20, line, 10, 10));
      }
      return {};
    });
    select(document, document.graph.getNode(document.currentPageId)?.childIds ?? []);
    expect(await longestStretch(document, ({ window }) => window.start(window.effects, BUILD))).toBeLessThan(MOST);
  });
});

/** As a person drags a layer into a frame that is made around it. */
function intoFrame(document: HostDocument, id: string, type: 'FRAME' | 'INSTANCE', props: object = {}): void {
  const { x, y, width, height } = boxOf(document, id);
  const parent = document.edit('user', (edit) => edit.create(type, document.currentPageId, { name: 'Around', x, y, width, height, ...props }).id);
  reparent(document, id, parent);
}
