// Tells an illustration from everything else: a group or frame of drawn shapes, without words and pictures, large enough, and by its
// name neither icon nor logo. A bounded look.
import { boundingBox } from '../bounds.ts';
import { childrenOf } from '../nodes.ts';
import { fillsOf, topPicture } from '../paints.ts';
import { isHidden } from '../refusals.ts';

const LOOK = 400;
/** Smaller is an icon, whatever its name (canvas px). */
const LEAST_SIDE = 72;
const LEAST_SHAPES = 3;
/** A drawing has outlines that no layout is made of. */
const LEAST_DRAWN = 2;

const HOLDERS: ReadonlySet<string> = new Set(['GROUP', 'FRAME']);
const DRAWN: ReadonlySet<string> = new Set(['VECTOR', 'BOOLEAN_OPERATION', 'STAR', 'POLYGON', 'LINE', 'ELLIPSE']);
const NOT_ART = /\b(?:icons?|logos?|logotype|brand|badge|avatar|chevron|arrow|button|cursor|divider|grid|map pin)\b/i;

export function isIllustration(node: SceneNode): boolean {
  if (!HOLDERS.has(node.type) || NOT_ART.test(node.name) || !isLarge(node) || topPicture(fillsOf(node)) >= 0) return false;
  const waiting: SceneNode[] = visible(node);
  let shapes = 0;
  let drawn = 0;
  for (let looked = 0; waiting.length > 0; looked += 1) {
    const next = waiting.pop();
    if (!next || looked + waiting.length > LOOK || topPicture(fillsOf(next)) >= 0) return false;
    if (HOLDERS.has(next.type)) {
      waiting.push(...visible(next));
      continue;
    }
    if (!DRAWN.has(next.type) && next.type !== 'RECTANGLE') return false;
    shapes += 1;
    if (DRAWN.has(next.type)) drawn += 1;
  }
  return shapes >= LEAST_SHAPES && drawn >= LEAST_DRAWN;
}

function isLarge(node: SceneNode): boolean {
  const box = boundingBox(node);
  return box !== null && Math.min(box.width, box.height) >= LEAST_SIDE;
}

function visible(node: SceneNode): SceneNode[] {
  return childrenOf(node).slice(0, LOOK + 1).filter((child) => !isHidden(child));
}
