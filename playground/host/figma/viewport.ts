// figma.viewport, over the document's viewport.
import { union } from '../geometry.ts';
import { renderBounds } from '../bounds.ts';
import { type ApiMembers } from './member.ts';
import { Ref } from './crossing.ts';
import type { Session } from './session.ts';
import { asNumber, fail, isRecord } from './values.ts';

/** Room left around what is zoomed to, as a share of the window. */
const FIT = 0.8;

function bounds({ document: { viewport } }: Session): { x: number; y: number; width: number; height: number } {
  const { center, zoom } = viewport;
  const [width, height] = [viewport.width / zoom, viewport.height / zoom];
  return { x: center.x - width / 2, y: center.y - height / 2, width, height };
}

function scrollTo(session: Session, [nodes]: readonly unknown[]): void {
  if (!Array.isArray(nodes)) fail('scrollAndZoomIntoView', 'Expected array');
  const { document } = session;
  const boxes = nodes.flatMap((ref: unknown) => {
    const node = ref instanceof Ref ? document.graph.getNode(ref.id) : undefined;
    const box = node && renderBounds(document.graph, node);
    return box ? [box] : [];
  });
  const all = union(boxes);
  if (!all) return;
  const zoom = Math.min(1, (FIT * document.viewport.width) / Math.max(1, all.width), (FIT * document.viewport.height) / Math.max(1, all.height));
  document.setViewport({ center: { x: all.x + all.width / 2, y: all.y + all.height / 2 }, zoom }, 'plugin');
}

export const viewportMembers = {
  bounds: { get: bounds },
  center: {
    get: ({ document }) => document.viewport.center,
    set: ({ document }, value) => {
      if (!isRecord(value)) fail('set_center', 'Expected object');
      document.setViewport({ center: { x: asNumber('center', value['x']), y: asNumber('center', value['y']) } }, 'plugin');
    },
  },
  zoom: { get: ({ document }) => document.viewport.zoom, set: ({ document }, value) => document.setViewport({ zoom: Math.max(0.01, asNumber('zoom', value)) }, 'plugin') },
  scrollAndZoomIntoView: { call: scrollTo },
} as const satisfies ApiMembers;
