// Chooses looks by rules: only along the ticked axes, steered by the brief, unlike one another. Draws nothing.
import type { Axis, Closeness } from '../prompt.ts';
import { AXIS_ORDER } from '../prompt.ts';
import { paletteOf, readBrief } from './briefWords.ts';
import type { BriefWishes, Palette } from './briefWords.ts';
import type { Rgb } from './colour.ts';
import type { Look, Step } from './look.ts';
import { FRAMINGS, LIGHTS, reframeOf, STYLES } from './lookTables.ts';
import type { Light, Style } from './lookTables.ts';
import { MOODS } from './moods.ts';
import { randomFrom, shuffled } from './random.ts';

export type LookRecipe = 'variants' | 'fromBrief' | 'sketchToConcept' | 'restyle';

export interface LookTask {
  readonly recipe: LookRecipe;
  /** 1 to 8. */
  readonly count: number;
  /** None ticked counts as all ticked. */
  readonly axes: readonly Axis[];
  readonly brief: string;
  readonly closeness: Closeness;
  /** Whole; another seed gives another plan. */
  readonly seed: number;
  /** Colours of a style to carry over, any order; used instead of palettes of our own. */
  readonly palette?: readonly Rgb[];
}

/** What all looks of a plan draw from, each list in the order of use. */
interface Supply {
  readonly task: LookTask;
  readonly axes: readonly Axis[];
  readonly wishes: BriefWishes;
  readonly palettes: readonly Palette[];
  readonly styles: readonly Style[];
  readonly lights: readonly Light[];
}

/** How far each closeness goes, 1 loose to 5 close: cover of the result, lean of colours, strength of light, zoom. */
const REACH: Readonly<Record<Closeness, { readonly share: number; readonly lean: number; readonly light: number; readonly zoom: number }>> = {
  1: { share: 1, lean: 0.95, light: 1, zoom: 0.6 },
  2: { share: 1, lean: 0.88, light: 0.9, zoom: 0.45 },
  3: { share: 0.96, lean: 0.78, light: 0.75, zoom: 0.32 },
  4: { share: 0.7, lean: 0.6, light: 0.55, zoom: 0.2 },
  5: { share: 0.45, lean: 0.5, light: 0.42, zoom: 0.1 },
};

/** Exactly `count` looks (held to 1 to 8), ids unique; equal tasks give equal plans. */
export function planLooks(task: LookTask): Look[] {
  const supply = supplyOf(task);
  const count = Math.min(8, Math.max(1, Math.floor(task.count)));
  return Array.from({ length: count }, (_, index) => {
    const look = lookOf(supply, index);
    return { ...look, id: `${index + 1}-${look.id}` };
  });
}

function supplyOf(task: LookTask): Supply {
  const wishes = readBrief(task.brief);
  const random = randomFrom(task.seed);
  const own: Palette[] = task.palette?.length ? [{ id: 'given', caption: 'its palette', colours: task.palette }] : [];
  const moods = [...shuffled(MOODS.slice(0, 10), random), ...shuffled(MOODS.slice(10), random)].map(paletteOf);
  const asked = own.length > 0 ? own : wishes.moods;
  const styles = turned(STYLES, task.seed);
  return {
    task,
    wishes,
    axes: AXIS_ORDER.filter((axis) => task.axes.length === 0 || task.axes.includes(axis)),
    palettes: [...asked, ...moods.filter(({ id }) => !asked.some((palette) => palette.id === id))],
    styles: firstOf(styles, wishes.styles),
    lights: firstOf(turned(LIGHTS, task.seed), wishes.lights),
  };
}

function lookOf(supply: Supply, index: number): Look {
  switch (supply.task.recipe) {
    case 'fromBrief':
      return sceneLook(supply, index);
    case 'sketchToConcept':
      return conceptLook(supply, index);
    case 'variants':
    case 'restyle':
      return supply.task.closeness >= 4 ? singleAxisLook(supply, index) : mixedLook(supply, index);
  }
}

/** Close to the source: one axis at a time, in turn. */
function singleAxisLook(supply: Supply, index: number): Look {
  const axis = supply.axes[index % supply.axes.length] ?? 'colour';
  const turn = Math.floor(index / supply.axes.length);
  return axisLook(supply, axis, turn, seedOf(supply, index));
}

/** Free of the source: a style with what else is ticked; now and then colour and light alone. */
function mixedLook(supply: Supply, index: number): Look {
  const { axes, task } = supply;
  const seed = seedOf(supply, index);
  const isPlain = !axes.includes('style') || (axes.length > 2 && index % 4 === 3 && task.recipe === 'variants');
  if (isPlain) return plainLook(supply, index, seed);
  const takesColour = axes.includes('colour') || axes.includes('mood');
  const palette = takesColour ? paletteAt(supply, index, true) : null;
  const style = supply.styles[index % supply.styles.length] ?? STYLES[0];
  const parts: Part[] = style ? [stylePart(supply, style, palette, seed)] : [];
  if (axes.includes('composition') && task.closeness <= 2 && index % 2 === 1) parts.unshift(framingPart(supply, index));
  if (axes.includes('lighting') && style?.takesLight) parts.push(lightPart(supply, index, seed));
  return joined(parts, REACH[task.closeness].share);
}

/** Without a style: colour, light and framing as ticked, together. */
function plainLook(supply: Supply, index: number, seed: number): Look {
  const { axes, task } = supply;
  const parts: Part[] = [];
  if (axes.includes('composition')) parts.push(framingPart(supply, index));
  if (axes.includes('mood')) parts.push(moodPart(supply, index, seed));
  else {
    if (axes.includes('colour')) parts.push(colourPart(supply, paletteAt(supply, index, false)));
    if (axes.includes('lighting')) parts.push(lightPart(supply, index, seed));
  }
  return joined(parts, axes.includes('style') ? 1 : REACH[task.closeness].share + 0.04);
}

function axisLook(supply: Supply, axis: Axis, turn: number, seed: number): Look {
  const { share } = REACH[supply.task.closeness];
  switch (axis) {
    case 'style': {
      const style = supply.styles[turn % supply.styles.length] ?? STYLES[0];
      return joined(style ? [stylePart(supply, style, null, seed)] : [], share);
    }
    case 'colour':
      return joined([colourPart(supply, paletteAt(supply, turn, false))], 1);
    case 'lighting':
      return joined([lightPart(supply, turn, seed)], 1);
    case 'composition':
      return joined([framingPart(supply, turn)], 1);
    case 'mood':
      return joined([moodPart(supply, turn, seed)], 1);
  }
}

/** The sketch coloured in, then finished in a medium if style is ticked. */
function conceptLook(supply: Supply, index: number): Look {
  const { axes, wishes } = supply;
  const seed = seedOf(supply, index);
  const palette = paletteAt(supply, axes.includes('colour') || axes.includes('mood') ? index : 0, false);
  const finishes = firstOf(STYLES.filter(({ id }) => CONCEPT_FINISHES.includes(id)), wishes.styles);
  const isFinished = axes.includes('style') && (index % 2 === 1 || wishes.styles.length > 0);
  const finish = isFinished ? finishes[(index >> 1) % finishes.length] : undefined;
  const parts = [washPart(supply, palette, seed, finish === undefined)];
  if (finish) parts.push(stylePart(supply, finish, null, seed));
  if (axes.includes('lighting') && index % 4 === 2) parts.push(lightPart(supply, index, seed));
  const look = joined(parts, 1);
  return { ...look, caption: finish ? `${finish.caption}, ${palette.caption}` : look.caption, axes: look.axes.filter((axis) => axes.includes(axis)) };
}

/** A wash that a medium follows stays flat: the medium brings its own texture. */
function washPart({ task }: Supply, { id, caption, colours }: Palette, seed: number, isFinal: boolean): Part {
  const shading = !isFinal ? 0 : task.closeness >= 4 ? 0.4 : 1;
  return {
    id: `wash-${id}`, caption: `Colour wash, ${caption}`, words: `coloured in with washes of ${caption}`, axes: ['colour'],
    steps: [{ kind: 'conceptWash', onlyDrawings: false, options: { seed, colours: fiveOf(colours), shading } }],
  };
}

const CONCEPT_FINISHES: readonly string[] = ['watercolour', 'painting', 'pencil', 'risograph', 'halftone'];

/** A picture from words: another composition each time, in the words' palettes, some finished in a medium. */
function sceneLook(supply: Supply, index: number): Look {
  const { axes, wishes } = supply;
  const seed = seedOf(supply, index);
  const palette = paletteAt(supply, axes.includes('colour') || axes.includes('mood') ? index : 0, wishes.moods.length > 0);
  const composition = wishes.compositions[axes.includes('composition') ? index % wishes.compositions.length : 0] ?? 'fields';
  const isNight = wishes.isNight || (axes.includes('lighting') && index % 4 === 2);
  const scene: Part = {
    id: `${composition}-${palette.id}`, caption: `${SCENE_CAPTIONS[composition]}, ${palette.caption}`, words: `${SCENE_CAPTIONS[composition].toLowerCase()} in ${palette.caption}`,
    axes: ['composition', 'colour'],
    steps: [{ kind: 'scene', options: { composition, colours: fiveOf(palette.colours), isNight, isRainy: wishes.isRainy, thing: wishes.thing, seed } }],
  };
  const asked = STYLES.find(({ id }) => id === wishes.styles[0]);
  const finish = asked ?? (axes.includes('style') ? STYLES.find(({ id }) => id === SCENE_FINISHES[index % SCENE_FINISHES.length]) : undefined);
  const look = joined(finish ? [scene, stylePart(supply, finish, null, seed)] : [scene], 1);
  return { ...look, caption: scene.caption, axes: look.axes.filter((axis) => axes.includes(axis)) };
}

const SCENE_FINISHES: readonly (Style['id'] | null)[] = [null, 'risograph', null, 'painting', 'halftone', null, 'watercolour', 'cutPaper'];
const SCENE_CAPTIONS = {
  ridges: 'Mountains', waves: 'Sea', skyline: 'Skyline', dunes: 'Dunes', plants: 'Plants', plinth: 'Still life', tiles: 'Tiles', fields: 'Soft fields', orbits: 'Orbits', ribbons: 'Ribbons',
} as const satisfies Record<BriefWishes['compositions'][number], string>;

/** One thing that a look changes. */
interface Part {
  readonly id: string;
  readonly caption: string;
  readonly words: string;
  readonly axes: readonly Axis[];
  readonly steps: readonly Step[];
}

function joined(parts: readonly Part[], share: number): Look {
  const [first, second] = parts;
  const caption = second ? `${first?.caption ?? ''}, ${lowered(second.caption)}` : (first?.caption ?? 'As it is');
  const words = parts.map((part) => part.words).join('; ');
  return {
    id: parts.map((part) => part.id).join('-'),
    caption: caption.split(', ').slice(0, 2).join(', '),
    words: words === '' ? 'As it is.' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    axes: AXIS_ORDER.filter((axis) => parts.some((part) => part.axes.includes(axis))),
    share: Math.min(1, share),
    steps: parts.flatMap((part) => part.steps),
  };
}

function stylePart({ axes, task }: Supply, style: Style, palette: Palette | null, seed: number): Part {
  const colours = palette ? fiveOf(palette.colours) : [];
  const wash: Step[] = palette && task.closeness <= 3 ? [{ kind: 'conceptWash', onlyDrawings: true, options: { seed, colours, shading: 0 } }] : [];
  const changed: readonly Axis[] = palette ? ['style', 'colour', 'mood'] : ['style'];
  return {
    id: palette ? `${style.id}-${palette.id}` : style.id,
    caption: palette ? `${style.caption}, ${palette.caption}` : style.caption,
    words: palette ? `${style.words}, in ${palette.caption}` : style.words,
    axes: changed.filter((axis) => axes.includes(axis) || axis === 'style'),
    steps: [...wash, ...style.steps(colours, seed)],
  };
}

function colourPart({ task }: Supply, { id, caption, colours }: Palette): Part {
  const { lean } = REACH[task.closeness];
  return {
    id, caption: capital(caption), words: `colours of ${caption}`, axes: ['colour'],
    steps: [{ kind: 'regrade', options: { colours: fiveOf(colours), strength: lean, tone: lean * 0.5 } }],
  };
}

function lightPart({ task, lights }: Supply, turn: number, seed: number): Part {
  const light = lights[turn % lights.length] ?? LIGHTS[0];
  const steps: Step[] = light ? [{ kind: 'relight', options: { ...light.setting, seed, strength: REACH[task.closeness].light } }] : [];
  return { id: light?.id ?? 'light', caption: light?.caption ?? '', words: light?.words ?? '', axes: ['lighting'], steps };
}

function moodPart(supply: Supply, turn: number, seed: number): Part {
  const palette = paletteAt(supply, turn, false);
  const colour = colourPart(supply, palette);
  const light = lightPart(supply, turn, seed);
  return { id: `mood-${palette.id}`, caption: `${colour.caption}, ${lowered(light.caption)}`, words: `${colour.words}; ${light.words}`, axes: ['mood'], steps: [...colour.steps, ...light.steps] };
}

/** Mirroring turns lettering round, so it is only used where framing is all that may change. */
function framingPart({ task, axes }: Supply, turn: number): Part {
  const framings = FRAMINGS.filter(({ mirror }) => !mirror || axes.length === 1);
  const framing = framings[turn % framings.length] ?? FRAMINGS[0];
  const steps: Step[] = framing ? [{ kind: 'reframe', options: reframeOf(framing, REACH[task.closeness].zoom) }] : [];
  return { id: framing?.id ?? 'framing', caption: framing?.caption ?? '', words: framing?.words ?? '', axes: ['composition'], steps };
}

/** The palette for a turn; `stays` keeps to those that the brief or a style asked for, when there are any. */
function paletteAt({ palettes, wishes, task }: Supply, turn: number, stays: boolean): Palette {
  const asked = task.palette?.length ? 1 : wishes.moods.length;
  const choice = palettes[stays && asked > 0 ? turn % asked : turn % palettes.length];
  return choice ?? { id: 'own', caption: 'its own colours', colours: [] };
}

/** Five colours from dark to light out of however many, so that every step finds its dark, loud and light one. */
function fiveOf(colours: readonly Rgb[]): readonly Rgb[] {
  if (colours.length === 5) return colours;
  const sorted = [...colours].sort((a, b) => a[0] + 2 * a[1] + a[2] - (b[0] + 2 * b[1] + b[2]));
  return [0, 1, 2, 3, 4].map((i): Rgb => sorted[Math.round((i / 4) * (sorted.length - 1))] ?? [128, 128, 128]);
}

function firstOf<Item extends { readonly id: string }>(items: readonly Item[], wanted: readonly string[]): Item[] {
  const chosen = wanted.flatMap((id) => items.filter((item) => item.id === id));
  return [...chosen, ...items.filter((item) => !chosen.includes(item))];
}

/** The list begun elsewhere, so that another seed starts with another one. */
function turned<Item>(items: readonly Item[], seed: number): Item[] {
  const start = Math.abs(Math.trunc(seed)) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function seedOf({ task }: Supply, index: number): number {
  return (Math.imul(Math.trunc(task.seed), 101) + index * 7919 + 1) >>> 0;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
