// One run that is torn down at a moment, and started again over the same document and storage: what is found then, as plain facts.
import type { HostDocument } from '../../playground/host/document.ts';
import { createDocument } from '../../playground/host/document.ts';
import { select, undo } from '../../playground/host/edits.ts';
import { settingsSchema } from '../../src/core/settings.ts';
import { parseRecipeRecord } from '../../src/core/provenance.ts';
import type { PlaceMode } from '../../src/core/request.ts';
import { BUILD } from '../plugin/runPlugin.ts';
import { at, image, png } from '../plugin/samples.ts';
import { dice } from '../support/window/dice.ts';
import { createEngine } from '../support/window/engine.ts';
import type { TestEngine } from '../support/window/engine.ts';
import { startSession, until } from '../support/window/session.ts';
import type { Session } from '../support/window/session.ts';

const STORED_KEY = 'AIzaSyKilledKilledKilledKilledKilled12';
const UNDO_LIMIT = 60;

export interface Facts {
  readonly seed: number;
  /** Uses of the plugin API before the end came; all of them where the run ended first. */
  readonly moment: number;
  /** Waiting slots when the end came, and after the next start. */
  readonly waitingThen: number;
  readonly waitingNow: readonly string[];
  /** Layers that are neither the designer's nor a finished result. */
  readonly halfMade: readonly string[];
  /** Results whose bytes are not those that were answered to their recipe. */
  readonly wrongBytes: readonly string[];
  readonly results: number;
  readonly sourceIsSame: boolean;
  /** Said of the source by the selection of the next start. */
  readonly canRestore: boolean;
  /** Layers that differ from the start when everything is undone. */
  readonly leftByUndo: readonly string[];
  /** Stored values that do not parse, by key. */
  readonly damaged: readonly string[];
  /** What was booked and answered, and what is stored (USD). */
  readonly bookedUsd: number;
  readonly storedUsd: number;
  /** Whether the next start makes pictures again. */
  readonly worksAgain: boolean;
  readonly errors: readonly string[];
}

/** How many uses of the plugin API a whole run takes. */
export async function usesOfARun(place: PlaceMode): Promise<number> {
  let uses = 0;
  const { session } = await staged(0, place, () => void (uses += 1));
  await runToTheEnd(session);
  session.end('closed');
  return uses;
}

export interface Manner {
  readonly place: PlaceMode;
  /** `turn`: as Figma does it, which lets the code finish its turn. `call`: between two calls of the API, as when the whole tab crashes. */
  readonly within: 'turn' | 'call';
}

/** Tears window and sandbox down in a moment that `seed` chooses among `uses`. */
export async function killedRun(seed: number, uses: number, { place, within }: Manner): Promise<Facts> {
  const roll = dice(seed);
  const end = Math.floor(roll() * uses);
  const how = roll() < 0.5 ? 'killed' : 'closed';
  const turns = Math.floor(roll() * 3);
  let moment = 0;
  let isDue = false;
  let isOver = false;
  let ended = (): void => undefined;
  let crash = (): void => undefined;
  let isUnmarked = false;
  const over = new Promise<void>((resolve) => (ended = resolve));
  const { document, clientStorage, engine, session, before } = await staged(seed, place, (member, operation) => {
    moment += 1;
    // A layer that was created and not yet marked is the one state that cannot be told from the designer's own work.
    if (!isDue && moment >= end && !isUnmarked) {
      isDue = true;
      if (within === 'call') crash();
      void after(turns).then(() => ended());
    }
    if (operation === 'call' && member === 'createRectangle') isUnmarked = true;
    if (operation === 'call' && member === 'setPluginData') isUnmarked = false;
  });
  crash = () => session.plugin.kill();
  void over.then(() => {
    isOver = true;
    session.end(how);
  });
  await Promise.race([runToTheEnd(session, () => isOver), over]);
  session.end(how);
  const waitingThen = waiting(document).length;
  const again = await startSession(document, { engine: engine.provider }, { clientStorage });
  await again.window.start(again.window.effects, BUILD);
  const facts = {
    seed, moment, waitingThen, waitingNow: waiting(document), ...lookAt(document, before, engine),
    canRestore: again.window.selection.value.layers.some((layer) => layer.name === 'Hero' && layer.canRestore),
    damaged: damagedKeys(clientStorage), bookedUsd: bookedIn(session), storedUsd: storedUsd(clientStorage),
    worksAgain: await makesOne(again),
    errors: [session, again].flatMap(({ heard }) => heard.filter(({ what }) => what === 'error').map(({ data }) => String(data))),
  };
  again.end('closed');
  return { ...facts, leftByUndo: leftAfterUndo(document, before) };
}

async function staged(seed: number, place: PlaceMode, onUse: (member: string, operation: string) => void) {
  const document = createDocument('Killed');
  const picture = document.addImage(png(60, 40, 200));
  // Another person's edit, so that undoing everything ends here.
  const hero = document.edit('remote', (edit) => edit.create('FRAME', document.currentPageId, { name: 'Hero', fills: [image(picture)], ...at(0, 0, 300, 200) }).id);
  select(document, [hero]);
  const clientStorage = new Map<string, unknown>([['key', STORED_KEY]]);
  const roll = dice(seed + 1000);
  const engine = createEngine(() => new Promise((resolve) => setTimeout(resolve, roll() * 5)));
  const before = snapshot(document);
  const session = await startSession(document, { engine: engine.provider }, { clientStorage, onUse });
  void session.window.start(session.window.effects, BUILD).then(() => {
    session.window.actions.setPlace(place);
    session.window.actions.setCloseness(4);
    session.window.actions.make();
  });
  return { document, clientStorage, engine, session, before };
}

function after(turns: number): Promise<void> {
  return turns === 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => after(turns - 1));
}

function runToTheEnd({ window }: Session, isOver: () => boolean = () => false): Promise<void> {
  return until(() => isOver() || (window.runs.value.length > 0 && !window.isRunning.value), 'the run ends');
}

async function makesOne({ window }: Session): Promise<boolean> {
  window.actions.setPlace('keep');
  window.actions.setCount(1);
  window.actions.setBrief('again');
  window.actions.make();
  await until(() => window.runs.value.length > 0 && !window.isRunning.value, 'the run after the restart ends');
  return window.allJobs.value.every((entry) => entry.job.value.state.at === 'done');
}

type Snapshot = ReadonlyMap<string, string>;

function snapshot(document: HostDocument): Snapshot {
  return new Map([...document.graph.getAllNodes()].filter((node) => document.pageOf(node.id) !== null).map((node) => [node.id, asText(node)]));
}

// `source` is the scene graph's own note of where a layer was read from and what was ever edited; no person sees it.
const asText = (node: object): string => JSON.stringify({ ...node, source: null });

const dataOf = (node: { pluginData: readonly { key: string; value: string }[] }, key: string): string =>
  node.pluginData.find((entry) => entry.key === key)?.value ?? '';

function waiting(document: HostDocument): string[] {
  return [...document.graph.getAllNodes()].filter((node) => dataOf(node, 'slot') !== '').map((node) => node.name);
}

function lookAt(document: HostDocument, before: Snapshot, engine: TestEngine) {
  const now = [...document.graph.getAllNodes()].filter((node) => document.pageOf(node.id) !== null && node.type !== 'CANVAS');
  const placed = now.filter((node) => !before.has(node.id) || dataOf(node, 'recipe') !== '');
  const results = placed.map((node) => {
    const record = parseRecipeRecord(dataOf(node, 'recipe'));
    const [fill] = node.fills;
    const bytes = document.images.get(fill?.imageHash ?? '');
    const isWhole = record !== null && node.fills.length === 1 && fill?.type === 'IMAGE' && dataOf(node, 'slot') === '' && !node.name.includes('waiting');
    return { name: node.name, isWhole, isSent: equal(bytes, engine.sent.get(record?.requestKey ?? '')) };
  });
  return {
    halfMade: results.filter(({ isWhole }) => !isWhole).map(({ name }) => name),
    wrongBytes: results.filter(({ isSent }) => !isSent).map(({ name }) => name),
    results: results.length,
    sourceIsSame: now.some((node) => node.name === 'Hero' && before.get(node.id) === asText(node)),
  };
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.from(a).equals(Buffer.from(b));
}

function leftAfterUndo(document: HostDocument, before: Snapshot): string[] {
  for (let step = 0; step < UNDO_LIMIT && document.canUndo; step++) undo(document);
  const now = snapshot(document);
  const extra = [...now.keys()].filter((id) => !before.has(id));
  const changed = [...before].filter(([id, json]) => now.get(id) !== json).map(([id]) => id);
  return [...extra, ...changed].map((id) => document.graph.getNode(id)?.name ?? `lost ${id}`);
}

function damagedKeys(storage: ReadonlyMap<string, unknown>): string[] {
  const settings = storage.get('settings');
  const isWell = {
    settings: settings === undefined || settingsSchema.safeParse(settings).success,
    key: storage.get('key') === STORED_KEY,
    spend: storage.get('spend') === undefined || Number.isFinite(storedUsd(storage)),
    installation: storage.get('installation') === undefined || typeof storage.get('installation') === 'string',
  };
  return Object.entries(isWell).filter(([, isSo]) => !isSo).map(([key]) => key);
}

function storedUsd(storage: ReadonlyMap<string, unknown>): number {
  return (storage.get('spend') as { usd: number } | undefined)?.usd ?? 0;
}

interface Frame { readonly kind: string; readonly id: number; readonly name: string; readonly output: { readonly usd: number } }

// The largest sum that the sandbox has answered: what was booked for certain.
function bookedIn({ posted, heard }: Session): number {
  const calls = new Set((posted as Frame[]).filter((frame) => frame.name === 'addSpend').map((frame) => frame.id));
  const answers = heard.filter(({ what }) => what === 'message').map(({ data }) => data as Frame);
  return Math.max(0, ...answers.filter((frame) => frame.kind === 'done' && calls.has(frame.id)).map((frame) => frame.output.usd));
}
