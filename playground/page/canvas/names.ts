// Which name above a frame or section a point touches: names can be clicked and dragged like what they name.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { toScreen, type Camera, type Point } from './camera.ts';
import { namedNodes } from './overlay.ts';
import { cornersOf } from './shapes.ts';

const NAME_HEIGHT = 18;
const LETTER_WIDTH = 6.2;

/** `at` is in screen pixels of the stage. Locked layers cannot be hit by their name either. */
export function nameAt(graph: SceneGraph, pageId: string, camera: Camera, at: Point): SceneNode | undefined {
  return namedNodes(graph, pageId).find((node) => {
    if (node.locked || node.rotation !== 0) return false;
    const [origin, right] = cornersOf(graph, node).map((corner) => toScreen(camera, corner));
    if (!origin || !right) return false;
    const width = Math.min(right.x - origin.x, node.name.length * LETTER_WIDTH);
    return at.x >= origin.x && at.x <= origin.x + width && at.y <= origin.y && at.y >= origin.y - NAME_HEIGHT;
  });
}
