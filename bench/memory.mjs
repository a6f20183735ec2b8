// What the window holds after 500 pictures over what it holds after 50: script, DOM and the bytes of pictures.
import { createWindow } from './window.mjs';
import { DEFAULT_SETTINGS } from './settings.mjs';

const AT_A_TIME = 8;

export async function memory(browser) {
  const window = await createWindow(browser, { settings: { ...DEFAULT_SETTINGS, requestsAtOnce: 4 } });
  const session = await window.page.context().newCDPSession(window.frame).catch(() => window.page.context().newCDPSession(window.page));
  const early = await heldAfter(window, session, 50, 0);
  const late = await heldAfter(window, session, 500, 56);
  await window.close();
  return [
    {
      what: 'memory after 500 pictures',
      value: late / early,
      budget: 1.3,
      baseline: 'after 50 pictures',
      detail: `${mb(late)} against ${mb(early)}`,
    },
  ];
}

async function heldAfter(window, session, pictures, already) {
  for (let made = already; made < pictures; made += AT_A_TIME) {
    await window.run(AT_A_TIME);
    window.gemini.reset();
  }
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await window.page.waitForTimeout(300);
  }
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
