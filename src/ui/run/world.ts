// The real effects: the sandbox, the services, the browser's codecs, clock and counter. Tests build their own.
import { client } from '../client.ts';
import { createPixelService } from '../images/pixelService.ts';
import { createProviders } from '../providers/index.ts';
import { settings } from '../store/session.ts';
import type { Effects } from './effects.ts';

// Where tests and the playground send requests instead of to Google. Only loopback is believed: a key must not leave.
function loopbackBase(): string | undefined {
  const given: unknown = Reflect.get(globalThis, '__VARIEGATE_BASE_URL__');
  return typeof given === 'string' && /^http:\/\/localhost:\d{1,5}$/.test(given) ? given : undefined;
}

function delay(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, delayMs);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    function done() {
      signal.removeEventListener('abort', stop);
      resolve();
    }
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function whenOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { once: true, signal };
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
    addEventListener('online', () => resolve(), options);
    if (navigator.onLine) resolve();
  });
}

/** Ids: the time of this start and a counter, so that those of two sessions in one file do not meet. */
function idCounter(): (prefix: string) => string {
  const session = Math.floor(Date.now()).toString(36) + Math.floor(Math.random() * 1e6).toString(36);
  let count = 0;
  return (prefix) => `${prefix}-${session}-${(count += 1)}`;
}

const pixels = createPixelService();
const baseUrl = loopbackBase();

export const effects: Effects = {
  client,
  pixels,
  providers: createProviders({ pixels, gateway: () => settings.value.gateway, ...(baseUrl === undefined ? {} : { baseUrl }) }),
  nowMs: () => Date.now(),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  whenOnline,
  delay,
  nextId: idCounter(),
};

