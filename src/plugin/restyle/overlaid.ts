// The texts that lie over a picture of a frame: where, in which colour, and how large. It changes nothing.
import type { CallInput, CallOutput } from '../../core/bridge/contract.ts';
import { toHex } from '../../core/colour.ts';
import { VariegateError } from '../../core/errors.ts';
import type { CanvasBox } from '../../core/geometry.ts';
import { boundingBox } from '../bounds.ts';
import { findLayer } from '../nodes.ts';
import { fillsOf, isVisiblePaint } from '../paints.ts';
import { isHidden } from '../refusals.ts';
import { behind } from './behind.ts';
import { plainColours } from './colours.ts';
import { walkLayers } from './layers.ts';
import { isLarge } from './recolour.ts';

type Overlaid = CallOutput<'readOverlaid'>['texts'][number];

const MOST = 40;

/** Fails with NODE_GONE. Only pictures that fill their layer are told of: of others Figma alone knows what lies where. */
export async function readOverlaid({ nodeId, hash }: CallInput<'readOverlaid'>): Promise<CallOutput<'readOverlaid'>> {
  const root = await findLayer(nodeId);
  if (!root) throw new VariegateError('NODE_GONE');
  const texts: Overlaid[] = [];
  await walkLayers(root, ({ node }) => {
    if (isHidden(node)) return false;
    if (node.type === 'TEXT' && texts.length < MOST) texts.push(...textsOver(node, root, hash));
    return true;
  });
  return { texts };
}

/** One for each colour of the text; none where it lies elsewhere. */
function textsOver(text: TextNode, root: SceneNode, hash: string): Overlaid[] {
  const found = behind(text, root);
  const own = boundingBox(text);
  const ground = found && shows(found.node, hash) ? boundingBox(found.node) : null;
  const box = own && ground && inside(own, ground);
  if (!found || !box || !ground) return [];
  return plainColours(text).map((rgb) => ({ nodeId: found.node.id, box, ground: { width: ground.width, height: ground.height }, hex: toHex(rgb), isLarge: isLarge(text) }));
}

function shows(node: SceneNode, hash: string): boolean {
  const visible = fillsOf(node).filter(isVisiblePaint);
  const top = visible[visible.length - 1];
  return top?.type === 'IMAGE' && top.imageHash === hash && top.scaleMode === 'FILL';
}

/** 0 to 1000 of the ground; null where the text lies outside. */
function inside(own: CanvasBox, ground: CanvasBox): Overlaid['box'] | null {
  const part = (value: number, from: number, length: number) => Math.round(Math.min(1, Math.max(0, (value - from) / length)) * 1000);
  const box = {
    top: part(own.y, ground.y, ground.height), left: part(own.x, ground.x, ground.width),
    bottom: part(own.y + own.height, ground.y, ground.height), right: part(own.x + own.width, ground.x, ground.width),
  };
  return box.bottom > box.top && box.right > box.left ? box : null;
}
