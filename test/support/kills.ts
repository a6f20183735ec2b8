// Windows that die at any moment, over what outlives them: the storage, the document and the service. For tests and measurements.
import { checkOvernight, placeOvernight } from '../../src/ui/run/overnight/collect.ts';
import { loadOvernight } from '../../src/ui/run/overnight/keep.ts';
import { sendRest, startOvernight } from '../../src/ui/run/overnight/send.ts';
import { loadBatch } from '../../src/ui/run/batch/keepBatch.ts';
import { runBatch, startBatch } from '../../src/ui/run/batch/runBatch.ts';
import { batch, changeBatch, counts } from '../../src/ui/store/batch.ts';
import { overnightCounts } from '../../src/ui/store/overnight.ts';
import { createFakeWorld } from './fakeEffects.ts';
import type { FakeWorld } from './fakeEffects.ts';
import { createFakeOvernight } from './fakeOvernight.ts';
import type { FakeOvernight } from './fakeOvernight.ts';
import { resetStores } from './resetStores.ts';

export interface Toll {
  readonly kills: number;
  readonly rows: number;
  /** Rows that are nowhere: neither done, nor waiting, nor known to be unsure. */
  readonly lost: number;
  /** Rows that were sent or placed twice without a person. */
  readonly twice: number;
  /** Rows that were out when a window died, and that only a person sends again. */
  readonly unsure: number;
}

const never = () => new AbortController().signal;
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const MOST_BATCHES = 80;
const MOST_LIVES = 60;

/** Batches of 40 rows, until at least so many windows died. */
export async function killBatches(atLeast: number): Promise<Toll> {
  return add(atLeast, killBatch);
}

/** Overnight batches of 45 rows, likewise. */
export async function killOvernight(atLeast: number): Promise<Toll> {
  return add(atLeast, killOvernightBatch);
}

async function add(atLeast: number, kill: (seed: number) => Promise<Toll>): Promise<Toll> {
  let sum: Toll = { kills: 0, rows: 0, lost: 0, twice: 0, unsure: 0 };
  for (let seed = 1; sum.kills < atLeast && seed < MOST_BATCHES; seed += 1) {
    const one = await kill(seed);
    sum = { kills: sum.kills + one.kills, rows: sum.rows + one.rows, lost: sum.lost + one.lost, twice: sum.twice + one.twice, unsure: sum.unsure + one.unsure };
  }
  return sum;
}

/** One batch, its window killed again and again until nothing waits. */
async function killBatch(seed: number): Promise<Toll> {
  const rows = 40;
  const dice = diceOf(seed);
  const asked = new Map<string, number>();
  const inFile = new Set<string>();
  const stored = { head: null as unknown, chunks: [] as unknown[] };
  let kills = 0;
  for (let start = 0; start < MOST_LIVES && (start === 0 || batch.value === null || counts.value.waiting > 0 || counts.value.sent > 0); start += 1) {
    const { world, death } = openMortal(3 + Math.floor(dice() * 60), createFakeOvernight(), () => (kills += 1));
    const { call } = world.effects.client;
    const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
      saveBatch: (input) => ((stored.head = structuredClone(input['head'])), {}),
      saveBatchChunk: (input) => ((stored.chunks[Number(input['index'])] = input['bytes']), {}),
      readBatch: () => structuredClone(stored),
      findMade: ({ requestKey }) => ({ found: inFile.has(String(requestKey)) ? { bytes: new Uint8Array([1]), imageHash: 'h', model: 'm', answeredSize: { width: 1, height: 1 }, changes: [], hasC2pa: false } : null }),
      placeRow: ({ recipe }) => (inFile.add((recipe as { requestKey: string }).requestKey), { nodeId: '1:1', imageHash: 'h', pageId: '0:1' }),
    };
    world.effects.client.call = (async (name: string, input: Record<string, unknown>) => {
      const answer: unknown = await call(name as never, input as never);
      return answers[name]?.(input) ?? answer;
    }) as typeof call;
    world.make = ({ prompt }) => (death.isDead ? new Promise(() => undefined) : (asked.set(prompt, (asked.get(prompt) ?? 0) + 1), Promise.resolve({})));
    const isNew = stored.head === null;
    if (isNew) fill(rows, false);
    await Promise.race([alive(isNew ? startBatch(world.effects, never()) : loadBatch(world.effects).then(() => runBatch(world.effects, never()))), death.comes]);
    // What the dead window was packing comes to its end: its next call is never answered.
    await settle();
  }
  const { done, unsure } = counts.value;
  return { kills, rows, lost: rows - done - unsure, twice: [...asked.values()].filter((times) => times > 1).length, unsure };
}

/** One overnight batch, likewise, until everything is placed. */
async function killOvernightBatch(seed: number): Promise<Toll> {
  const rows = 45;
  const dice = diceOf(seed);
  const service = createFakeOvernight();
  const placed: number[] = [];
  let kills = 0;
  for (let life = 0; life < MOST_LIVES; life += 1) {
    // The last lives are whole: what could not be done in forty cuts is then done.
    const { world, death } = openMortal(life < 40 ? 2 + Math.floor(dice() * 50) : Infinity, service, () => (kills += 1));
    const { call } = world.effects.client;
    world.effects.client.call = (async (name: string, input: { at: number }) => {
      const answer: unknown = await call(name as never, input as never);
      if (name === 'placeOvernightRow' && (answer as { placed: unknown }).placed) placed.push(input.at);
      return answer;
    }) as typeof call;
    await Promise.race([alive(overnightLife(world, service, rows)), death.comes]);
    await settle();
    if (overnightCounts.value.all === rows && overnightCounts.value.placed === rows) break;
  }
  const sent = service.jobs.flatMap(({ order }) => order.requests.map(({ key }) => key));
  return { kills, rows, lost: rows - new Set(placed).size, twice: sent.length - new Set(sent).size + placed.length - new Set(placed).size, unsure: 0 };
}

async function overnightLife({ effects }: FakeWorld, service: FakeOvernight, rows: number): Promise<void> {
  if (service.document.head === null) {
    fill(rows, true);
    return startOvernight(effects, never());
  }
  await loadOvernight(effects);
  await checkOvernight(effects, never());
  await sendRest(effects, never());
  service.settle();
  await checkOvernight(effects, never());
  await placeOvernight(effects, never());
}

/** A new window that is gone after so many calls to the sandbox: none of its own is heard or answered any more. */
function openMortal(left: number, service: FakeOvernight, onDeath: () => void) {
  const world = createFakeWorld(service);
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
  let calls = 0;
  let tell = (): void => undefined;
  const death = { isDead: false, comes: new Promise<void>((resolve) => (tell = resolve)) };
  const { call } = world.effects.client;
  world.effects.client.call = (async (name: string, input: never) => {
    calls += 1;
    if (calls > left && !death.isDead) {
      death.isDead = true;
      onDeath();
      tell();
    }
    return death.isDead ? new Promise(() => undefined) : call(name as never, input);
  }) as typeof call;
  return { world, death };
}

function fill(rows: number, isOvernight: boolean): void {
  changeBatch({ text: `place\n${Array.from({ length: rows }, (_, at) => `Town ${at}`).join('\n')}`, template: 'a photo of {place}', isOvernight });
}

function alive(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}

function diceOf(seed: number): () => number {
  let random = seed;
  return () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648;
}
