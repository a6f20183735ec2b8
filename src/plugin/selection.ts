// Sums up what is selected, or layers named by id, as little as the UI needs. It reads the document and changes nothing.
import type { SelectedLayer, SelectionSummary } from '../core/bridge/events.ts';
import type { CanvasBox } from '../core/geometry.ts';
import { cleanName } from '../core/prompt.ts';
import { RECIPE_KEY, parseRecipeRecord } from '../core/provenance.ts';
import { boundingBox, exportBox, together } from './bounds.ts';
import { createBreather } from './breathe.ts';
import { findTarget, pageOf } from './nodes.ts';
import type { Target } from './nodes.ts';
import { pictureHash, takesFill } from './paints.ts';
import { NAME_LENGTH, refusalOf } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { isReplaced } from './savedFills.ts';
import { isSketch } from './sketch.ts';

/** Layers described one by one; the rest are counted. */
const DESCRIBED = 60;
const NOWHERE: CanvasBox = { x: 0, y: 0, width: 0, height: 0 };

interface Found {
  readonly node: Target;
  readonly box: CanvasBox;
  readonly refusal: Refusal | null;
}

export async function summariseSelection(): Promise<SelectionSummary> {
  return summarise(figma.currentPage.selection, figma.currentPage, 'NOTHING_SELECTED');
}

/** Of layers (or a page) by id; those that are gone are passed over, and SELECTION_GONE is said when all are. */
export async function summariseIds(ids: readonly string[]): Promise<SelectionSummary> {
  const found = await Promise.all(Array.from(new Set(ids), findTarget));
  const targets = found.filter((node): node is Target => node !== null && !node.removed);
  const page = targets[0] && pageOf(targets[0]);
  return summarise(targets, page ?? figma.currentPage, 'SELECTION_GONE');
}

/** Layers that cannot be sent are left out when others can; when none can, all are listed with the refusal of the first. */
async function summarise(targets: readonly Target[], page: PageNode, whenNone: Refusal['code']): Promise<SelectionSummary> {
  const where = { pageId: page.id, pageName: cleanName(page.name, NAME_LENGTH) };
  const found = await look(targets);
  const usable = found.filter(({ refusal }) => refusal === null);
  const shown = usable.length > 0 ? usable : found;
  const layers = await describeAll(shown.slice(0, DESCRIBED));
  return {
    ...where,
    layers,
    count: shown.length,
    box: shown.reduce<CanvasBox | null>((all, { box }) => together(all, box), null),
    refusal: usable.length > 0 && layers.length > 0 ? null : (shown[0]?.refusal ?? { code: whenNone, name: '' }),
  };
}

/** Boxes and refusals, top to bottom and left to right: Figma leaves the order of a selection open. */
async function look(targets: readonly Target[]): Promise<Found[]> {
  const breathe = createBreather();
  const found: Found[] = [];
  for (const node of targets) {
    await breathe();
    if (node.removed) continue;
    const box = (await exportBox(node)) ?? (node.type === 'PAGE' ? null : boundingBox(node)) ?? NOWHERE;
    if (!node.removed) found.push({ node, box, refusal: refusalOf(node) });
  }
  return found.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Without those that vanished meanwhile: their going is a change of its own, and told next. */
async function describeAll(found: readonly Found[]): Promise<SelectedLayer[]> {
  const breathe = createBreather();
  const layers: SelectedLayer[] = [];
  for (const each of found) {
    await breathe();
    if (!each.node.removed) layers.push(describe(each));
  }
  return layers;
}

function describe({ node, box }: Found): SelectedLayer {
  return {
    id: node.id,
    name: cleanName(node.name, NAME_LENGTH),
    type: node.type,
    box,
    hasPicture: pictureHash(node) !== null,
    takesFill: takesFill(node),
    canRestore: takesFill(node) && isReplaced(node),
    isSketch: isSketch(node),
    recipe: parseRecipeRecord(node.getPluginData(RECIPE_KEY)),
  };
}
