// Clones a frame beside itself and gives the clone another palette: one undo step. The frame itself is only read.
import type { CallInput, CallOutput } from '../../core/bridge/contract.ts';
import { VariegateError } from '../../core/errors.ts';
import { cleanName } from '../../core/prompt.ts';
import { boundingBox } from '../bounds.ts';
import { findLayer, pageOf } from '../nodes.ts';
import { findSpot } from '../spot.ts';
import type { Spot } from '../spot.ts';
import { asOneLongStep } from '../write.ts';
import type { OwnPaints } from './colours.ts';
import { walkLayers } from './layers.ts';
import { planRecolouring } from './recolour.ts';
import type { Repaints } from './recolour.ts';
import { writeRecord } from './record.ts';

const NAME_LENGTH = 200;

/** Fails with NODE_GONE, READ_ONLY or PLACE_FAILED; then nothing is left behind. */
export async function cloneRestyled(input: CallInput<'cloneRestyled'>, beforeWriting: () => void): Promise<CallOutput<'cloneRestyled'>> {
  const source = await findSource(input.nodeId);
  const { repaints, madeReadable } = await planRecolouring(source, input);
  const spot = await spotBeside(await findSource(input.nodeId));
  beforeWriting();
  const again = await findSource(input.nodeId);
  return asOneLongStep(async () => {
    const clone = again.clone();
    try {
      put(clone, spot);
      writeRecord(clone, { version: 1, sourceId: again.id, code: input.code, pictures: [] });
      const recoloured = await repaint(clone, repaints);
      // Its name last: a clone that is half made must not look finished.
      clone.name = cleanName(`${again.name} · ${input.code}`, NAME_LENGTH);
      return { cloneId: clone.id, pageId: pageOf(clone)?.id ?? figma.currentPage.id, recoloured, madeReadable };
    } catch (thrown) {
      if (!clone.removed) clone.remove();
      throw thrown;
    }
  });
}

/** Writes paints into the layers at their paths, in slices; answers how many layers. */
export async function repaint(root: SceneNode, repaints: Repaints): Promise<number> {
  let count = 0;
  await walkLayers(root, ({ node, path }) => {
    const sides = repaints.get(path);
    sides?.forEach((side) => write(node, side));
    if (sides) count += 1;
    return true;
  });
  if (root.removed) throw new VariegateError('NODE_GONE');
  return count;
}

function write(node: SceneNode, { side, paints, range }: OwnPaints): void {
  if (range && node.type === 'TEXT') return void (range.end <= node.characters.length && node.setRangeFills(range.start, range.end, [...paints]));
  if (side === 'fills' && 'fills' in node) node.fills = paints;
  if (side === 'strokes' && 'strokes' in node) node.strokes = paints;
}

async function findSource(nodeId: string): Promise<SceneNode> {
  const node = await findLayer(nodeId);
  if (!node) throw new VariegateError('NODE_GONE');
  return node;
}

async function spotBeside(node: SceneNode): Promise<Spot> {
  const box = boundingBox(node);
  const page = pageOf(node);
  if (!box || !page) throw new VariegateError('NODE_GONE');
  const spot = await findSpot({ pageId: page.id, nodeIds: [node.id], name: node.name, box }, { slot: box, count: 1 });
  if (spot.container.removed) throw new VariegateError('NODE_GONE');
  return spot;
}

// By its bounding box and not by x and y, which a rotated layer measures elsewhere.
function put(clone: SceneNode, { container, boxes, growTo }: Spot): void {
  const [box] = boxes;
  container.appendChild(clone);
  const at = boundingBox(clone);
  if (box && at) {
    clone.x += box.x - at.x;
    clone.y += box.y - at.y;
  }
  if (growTo && container.type === 'SECTION') container.resizeWithoutConstraints(growTo.width, growTo.height);
}
