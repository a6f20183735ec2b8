// Every state of the window as built, in both themes, narrow and zoomed: axe, layout, targets, contrast, what is announced, what moves.
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { recorded } from '../support/gemini/replies.ts';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { audit } from './audit.ts';
import type { Audit } from './audit.ts';
import { onStage } from './onStage.ts';
import { finished, setUpGemini, start } from './steps.ts';
import { SOON, frameOf, resize, walkTo } from './window.ts';

const LIMIT_MS = 150_000;
const HERO = 'Hero / Desktop';

const { openPage, gemini } = onStage();

const SIZES = {
  // 180 px is what a window of 360 px has at 200 % zoom.
  light: [[360, 680], [180, 340]],
  dark: [[320, 400]],
} as const;

describe.each(['light', 'dark'] as const)('every state in the %s theme', (theme) => {
  it('[AX4] [AX5] [AX6] [AX7] is clean for axe, keeps everything in reach, easy to hit and easy to see', async () => {
    const opened = await openPage({ theme, baseUrl: gemini().url });
    const findings: string[] = [];
    const look = async (state: string) => {
      for (const [width, height] of SIZES[theme]) {
        await resize(opened, width, height);
        findings.push(...sentences(await audit(await frameOf(opened)), `${state} at ${width}`));
      }
    };
    for (const [state, reach] of Object.entries(STATES)) {
      await resize(opened, 360, 680);
      await reach(opened);
      await look(state);
    }
    expect(findings).toEqual([]);
  }, LIMIT_MS);
});

/** One after the other on one page, each as a person would get there. */
const STATES: Readonly<Record<string, (opened: StagePage) => Promise<void>>> = {
  firstStart: async ({ plugin }) => plugin.getByRole('button', { name: 'Got it' }).waitFor(),
  nothingSelected: async (opened) => {
    await setUpGemini(opened, LOOPBACK_KEY);
    await opened.select();
  },
  alert: async ({ plugin }) => {
    await plugin.getByRole('button', { name: /^Make/ }).click();
    await plugin.getByRole('alert').waitFor();
  },
  ready: async (opened) => {
    await opened.plugin.getByRole('button', { name: 'Dismiss' }).click();
    await opened.select(HERO);
  },
  unfolded: async ({ plugin }) => {
    await plugin.getByRole('button', { name: /beside the selection/ }).click();
    await plugin.getByRole('button', { name: 'Prompt that will be sent' }).click();
  },
  running: async (opened) => {
    gemini().next({ for: 'text' }, { for: 'image' }, { for: 'image', body: recorded('finish-safety').body }, { for: 'image', hang: 'atOnce' }, { for: 'image', hang: 'atOnce' });
    await start(opened);
    await opened.plugin.getByRole('status').getByText('1 of 4 placed, 1 failed').waitFor({ timeout: 60_000 });
  },
  resultsWithFailure: async ({ plugin }) => {
    await plugin.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    await plugin.getByRole('status').getByText(/may still be charged/).waitFor();
  },
  menu: async ({ plugin }) => {
    await plugin.getByRole('button', { name: 'More actions' }).first().press('Enter');
    await plugin.locator('.menu-item').first().waitFor();
  },
  compare: async ({ plugin, page }) => {
    await page.keyboard.press('Escape');
    await plugin.getByRole('button', { name: 'Compare' }).first().press('Enter');
    await plugin.getByRole('dialog', { name: 'Compare' }).waitFor();
  },
  settings: async ({ plugin, page }) => {
    await page.keyboard.press('Escape');
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('button', { name: 'Back' }).waitFor();
  },
  prompts: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Prompts' }).click();
    await plugin.getByRole('button', { name: 'Flash answers' }).click();
  },
  promptOptions: async ({ plugin }) => {
    await plugin.getByRole('textbox', { name: 'Idea' }).fill('a cat in space');
    await plugin.getByRole('button', { name: /^Expand/ }).click();
    await plugin.getByRole('status').getByText('3 options written').waitFor();
    await plugin.getByRole('checkbox', { name: 'Pick' }).first().check();
    await plugin.getByRole('button', { name: 'Use', exact: true }).first().click();
  },
  promptsRead: async ({ plugin }) => {
    await plugin.getByRole('radio', { name: 'Objects' }).focus();
    await plugin.getByRole('radio', { name: 'Objects' }).press('Space');
    await plugin.getByRole('button', { name: /^Describe selection/ }).click();
    await plugin.getByRole('region', { name: 'What was read' }).waitFor();
    await plugin.getByRole('button', { name: /^Read sketch/ }).click();
    await plugin.getByRole('region', { name: 'What the sketch says' }).waitFor();
  },
  promptsUnfolded: async ({ plugin }) => {
    await plugin.getByRole('button', { name: 'Templates' }).click();
    await plugin.getByRole('button', { name: 'Use Icon' }).click();
    await plugin.getByRole('button', { name: 'Export' }).click();
    await plugin.getByRole('button', { name: 'Prompt that will be sent' }).click();
    await plugin.getByRole('button', { name: /of each prompt/ }).click();
    await plugin.getByRole('textbox', { name: 'Subject' }).fill('a {red|blue|green} bat, masterpiece, by Banksy');
    await plugin.getByRole('checkbox', { name: 'Pick' }).first().uncheck();
    await plugin.getByRole('button', { name: /combinations/ }).click();
  },
  style: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Style' }).click();
    await plugin.getByRole('textbox', { name: 'Look in words' }).fill('teal gouache');
    await plugin.getByRole('button', { name: /^Card from words/ }).click();
    await plugin.getByRole('status').getByText(/^Card SC-/).waitFor();
    await plugin.getByRole('button', { name: 'Edit teal gouache' }).click();
    await plugin.getByRole('radio', { name: 'Editable layers' }).focus();
    await plugin.getByRole('radio', { name: 'Editable layers' }).press('Space');
    await plugin.getByRole('list', { name: 'Layers to restyle' }).waitFor();
  },
  batch: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Batch' }).click();
    await plugin.getByRole('textbox', { name: 'Rows' }).fill('title,place\nOne,Lisbon\nTwo,Lisbon\nThree');
    await plugin.getByRole('textbox', { name: 'Template' }).fill('a {gouache|ink} picture of {place}');
    await plugin.getByRole('combobox', { name: 'Into' }).selectOption({ label: 'Copies of the selected frame' });
    await plugin.getByRole('combobox', { name: 'Into' }).selectOption({ label: 'A grid beside the selection' });
    await plugin.getByRole('table', { name: 'Preview' }).waitFor();
  },
  batchWithFailure: async ({ plugin }) => {
    gemini().next({ for: 'image', body: recorded('finish-safety').body });
    await plugin.getByRole('button', { name: /^Run \d/ }).click();
    await plugin.getByRole('list', { name: 'Rows that were not made' }).waitFor({ timeout: 60_000 });
  },
  overnight: async ({ plugin }) => {
    await plugin.getByRole('textbox', { name: 'Template' }).fill('a lantern in {place}');
    await plugin.getByRole('checkbox', { name: 'Overnight, half price' }).check();
    await plugin.getByRole('button', { name: /^Run \d+ overnight/ }).click();
    await plugin.getByRole('button', { name: 'Check now' }).waitFor();
    gemini().refuseInBatch((key) => (key.endsWith('/0') ? { code: 13, message: 'internal' } : null));
    gemini().settleJobs();
    gemini().refuseInBatch(() => null);
    await plugin.getByRole('button', { name: 'Check now' }).click();
    await plugin.getByRole('button', { name: /^Place \d/ }).click();
    await plugin.getByRole('list', { name: 'Overnight rows that failed' }).waitFor({ timeout: 60_000 });
  },
  alike: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'Create' }).click();
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a gouache picture of Lisbon!');
    await plugin.getByRole('region', { name: 'Made before' }).waitFor();
  },
  refine: async ({ plugin }) => {
    await plugin.getByRole('radio', { name: 'Refine' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a tram in the rain, refined');
  },
  refineAsks: async ({ plugin }) => {
    await plugin.getByRole('button', { name: /^Make best of 4/ }).click();
    await plugin.getByRole('group', { name: 'Proposed change' }).waitFor({ timeout: 60_000 });
    await plugin.getByRole('button', { name: 'What was seen in picture 1' }).click();
  },
  refineOver: async ({ plugin }) => {
    await plugin.getByRole('button', { name: 'Keep the best' }).click();
    await plugin.getByRole('button', { name: 'Use its prompt' }).waitFor();
  },
  history: async ({ plugin }) => {
    await plugin.getByRole('tab', { name: 'History' }).click();
    await plugin.getByRole('button', { name: 'Recipe' }).first().click();
    await plugin.getByRole('button', { name: 'List whole file' }).click();
    await plugin.getByRole('region', { name: 'Pictures in the file' }).getByRole('list').waitFor();
  },
  ledger: async ({ plugin }) => {
    await plugin.getByRole('button', { name: 'Settings' }).click();
    await plugin.getByRole('button', { name: 'Export ledger' }).click();
    await plugin.getByRole('textbox', { name: 'Ledger as CSV' }).waitFor();
  },
};

function sentences(found: Audit, where: string): string[] {
  return [...found.axe, ...found.layout, ...found.targets, ...found.contrast].map((each) => `${where}: ${each}`);
}

/** Text that assistive technology would read out by itself, in order, from now on. Runs in the window. */
function listen(): void {
  const heard: string[] = [];
  const regions = '[role="status"], [role="alert"], [aria-live]';
  Reflect.set(globalThis, 'heard', heard);
  new MutationObserver((records) => {
    const touched = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const at = target instanceof Element ? target : target.parentElement;
      const region = at?.closest(regions);
      if (region) touched.add(region);
      for (const added of addedNodes) if (added instanceof Element) for (const each of added.matches(regions) ? [added] : added.querySelectorAll(regions)) touched.add(each);
    }
    for (const region of touched) if (region.textContent) heard.push(region.textContent);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

const heardIn = (frame: Frame): Promise<string[]> => frame.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);

describe('what is announced', () => {
  it('[AX8] a run of four is told in about one sentence a picture, and the seconds in none', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    await opened.select(HERO);
    const frame = await frameOf(opened);
    gemini().next({ for: 'text' }, { for: 'image' }, { for: 'image' }, { for: 'image' }, { for: 'image', delayMs: 4000 });
    await frame.evaluate(listen);
    await start(opened);
    await opened.plugin.getByText(/^[1-9] s$/).first().waitFor();
    await finished(opened, '4 of 4 placed');
    const heard = await heardIn(frame);
    expect(heard.at(-1)).toBe('4 of 4 placed');
    expect(heard.filter((sentence) => / \d+ s/.test(sentence))).toEqual([]);
    expect(heard).toEqual([...new Set(heard)]);
    expect(heard.length, heard.join(' | ')).toBeLessThanOrEqual(4 + 4);
  }, LIMIT_MS);

  it('[AX9] an alert is told once, and not again when its details are opened', async () => {
    const opened = await openPage();
    await opened.select();
    const frame = await frameOf(opened);
    await frame.evaluate(listen);
    await start(opened);
    await opened.plugin.getByRole('alert').waitFor();
    await opened.plugin.getByRole('button', { name: 'Details' }).click();
    await opened.plugin.getByRole('textbox', { name: 'Report' }).waitFor();
    const alerts = (await heardIn(frame)).filter((sentence) => sentence.includes('Nothing is selected'));
    expect(alerts).toHaveLength(1);
  }, LIMIT_MS);
});

describe('as the designer asks for', () => {
  it('[AX10] nothing moves where reduced motion is asked for', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, LOOPBACK_KEY);
    await opened.select(HERO);
    gemini().next({ for: 'text' }, { for: 'image', hang: 'atOnce' }, { for: 'image', hang: 'atOnce' });
    await start(opened, { count: 2 });
    const frame = await frameOf(opened);
    const moving = () => frame.evaluate(() => document.getAnimations().length);
    await expect.poll(moving, SOON).toBeGreaterThan(0);
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(moving, SOON).toBe(0);
  }, LIMIT_MS);

  it('[AX11] with colours of the system, controls keep an edge and the focus is told apart from what is chosen', async () => {
    const opened = await openPage();
    await opened.page.emulateMedia({ forcedColors: 'active' });
    await opened.select(HERO);
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 placed');
    const frame = await frameOf(opened);
    expect(await frame.evaluate(readEdges)).toEqual([]);
    await opened.plugin.getByRole('tab', { name: 'Create' }).focus();
    await walkTo(opened, frame, 'Resize window');
  }, LIMIT_MS);
});

/** Controls without an edge or an underline, and chosen things that look like those with the focus. Runs in the window. */
function readEdges(): string[] {
  const name = (element: Element) => element.outerHTML.slice(0, 100);
  const solid = (element: Element, what: 'border-top-style' | 'outline-style') => getComputedStyle(element).getPropertyValue(what) === 'solid';
  const edged = [...document.querySelectorAll('.button, .icon-button, .tab, .chip, select, textarea, .number-box, .choice-segments .choice-option')];
  const bare = edged.filter((element) => element.checkVisibility() && !element.closest('.number-box > .icon-button') && !solid(element, 'border-top-style'));
  const chosen = [...document.querySelectorAll('[aria-selected="true"], .chip:has(:checked), .recipe:has(:checked) .recipe-picture')];
  const ringed = chosen.filter((element) => !element.matches(':focus-visible, :has(:focus-visible)') && solid(element, 'outline-style'));
  return [...bare.map((each) => `no edge: ${name(each)}`), ...ringed.map((each) => `ring without focus: ${name(each)}`)];
}
