// The states of the window that take several pictures, in both themes, narrow and zoomed: axe, layout, targets, contrast.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { audit } from './audit.ts';
import type { Audit } from './audit.ts';
import { onStage } from './onStage.ts';
import { setUpGemini } from './steps.ts';
import { frameOf, resize } from './window.ts';

const LIMIT_MS = 180_000;
const { openPage, gemini } = onStage();
const SIZES = { light: [[360, 680], [180, 340]], dark: [[320, 400]] } as const;

describe.each(['light', 'dark'] as const)('every state of several pictures in the %s theme', (theme) => {
  it('[AX15] is clean for axe, keeps everything in reach, easy to hit and easy to see', async () => {
    const opened = await openPage({ theme, baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    const findings: string[] = [];
    for (const [state, reach] of Object.entries(STATES)) {
      await resize(opened, 360, 680);
      await reach(opened);
      for (const [width, height] of SIZES[theme]) {
        await resize(opened, width, height);
        findings.push(...sentences(await audit(await frameOf(opened)), `${state} at ${width}`));
      }
    }
    expect(findings).toEqual([]);
  }, LIMIT_MS);
});

function sentences(found: Audit, state: string): string[] {
  return Object.entries(found).flatMap(([kind, list]) => (list as readonly string[]).map((each) => `${state}: ${kind}: ${each}`));
}

/** One after the other on one page. */
const STATES: Readonly<Record<string, (opened: StagePage) => Promise<void>>> = {
  comparing: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Batch' }).click();
    await plugin.getByRole('button', { name: 'Compare models' }).click();
    await plugin.getByRole('textbox', { name: 'Briefs' }).fill('a harbour, seen\na heron, seen');
    await plugin.getByRole('button', { name: /^Compare 2 × 2/ }).click();
    await plugin.getByRole('button', { name: 'Export as CSV' }).click({ timeout: 60_000 });
  },
  storyList: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Create' }).click();
    await plugin.getByRole('radio', { name: 'Storyboard' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('Mara misses the ferry, seen');
    await plugin.getByRole('spinbutton', { name: 'Shots' }).fill('2');
    await plugin.getByRole('button', { name: /^Write 2 shots/ }).click();
    await plugin.getByRole('list', { name: 'Shot list' }).waitFor();
  },
  storyboard: async ({ plugin }) => {
    await plugin.getByRole('button', { name: /^Make 2 shots/ }).click();
    await plugin.getByRole('status').getByText('2 of 2 shots are made').waitFor({ timeout: 60_000 });
    await plugin.getByRole('button', { name: /^Check continuity/ }).click();
    await plugin.getByRole('list', { name: 'What does not match' }).waitFor();
  },
  moodBoard: async ({ plugin }) => {
    await plugin.getByRole('radio', { name: 'Mood board' }).click();
    await plugin.getByRole('spinbutton', { name: 'Pictures' }).fill('3');
    await plugin.getByRole('button', { name: /^Make mood board of 5/ }).click();
    await plugin.getByRole('status').getByText('The mood board is on the canvas').waitFor({ timeout: 60_000 });
  },
  formats: async (opened) => {
    const { plugin } = opened;
    await plugin.getByRole('radio', { name: 'Every format' }).click();
    await opened.select('Sketch / Desk lamp', 'Photo card');
    await plugin.getByRole('button', { name: /^Make 1 format/ }).click();
    await plugin.getByRole('button', { name: 'Put it into its frame' }).waitFor({ timeout: 60_000 });
  },
  set: async ({ plugin, page }) => {
    await plugin.getByRole('button', { name: 'More actions' }).nth(1).press('Enter');
    await plugin.getByRole('button', { name: 'Who does the set show?' }).click();
    await page.keyboard.press('Escape');
    await plugin.getByRole('region', { name: 'Who the set shows' }).getByRole('button', { name: /^Look at/ }).click();
    await plugin.getByRole('list', { name: 'Questions to ask' }).waitFor();
  },
  rule: async ({ plugin }) => {
    await plugin.getByRole('button', { name: /^Nano Banana 2\.1/ }).first().click();
    await plugin.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'By the rule' });
  },
  gateway: async ({ plugin }) => {
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'OpenAI-compatible gateway' });
    await plugin.getByRole('textbox', { name: 'Gateway URL' }).waitFor();
    await plugin.getByRole('textbox', { name: 'Taste profile' }).waitFor();
  },
};
