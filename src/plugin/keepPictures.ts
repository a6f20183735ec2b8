// Keeps pictures alive in this file that no layer may show any more: a small rectangle each on a page that the designer can see and
// delete. Only when the designer asks.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { cleanName } from '../core/prompt.ts';
import { pictureHash } from './paints.ts';
import { pictureFill } from './picture.ts';
import { resize } from './rectangles.ts';
import { asOneStep } from './write.ts';

const PAGE_NAME = 'Variegate results';
/** Marks the page, so that it is found under another name too. */
const PAGE_KEY = 'resultsPage';
const CELL = 240;
const GAP = 24;
const COLUMNS = 8;

/** One undo step. Pictures that the page shows already, or that this file has not, are passed over. Fails with READ_ONLY or PLACE_FAILED. */
export async function keepPictures({ pictures }: CallInput<'keepPictures'>): Promise<CallOutput<'keepPictures'>> {
  const found = figma.root.children.find((page) => page.getPluginData(PAGE_KEY) !== '') ?? null;
  await found?.loadAsync();
  const page = found && !found.removed ? found : null;
  const shown = new Set(page?.children.map(pictureHash) ?? []);
  const missing = pictures.filter(({ hash }, index) => !shown.has(hash) && figma.getImageByHash(hash) !== null && pictures.findIndex((other) => other.hash === hash) === index);
  if (missing.length === 0) return { kept: 0, isThere: page !== null };
  const first = page?.children.length ?? 0;
  asOneStep(() => {
    const into = page ?? newPage();
    missing.forEach(({ hash, name, width, height }, index) => {
      const node = figma.createRectangle();
      into.appendChild(node);
      const scale = CELL / Math.max(width, height, 1);
      resize(node, { width: Math.max(1, width * scale), height: Math.max(1, height * scale) });
      const at = first + index;
      node.x = (at % COLUMNS) * (CELL + GAP);
      node.y = Math.floor(at / COLUMNS) * (CELL + GAP);
      node.name = cleanName(name, 200);
      node.fills = [pictureFill(hash)];
    });
  });
  return { kept: missing.length, isThere: true };
}

function newPage(): PageNode {
  const page = figma.createPage();
  page.name = PAGE_NAME;
  page.setPluginData(PAGE_KEY, '1');
  return page;
}
