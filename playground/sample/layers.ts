// A small vocabulary for describing layers as data, and the one function that builds them. Units are canvas px.
import type { Effect, Fill, NodeType, SceneNode, Stroke } from '@open-pencil/scene-graph';
import type { Edit } from '../host/document.ts';

export interface Layer {
  readonly type: NodeType;
  readonly props: Partial<SceneNode>;
  readonly children: readonly Layer[];
}

type Box = readonly [x: number, y: number, width: number, height: number];

export function layer(type: NodeType, name: string, [x, y, width, height]: Box, props: Partial<SceneNode> = {}, children: readonly Layer[] = []): Layer {
  // PASS_THROUGH is for containers that blend as one; everything of ours is plain.
  return { type, props: { blendMode: 'NORMAL', name, x, y, width, height, ...props }, children };
}

export const frame = (name: string, box: Box, props: Partial<SceneNode>, children: readonly Layer[]): Layer =>
  layer('FRAME', name, box, { clipsContent: true, ...props }, children);

export const rectangle = (name: string, box: Box, fill: Fill, props: Partial<SceneNode> = {}): Layer =>
  layer('RECTANGLE', name, box, { fills: [fill], ...props });

interface Lettering {
  readonly size: number;
  readonly weight?: 400 | 500 | 600 | 700 | 800;
  readonly color?: Fill;
  /** Line height in px; 1.4 of the size without. */
  readonly line?: number;
  readonly align?: SceneNode['textAlignHorizontal'];
  readonly spacing?: number;
}

/** Text in a box of fixed size, so that no measuring is needed to lay it out. */
export function words(name: string, box: Box, text: string, style: Lettering, props: Partial<SceneNode> = {}): Layer {
  return layer('TEXT', name, box, {
    text,
    fontFamily: 'Inter',
    fontSize: style.size,
    fontWeight: style.weight ?? 400,
    lineHeight: style.line ?? Math.round(style.size * 1.4),
    letterSpacing: style.spacing ?? 0,
    textAlignHorizontal: style.align ?? 'LEFT',
    fills: [style.color ?? paint(0x1c1b1a)],
    ...props,
  });
}

export function paint(hex: number, opacity = 1): Fill {
  return { type: 'SOLID', color: colour(hex), opacity, visible: true };
}

export function pictureFill(hash: string, mode: 'FILL' | 'FIT' = 'FILL'): Fill {
  return { type: 'IMAGE', color: colour(0), opacity: 1, visible: true, imageHash: hash, imageScaleMode: mode };
}

export function stroke(hex: number, weight: number, opacity = 1, align: Stroke['align'] = 'INSIDE'): Stroke {
  return { color: colour(hex), weight, opacity, visible: true, align };
}

export function shadow(y: number, radius: number, opacity: number): Effect {
  return { type: 'DROP_SHADOW', color: { r: 0.11, g: 0.1, b: 0.14, a: opacity }, offset: { x: 0, y }, radius, spread: 0, visible: true };
}

function colour(hex: number): Fill['color'] {
  return { r: ((hex >> 16) & 255) / 255, g: ((hex >> 8) & 255) / 255, b: (hex & 255) / 255, a: 1 };
}

/** Creates the layers below a parent, back to front. */
export function buildLayers(edit: Edit, parentId: string, layers: readonly Layer[]): void {
  for (const { type, props, children } of layers) {
    const node = edit.create(type, parentId, { ...props });
    buildLayers(edit, node.id, children);
  }
}
