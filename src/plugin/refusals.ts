// Says beforehand why a layer cannot be sent. It reads the layer and nothing else, and throws nothing.
import type { SelectionSummary } from '../core/bridge/events.ts';
import { cleanName } from '../core/prompt.ts';
import { boundingBox, renderBox, usesOwnBox } from './bounds.ts';
import { childrenOf, withAncestors } from './nodes.ts';
import type { Target } from './nodes.ts';
import { fillsOf, hasVisibleStroke, isVisiblePaint } from './paints.ts';

export type Refusal = NonNullable<SelectionSummary['refusal']>;

/** Longest name that crosses the bridge; names are data from outside. */
export const NAME_LENGTH = 200;

/** Null when the layer can be sent. */
export function refusalOf(node: Target): Refusal | null {
  const code = node.type === 'PAGE' ? pageRefusal(node) : layerRefusal(node);
  return code && { code, name: cleanName(node.name, NAME_LENGTH) };
}

function pageRefusal(page: PageNode): Refusal['code'] | null {
  return page.children.some((child) => child.visible) ? null : 'SELECTION_EMPTY';
}

function layerRefusal(node: SceneNode): Refusal['code'] | null {
  if (withAncestors(node).some(isHidden)) return 'SELECTION_INVISIBLE';
  if (hasNoSize(node)) return 'SELECTION_ZERO_SIZE';
  if (isEmpty(node)) return 'SELECTION_EMPTY';
  return renderBox(node) === null ? 'SELECTION_INVISIBLE' : null;
}

export function isHidden(node: SceneNode): boolean {
  return !node.visible || ('opacity' in node && node.opacity === 0);
}

// A straight line has no height and is still seen.
function hasNoSize(node: SceneNode): boolean {
  const box = usesOwnBox(node) ? boundingBox(node) : (renderBox(node) ?? boundingBox(node));
  if (!box) return false;
  return usesOwnBox(node) ? box.width === 0 || box.height === 0 : box.width === 0 && box.height === 0;
}

function isEmpty(node: SceneNode): boolean {
  if (node.type === 'TEXT') return node.characters === '';
  if (!('children' in node)) return false;
  if (childrenOf(node).some((child) => child.visible)) return false;
  // A section's or a group's own paint is no content; an empty frame with a fill is a colour field.
  const isContentItself = node.type !== 'SECTION' && node.type !== 'GROUP';
  return !(isContentItself && (fillsOf(node).some(isVisiblePaint) || hasVisibleStroke(node)));
}
