import { launchBrowser } from './test/support/browser.mjs';
import { DEFAULT_SETTINGS } from './bench/settings.mjs';
import { createWindow } from './bench/window.mjs';
const browser = await launchBrowser();
{ const w = await createWindow(browser, { sizeClass: '1K', settings: DEFAULT_SETTINGS }); await w.run(1); await browser.startTracing(w.page, { categories: ['toplevel'] }); for (const c of [4,8,8]) await w.run(c); await browser.stopTracing(); await w.close(); }
const w = await createWindow(browser, { sizeClass: '2K', settings: DEFAULT_SETTINGS });
await w.run(1);
await browser.startTracing(w.page, { categories: ['toplevel','devtools.timeline','v8','blink','blink.user_timing','loading','disabled-by-default-v8.gc','disabled-by-default-devtools.timeline'] });
await w.frame.evaluate(()=>performance.mark('zz'));
for (const c of [4, 8, 8]) await w.run(c);
const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
const top = traceEvents.filter((e) => e.ph === 'X' && (e.tdur??0) > 30000 && /RunTask/.test(e.name));
const mains = new Set(traceEvents.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain').map((e) => `${e.pid}/${e.tid}`));
const zz=traceEvents.find((e)=>e.name==='zz');console.log('--');
for (const t of top.filter((t) => t.pid===zz.pid&&t.tid===zz.tid&&t.name.startsWith('Thr'))) {
  console.log('TASK', (t.dur / 1000).toFixed(0), 'cpu', ((t.tdur ?? 0)/1000).toFixed(0), t.pid);
  for (const e of traceEvents) if (e.ph === 'X' && e.tid === t.tid && e.pid === t.pid && e.ts >= t.ts && e.ts + e.dur <= t.ts + t.dur && e.dur>1500 && e !== t) console.log('   ', (e.dur / 1000).toFixed(1), ((e.tdur??0)/1000).toFixed(1), e.name, JSON.stringify(e.args).slice(0, 140));
}
await browser.close(); process.exit(0);
