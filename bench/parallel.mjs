// Eight variants at once over one, with a service that takes two seconds for each.
import { DEFAULT_SETTINGS } from './settings.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const ROUNDS = 3;
const LATENCY_MS = 2000;

export async function parallel(browser) {
  const window = await createWindow(browser, { latencyMs: LATENCY_MS, settings: { ...DEFAULT_SETTINGS, requestsAtOnce: 8 } });
  const times = { one: [], eight: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.one.push(await window.run(1));
    times.eight.push(await window.run(8));
  }
  await window.close();
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
