// A world for runs without a browser: a document that remembers what was asked of it, an engine that obeys the test.
import { readImageHeader } from '../../src/core/imageHeader.ts';
import { digestText } from '../../src/core/digest.ts';
import type { CallInput, CallName, CallOutput } from '../../src/core/bridge/contract.ts';
import { VariegateError } from '../../src/core/errors.ts';
import type { GenerationRequest } from '../../src/core/request.ts';
import type { PluginClient } from '../../src/ui/client.ts';
import { readAnswer } from '../../src/core/studio/read.ts';
import { answerByRules } from '../../src/core/grammar/answer.ts';
import type { AnswerTo, StudioAnswer, StudioTask } from '../../src/core/studio/tasks.ts';
import type { AskReply, CallContext, MakeReply, Provider, Question } from '../../src/ui/providers/provider.ts';
import type { Effects } from '../../src/ui/run/effects.ts';
import { selection } from '../../src/ui/store/selection.ts';
import { createFakeOvernight } from './fakeOvernight.ts';
import type { FakeOvernight } from './fakeOvernight.ts';
import { SOME_MEASURES } from './studio.ts';

export interface FakeWorld {
  readonly effects: Effects;
  /** Every call to the sandbox in order: name and input. */
  readonly calls: { readonly name: CallName; readonly input: unknown }[];
  /** Every request that reached a provider. */
  readonly sent: GenerationRequest[];
  /** Most requests that were out at the same time. */
  mostAtOnce: number;
  /** What making one picture does; the default answers at once. */
  make: (request: GenerationRequest, signal: AbortSignal) => Promise<Partial<MakeReply>>;
  /** Every question that reached a provider. */
  readonly asked: Question[];
  /** What answering one question does; the default answers by rules, at once. */
  answer: (question: Question, signal: AbortSignal) => Promise<StudioAnswer>;
  /** Makes a sandbox call fail from now on. */
  readonly refuse: Map<CallName, VariegateError>;
  /** The templates that this computer has. */
  stored: unknown;
  /** The style cards that this computer has, and their pictures. */
  storedCards: unknown;
  readonly cardPictures: Map<string, Uint8Array>;
  /** Texts over every picture. */
  overlaid: CallOutput<'readOverlaid'>['texts'];
  /** Pictures that requests made before, by their digest. */
  readonly made: Map<string, NonNullable<CallOutput<'findMade'>['found']>>;
  readonly answers: Map<string, NonNullable<CallOutput<'findAnswer'>['found']>>;
  /** What the service wrote with its answers. */
  written: string;
  /** What the history has, the oldest first. */
  readonly history: Map<string, unknown>;
  /** What is selected over the pictures. */
  limits: CallOutput<'readLimits'>['found'];
  /** What of single frames can wear another look; PLAN for all others. */
  readonly plans: Map<string, CallOutput<'planRestyle'>>;
  /** The service that works overnight. */
  readonly overnight: FakeOvernight;
  nowMs: number;
  key: string | null;
  /** 0 to 1: what the dice show. */
  random: number;
  readonly isOnline: boolean;
  setOnline(isOnline: boolean): void;
  /** Lets time pass: everything that falls due happens, in order. */
  pass(ms: number): Promise<void>;
}

/** What of every frame can wear another look: one picture, one drawing, colours. */
export const PLAN: CallOutput<'planRestyle'> = {
  name: 'Hero',
  around: [],
  isInInstance: false,
  isLocked: false,
  layers: 12,
  pictures: [{ hash: 'old', nodeId: '1:5', name: 'Photo', users: 2 }],
  illustrations: [{ path: '0/1', nodeId: '1:6', name: 'Lamp', size: { width: 120, height: 90 } }],
  colours: { free: 5, bound: 1 },
  kept: [{ name: 'Button', why: 'bound' }],
};

interface Timer {
  readonly dueMs: number;
  readonly ring: () => void;
}

export function createFakeWorld(overnight: FakeOvernight = createFakeOvernight()): FakeWorld {
  let spent = 0;
  let out = 0;
  let ids = 0;
  let timers: readonly Timer[] = [];
  const network = new EventTarget();
  const settle = () => new Promise((resolve) => setTimeout(resolve, 2));
  const world: FakeWorld = {
    calls: [],
    sent: [],
    mostAtOnce: 0,
    make: () => Promise.resolve({}),
    asked: [],
    stored: null,
    storedCards: null,
    cardPictures: new Map(),
    overlaid: [],
    plans: new Map(),
    limits: null,
    made: new Map(),
    answers: new Map(),
    written: '',
    history: new Map(),
    overnight,
    answer: ({ task, images }) => Promise.resolve(answerByRules(task, SOME_MEASURES, images.slice(1).map(() => SOME_MEASURES))),
    refuse: new Map(),
    nowMs: Date.UTC(2026, 10, 22, 12),
    key: 'AIzaFake',
    random: 0,
    isOnline: true,
    setOnline(isOnline) {
      Object.assign(world, { isOnline });
      if (isOnline) network.dispatchEvent(new Event('online'));
    },
    async pass(ms) {
      const endMs = world.nowMs + ms;
      await settle();
      for (let next = firstDue(endMs); next; next = firstDue(endMs)) {
        timers = timers.filter((timer) => timer !== next);
        world.nowMs = Math.max(world.nowMs, next.dueMs);
        next.ring();
        await settle();
      }
      world.nowMs = endMs;
    },
    effects: undefined as unknown as Effects,
  };
  const firstDue = (endMs: number) => [...timers].sort((a, b) => a.dueMs - b.dueMs).find((timer) => timer.dueMs <= endMs);
  const answers: { [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> } = {
    exportNode: ({ nodeId }) => ({ bytes: new TextEncoder().encode(`export of ${nodeId}`), box: { x: 0, y: 0, width: 300, height: 200 } }),
    reserveSlots: ({ names, size }) => ({
      pageId: '0:1',
      slots: names.map((_, index) => ({ nodeId: `slot${index}`, box: { x: index * 400, y: 0, ...size } })),
    }),
    stagePicture: () => ({}),
    dropPicture: () => ({}),
    fillSlot: ({ nodeId }) => ({ nodeId, imageHash: 'hash', pageId: '0:1' }),
    placeBeside: () => ({ nodeId: `beside${(ids += 1)}`, imageHash: 'hash', pageId: '0:1' }),
    replaceFill: ({ nodeId }) => ({ nodeId, imageHash: 'hash', pageId: '0:1' }),
    restoreFill: () => ({}),
    readLimits: () => ({ found: world.limits }),
    releaseSlots: ({ nodeIds }) => ({ removed: nodeIds.length }),
    readKey: () => ({ key: world.key }),
    addSpend: ({ day, usd }) => ({ day, usd: (spent += usd) }),
    saveSettings: () => ({}),
    saveBatch: () => ({}),
    saveBatchChunk: () => ({}),
    readBatch: () => ({ head: null, chunks: [] }),
    forgetBatch: () => ({}),
    readRows: ({ nodeIds }) => ({ names: ['title'], rows: nodeIds.map((nodeId) => ({ nodeId, cells: [nodeId] })) }),
    findGrid: () => ({ pageId: '0:1', x: 0, y: 0, columns: 3, gap: 24 }),
    readTarget: ({ layer }) => ({ size: layer === '#nothing' ? null : { width: 300, height: 200 } }),
    placeRow: () => ({ nodeId: 'row', imageHash: 'hash', pageId: '0:1' }),
    ...world.overnight.answers,
    summarise: () => selection.value,
    findAnswer: ({ key }) => ({ found: world.answers.get(key) ?? null }),
    keepAnswer: ({ key, text, atMs }) => (world.answers.set(key, { text, atMs }), {}),
    findMade: ({ requestKey }) => ({ found: world.made.get(requestKey) ?? null }),
    saveHistory: ({ entry }) => (world.history.set(entry.id, entry), { gone: [], usedBytes: world.history.size * 1000 }),
    readHistory: ({ from, count }) => ({ entries: [...world.history.values()].reverse().slice(from, from + count), usedBytes: world.history.size * 1000, isEnd: from + count >= world.history.size }),
    readHistoryThumb: () => ({ bytes: null }),
    forgetHistory: ({ ids }) => ([...world.history.keys()].filter((id) => ids === null || ids.includes(id)).forEach((id) => world.history.delete(id)), {}),
    arePicturesHere: ({ hashes }) => ({ here: hashes.map((hash) => hash === 'hash') }),
    keepPictures: ({ pictures }) => ({ kept: pictures.length, isThere: true }),
    readPicture: ({ hash }) => ({ bytes: hash === 'hash' ? new TextEncoder().encode('picture') : null }),
    listPictures: () => ({ pictures: [], isWhole: true }),
    readTextLayers: () => ({ layers: [] }),
    writeAltText: () => ({}),
    readTemplates: () => ({ stored: world.stored }),
    saveTemplates: ({ stored }) => ((world.stored = stored), {}),
    showNode: () => ({}),
    readCards: () => ({ stored: world.storedCards }),
    saveCards: ({ stored }) => ((world.storedCards = stored), {}),
    saveCardPicture: ({ digest, bytes }) => (world.cardPictures.set(digest, bytes), {}),
    readCardPicture: ({ digest }) => ({ bytes: world.cardPictures.get(digest) ?? null }),
    placeBoard: ({ board }) => ({ nodeId: 'board', pageId: '0:1', pictures: board.items.flatMap((item, at) => (item.is === 'picture' ? [{ nodeId: `picture${at}`, imageHash: 'hash' }] : [])) }),
    saveFileTaste: () => ({}),
    placeCard: () => ({ nodeId: 'card', pageId: '0:1' }),
    readCardFrames: () => ({ cards: [] }),
    planRestyle: ({ nodeId }) => world.plans.get(nodeId) ?? PLAN,
    cloneRestyled: ({ nodeId }) => ({ cloneId: `clone of ${nodeId}`, pageId: '0:1', recoloured: 3, madeReadable: 1 }),
    restylePicture: () => ({ imageHash: 'new', users: 2 }),
    readOverlaid: () => ({ texts: world.overlaid }),
    addScrim: () => ({}),
    restyleDrawing: () => ({ nodeId: 'over' }),
    revertRestyle: () => ({}),
  };
  const client: PluginClient = {
    async call(name, input) {
      world.calls.push({ name, input });
      await Promise.resolve();
      const refusal = world.refuse.get(name);
      if (refusal) throw refusal;
      const answer = answers[name] as ((input: unknown) => CallOutput<typeof name>) | undefined;
      if (!answer) throw new VariegateError('BRIDGE_UNKNOWN_CALL', { name });
      return answer(input);
    },
    on: () => () => undefined,
    close: () => undefined,
  };
  const provider = (id: Provider['id'], needsKey: boolean): Provider => ({
    id,
    needsKey,
    isRemote: needsKey,
    inlineBytes: needsKey ? 20_000_000 : null,
    plan: (task) =>
      Promise.resolve({
        directions: Array.from({ length: task.count }, (_, index) => ({ id: `d${index}`, caption: `Way ${index + 1}`, text: `go way ${index + 1}`, axes: [] })),
        usage: needsKey ? { model: task.textModel, inputTokens: 1000, outputTokens: 200, imageTokens: 0 } : null,
      }),
    async make(request, _inputs, { signal }) {
      world.sent.push(request);
      world.mostAtOnce = Math.max(world.mostAtOnce, (out += 1));
      try {
        const usage = needsKey ? { model: request.model, inputTokens: 1000, outputTokens: 0, imageTokens: 1120 } : null;
        const made = { bytes: new TextEncoder().encode(`picture ${request.id}`), usage, model: request.model };
        return { ...made, ...(await world.make(request, signal)) };
      } finally {
        out -= 1;
      }
    },
    async ask<Task extends StudioTask>(question: Question<Task>, { signal }: CallContext): Promise<AskReply<Task>> {
      world.asked.push(question);
      // The test answers in the task's own kind.
      const answer = (await world.answer(question, signal)) as AnswerTo<Task>;
      return { answer, written: world.written, usage: needsKey ? { model: question.textModel, inputTokens: 500, outputTokens: 300, imageTokens: 0 } : null, model: question.textModel };
    },
    readAgain: needsKey ? (task, written) => Promise.resolve().then(() => readAnswer(task, written)) : null,
    checkKey: () => Promise.resolve({ usableModels: [] }),
    overnight: needsKey ? world.overnight : null,
  });
  Object.assign(world, {
    effects: {
      client,
      providers: { gemini: provider('gemini', true), offline: provider('offline', false), gateway: provider('gateway', true) },
      pixels: {
        prepare: (pieces, target) =>
          Promise.resolve({ bytes: pieces[0]?.bytes ?? new Uint8Array(1), size: target, content: { x: 0, y: 0, ...target } }),
        finish: (bytes, crop) => {
          const size = { width: crop.padded.width, height: crop.padded.height };
          return Promise.resolve({ bytes, file: new Blob([new Uint8Array(bytes)]), size, answeredSize: size, hasC2pa: false, changes: [] });
        },
        thumbnail: (file) => Promise.resolve(`data:${digestText(String(file instanceof Blob ? file.size : file.length))}`),
        historyThumbnail: (bytes) => Promise.resolve(bytes),
        layOver: () => Promise.resolve({ bytes: null, file: null, verdict: 'still' }),
        protect: (bytes) => Promise.resolve({ bytes, file: new Blob([new Uint8Array(bytes)]), changed: 0.14 }),
        legible: () => Promise.resolve({ contrast: 2.1, isEnough: false, scrim: { is: 'dark', opacity: 0.35 } }),
        layOnKey: (bytes) => Promise.resolve({ bytes, key: { hex: '#00d84a', name: 'pure green' } }),
        removeKey: (answer) => Promise.resolve(answer),
        jpegCopy: (bytes) => Promise.resolve(bytes),
        palette: () => Promise.resolve([{ rgb: [32, 48, 74], share: 0.7, name: 'ink blue' }, { rgb: [242, 233, 216], share: 0.3, name: 'cream' }]),
        sizeOf: (bytes) => Promise.resolve(readImageHeader(bytes)),
      },
      nowMs: () => world.nowMs,
      random: () => world.random,
      isOnline: () => world.isOnline,
      whenOnline: (signal) =>
        new Promise((resolve, reject) => {
          network.addEventListener('online', () => resolve(), { once: true });
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      delay: (ms, signal) =>
        new Promise((resolve, reject) => {
          const timer = { dueMs: world.nowMs + ms, ring: resolve };
          timers = [...timers, timer];
          signal.addEventListener('abort', () => {
            timers = timers.filter((each) => each !== timer);
            reject(new Error('aborted'));
          });
        }),
      nextId: (prefix) => `${prefix}-${(ids += 1)}`,
    } satisfies Effects,
  });
  return world;
}

/** Never settles until the signal aborts: a request that hangs. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new VariegateError('CANCELLED'))));
}
