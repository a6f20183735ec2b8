// Tasks of over 50 ms on the window's own thread while twenty pictures arrive, at 1K and at 2K, with the settings of a first start.
import { DEFAULT_SETTINGS } from './settings.mjs';
import { createWindow } from './window.mjs';

const RUNS = [4, 8, 8];

export async function longTasks(browser) {
  return [await measure(browser, '1K'), await measure(browser, '2K')];
}

async function measure(browser, sizeClass) {
  const window = await createWindow(browser, { sizeClass, settings: DEFAULT_SETTINGS });
  await window.run(1);
  await window.frame.evaluate(() => {
    globalThis.longTasks = [];
    // `self`: the page around stands for Figma and is not ours.
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().filter((entry) => entry.name === 'self').map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  for (const count of RUNS) await window.run(count);
  const tasks = await window.frame.evaluate(() => globalThis.longTasks);
  await window.close();
  return {
    what: `long tasks, 20 pictures of ${sizeClass}`,
    value: tasks.length,
    budget: 0,
    baseline: 'none over 50 ms',
    detail: tasks.length > 0 ? `${tasks.map(Math.round).join(', ')} ms` : '',
  };
}
