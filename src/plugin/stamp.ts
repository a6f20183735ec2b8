// Writes into a layer what made its picture, and the button that opens the plugin with it. Both travel with the file.
import { shorten } from '../core/errors.ts';
import { RECIPE_KEY, parseRecipeRecord } from '../core/provenance.ts';
import type { RecipeRecord } from '../core/provenance.ts';
import { fitsEntry } from '../core/dataEntry.ts';
import { markAsMade } from './annotation.ts';

/** Command of the relaunch button "Make more like this"; the manifest names it. */
export const MORE_COMMAND = 'more';
const DESCRIPTION_LENGTH = 200;

export function stamp(node: SceneNode, record: RecipeRecord): void {
  // A new layer has no mark to be taken away; reading its annotations would be time that the picture waits for.
  if (record.isMarked || node.getPluginData(RECIPE_KEY) !== '') markAsMade(node, record.isMarked ?? false);
  node.setPluginData(RECIPE_KEY, recipeEntry(record));
  node.setRelaunchData({ [MORE_COMMAND]: shorten(describe(record), DESCRIPTION_LENGTH) });
}

/** Puts back an entry of before; '' leaves no trace of us. */
export function restamp(node: SceneNode, entry: string): void {
  node.setPluginData(RECIPE_KEY, entry);
  if (entry === '') node.setRelaunchData({});
  markAsMade(node, parseRecipeRecord(entry)?.isMarked ?? false);
}

function describe({ direction, brief, isOfflinePreview }: RecipeRecord): string {
  const words = direction?.caption ?? brief;
  if (!isOfflinePreview) return words;
  return words === '' ? 'Offline preview' : `Offline preview: ${words}`;
}

// core/provenance keeps records short; one that is too long all the same loses words rather than its layer.
function recipeEntry(record: RecipeRecord): string {
  const whole = JSON.stringify(record);
  if (fitsEntry(whole)) return whole;
  const brief = shorten(record.brief, 2000);
  const short = JSON.stringify({ ...record, brief, prompt: shorten(record.prompt, 8000), template: null, inputs: [] });
  return fitsEntry(short) ? short : '';
}
