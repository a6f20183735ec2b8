// The plugin's job without a hand on it: `npm run demo -- --fig FILE --select NAME --recipe variants --out DIR`.
// Runs the built plugin in a headless browser and saves the canvas before and after, and the window, as PNG; or prints the words that
// the tab "Prompts" makes.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { batch, standIn } from './demoBatch.mjs';
import * as prompts from './demoPrompts.mjs';
import { restyle } from './demoRestyle.mjs';
import { STAND_INS, WORK } from './demoWork.mjs';
import { createStage } from './stage.mjs';

const RECIPES = { variants: 'Variants', 'from-brief': 'From a brief', fromBrief: 'From a brief', 'sketch-to-concept': 'Sketch to concept', sketchToConcept: 'Sketch to concept' };
/** What the tab "Prompts" does; `sketch` makes pictures as well. */
const PROMPTS = ['describe', 'expand', 'sketch'];
/** A frame in three looks of cards; `--brief` gives one look of your own. */
const RESTYLE = 'restyle';
/** A card for each row of `--rows`, made by a stand-in of Gemini that refuses one of them. */
const BATCH = 'batch';
const SAMPLE_ROWS = path.join(import.meta.dirname, 'sample/rows.csv');
const MOST_OF_EACH = 4;
const RUN_LIMIT_MS = 180_000;

const { values } = parseArgs({
  options: {
    fig: { type: 'string' },
    select: { type: 'string', multiple: true },
    recipe: { type: 'string', default: 'variants' },
    brief: { type: 'string', default: '' },
    count: { type: 'string', default: '4' },
    as: { type: 'string', default: 'picture' },
    rows: { type: 'string', default: SAMPLE_ROWS },
    layer: { type: 'string', default: 'Photo' },
    out: { type: 'string', default: 'out/demo' },
    theme: { type: 'string', default: 'light' },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run demo -- [--fig FILE] [--select NAME ...] [--recipe ${[...Object.keys(RECIPES), ...PROMPTS, RESTYLE, BATCH, ...Object.keys(WORK)].join('|')}] [--brief TEXT] [--count 1..8] [--as picture|layers] [--rows FILE] [--layer NAME] [--out DIR] [--theme light|dark]
Without --fig the sample document is used; without --select the largest layer of the first page is. describe, expand and sketch print the words that they make; refine, compare, storyboard and moodBoard do what their names say; restyle puts one frame in three looks; batch makes a copy of the selected frame for each row, with --brief as its template.`;

if (values.help || !(values.recipe in RECIPES || [...PROMPTS, RESTYLE, BATCH, ...Object.keys(WORK)].includes(values.recipe)) || !['picture', 'layers'].includes(values.as)) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

const stage = await createStage();
try {
  await demo(stage);
} finally {
  await stage.close();
}

async function demo({ open }) {
  const gemini = values.recipe === BATCH ? await standIn() : ((await STAND_INS[values.recipe]?.()) ?? null);
  const opened = await open({ fig: values.fig, theme: values.theme, ...(gemini ? { baseUrl: gemini.url } : {}) });
  const { page, plugin, select, layers, renderPage, problems } = opened;
  const before = await layers();
  const names = values.select ?? [values.recipe === BATCH && !values.fig ? 'Photo card' : largest(before).name];
  await select(...names);
  const out = await outFolder();
  await writeFile(path.join(out, 'before.png'), await renderPage());
  if (values.recipe in WORK) return work(opened, gemini);
  const count = await start(opened, names, gemini);
  await gemini?.close();
  if ([RESTYLE, BATCH].includes(values.recipe)) await writeFile(path.join(out, 'after.png'), await renderPage());
  if (count === 0) return finish(problems);
  await plugin.getByRole('status').filter({ hasText: /^\d+ of \d+ (placed|made)/ }).filter({ hasText: new RegExp(`^${count} of`) }).waitFor({ timeout: RUN_LIMIT_MS });
  await writeFile(path.join(out, 'after.png'), await renderPage());
  await page.mouse.click(960, 300);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(out, 'window.jpg'), type: 'jpeg', quality: 85 });
  report(before, await layers(), names, out, count);
  finish(problems);
}

/** One of several pictures: its card in the window, and the canvas after it. */
async function work(opened, gemini) {
  const { page, plugin, renderPage, problems } = opened;
  const out = await outFolder();
  const gotIt = plugin.getByRole('button', { name: 'Got it' });
  if (await gotIt.isVisible()) await gotIt.click();
  const region = await WORK[values.recipe](opened, values);
  await gemini?.close();
  const card = plugin.getByRole('region', { name: region, exact: true });
  await page.setViewportSize({ width: 1440, height: 1200 });
  await card.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(600);
  await card.screenshot({ path: path.join(out, 'card.png') });
  await writeFile(path.join(out, 'after.png'), await renderPage());
  await page.mouse.click(960, 300);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(out, 'window.jpg'), type: 'jpeg', quality: 85 });
  console.log(`Pictures in ${out}/`);
  finish(problems);
}

/** Sets the job going; answers how many pictures will come, 0 where only words are made. */
async function start(opened, names, gemini) {
  const gotIt = opened.plugin.getByRole('button', { name: 'Got it' });
  if (await gotIt.isVisible()) await gotIt.click();
  const ofEach = Math.min(MOST_OF_EACH, Number(values.count));
  switch (values.recipe) {
    case 'describe':
      console.log(names.join(', '));
      await prompts.describe(opened);
      return 0;
    case RESTYLE:
      await restyle(opened, { names, as: values.as, looks: values.brief === '' ? [] : [values.brief] });
      return 0;
    case BATCH:
      await batch(opened, gemini, { names, rows: values.rows, layer: values.layer, template: values.brief || 'A {gouache|ink|risograph} picture of {place}, {light}' });
      return 0;
    case 'expand':
      await prompts.expand(opened, { idea: values.brief || 'a quiet harbour at dusk, two boats, mist', count: values.count });
      return 0;
    case 'sketch':
      console.log(names.join(', '));
      await prompts.sketch(opened, { wish: values.brief, count: String(ofEach) });
      return ofEach;
    default:
      await fillIn(opened.plugin);
      await opened.plugin.getByRole('button', { name: /^Make / }).click();
      return Number(values.count);
  }
}

function finish(problems) {
  if (problems.length > 0) throw new Error(`The page said: ${problems.join('; ')}`);
}

async function fillIn(plugin) {
  await plugin.getByRole('radio', { name: RECIPES[values.recipe] }).click();
  const brief = values.brief || (RECIPES[values.recipe] === 'From a brief' ? 'a quiet harbour at dusk, two boats, mist' : '');
  await plugin.getByRole('textbox', { name: 'Brief' }).fill(brief);
  await plugin.getByRole('spinbutton', { name: 'Variants' }).fill(values.count);
}

async function outFolder() {
  await mkdir(values.out, { recursive: true });
  return values.out;
}

function largest(layers) {
  const top = layers.filter((layer) => layer.depth === 0 && layer.width > 0 && layer.height > 0);
  if (top.length === 0) throw new Error('The first page of this file is empty.');
  return top.reduce((best, layer) => (layer.width * layer.height > best.width * best.height ? layer : best));
}

/** Says what lies on the canvas now, and fails when it is not what was promised. */
function report(before, after, names, out, count) {
  const known = new Set(before.map((layer) => layer.id));
  const made = after.filter((layer) => !known.has(layer.id) && layer.imageHashes.length > 0);
  const hashes = new Set(made.flatMap((layer) => layer.imageHashes));
  const clashes = made.flatMap((a) => after.filter((b) => b.id !== a.id && b.depth === a.depth && overlap(a, b)).map((b) => `${a.name} overlaps ${b.name}`));
  console.log(`${names.join(', ')}: ${made.length} pictures, ${hashes.size} different, ${clashes.length} overlaps. Pictures in ${out}/`);
  made.forEach((layer) => console.log(`  ${layer.name}: ${Math.round(layer.width)} × ${Math.round(layer.height)} at ${Math.round(layer.x)}, ${Math.round(layer.y)}`));
  if (made.length !== count || hashes.size !== made.length || clashes.length > 0) {
    clashes.forEach((clash) => console.error(clash));
    process.exitCode = 1;
  }
}

function overlap(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0.01 && down > 0.01;
}
