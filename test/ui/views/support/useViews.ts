// One browser and one build for a test file; a fresh window for each test.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../../../support/browser.mjs';
import { buildViews, openViews } from './openViews.ts';
import type { ViewOptions } from './openViews.ts';
import type { SCENES } from './scenes.ts';

export type SceneName = keyof typeof SCENES;

export interface Views {
  readonly open: (scene: SceneName, options?: ViewOptions) => Promise<Page>;
  /** What the views called since the page was opened, as [name, ...values]. */
  readonly calls: (page: Page) => Promise<readonly (readonly unknown[])[]>;
}

export function useViews(): Views {
  let browser: Browser | undefined;
  let html = '';
  let pages: Page[] = [];
  beforeAll(async () => {
    [browser, html] = await Promise.all([launchBrowser(), buildViews()]);
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
  });
  afterAll(() => browser?.close());
  return {
    async open(scene, options) {
      if (!browser) throw new Error('no browser');
      const page = await openViews(browser, html, options);
      pages.push(page);
      await page.evaluate((name) => window.views.show(name), scene);
      return page;
    },
    calls: (page) => page.evaluate(() => window.views.calls),
  };
}
