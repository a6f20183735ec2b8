// The slots of a run: placeholders beside the source from the start, filled as pictures arrive, released when they do not.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError, shorten } from '../core/errors.ts';
import { fitPlace } from '../core/placement.ts';
import { cleanName } from '../core/prompt.ts';
import { clearMark, isMarked } from './marker.ts';
import type { Owner } from './marker.ts';
import { findLayer, pageOf, withAncestors } from './nodes.ts';
import { checkPicture, pictureFill, takePicture } from './picture.ts';
import { makeRectangles, resize } from './rectangles.ts';
import type { Made } from './rectangles.ts';
import { stamp } from './stamp.ts';
import { asOneStep } from './write.ts';

const NAME_LENGTH = 200;
const GREY = { r: 0.5, g: 0.5, b: 0.5 };
const QUIET_FILL: SolidPaint = { type: 'SOLID', color: GREY, opacity: 0.12 };
const QUIET_STROKE: SolidPaint = { type: 'SOLID', color: GREY, opacity: 0.5 };

export async function reserveSlots(
  input: CallInput<'reserveSlots'>,
  owner: Owner,
  beforeWriting: () => void,
): Promise<CallOutput<'reserveSlots'>> {
  const { source, size, names, runId } = input;
  return makeRectangles({ source, slot: size, count: names.length, runId }, owner, beforeWriting, (made, page) => ({
    pageId: page.id,
    slots: made.map((slot, index) => {
      dressAsWaiting(slot, names[index] ?? '');
      return { nodeId: slot.node.id, box: slot.box };
    }),
  }));
}

export async function fillSlot(
  input: Omit<CallInput<'fillSlot'>, 'bytes' | 'ticket'>,
  bytes: Uint8Array,
  beforeWriting: () => void,
): Promise<CallOutput<'fillSlot'>> {
  const picture = checkPicture(bytes);
  const node = await findLayer(input.nodeId);
  beforeWriting();
  if (!node || node.type !== 'RECTANGLE' || !isMarked(node)) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    const imageHash = takePicture(bytes);
    resize(node, fitPlace(node, picture));
    dressAsResult(node, imageHash, input.name);
    stamp(node, input.recipe);
    clearMark(node);
    return { nodeId: node.id, imageHash, pageId: pageOf(node)?.id ?? figma.currentPage.id };
  });
}

/** Removes those that still wait; filled, missing and foreign layers are passed over. */
export async function releaseSlots(input: CallInput<'releaseSlots'>): Promise<CallOutput<'releaseSlots'>> {
  const found = await Promise.all(Array.from(new Set(input.nodeIds), findLayer));
  const waiting = found.filter((node): node is SceneNode => node !== null && !node.removed && isMarked(node));
  return { removed: removeAll(waiting) };
}

/**
 * Removes layers as one undo step, and answers how many. What Figma holds on to is passed over: a copy of a slot inside an instance
 * goes with its component, and one layer's removal can take others with it.
 */
export function removeAll(nodes: readonly SceneNode[]): number {
  const removable = nodes.filter((node) => !isInInstance(node));
  if (removable.length === 0) return 0;
  return asOneStep(() => {
    const there = removable.filter((node) => !node.removed);
    there.forEach((node) => node.removed || node.remove());
    return there.length;
  });
}

function isInInstance(node: SceneNode): boolean {
  return withAncestors(node).slice(1).some((layer) => layer.type === 'INSTANCE');
}

/** The looks of a placed picture: nothing but the picture. */
export function dressAsResult(node: RectangleNode, imageHash: string, name: string): void {
  node.name = cleanName(name, NAME_LENGTH);
  node.fills = [pictureFill(imageHash)];
  node.strokes = [];
  node.dashPattern = [];
  node.lockAspectRatio();
}

function dressAsWaiting({ node }: Made, name: string): void {
  node.name = shorten(`Variegate · waiting · ${name}`, NAME_LENGTH);
  node.fills = [QUIET_FILL];
  node.strokes = [QUIET_STROKE];
  // Inside, so that a slot covers no more than its own box.
  node.strokeAlign = 'INSIDE';
  node.strokeWeight = 1;
  node.dashPattern = [6, 6];
}
