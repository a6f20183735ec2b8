// Every picture that Variegate made, on a page or in the whole file, read from the layers' own recipes. It changes nothing.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { cleanName } from '../core/prompt.ts';
import { RECIPE_KEY, parseRecipeRecord } from '../core/provenance.ts';
import { createBreather } from './breathe.ts';

const NAME_LENGTH = 120;
/** Pictures that are listed. */
const MOST = 5000;

type Listed = CallOutput<'listPictures'>['pictures'][number];

export async function listPictures({ where }: CallInput<'listPictures'>): Promise<CallOutput<'listPictures'>> {
  const pages = where === 'page' ? [figma.currentPage] : figma.root.children;
  const pictures: Listed[] = [];
  const breathe = createBreather();
  for (const page of pages) {
    await page.loadAsync();
    for (const node of page.findAllWithCriteria({ pluginData: { keys: [RECIPE_KEY] } })) {
      await breathe();
      if (pictures.length >= MOST) return { pictures, isWhole: false };
      const picture = node.removed ? null : describe(node, page);
      if (picture) pictures.push(picture);
    }
  }
  return { pictures, isWhole: true };
}

function describe(node: SceneNode, page: PageNode): Listed | null {
  const record = parseRecipeRecord(node.getPluginData(RECIPE_KEY));
  if (!record) return null;
  const { model, date, costUsd, isOfflinePreview, prompt, hasC2pa } = record;
  return { nodeId: node.id, name: cleanName(node.name, NAME_LENGTH), page: cleanName(page.name, NAME_LENGTH), model, date, costUsd, isOfflinePreview, prompt, hasC2pa };
}
