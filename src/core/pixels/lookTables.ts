// The styles, lights and framings that looks are made of. Data; a style also says how it takes on a palette.
import { fromHex } from '../colour.ts';
import type { Rgb } from '../colour.ts';
import type { RelightOptions } from './filters/relight.ts';
import type { Reframe, Step } from './look.ts';

export type StyleId = 'painting' | 'cutPaper' | 'watercolour' | 'risograph' | 'poster' | 'pencil' | 'halftone' | 'lowPoly' | 'duotone';
export type LightId = 'golden' | 'window' | 'moon' | 'leaves' | 'neon' | 'studio' | 'candle' | 'overcast';

export interface Style {
  readonly id: StyleId;
  readonly caption: string;
  readonly words: string;
  /** Words of a brief that ask for it. */
  readonly asks: string;
  /** True where a light on top still reads as the same medium. */
  readonly takesLight: boolean;
  /** True where it can be mixed with its source and still look meant. */
  readonly blends: boolean;
  /** `colours` (darkest first) is empty where the source's own are to stay; `isBlended` when the source will show through. */
  steps(colours: readonly Rgb[], seed: number, isBlended: boolean): readonly Step[];
}

/** Leans a source towards a palette before a style that has no inks of its own. */
function tinted(colours: readonly Rgb[]): readonly Step[] {
  return colours.length === 0 ? [] : [{ kind: 'regrade', options: { colours, strength: 0.72, tone: 0.35 } }];
}

const RISO_INKS: readonly Rgb[] = [fromHex('#1d4fb8'), fromHex('#ff5a7d'), fromHex('#ffd23f')];

/** In an order in which neighbours differ most. */
export const STYLES: readonly Style[] = [
  {
    id: 'painting', caption: 'Oil painting', words: 'painted in oil with strokes that follow the forms', takesLight: true, blends: true,
    asks: 'oil painting painted painterly brush brushes canvas impressionist classical art renaissance',
    steps: (colours, seed) => [...tinted(colours), { kind: 'painting', options: { seed, brush: 1.15, relief: 0.55 } }],
  },
  {
    id: 'cutPaper', caption: 'Cut paper', words: 'layered sheets of cut paper with soft shadows', takesLight: false, blends: false,
    asks: 'paper cut cutout collage origami layered layers craft papercut',
    steps: (colours, seed) => [{ kind: 'cutPaper', options: { seed, levels: 6, colours } }],
  },
  {
    id: 'watercolour', caption: 'Watercolour', words: 'loose watercolour washes on rough paper', takesLight: false, blends: true,
    asks: 'watercolour watercolor aquarelle wash loose delicate paint soft gouache',
    steps: (colours, seed, isBlended) => [...tinted(colours), { kind: 'watercolour', options: { seed, looseness: 0.6, hasBorder: !isBlended } }],
  },
  {
    id: 'risograph', caption: 'Risograph print', words: 'a risograph print in spot inks, slightly out of register', takesLight: false, blends: true,
    asks: 'riso risograph print printed zine grain grainy ink inks indie',
    steps: (colours, seed) => [{ kind: 'risograph', options: { seed, inks: inksOf(colours) } }],
  },
  {
    id: 'poster', caption: 'Screen-print poster', words: 'a flat screen-print poster in few colours', takesLight: false, blends: true,
    asks: 'poster screenprint screen flat vector illustration graphic pop stencil minimal bold',
    steps: (colours, seed) => [{ kind: 'poster', options: { seed, levels: 7, colours } }],
  },
  {
    id: 'pencil', caption: 'Coloured pencil', words: 'a drawing in coloured pencil with hatched shade', takesLight: false, blends: true,
    asks: 'pencil drawing drawn sketch sketchy graphite crayon hatching handmade doodle notebook charcoal',
    steps: (colours, seed) => [...tinted(colours), { kind: 'pencil', options: { seed, colour: 0.95 } }],
  },
  {
    id: 'halftone', caption: 'Halftone', words: 'printed in halftone dots', takesLight: false, blends: true,
    asks: 'halftone dots comic newspaper newsprint raster popart manga magazine',
    steps: (colours) => [{ kind: 'halftone', options: { pitch: 7.5, inks: dotInksOf(colours) } }],
  },
  {
    id: 'lowPoly', caption: 'Facets', words: 'built of flat triangular facets', takesLight: true, blends: false,
    asks: 'polygon polygons lowpoly poly facets faceted triangles crystal geometric gem digital',
    steps: (colours, seed) => [...tinted(colours), { kind: 'lowPoly', options: { seed, corners: 1500 } }],
  },
  {
    id: 'duotone', caption: 'Duotone', words: 'reduced to a duotone with fine grain', takesLight: false, blends: true,
    asks: 'duotone two-tone monochrome tint gradient spotify modern editorial',
    steps: (colours, seed) => [{ kind: 'duotone', options: { seed, colours: colours.length >= 5 ? colours.slice(0, 1).concat(colours.slice(2)) : colours } }],
  },
];

/** The dark, the loud and the light colour; the print's own three where the source's colours are to stay. */
function inksOf(colours: readonly Rgb[]): readonly Rgb[] {
  const [, dark, loud, light] = colours;
  return dark && loud && light ? [dark, loud, light] : RISO_INKS;
}

function dotInksOf(colours: readonly Rgb[]): { readonly ink: Rgb; readonly paper: Rgb } | null {
  const ink = colours[0];
  const paper = colours[4];
  return ink && paper ? { ink: colours[1] ?? ink, paper } : null;
}

export interface Light {
  readonly id: LightId;
  readonly caption: string;
  readonly words: string;
  readonly asks: string;
  readonly setting: Omit<RelightOptions, 'seed' | 'strength'>;
}

/** In an order in which neighbours differ most. */
export const LIGHTS: readonly Light[] = [
  light('golden', 'Golden hour', 'low golden light from the left, cool shadows', 'golden sunset evening warm dusk sunny autumn', 0.04, 0.12, '#ffb45e', '#3f4380', 0.8, 'nothing'),
  light('window', 'Window light', 'sunlight through a window, panes falling across', 'window morning room interior home cosy cozy indoor breakfast', 0.18, 0.3, '#ffdca6', '#46527f', 0.4, 'window'),
  light('moon', 'Moonlight', 'cool moonlight from above', 'moon moonlight night midnight cold rainy rain blue winter', 0.7, -0.05, '#a9c6ff', '#141a3c', 0.9, 'nothing'),
  light('leaves', 'Dappled light', 'sunlight that falls through leaves', 'leaves forest garden dappled summer nature spring tree', 0.8, 0.2, '#fff0b8', '#315a4c', 0.4, 'leaves'),
  light('neon', 'Neon light', 'magenta light against a cyan shadow', 'neon club cyber night electric party tokyo game', 0.96, 0.25, '#ff4fb0', '#0f5f8f', 0.9, 'nothing'),
  light('studio', 'Studio light', 'one soft studio light, neutral and clear', 'studio product clean portrait neutral catalogue soft', 0.5, 0.1, '#fff8ee', '#5a6070', 0.5, 'nothing'),
  light('candle', 'Candlelight', 'small warm light near the middle, dark corners', 'candle fire dinner intimate dark cosy cozy lantern amber', 0.5, 0.7, '#ff9a48', '#1e0f1c', 1, 'nothing'),
  light('overcast', 'Overcast', 'flat grey-blue light of an overcast day', 'overcast fog mist cloudy grey gray calm nordic rainy', 0.5, -0.2, '#dfe8ee', '#6d7c8c', 0.1, 'nothing'),
];

function light(id: LightId, caption: string, words: string, asks: string, x: number, y: number, lit: string, shadow: string, glow: number, through: RelightOptions['through']): Light {
  return { id, caption, words, asks, setting: { from: { x, y }, light: fromHex(lit), shadow: fromHex(shadow), glow, through } };
}

export interface Framing {
  readonly id: string;
  readonly caption: string;
  readonly words: string;
  readonly mirror: boolean;
  /** How much closer at the middle setting; scaled by closeness. */
  readonly closer: number;
  readonly x: number;
  readonly y: number;
}

/** In an order in which neighbours differ most. */
export const FRAMINGS: readonly Framing[] = [
  { id: 'closer', caption: 'Closer crop', words: 'a closer crop', mirror: false, closer: 1, x: 0.5, y: 0.5 },
  { id: 'mirrored', caption: 'Mirrored', words: 'mirrored left to right', mirror: true, closer: 0, x: 0.5, y: 0.5 },
  { id: 'leftThird', caption: 'Left third', words: 'reframed on the left third', mirror: false, closer: 0.9, x: 0.08, y: 0.4 },
  { id: 'mirroredCloser', caption: 'Mirrored, closer', words: 'mirrored and cropped closer', mirror: true, closer: 1, x: 0.5, y: 0.55 },
  { id: 'rightThird', caption: 'Right third', words: 'reframed on the right third', mirror: false, closer: 0.9, x: 0.92, y: 0.6 },
  { id: 'high', caption: 'Upper part', words: 'reframed on its upper part', mirror: false, closer: 0.9, x: 0.5, y: 0.06 },
  { id: 'low', caption: 'Lower part', words: 'reframed on its lower part', mirror: true, closer: 0.9, x: 0.5, y: 0.94 },
  { id: 'detail', caption: 'Detail', words: 'a tight detail', mirror: false, closer: 2, x: 0.4, y: 0.45 },
];

/** The view of a framing at a closeness; `reach` is how much closer the middle setting goes. */
export function reframeOf({ mirror, closer, x, y }: Framing, reach: number): Reframe {
  return { mirror, zoom: 1 + closer * reach, x, y };
}
