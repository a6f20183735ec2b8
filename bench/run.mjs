// `npm run bench`: every figure of the budget as a ratio against a baseline measured in the same run. Exits 1 when one is
// broken. `npm run bench -- overhead memory` runs some. Absolute times are printed for information only.
import { build } from '../build.mjs';
import { launchBrowser } from '../test/support/browser.mjs';
import { compare } from './compare.mjs';
import { longTasks } from './longTasks.mjs';
import { memory } from './memory.mjs';
import { overhead } from './overhead.mjs';
import { parallel } from './parallel.mjs';
import { prompts } from './prompts.mjs';
import { refine } from './refine.mjs';
import { restyle } from './restyle.mjs';
import { sizes } from './sizes.mjs';
import { startUp } from './startUp.mjs';
import { tiers } from './tiers.mjs';
import { work } from './work.mjs';

/** Each answers rows: { what, value, budget, unit?, baseline, detail }. */
const MEASURES = { sizes, startUp, overhead, parallel, longTasks, memory, prompts, restyle, refine, compare, tiers, work };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  console.error(`No measurement is named ${unknown.join(', ')}. There are: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}

await build();
const browser = await launchBrowser();
const rows = [];
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    rows.push(...(await measure(browser)));
  }
} finally {
  await browser.close();
}
print(rows);
process.exitCode = rows.every(holds) ? 0 : 1;

function holds(row) {
  return row.value <= row.budget;
}

function print(list) {
  const table = list.map((row) => [
    holds(row) ? 'holds' : 'BROKEN',
    row.what,
    `${round(row.value)}${row.unit ?? ''}`,
    `at most ${round(row.budget)}${row.unit ?? ''}`,
    row.baseline,
    row.detail ?? '',
  ]);
  const head = ['', 'what', 'measured', 'budget', 'baseline', 'for information'];
  const widths = head.map((title, column) => Math.max(title.length, ...table.map((cells) => cells[column].length)));
  for (const cells of [head, ...table]) console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

function round(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
