// The slots of a run: placeholders beside the source from the start, filled as pictures arrive, released when they do not.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError, shorten } from '../core/errors.ts';
import { fitPlace } from '../core/placement.ts';
import { clearMark, isMarked, writeMark } from './marker.ts';
import type { Owner } from './marker.ts';
import { findLayer, pageOf } from './nodes.ts';
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
  return makeRectangles({ source, slot: size, count: names.length }, beforeWriting, (made, page) => ({
    pageId: page.id,
    slots: made.map((slot, index) => {
      dressAsWaiting(slot, names[index] ?? '');
      writeMark(slot.node, owner, runId);
      return { nodeId: slot.node.id, box: slot.box };
    }),
  }));
}

export async function fillSlot(input: CallInput<'fillSlot'>, beforeWriting: () => void): Promise<CallOutput<'fillSlot'>> {
  const picture = checkPicture(input.bytes);
  const node = await findLayer(input.nodeId);
  beforeWriting();
  if (!node || node.type !== 'RECTANGLE' || !isMarked(node)) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    const imageHash = takePicture(input.bytes);
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

/** Removes layers as one undo step, and answers how many. */
export function removeAll(nodes: readonly SceneNode[]): number {
  if (nodes.length === 0) return 0;
  return asOneStep(() => {
    nodes.forEach((node) => node.remove());
    return nodes.length;
  });
}

/** The looks of a placed picture: nothing but the picture. */
export function dressAsResult(node: RectangleNode, imageHash: string, name: string): void {
  node.name = shorten(name, NAME_LENGTH);
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
