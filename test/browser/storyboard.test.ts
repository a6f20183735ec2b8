// The recipe "Storyboard" as built, in Chromium, by role and name, against a loopback Gemini and offline.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { setUpGemini } from './steps.ts';

const LIMIT_MS = 150_000;
const { openPage, gemini } = onStage();

async function openStory({ offline = false } = {}): Promise<StagePage> {
  const opened = await openPage(offline ? {} : { baseUrl: gemini().url });
  if (offline) await opened.plugin.getByRole('button', { name: 'Got it' }).click();
  else await setUpGemini(opened, LOOPBACK_KEY);
  await opened.plugin.getByRole('radio', { name: 'Storyboard' }).click();
  return opened;
}

const status = ({ plugin }: StagePage, text: string | RegExp) => plugin.getByRole('status').getByText(text).waitFor({ timeout: 90_000 });
const images = () => gemini().requests.filter(({ kind }) => kind === 'image');
const partsOf = (body: unknown) => (body as { contents: { parts: { text?: string; inlineData?: object }[] }[] }).contents[0]?.parts ?? [];

describe('the recipe Storyboard', () => {
  it('[YO1] writes a shot list that can be changed, makes a sheet and shots held against it, and places them with captions in one undo step', async () => {
    const opened = await openStory();
    const { plugin } = opened;
    const before = await opened.layers();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('Mara misses the ferry, told');
    await plugin.getByRole('spinbutton', { name: 'Shots' }).fill('3');
    await plugin.getByRole('button', { name: /^Write 3 shots · / }).click();
    await plugin.getByRole('list', { name: 'Shot list' }).waitFor();
    await plugin.getByRole('textbox', { name: 'Caption 1' }).fill('The pier is empty');
    await plugin.getByRole('button', { name: 'Shot 3 earlier' }).click();
    await expect.poll(() => plugin.getByRole('textbox', { name: 'Shot 2 shows' }).inputValue()).toMatch(/part 3/);
    expect(images()).toHaveLength(0);
    await plugin.getByRole('button', { name: 'Make 3 shots · about $0.13' }).click();
    await status(opened, '3 of 3 shots are made');

    const sent = images().map(({ body }) => partsOf(body));
    expect(sent.map((parts) => parts.filter(({ inlineData }) => inlineData).length)).toEqual([0, 1, 2, 2]);
    expect(sent[2]?.at(-1)?.text).toContain('Image 2 is the shot before');
    expect(sent[1]?.at(-1)?.text).toContain('Mara, thirty, a red scarf');
    const board = (await opened.layers()).filter(({ id }) => !before.some((layer) => layer.id === id));
    expect(board.filter(({ type }) => type === 'FRAME').map(({ name }) => name)).toEqual(['Storyboard: Mara misses the ferry, told']);
    expect(board.filter(({ type }) => type === 'TEXT').map(({ name }) => name)).toEqual(expect.arrayContaining(['Caption 1', 'Speech 3']));
    expect(board.filter(({ imageHashes }) => imageHashes.length > 0)).toHaveLength(3);

    await plugin.getByRole('button', { name: /^Check continuity · / }).click();
    await plugin.getByRole('list', { name: 'What does not match' }).getByText('scarf red in 1, blue in 2').waitFor();
    const hashesBefore = board.filter(({ name }) => name === 'Shot 2').flatMap(({ imageHashes }) => imageHashes);
    await plugin.getByRole('button', { name: /^Redo 2 · / }).click();
    await status(opened, 'Shot 2 is made again and lies in its panel');
    expect(partsOf(images().at(-1)?.body).at(-1)?.text).toContain('Above all: the scarf is red');
    expect((await opened.layers()).filter(({ name }) => name === 'Shot 2').flatMap(({ imageHashes }) => imageHashes)).not.toEqual(hashesBefore);
    await opened.undo();
    await opened.undo();
    expect((await opened.layers()).some(({ name }) => name.startsWith('Storyboard'))).toBe(false);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YO2] a shot that is refused leaves its panel empty; the rest is made and placed', async () => {
    const opened = await openStory();
    const { plugin } = opened;
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('Mara and the keeper, told');
    await plugin.getByRole('spinbutton', { name: 'Shots' }).fill('3');
    await plugin.getByRole('button', { name: /^Write 3 shots/ }).click();
    await plugin.getByRole('list', { name: 'Shot list' }).waitFor();
    gemini().next({ for: 'image' }, { for: 'image' }, { for: 'image', edit: () => ({ candidates: [{ finishReason: 'IMAGE_SAFETY' }] }) });
    await plugin.getByRole('button', { name: /^Make 3 shots/ }).click();
    await status(opened, '2 of 3 shots are made');
    expect((await opened.layers()).some(({ name }) => name === 'Shot 2, no picture')).toBe(true);
    await plugin.getByRole('button', { name: 'Redo shot 2' }).click();
    await status(opened, 'Shot 2 is made again');
  }, LIMIT_MS);

  it('[YO3] Cancel keeps and places what was made', async () => {
    const opened = await openStory();
    const { plugin } = opened;
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('Mara rows across, told');
    await plugin.getByRole('spinbutton', { name: 'Shots' }).fill('6');
    await plugin.getByRole('button', { name: /^Write 6 shots/ }).click();
    await plugin.getByRole('list', { name: 'Shot list' }).waitFor();
    gemini().next({ for: 'image' }, { for: 'image' }, { for: 'image', delayMs: 30_000 });
    await plugin.getByRole('button', { name: /^Make 6 shots/ }).click();
    await plugin.getByRole('region', { name: 'Storyboard', exact: true }).getByText('Making shot 2 of 6').waitFor({ timeout: 60_000 });
    await plugin.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    await status(opened, '1 of 6 shots are made; cancelled');
    expect((await opened.layers()).some(({ name }) => name.startsWith('Storyboard: Mara rows'))).toBe(true);
  }, LIMIT_MS);

  it('[YO4] works without a key, as a film strip, and says that no AI looked', async () => {
    const opened = await openStory({ offline: true });
    const { plugin } = opened;
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('A boat leaves the harbour. Night falls over the sea.');
    await plugin.getByRole('radio', { name: 'Film strip' }).check();
    await plugin.getByRole('spinbutton', { name: 'Shots' }).fill('2');
    await plugin.getByRole('button', { name: 'Write 2 shots · free' }).click();
    await plugin.getByRole('button', { name: 'Make 2 shots · free' }).click();
    await status(opened, '2 of 2 shots are made');
    await plugin.getByRole('button', { name: 'Check continuity · free' }).click();
    await plugin.getByText(/Light and colour measure alike; no AI looked|lighter than|darker than|Colours of shot/).first().waitFor();
    expect((await opened.layers()).some(({ name }) => name === 'Number 2')).toBe(true);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});
