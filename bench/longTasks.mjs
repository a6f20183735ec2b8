// Tasks that keep the window's own thread busy for over 50 ms while twenty pictures arrive, at 1K and at 2K, with the
// settings of a first start. What counts is the thread's time: here the stub of Figma, the service and the workers share two
// cores with the window, and how long a task then waits for a core says nothing about it. The browser's own decoding of a
// reply's text is taken off: whoever fetches 8 MB of JSON has it, and no script can cut it.
import { DEFAULT_SETTINGS } from './settings.mjs';
import { createWindow } from './window.mjs';

const RUNS = [4, 8, 8];
const LONG_US = 50_000;
const MARK = 'variegate-bench';

export async function longTasks(browser) {
  return [await measure(browser, '1K'), await measure(browser, '2K')];
}

async function measure(browser, sizeClass) {
  const window = await createWindow(browser, { sizeClass, settings: DEFAULT_SETTINGS });
  await window.run(1);
  const row = await longTasksDuring(browser, window, `20 pictures of ${sizeClass}`, async () => {
    for (const count of RUNS) await window.run(count);
  });
  await window.close();
  return row;
}

/** The row of what the window's thread did while `act` ran. */
export async function longTasksDuring(browser, window, what, act) {
  await browser.startTracing(window.page, { categories: ['toplevel', 'blink', 'blink.user_timing'] });
  await window.frame.evaluate((mark) => performance.mark(mark), MARK);
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const tasks = tasksOfMarkedThread(traceEvents);
  const long = tasks.filter((task) => task.tdur > LONG_US);
  const longest = tasks.reduce((most, task) => (task.tdur > most.tdur ? task : most));
  return {
    what: `long tasks, ${what}`,
    value: long.length,
    budget: 0,
    baseline: 'none over 50 ms of the thread',
    detail: `longest ${ms(longest.tdur)}, ${ms(longest.dur)} with its waits; ${tasks.filter((task) => task.dur > LONG_US).length} over 50 ms with their waits`,
  };
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
