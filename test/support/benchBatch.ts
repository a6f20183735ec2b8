// Batches against a loopback Gemini through the real SDK, over a sandbox that answers at once: for measurements.
import { createGeminiProvider } from '../../src/ui/providers/gemini/gemini.ts';
import { retryFailed, startBatch } from '../../src/ui/run/batch/runBatch.ts';
import type { Effects } from '../../src/ui/run/effects.ts';
import { freeze } from '../../src/ui/run/freeze.ts';
import { startRun } from '../../src/ui/run/startRun.ts';
import { changeBatch, counts } from '../../src/ui/store/batch.ts';
import { changeDraft } from '../../src/ui/store/draft.ts';
import { allJobs } from '../../src/ui/store/runs.ts';
import { settings } from '../../src/ui/store/session.ts';
import { createFakeWorld } from './fakeEffects.ts';
import { LOOPBACK_KEY } from './gemini/loopback.mjs';
import { sdk } from './gemini/sdk.ts';
import { resetStores } from './resetStores.ts';

export interface Rows {
  readonly baseUrl: string;
  readonly rows: number;
  /** How many times faster than the clock's waits pass; 1 unless set. */
  readonly speed?: number;
  /** How often what failed is tried again. */
  readonly retries?: number;
  readonly onDone?: () => void;
  /** Runs beside the batch, which is stopped when it is over. It is given what makes one picture by hand. */
  readonly during?: (again: () => Promise<number>) => Promise<void>;
}

/** Runs a batch to its end. */
export async function runRows({ baseUrl, rows, speed = 1, retries = 0, onDone, during }: Rows): Promise<{ readonly done: number }> {
  const effects = realEffects(baseUrl, speed, onDone);
  changeBatch({ text: `place\n${Array.from({ length: rows }, (_, at) => `Town ${at}`).join('\n')}`, template: 'a photo of {place}' });
  const abort = new AbortController();
  const running = startBatch(effects, abort.signal);
  if (during) {
    await during(() => byHand(effects));
    abort.abort();
  }
  await running;
  for (let round = 0; round < retries && counts.value.failed > 0; round += 1) await retryFailed(effects, abort.signal);
  return { done: counts.value.done };
}

/** Milliseconds of one picture by hand, alone. */
export function makeByHand({ baseUrl }: { readonly baseUrl: string }): Promise<number> {
  return byHand(realEffects(baseUrl, 1));
}

let made = 0;

async function byHand(effects: Effects): Promise<number> {
  changeDraft({ recipe: 'fromBrief', count: 1, exactPrompt: `a hat, number ${(made += 1)}` });
  const began = performance.now();
  await startRun(effects, freeze(`run-${made}`));
  const state = allJobs.value[0]?.job.value.state;
  if (state?.at !== 'done') throw new Error(`the picture by hand is ${state?.at ?? 'nowhere'}`);
  return performance.now() - began;
}

function realEffects(baseUrl: string, speed: number, onDone?: () => void): Effects {
  const world = createFakeWorld();
  world.key = LOOPBACK_KEY;
  resetStores();
  settings.value = { ...settings.value, limitPerDayUsd: 0, limitPerRunUsd: 0 };
  const { effects } = world;
  const began = Date.now();
  const { call } = effects.client;
  return {
    ...effects,
    client: {
      ...effects.client,
      call: async (name, input, options) => {
        if (name === 'placeRow') onDone?.();
        return call(name, input, options);
      },
    },
    providers: { ...effects.providers, gemini: createGeminiProvider({ sdk, baseUrl }) },
    pixels: { ...effects.pixels, sizeOf: () => Promise.resolve({ width: 300, height: 200 }) },
    nowMs: () => began + (Date.now() - began) * speed,
    random: () => Math.random(),
    delay: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, delayMs / speed);
        signal.addEventListener('abort', () => (clearTimeout(timer), reject(new DOMException('aborted', 'AbortError'))), { once: true });
      }),
  };
}
