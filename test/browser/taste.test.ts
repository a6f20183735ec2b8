// Ratings at work as built, in Chromium, by role and name: the taste profile and the rule that chooses image models.
import { describe, expect, it } from 'vitest';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { setUpGemini } from './steps.ts';

const LIMIT_MS = 120_000;
const { openPage, gemini } = onStage();

describe('the taste profile', () => {
  it('[YT1] orders prompt options by what the designer wrote, says by which words, and is in no prompt', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    await plugin.getByRole('tab', { name: 'Prompts' }).click();
    await plugin.getByRole('textbox', { name: 'Idea' }).fill('a heron, by taste');
    await plugin.getByRole('button', { name: /^Expand/ }).click();
    const options = plugin.getByRole('list', { name: 'Prompt options' }).getByRole('listitem');
    await plugin.getByRole('status').getByText('3 options written').waitFor();
    await expect.poll(() => options.count()).toBe(3);
    const last = (await options.last().locator('strong').innerText()).trim();
    const word = last.split(/\s+/).at(-1) ?? '';
    await plugin.getByRole('button', { name: 'Settings' }).click();
    const profile = plugin.getByRole('textbox', { name: 'Taste profile' });
    await profile.fill(`Prefers ${word}.`);
    await profile.blur();
    await plugin.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => options.first().locator('strong').innerText()).toBe(last);
    expect((await options.first().innerText()).toLowerCase()).toContain(`you prefer ${word.toLowerCase()}`);
    await plugin.getByRole('button', { name: 'Change', exact: true }).first().click();
    expect(await profile.evaluate((area) => area === document.activeElement)).toBe(true);
    await plugin.getByRole('checkbox', { name: 'Order prompt options by it' }).uncheck();
    await plugin.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => options.last().locator('strong').innerText()).toBe(last);
    expect(JSON.stringify(gemini().requests)).not.toContain('Prefers ');
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YT2] is kept for all files or in this one, where it goes before, and says where nothing is rated', async () => {
    const opened = await openPage();
    const { plugin } = opened;
    await plugin.getByRole('button', { name: 'Got it' }).click();
    await plugin.getByRole('button', { name: 'Settings' }).click();
    const profile = plugin.getByRole('textbox', { name: 'Taste profile' });
    await profile.fill('Prefers fog.');
    await profile.blur();
    await plugin.getByRole('radio', { name: 'For this file' }).check();
    await profile.fill('Prefers sun.');
    await profile.blur();
    await plugin.getByRole('radio', { name: 'For all files' }).check();
    await expect.poll(() => profile.inputValue()).toBe('Prefers fog.');
    await plugin.getByRole('button', { name: 'Write it from ratings' }).click();
    await plugin.getByRole('status').getByText('Nothing is rated yet: press Good or Bad on results').waitFor();
    await plugin.getByRole('button', { name: 'Export' }).last().click();
    expect(await plugin.getByRole('textbox', { name: 'Taste profile as text' }).inputValue()).toBe('Prefers fog.');
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});

describe('the rule for image models', () => {
  it('[YT3] takes a model by what is asked for, says why at the button, and counts ratings', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await plugin.getByRole('button', { name: /^Nano Banana 2\.1, 1K/ }).click();
    await plugin.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'By the rule' });
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a heron, ruled');
    await plugin.getByText('Everything else: Flash.').first().waitFor();
    await plugin.getByRole('spinbutton', { name: 'Variants' }).fill('1');
    expect(await plugin.getByRole('button', { name: /^Make 1/ }).innerText()).toBe('Make 1 · about $0.034');
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a poster that says “HERON”, ruled');
    await plugin.getByText('Words lettered in the picture: Pro.').first().waitFor();
    await plugin.getByRole('button', { name: 'Make 1 · about $0.13' }).click();
    await plugin.getByRole('status').getByText('1 of 1 placed').waitFor();
    expect(gemini().requests.filter(({ kind }) => kind === 'image').at(-1)?.model).toBe('gemini-3-pro-image');
    await plugin.getByRole('button', { name: 'Good' }).first().click();
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await expect.poll(() => plugin.getByRole('row', { name: /^Words lettered in the picture/ }).innerText()).toMatch(/Gemini 3 Pro Image\s+1$/);
    await plugin.getByRole('button', { name: 'Forget what ratings taught' }).click();
    await expect.poll(() => plugin.getByRole('row', { name: /^Words lettered in the picture/ }).innerText()).toMatch(/\s0$/);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YT4] looks at what the tab in view asks for, and at Create again when that is back', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const { plugin } = opened;
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await plugin.getByRole('button', { name: /^Nano Banana 2\.1, 1K/ }).click();
    await plugin.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'By the rule' });
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a poster that says “HERON”, ruled');
    await plugin.getByRole('button', { name: /^Gemini 3 Pro Image, 1K/ }).waitFor();
    await plugin.getByRole('tab', { name: 'Batch' }).click();
    await plugin.getByRole('textbox', { name: 'Template' }).fill('a seamless pattern of herons');
    await plugin.getByRole('button', { name: /^Gemini 3\.1 Flash Lite Image, 1K/ }).waitFor();
    await plugin.getByRole('tab', { name: 'Prompts' }).click();
    await plugin.getByRole('textbox', { name: 'Idea' }).fill('herons over a lake');
    await plugin.getByRole('button', { name: /^Nano Banana 2\.1, 1K/ }).waitFor();
    await plugin.getByRole('tab', { name: 'Create' }).click();
    await plugin.getByText('Words lettered in the picture: Pro.').first().waitFor();
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});
