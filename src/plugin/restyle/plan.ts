// What of a frame can wear another look, before anything is made or paid: its pictures by content, its illustrations, its own colours;
// and what keeps its look, with the reason. It changes nothing.
import type { CallInput, CallOutput } from '../../core/bridge/contract.ts';
import { VariegateError } from '../../core/errors.ts';
import { cleanName } from '../../core/prompt.ts';
import { boundingBox } from '../bounds.ts';
import { findLayer, withAncestors } from '../nodes.ts';
import { fillsOf, isVisiblePaint } from '../paints.ts';
import { isHidden } from '../refusals.ts';
import { hasBoundColours, ownPaints } from './colours.ts';
import { isIllustration } from './drawn.ts';
import { walkLayers } from './layers.ts';
import type { Walked } from './layers.ts';

type Plan = CallOutput<'planRestyle'>;
type Kept = Plan['kept'][number];
type Illustration = Plan['illustrations'][number];

/** Longest lists that are told. */
const MOST_LISTED = 100;
const NAME_LENGTH = 80;

/** Fails with SELECTION_GONE. */
export async function planRestyle({ nodeId }: CallInput<'planRestyle'>): Promise<Plan> {
  const root = await findLayer(nodeId);
  if (!root) throw new VariegateError('SELECTION_GONE');
  const found = createFinds();
  await walkLayers(root, (walked) => found.look(walked));
  const around = withAncestors(root).slice(1);
  const isLocked = root.locked || around.some(({ locked }) => locked);
  return { name: nameOf(root), around: around.map(({ id }) => id), isInInstance: around.some(({ type }) => type === 'INSTANCE'), isLocked, ...found.plan() };
}

interface Picture {
  readonly hash: string;
  nodeId: string;
  name: string;
  users: number;
  area: number;
}

function createFinds() {
  const pictures = new Map<string, Picture>();
  const illustrations: Illustration[] = [];
  const kept: Kept[] = [];
  let layers = 0;
  let free = 0;
  let bound = 0;
  const keep = (node: SceneNode, why: Kept['why']) => void (kept.length < MOST_LISTED && kept.push({ name: nameOf(node), why }));

  const lookAtPictures = (node: SceneNode) => {
    const size = boundingBox(node);
    const area = isHidden(node) || !size ? 0 : size.width * size.height;
    for (const hash of picturesIn(node)) {
      const known = pictures.get(hash);
      if (!known) pictures.set(hash, { hash, nodeId: node.id, name: nameOf(node), users: 1, area });
      else {
        known.users += 1;
        // The largest user shows the picture best.
        if (area > known.area) Object.assign(known, { nodeId: node.id, name: nameOf(node), area });
      }
    }
  };

  return {
    look({ node, path, isInInstance }: Walked): boolean {
      layers += 1;
      const isDrawing = path !== '' && isIllustration(node) && !isHidden(node);
      if (isDrawing && !isInInstance) {
        const box = boundingBox(node);
        if (box && illustrations.length < MOST_LISTED) illustrations.push({ path, nodeId: node.id, name: nameOf(node), size: { width: box.width, height: box.height } });
        return true;
      }
      if (isDrawing) keep(node, 'inInstance');
      lookAtPictures(node);
      if ('isMask' in node && node.isMask) return true;
      if (ownPaints(node).length > 0) free += 1;
      if (hasBoundColours(node)) {
        bound += 1;
        keep(node, 'bound');
      }
      if (fillsOf(node).some((paint) => paint.type === 'VIDEO' || paint.type === 'PATTERN')) keep(node, 'otherFill');
      return true;
    },
    plan: () => ({
      layers,
      pictures: [...pictures.values()].filter(({ area }) => area > 0).sort((a, b) => b.area - a.area).slice(0, MOST_LISTED).map(({ hash, nodeId, name, users }) => ({ hash, nodeId, name, users })),
      illustrations,
      colours: { free, bound },
      kept,
    }),
  };
}

/** Hashes of the visible pictures in a layer's fill, each once. */
export function picturesIn(node: SceneNode): string[] {
  const hashes = fillsOf(node).flatMap((paint) => (paint.type === 'IMAGE' && paint.imageHash !== null && isVisiblePaint(paint) ? [paint.imageHash] : []));
  return [...new Set(hashes)];
}

function nameOf(node: SceneNode): string {
  return cleanName(node.name, NAME_LENGTH);
}
