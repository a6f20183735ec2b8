// The tab "Create" by role and name: every control is there, works by keyboard, and calls its action.
import { describe, expect, test } from 'vitest';
import { notOnce } from './support/names.ts';
import { useViews } from './support/useViews.ts';

const { open, calls } = useViews();

const CONTROLS = [
  ['tab', 'Create'],
  ['button', 'Settings'],
  ['region', 'Selection'],
  ['radiogroup', 'Recipe'],
  ['radio', 'Variants'],
  ['radio', 'From a brief'],
  ['radio', 'Sketch to concept'],
  ['textbox', 'Brief'],
  ['group', 'Vary'],
  ['checkbox', 'Style'],
  ['checkbox', 'Colour'],
  ['checkbox', 'Lighting'],
  ['checkbox', 'Composition'],
  ['checkbox', 'Mood'],
  ['spinbutton', 'Variants'],
  ['slider', 'Closeness'],
  ['button', 'Add reference'],
  ['button', 'Make 4 · about $0.13'],
  ['button', 'Resize window'],
] as const;

describe('Create', () => {
  test('[VW1] has every control by its role and name, once', async () => {
    const page = await open('ready');
    expect(await notOnce(page, CONTROLS)).toEqual([]);
  });

  test('[VW1] has model, size and place behind the folded line', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: /^Nano Banana 2\.1, 1K, beside the selection/ }).press('Enter');
    await page.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'Gemini 3 Pro Image' });
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ label: '2K' });
    await page.getByRole('radiogroup', { name: 'Place' }).getByRole('radio', { name: 'Keep in results' }).check();
    expect(await calls(page)).toEqual([
      ['setModel', 'gemini-3-pro-image'],
      ['setSizeClass', '2K'],
      ['setPlace', 'keep'],
    ]);
  });

  test('[VW2] changes the recipe by arrow keys', async () => {
    const page = await open('ready');
    await page.getByRole('radio', { name: 'Variants' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'From a brief' }).isChecked()).toBe(true);
    expect(await calls(page)).toEqual([['setRecipe', 'fromBrief']]);
  });

  test.each([
    ['ArrowUp', 5],
    ['ArrowDown', 3],
    ['PageUp', 8],
    ['PageDown', 1],
    ['Home', 1],
    ['End', 8],
  ])('[VW3] the number of variants answers %s', async (keyName, count) => {
    const page = await open('ready');
    await page.getByRole('spinbutton', { name: 'Variants' }).press(keyName);
    expect((await calls(page)).at(-1)).toEqual(['setCount', count]);
  });

  test.each(['0', '9', '2.5', ''])('[VW3] the number "%s" never leaves its field', async (typed) => {
    const page = await open('ready');
    const field = page.getByRole('spinbutton', { name: 'Variants' });
    await field.fill(typed);
    await field.blur();
    expect(await calls(page)).toEqual([]);
    expect(await field.inputValue()).toBe('4');
  });

  test('[VW4] the slider says in words how close, and that it is guidance', async () => {
    const page = await open('ready');
    await page.getByRole('slider', { name: 'Closeness' }).press('ArrowRight');
    expect(await calls(page)).toEqual([['setCloseness', 4]]);
    expect(await page.getByText('Near: same layout and proportions. Guidance in words, not a strength.').isVisible()).toBe(true);
  });

  test('[VW4] the slider is away where the recipe does not use it', async () => {
    const page = await open('ready');
    await page.getByRole('radio', { name: 'From a brief' }).check();
    expect(await page.getByRole('slider', { name: 'Closeness' }).count()).toBe(0);
  });

  test('[VW5] ticks and unticks what may vary', async () => {
    const page = await open('ready');
    await page.getByRole('checkbox', { name: 'Style' }).check();
    await page.getByRole('checkbox', { name: 'Mood' }).press('Space');
    expect(await calls(page)).toEqual([
      ['toggleAxis', 'style'],
      ['toggleAxis', 'mood'],
    ]);
    expect(await page.getByRole('checkbox', { name: 'Mood' }).isChecked()).toBe(false);
  });

  test('[VW5] says why nothing varies instead of showing dead boxes', async () => {
    const page = await open('ready');
    await page.getByRole('spinbutton', { name: 'Variants' }).fill('1');
    expect(await page.getByRole('checkbox', { name: 'Style' }).count()).toBe(0);
    expect(await page.getByText('A single picture follows the brief alone.').isVisible()).toBe(true);
  });

  test('[VW6] shows the exact prompt, takes edits and gives it back to the recipe', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: 'Prompt that will be sent' }).click();
    const prompt = page.getByRole('textbox', { name: 'Exact prompt' });
    expect(await prompt.inputValue()).toContain('A rainy evening');
    await prompt.fill('A paper boat. {direction}');
    await page.getByRole('button', { name: 'Write it for me again' }).click();
    expect(await calls(page)).toEqual([
      ['setExactPrompt', 'A paper boat. {direction}'],
      ['setExactPrompt', null],
    ]);
    expect(await page.getByText('{direction} becomes each picture’s own direction.').isVisible()).toBe(true);
  });

  test('[VW7] Make can always be pressed, and what stands in its way is said beside it', async () => {
    const page = await open('nothingSelected');
    expect(await page.getByText('Select a layer to start from.').isVisible()).toBe(true);
    await page.getByRole('button', { name: /^Make/ }).click();
    expect(await calls(page)).toEqual([['make']]);
  });

  test('[VW7] asks for a brief where the recipe starts from one', async () => {
    const page = await open('nothingSelected');
    await page.getByRole('radio', { name: 'From a brief' }).check();
    expect(await page.getByText('Write in the brief what to make.').isVisible()).toBe(true);
  });

  test('[VW7] Ctrl and Enter in the brief is Make', async () => {
    const page = await open('ready');
    await page.getByRole('textbox', { name: 'Brief' }).press('Control+Enter');
    expect(await calls(page)).toEqual([['make']]);
  });

  test('[VW8] says before anything else what is sent where, once', async () => {
    const page = await open('firstStart');
    expect(await page.getByText(/go to Google Gemini, and only when you press Make/).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Got it' }).click();
    expect(await page.getByRole('button', { name: 'Got it' }).count()).toBe(0);
    expect(await calls(page)).toEqual([['finishIntro']]);
  });

  test('[VW8] shows neither intro nor an empty selection before it knows', async () => {
    const page = await open('starting');
    expect(await page.getByRole('button', { name: 'Got it' }).count()).toBe(0);
    expect(await page.getByText('Nothing selected').count()).toBe(0);
  });

  test('[VW9] names the offline engine and leads to the key', async () => {
    const page = await open('firstStart');
    expect(await page.getByText('Offline preview, no AI.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Add a Gemini key' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
  });
});
