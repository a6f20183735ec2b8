// Tasks that keep the window's own thread busy for over 50 ms while twenty pictures arrive, at 1K and at 2K, with the
// settings of a first start. What counts is the thread's time: here the stub of Figma, the service and the workers share two
// cores with the window, and how long a task then waits for a core says nothing about it. The browser's own decoding of a
// reply's text is taken off, and where taking in and parsing the same text is a longer task by itself, that is the limit:
// whoever fetches 8 MB of JSON has it, and no script can cut it.
import { LOOPBACK_KEY } from '../test/support/gemini/loopback.mjs';
import { DEFAULT_SETTINGS } from './settings.mjs';
import { createWindow } from './window.mjs';

const RUNS = [4, 8, 8];
const LONG_MS = 50;
/** Noise of two measurements of the same thing. */
const BARE_SHARE = 1.15;
const MARK = 'variegate-bench';

export async function longTasks(browser) {
  return [await measure(browser, '1K'), await measure(browser, '2K')];
}

async function measure(browser, sizeClass) {
  const window = await createWindow(browser, { sizeClass, settings: DEFAULT_SETTINGS });
  await window.run(1);
  const limitMs = Math.max(LONG_MS, BARE_SHARE * (await bareMs(browser, window)));
  const row = await longTasksDuring(browser, window, `20 pictures of ${sizeClass}`, async () => {
    for (const count of RUNS) await window.run(count);
  }, limitMs);
  await window.close();
  return row;
}

/** The thread's longest task (ms) where the same replies are fetched as text and parsed, two at a time, and nothing is made of them. */
async function bareMs(browser, window) {
  const { path, body } = window.gemini.requests.find(({ kind }) => kind === 'image');
  const tasks = await tasksDuring(browser, window, () => window.frame.evaluate(fetchAndParse, { url: `${window.gemini.url}${path}`, body: JSON.stringify(body), key: LOOPBACK_KEY }));
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

/** Runs in the frame. */
async function fetchAndParse({ url, body, key }) {
  const one = async () => JSON.parse(await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-goog-api-key': key }, body })).text());
  for (let round = 0; round < 4; round += 1) await Promise.all([one(), one()]);
}

/** The row of what the window's thread did while `act` ran. */
export async function longTasksDuring(browser, window, what, act, limitMs = LONG_MS) {
  const tasks = await tasksDuring(browser, window, act);
  const long = tasks.filter((task) => task.tdur > limitMs * 1000);
  const longest = tasks.reduce((most, task) => (task.tdur > most.tdur ? task : most));
  return {
    what: `long tasks, ${what}`,
    value: long.length,
    budget: 0,
    baseline: limitMs > LONG_MS ? `none over the longest of fetching the same as text, ${Math.round(limitMs)} ms` : 'none over 50 ms of the thread',
    detail: `longest ${ms(longest.tdur)}, ${ms(longest.dur)} with its waits; ${tasks.filter((task) => task.dur > LONG_MS * 1000).length} over 50 ms with their waits`,
  };
}

async function tasksDuring(browser, window, act) {
  await browser.startTracing(window.page, { categories: ['toplevel', 'blink', 'blink.user_timing'] });
  await window.frame.evaluate((mark) => performance.mark(mark), MARK);
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return tasksOfMarkedThread(traceEvents);
}

/** Every task of the thread that set the mark, in microseconds; where the trace has not its own time, its whole time. */
function tasksOfMarkedThread(events) {
  const mark = events.find((event) => event.name === MARK);
  const own = events.filter((event) => event.ph === 'X' && event.pid === mark?.pid && event.tid === mark.tid);
  const decodings = own.filter((event) => event.name === 'TextResourceDecoder::Decode');
  const tasks = own.filter((event) => event.name === 'ThreadControllerImpl::RunTask');
  if (tasks.length === 0) throw new Error('the trace has no tasks of the window');
  return tasks.map((task) => ({ dur: task.dur, tdur: (task.tdur ?? task.dur) - decodings.reduce((sum, each) => sum + (isWithin(each, task) ? (each.tdur ?? 0) : 0), 0) }));
}

function isWithin(event, task) {
  return event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur;
}

function ms(us) {
  return `${Math.round(us / 1000)} ms`;
}
