// Replaces the picture in a layer's fill and keeps everything else about it. The only writing into layers that are not ours.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import type { ImageSize } from '../core/geometry.ts';
import { cleanName } from '../core/prompt.ts';
import { findLayer, pageOf, withAncestors } from './nodes.ts';
import { fillsOf, pictureHash, takesFill, topPicture } from './paints.ts';
import type { Fillable } from './paints.ts';
import { checkPicture, pictureFill, takePicture } from './picture.ts';
import { entryToSave, restoreEntry, styleIdOf, writeRestoreEntry } from './savedFills.ts';
import { stamp } from './stamp.ts';
import { asOneLongStep } from './write.ts';

export async function replaceFill(input: CallInput<'replaceFill'>, beforeWriting: () => void, also: (placed: CallOutput<'replaceFill'>) => void = () => undefined): Promise<CallOutput<'replaceFill'>> {
  const picture = checkPicture(input.bytes);
  const node = await findFillable(input.nodeId);
  const keepsCrop = await hasSameRatio(pictureHash(node), picture);
  if (node.removed) throw new VariegateError('NODE_GONE');
  if (isLocked(node)) throw new VariegateError('LAYER_LOCKED', { name: cleanName(node.name) });
  beforeWriting();
  return asOneLongStep(async () => {
    const imageHash = takePicture(input.bytes);
    await replace(node, withPicture(fillsOf(node), imageHash, keepsCrop), imageHash);
    stamp(node, input.recipe);
    const placed = { nodeId: node.id, imageHash, pageId: pageOf(node)?.id ?? figma.currentPage.id };
    also(placed);
    return placed;
  });
}

// Figma would let us write; a lock is the designer's word all the same, also when it came while the picture was made.
function isLocked(node: Fillable): boolean {
  return withAncestors(node).some((layer) => layer.locked);
}

/** Fails with NODE_GONE or NO_FILL. */
export async function findFillable(nodeId: string): Promise<Fillable> {
  const node = await findLayer(nodeId);
  if (!node) throw new VariegateError('NODE_GONE');
  if (!takesFill(node)) throw new VariegateError('NO_FILL', { name: cleanName(node.name) });
  return node;
}

/** Pattern paints can only be written the long way, for their source must be loaded first. */
export async function writeFills(node: Fillable, fills: readonly Paint[]): Promise<void> {
  if (!fills.some((paint) => paint.type === 'PATTERN')) {
    node.fills = fills;
    return;
  }
  await node.setFillsAsync(fills);
  if (node.removed) throw new VariegateError('NODE_GONE');
}

// Saved first and put back on failure, so that at no moment the fills of before exist nowhere.
async function replace(node: Fillable, fills: readonly Paint[], imageHash: string): Promise<void> {
  const entryBefore = restoreEntry(node);
  const styleId = styleIdOf(node);
  writeRestoreEntry(node, entryToSave(node, fillsOf(node), imageHash));
  try {
    if (styleId !== '') await node.setFillStyleIdAsync('');
    if (node.removed) throw new VariegateError('NODE_GONE');
    await writeFills(node, fills);
  } catch (thrown) {
    if (node.removed) throw new VariegateError('NODE_GONE');
    writeRestoreEntry(node, entryBefore);
    if (styleId !== '') await node.setFillStyleIdAsync(styleId);
    throw thrown;
  }
}

/** The fills with the topmost visible picture exchanged; without one, with the picture on top of them. */
function withPicture(fills: readonly Paint[], imageHash: string, keepsCrop: boolean): Paint[] {
  const index = topPicture(fills);
  const paint = fills[index];
  if (paint?.type !== 'IMAGE') return [...fills, pictureFill(imageHash)];
  return [...fills.slice(0, index), exchanged(paint, imageHash, keepsCrop), ...fills.slice(index + 1)];
}

// A crop is measured in the old picture: with another ratio it would stretch the new one.
function exchanged(paint: ImagePaint, imageHash: string, keepsCrop: boolean): ImagePaint {
  if (paint.scaleMode !== 'CROP' || keepsCrop) return { ...paint, imageHash };
  const filling: { -readonly [Key in keyof ImagePaint]: ImagePaint[Key] } = { ...paint, scaleMode: 'FILL', imageHash };
  delete filling.imageTransform;
  return filling;
}

async function hasSameRatio(hash: string | null, picture: ImageSize): Promise<boolean> {
  const image = hash === null ? null : figma.getImageByHash(hash);
  if (!image) return false;
  const size = await image.getSizeAsync().catch(() => null);
  return size !== null && Math.abs((size.width * picture.height) / picture.width - size.height) <= 1;
}
