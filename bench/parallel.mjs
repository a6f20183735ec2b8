// Eight variants at once over one, with a service that takes two seconds for each. By HTTP/2, as Google answers: over
// HTTP/1.1 a browser opens six connections to a host and no more.
import { startLoopbackGemini } from '../test/support/gemini/loopback.mjs';
import { certificate, launchAsGoogle } from './asGoogle.mjs';
import { fixedPainter } from './pictures.mjs';
import { DEFAULT_SETTINGS } from './settings.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const ROUNDS = 5;
const LATENCY_MS = 2000;

export async function parallel() {
  const gemini = await startLoopbackGemini({ port: 0, latencyMs: LATENCY_MS, paint: fixedPainter(), tls: await certificate() });
  const browser = await launchAsGoogle(gemini.port);
  const window = await createWindow(browser, { asGoogle: gemini, settings: { ...DEFAULT_SETTINGS, requestsAtOnce: 8 } });
  const times = { one: [], eight: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.one.push(await window.run(1));
    times.eight.push(await window.run(8));
  }
  await window.close();
  await browser.close();
  return [
    {
      what: '8 variants in parallel',
      value: median(times.eight) / median(times.one),
      budget: 1.15,
      baseline: 'one variant, the same 2 s of latency',
      detail: `${spread(times.eight)} against ${spread(times.one)}`,
    },
  ];
}
