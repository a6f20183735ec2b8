// Finds the Chromium that the browser tests, the demo and the bench drive. `node test/support/browser.mjs` also installs
// one where none is found: by apt on Debian as root, else by Playwright; or it says in one line what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium, or null. CHROME_PATH wins. */
export function findBrowser() {
  const inPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const candidates = [process.env.CHROME_PATH, ...inPath, ...PLACES, playwrightsOwn()];
  return candidates.find((candidate) => candidate && existsSync(candidate)) ?? null;
}

/** A headless browser that talks to nobody but the page it is given. */
export async function launchBrowser({ more = [], ...options } = {}) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: run `node test/support/browser.mjs` once.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...more,
    ],
    ...options,
  });
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function install() {
  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) return findBrowser();
  const cli = path.join(path.dirname(fileURLToPath(import.meta.resolve('playwright-core'))), 'cli.js');
  if (existsSync(cli) && run(process.execPath, [cli, 'install', 'chromium'])) return findBrowser();
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findBrowser() ?? (console.log('No Chromium found, installing one.'), install());
  if (!found) {
    console.error('The browser tests need Chromium: install Chrome or Chromium, or set CHROME_PATH to one, and run again.');
    process.exit(1);
  }
  console.log(`Browser: ${found}`);
}
