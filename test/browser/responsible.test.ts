// AI pictures as built, in Chromium, by role and name: how they are marked, and the look at who a set shows.
import { describe, expect, it } from 'vitest';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { finished, madeLayers, setUpGemini, start } from './steps.ts';

const LIMIT_MS = 120_000;
const { openPage, gemini } = onStage();

describe('AI pictures', () => {
  it('[YS1] are named as such where the designer asked for it, and offline previews never are', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('checkbox', { name: 'Add “AI-generated” to layer names' }).check();
    await plugin.getByRole('checkbox', { name: 'Annotate their layers as AI-generated' }).check();
    await plugin.getByText(/^Every picture that Gemini makes carries SynthID/).waitFor();
    await plugin.getByRole('button', { name: 'Back' }).click();
    const before = await opened.layers();
    await start(opened, { recipe: 'From a brief', brief: 'a harbour, marked', count: 1 });
    await finished(opened, '1 of 1 placed');
    expect(madeLayers(before, await opened.layers()).map(({ name }) => name)).toEqual([expect.stringMatching(/ · AI-generated$/) as string]);
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'Offline preview (no AI)' });
    await plugin.getByRole('button', { name: 'Back' }).click();
    const between = await opened.layers();
    await start(opened, { recipe: 'From a brief', brief: 'a harbour, marked', count: 1 });
    await expect.poll(async () => madeLayers(between, await opened.layers()).length).toBe(1);
    expect(madeLayers(between, await opened.layers())[0]?.name).not.toContain('AI-generated');
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YS2] are looked at together for who they show, after the price was seen', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    await start(opened, { recipe: 'From a brief', brief: 'two cooks, looked over', count: 2 });
    await finished(opened, '2 of 2 placed');
    gemini().reset();
    await plugin.getByRole('button', { name: 'More actions' }).first().click();
    await plugin.getByRole('button', { name: 'Who does the set show?' }).click();
    const set = plugin.getByRole('region', { name: 'Who the set shows' });
    expect(gemini().requests).toHaveLength(0);
    await set.getByRole('button', { name: /^Look at 2 · / }).click();
    await set.getByRole('list', { name: 'What is seen' }).getByText('2 pictures; two people appear').waitFor();
    expect(await set.getByRole('list', { name: 'Questions to ask' }).getByRole('listitem').allInnerTexts()).toEqual(['Should somebody older act as well?']);
    expect(gemini().requests).toHaveLength(1);
    await set.getByRole('button', { name: 'Close the look at the set' }).click();
    await expect.poll(() => set.count()).toBe(0);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});
