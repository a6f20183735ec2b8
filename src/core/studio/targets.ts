// What a sketch can be turned into: its name on screen, and what a text model is told of it.
import type { RenderTarget } from './tasks.ts';

interface TargetFacts {
  readonly label: string;
  /** Completes "The designer wants it as …". */
  readonly asks: string;
}

/** Order is the order on screen. */
export const RENDER_TARGETS = {
  photo: { label: 'Photo', asks: 'a photograph: real materials, a real place, natural light, a lens and its depth of field' },
  render3d: { label: '3D render', asks: 'a 3D render: modelled forms, named materials, studio lights, soft contact shadows' },
  illustration: { label: 'Illustration', asks: 'an illustration: a named technique, its line, its shading and a limited palette' },
  architecture: { label: 'Architecture', asks: 'an architectural visualisation: building materials, scale, daylight, planting and surroundings' },
  interface: { label: 'Interface', asks: 'a finished screen of an interface: layout, components, typography, spacing and states, seen straight on' },
  packaging: { label: 'Packaging', asks: 'a package on a plain ground: its form, board or film, printing, label and finish' },
  product: { label: 'Product', asks: 'a product shot: materials, seams, finish, a plain ground and soft directed light' },
} as const satisfies Record<RenderTarget, TargetFacts>;

export const TARGET_ORDER: readonly RenderTarget[] = [
  'photo', 'render3d', 'illustration', 'architecture', 'interface', 'packaging', 'product',
];
