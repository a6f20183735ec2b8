// What a designer does in the plugin's window, as steps that several browser tests share.
import type { StageLayer, StagePage } from '../../playground/stage.mjs';

const RUN_LIMIT_MS = 90_000;

export interface Choice {
  readonly recipe?: string;
  readonly brief?: string;
  readonly count?: number;
}

/** Dismisses the first-start card, fills in what is given, and presses Make. */
export async function start({ plugin }: StagePage, choice: Choice = {}): Promise<void> {
  await dismissIntro(plugin);
  if (choice.recipe) await plugin.getByRole('radio', { name: choice.recipe }).click();
  if (choice.brief !== undefined) await plugin.getByRole('textbox', { name: 'Brief' }).fill(choice.brief);
  if (choice.count !== undefined) await plugin.getByRole('spinbutton', { name: 'Variants' }).fill(String(choice.count));
  await plugin.getByRole('button', { name: /^Make \d/ }).click();
}

/** Waits for the sentence that ends a run. */
export async function finished({ plugin }: StagePage, sentence: string): Promise<void> {
  await plugin.getByRole('status').getByText(sentence).waitFor({ timeout: RUN_LIMIT_MS });
}

/** Saves a key in Settings and goes back to Create. */
export async function setUpGemini({ plugin }: StagePage, key: string): Promise<void> {
  await dismissIntro(plugin);
  await plugin.getByRole('button', { name: 'Settings' }).click();
  await plugin.getByRole('textbox', { name: 'Gemini API key' }).fill(key);
  await plugin.getByRole('button', { name: 'Save key' }).click();
  await plugin.getByText(`Key ends in …${key.slice(-4)}`).waitFor();
  await plugin.getByRole('button', { name: 'Back' }).click();
}

/** Layers with an image fill that were not there before. */
export function madeLayers(before: readonly StageLayer[], after: readonly StageLayer[]): StageLayer[] {
  const known = new Set(before.map((layer) => layer.id));
  return after.filter((layer) => !known.has(layer.id) && layer.imageHashes.length > 0);
}

/** Pairs of names that overlap: a made layer and any other of the same depth. */
export function overlapping(made: readonly StageLayer[], all: readonly StageLayer[]): string[] {
  return made.flatMap((a) =>
    all.filter((b) => b.id !== a.id && b.depth === a.depth && overlap(a, b)).map((b) => `${a.name} and ${b.name}`),
  );
}

function overlap(a: StageLayer, b: StageLayer): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0.01 && down > 0.01;
}

async function dismissIntro(plugin: StagePage['plugin']): Promise<void> {
  const gotIt = plugin.getByRole('button', { name: 'Got it' });
  if (await gotIt.isVisible()) await gotIt.click();
}
