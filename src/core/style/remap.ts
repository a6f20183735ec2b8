// Colours of a frame carried to a card's palette, in OKLab, without a model: greys follow the palette from its darkest to its lightest
// colour, colours with a hue go to a hue of the palette, and how light and how strong each is stays in order. Pure, and fit for the sandbox.
import { chromaOf, contrast, fromHex, hueOf, mixColours, toLab, toRgb } from '../colour.ts';
import type { Lab, Rgb } from '../colour.ts';
import { clamp, clamp01, mix } from '../maths.ts';
import type { CardSwatch } from './card.ts';

/** A colour of the frame and how much of it there is, in any one unit: areas, or counts. */
export interface UsedColour {
  readonly rgb: Rgb;
  readonly weight: number;
}

/** Answers the new colour of an old one, whole sRGB bytes. The same colour always gives the same one. */
export type Remap = (rgb: Rgb) => Rgb;

/** Below this OKLCh chroma a colour reads as grey. Our own threshold, tried on the sample document. */
const GREY = 0.035;
/** Hues within this many degrees are one family (light and dark blue go to one hue together). */
const FAMILY = 28;
/** Range of lightness that the greys keep at least, so that a palette of pastels still has ink and paper. */
const INK = 0.3;
const PAPER = 0.94;
/** Degrees of hue that a second family must win by to share a hue of the palette that is taken already. */
const TAKEN = 70;
/** How far a family's lightness moves towards that of its new colour. */
const LIGHTNESS_PULL = 0.5;
const STRONGEST = 0.32;

interface Family {
  readonly hue: number;
  readonly chroma: number;
  readonly lightness: number;
  readonly weight: number;
}

interface Accent {
  readonly hue: number;
  readonly chroma: number;
  readonly lightness: number;
}

/** `amount` 0 changes nothing, 1 goes all the way. A palette without colours changes nothing. Throws RangeError for a swatch that is no `#rrggbb`. */
export function planRemap(used: readonly UsedColour[], swatches: readonly Pick<CardSwatch, 'hex'>[], amount: number): Remap {
  const palette = swatches.map(({ hex }) => toLab(fromHex(hex)));
  if (palette.length === 0 || amount <= 0) return roundRgb;
  const grey = greyRamp(palette);
  const families = familiesOf(used);
  const accents = matched(families, accentsOf(palette));
  const known = new Map<string, Rgb>();
  return (rgb) => {
    const key = rgb.join();
    const before = known.get(key);
    if (before) return before;
    const lab = toLab(rgb);
    const target = chromaOf(lab) < GREY ? grey(lab[0]) : toRgb(carried(lab, families, accents) ?? toLab(grey(lab[0])));
    const made = roundRgb(mixColours(rgb, target, clamp01(amount)));
    known.set(key, made);
    return made;
  };
}

/**
 * `text` made lighter or darker, whichever is nearer, until it reaches `least` against `behind` (contrast, 1 to 21); black or white where
 * nothing else does. Unchanged where it does already. Formula: WCAG 2.2, as in core/colour.
 */
export function readable(text: Rgb, behind: Rgb, least: number): Rgb {
  if (contrast(text, behind) >= least) return text;
  const [lightness, a, b] = toLab(text);
  const steps = Array.from({ length: 100 }, (_, step) => (step + 1) / 100);
  const tries = steps.flatMap((step) => [lightness + step, lightness - step]).filter((light) => light >= 0 && light <= 1);
  for (const light of tries) {
    // Near black and white little chroma is left to a colour.
    const rgb = roundRgb(toRgb([light, a * (1 - Math.abs(light - lightness)), b * (1 - Math.abs(light - lightness))]));
    if (contrast(rgb, behind) >= least) return rgb;
  }
  return contrast([0, 0, 0], behind) >= contrast([255, 255, 255], behind) ? [0, 0, 0] : [255, 255, 255];
}

/** From the palette's darkest to its lightest colour by lightness; between them greys that lean towards the nearer end. */
function greyRamp(palette: readonly Lab[]): (lightness: number) => Rgb {
  const sorted = [...palette].sort((x, y) => x[0] - y[0]);
  const darkest = within(sorted[0] ?? [0, 0, 0], 0, INK);
  const lightest = within(sorted[sorted.length - 1] ?? [1, 0, 0], PAPER, 1);
  const ends: readonly [Lab, Lab] = [softened(darkest, 0.06), softened(lightest, 0.035)];
  return (lightness) => {
    const part = clamp01(lightness);
    const at = (index: 0 | 1 | 2) => mix(ends[0][index], ends[1][index], part);
    // In the middle hardly any colour is left: a grey line stays a grey line.
    const calm = 0.35 + 0.65 * Math.abs(2 * part - 1);
    return toRgb([at(0), at(1) * calm, at(2) * calm]);
  };
}

function within([lightness, a, b]: Lab, low: number, high: number): Lab {
  return [clamp(lightness, low, high), a, b];
}

function softened([lightness, a, b]: Lab, mostChroma: number): Lab {
  const chroma = Math.hypot(a, b);
  const part = chroma > mostChroma ? mostChroma / chroma : 1;
  return [lightness, a * part, b * part];
}

/** The hues of a frame, the commonest first; light and dark of one hue are one family. */
function familiesOf(used: readonly UsedColour[]): Family[] {
  const families: { hue: number; chroma: number; lightness: number; weight: number }[] = [];
  const coloured = used.map(({ rgb, weight }) => ({ lab: toLab(rgb), weight })).filter(({ lab }) => chromaOf(lab) >= GREY);
  for (const { lab, weight } of coloured.sort((x, y) => y.weight - x.weight || x.lab[0] - y.lab[0])) {
    const family = families.find(({ hue }) => apart(hue, hueOf(lab)) <= FAMILY);
    if (!family) families.push({ hue: hueOf(lab), chroma: chromaOf(lab), lightness: lab[0], weight });
    else {
      const share = weight / (family.weight + weight || 1);
      family.lightness = mix(family.lightness, lab[0], share);
      family.chroma = Math.max(family.chroma, chromaOf(lab));
      family.weight += weight;
    }
  }
  return families.sort((x, y) => y.weight - x.weight || x.hue - y.hue);
}

function accentsOf(palette: readonly Lab[]): Accent[] {
  return palette.filter((lab) => chromaOf(lab) >= GREY).map((lab) => ({ hue: hueOf(lab), chroma: chromaOf(lab), lightness: lab[0] }));
}

/** For each family the accent of the nearest hue, the commonest family first; one that is taken counts as further away. */
function matched(families: readonly Family[], accents: readonly Accent[]): (Accent | null)[] {
  const uses = accents.map(() => 0);
  return families.map((family) => {
    const costs = accents.map((accent, index) => apart(accent.hue, family.hue) + (uses[index] ?? 0) * TAKEN + Math.abs(accent.lightness - family.lightness) * 60);
    const best = costs.indexOf(Math.min(...costs));
    if (best < 0) return null;
    uses[best] = (uses[best] ?? 0) + 1;
    return accents[best] ?? null;
  });
}

/** Null where the palette has no hue: then the colour becomes a grey of the palette. */
function carried(lab: Lab, families: readonly Family[], accents: readonly (Accent | null)[]): Lab | null {
  const gaps = families.map(({ hue }) => apart(hue, hueOf(lab)));
  const index = gaps.indexOf(Math.min(...gaps));
  const family = families[index];
  const accent = accents[index];
  if (!family || !accent) return null;
  const strength = chromaOf(lab) / Math.max(family.chroma, GREY);
  const chroma = Math.min(STRONGEST, accent.chroma * strength);
  const lightness = clamp01(lab[0] + (accent.lightness - family.lightness) * LIGHTNESS_PULL);
  // What lies apart in hue within a family stays a little apart.
  const lean = signedApart(family.hue, hueOf(lab)) * 0.5;
  const hue = ((accent.hue + lean) * Math.PI) / 180;
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

/** Degrees between two hues, 0 to 180. */
function apart(a: number, b: number): number {
  return Math.abs(signedApart(a, b));
}

function signedApart(from: number, to: number): number {
  return ((((to - from + 180) % 360) + 360) % 360) - 180;
}

function roundRgb([red, green, blue]: Rgb): Rgb {
  return [Math.round(red), Math.round(green), Math.round(blue)];
}
