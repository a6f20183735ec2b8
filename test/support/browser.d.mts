import type { Browser, LaunchOptions } from 'playwright-core';

/** Path of a Chromium, or null. CHROME_PATH wins. */
export function findBrowser(): string | null;
/** A headless browser that talks to nobody but the page it is given. `more` are switches beside the usual ones. */
export function launchBrowser(options?: LaunchOptions & { readonly more?: readonly string[] }): Promise<Browser>;
