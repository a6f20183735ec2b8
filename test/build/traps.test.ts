// docs/traps.md held against the rules, and the traps that no other test stands for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AXIS_ORDER } from '../../src/core/prompt.ts';
import type { ReferenceRole } from '../../src/core/prompt.ts';
import { RECIPES } from '../../src/core/recipes/index.ts';
import type { PromptDraft } from '../../src/core/recipes/recipe.ts';
import { startRun } from '../../src/ui/run/startRun.ts';
import { freeze } from '../../src/ui/run/freeze.ts';
import { loadIntoCreate } from '../../src/ui/run/loadRecord.ts';
import { changeDraft, draft } from '../../src/ui/store/draft.ts';
import { runs } from '../../src/ui/store/runs.ts';
import { imageOf } from '../../src/core/job.ts';
import { createFakeWorld } from '../support/fakeEffects.ts';
import { resetStores } from '../support/resetStores.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const PLAIN: PromptDraft = { brief: 'a lamp', closeness: 3, axes: [], references: [], wantsDirections: true };

beforeEach(resetStores);

describe.each(RECIPES.map((recipe) => [recipe.label, recipe] as const))('%s', (_label, recipe) => {
  const words = (patch: Partial<PromptDraft>) => `${recipe.prompt({ ...PLAIN, ...patch })}\n${recipe.planTask({ ...PLAIN, ...patch }, 4)}`;

  it('[PT1] every choice on screen changes the words', () => {
    const axes = AXIS_ORDER.map((axis) => words({ axes: [axis] }));
    const roles = (['subject', 'style', 'structure'] as const satisfies readonly ReferenceRole[]).map((role) => words({ references: [role] }));
    const closeness = recipe.usesCloseness ? ([1, 2, 3, 4, 5] as const).map((step) => words({ closeness: step })) : [];
    const all = [words({ brief: '' }), words({ brief: 'a chair' }), words({ wantsDirections: false }), ...axes, ...roles, ...closeness];
    expect(new Set(all).size).toBe(all.length);
  });

  it('[PT1] nothing is left in the words that stands for something else', () => {
    expect(recipe.prompt({ ...PLAIN, wantsDirections: false })).not.toMatch(/[{}]|undefined|null/);
  });
});

it('[PT2] the hosts that the window may reach are the same in manifest and page', () => {
  const { allowedDomains } = (JSON.parse(read('manifest.json')) as { networkAccess: { allowedDomains: readonly string[] } }).networkAccess;
  const hosts = /connect-src ([^;"]+)/.exec(read('dist/ui.html'))?.[1]?.split(' ').filter((host) => !host.startsWith('http://localhost'));
  expect(allowedDomains[0]).toBe('https://generativelanguage.googleapis.com');
  expect(hosts).toEqual(allowedDomains);
});

it('[PT3] "Make more like this" brings back every choice that the words do not hold', async () => {
  changeDraft({ recipe: 'variants', brief: 'dusk', closeness: 5, sizeClass: '2K', model: 'gemini-3-pro-image', count: 1 });
  await startRun(createFakeWorld().effects, freeze('run-x'));
  const state = runs.value[0]?.jobs[0]?.job.value.state;
  const record = state && imageOf(state)?.record;
  if (!record) throw new Error('no picture was made');
  changeDraft({ recipe: 'fromBrief', brief: '', closeness: 1, sizeClass: '1K', model: 'gemini-nano-banana-2.1' });
  loadIntoCreate(record);
  expect(draft.value).toMatchObject({ recipe: 'variants', brief: 'dusk', closeness: 5, sizeClass: '2K', model: 'gemini-3-pro-image', exactPrompt: record.prompt });
});

it('[PT4] the list names all twenty-two, and a rule of the specification for each that is built', () => {
  const rows = [...read('docs/traps.md').matchAll(/^\| (\d+) \|.*\| ([^|]+) \|$/gm)].map((row) => [Number(row[1]), (row[2] ?? '').trim()] as const);
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
  const spec = read('docs/SPEC.md');
  const missing = rows.flatMap(([, rules]) => (rules.startsWith('later: ') ? [] : rules.split(', '))).filter((rule) => !spec.includes(`**${rule}**`));
  expect(missing).toEqual([]);
});
