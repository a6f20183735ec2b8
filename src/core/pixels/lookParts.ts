// The parts that looks are joined from: a style, colours, a light, a framing, a wash. Which ones is planLooks' choice.
import type { Axis, Closeness } from '../prompt.ts';
import { AXIS_ORDER } from '../prompt.ts';
import type { BriefWishes, Palette } from './briefWords.ts';
import type { Rgb } from '../colour.ts';
import type { Look, Step } from './look.ts';
import { FRAMINGS, LIGHTS, reframeOf } from './lookTables.ts';
import type { Light, Style } from './lookTables.ts';

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
export interface Supply {
  readonly task: LookTask;
  readonly axes: readonly Axis[];
  readonly wishes: BriefWishes;
  readonly palettes: readonly Palette[];
  readonly styles: readonly Style[];
  readonly lights: readonly Light[];
}

/** How far each closeness goes, 1 loose to 5 close: cover of the result, lean of colours, strength of light, zoom. */
export const REACH: Readonly<Record<Closeness, { readonly share: number; readonly lean: number; readonly light: number; readonly zoom: number }>> = {
  1: { share: 1, lean: 0.95, light: 1, zoom: 0.6 },
  2: { share: 1, lean: 0.88, light: 0.9, zoom: 0.45 },
  3: { share: 0.96, lean: 0.78, light: 0.75, zoom: 0.32 },
  4: { share: 0.7, lean: 0.6, light: 0.55, zoom: 0.2 },
  5: { share: 0.45, lean: 0.5, light: 0.42, zoom: 0.1 },
};

/** One thing that a look changes. */
export interface Part {
  readonly id: string;
  readonly caption: string;
  readonly words: string;
  readonly axes: readonly Axis[];
  readonly steps: readonly Step[];
}

export function joined(all: readonly Part[], share: number): Look {
  const parts = all.filter(({ caption }) => caption !== '');
  const [first, second] = parts;
  const caption = second ? `${first?.caption ?? ''}, ${lowered(second.caption)}` : (first?.caption ?? 'As it is');
  const words = parts.map((part) => part.words).join('; ');
  return {
    id: parts.map((part) => part.id).join('-'),
    caption: caption.split(', ').slice(0, 2).join(', '),
    words: words === '' ? 'As it is.' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    axes: AXIS_ORDER.filter((axis) => parts.some((part) => part.axes.includes(axis))),
    share: Math.min(1, share),
    steps: all.flatMap((part) => part.steps),
  };
}

export function stylePart({ axes, task }: Supply, style: Style, palette: Palette | null, seed: number): Part {
  const colours = palette ? fiveOf(palette.colours) : [];
  const wash: Step[] = palette && task.closeness <= 3 ? [{ kind: 'conceptWash', onlyDrawings: true, options: { seed, colours, shading: 0 } }] : [];
  const changed: readonly Axis[] = palette ? ['style', 'colour', 'mood'] : ['style'];
  return {
    id: palette ? `${style.id}-${palette.id}` : style.id,
    caption: palette ? `${style.caption}, ${palette.caption}` : style.caption,
    words: palette ? `${style.words}, in ${palette.caption}` : style.words,
    axes: changed.filter((axis) => axes.includes(axis) || axis === 'style'),
    steps: [...wash, ...style.steps(colours, seed, REACH[task.closeness].share < 0.9)],
  };
}

export function colourPart({ task }: Supply, { id, caption, colours }: Palette): Part {
  const { lean } = REACH[task.closeness];
  return {
    id, caption: capital(caption), words: `colours of ${caption}`, axes: ['colour'],
    steps: [{ kind: 'regrade', options: { colours: fiveOf(colours), strength: lean, tone: lean * 0.5 } }],
  };
}

export function lightPart({ task, lights }: Supply, turn: number, seed: number): Part {
  const light = lights[turn % lights.length] ?? LIGHTS[0];
  const steps: Step[] = light ? [{ kind: 'relight', options: { ...light.setting, seed, strength: REACH[task.closeness].light } }] : [];
  return { id: light?.id ?? 'light', caption: light?.caption ?? '', words: light?.words ?? '', axes: ['lighting'], steps };
}

export function moodPart(supply: Supply, turn: number, seed: number): Part {
  const palette = paletteAt(supply, turn, false);
  const colour = colourPart(supply, palette);
  const light = lightPart(supply, turn, seed);
  return { id: `mood-${palette.id}`, caption: `${colour.caption}, ${lowered(light.caption)}`, words: `${colour.words}; ${light.words}`, axes: ['mood'], steps: [...colour.steps, ...light.steps] };
}

/** Mirroring turns lettering round, so it is only used where framing is all that may change. */
export function framingPart({ task, axes }: Supply, turn: number): Part {
  const framings = FRAMINGS.filter(({ mirror }) => !mirror || axes.length === 1);
  const framing = framings[turn % framings.length] ?? FRAMINGS[0];
  const steps: Step[] = framing ? [{ kind: 'reframe', options: reframeOf(framing, REACH[task.closeness].zoom) }] : [];
  return { id: framing?.id ?? 'framing', caption: framing?.caption ?? '', words: framing?.words ?? '', axes: ['composition'], steps };
}

/** The palette for a turn; `stays` keeps to those that the brief or a style asked for, when there are any. */
export function paletteAt({ palettes, wishes, task }: Supply, turn: number, stays: boolean): Palette {
  const asked = task.palette?.length ? 1 : wishes.moods.length;
  const choice = palettes[stays && asked > 0 ? turn % asked : turn % palettes.length];
  return choice ?? { id: 'own', caption: 'its own colours', colours: [] };
}

/** Five colours from dark to light out of however many, so that every step finds its dark, loud and light one. */
export function fiveOf(colours: readonly Rgb[]): readonly Rgb[] {
  if (colours.length === 5) return colours;
  const sorted = [...colours].sort((a, b) => a[0] + 2 * a[1] + a[2] - (b[0] + 2 * b[1] + b[2]));
  return [0, 1, 2, 3, 4].map((i): Rgb => sorted[Math.round((i / 4) * (sorted.length - 1))] ?? [128, 128, 128]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A wash that a medium follows stays flat: the medium brings its own texture. */
export function washPart({ task }: Supply, { id, caption, colours }: Palette, seed: number, isFinal: boolean): Part {
  const shading = !isFinal ? 0 : task.closeness >= 4 ? 0.4 : 1;
  return {
    id: `wash-${id}`, caption: `Colour wash, ${caption}`, words: `coloured in with washes of ${caption}`, axes: ['colour'],
    steps: [{ kind: 'conceptWash', onlyDrawings: false, options: { seed, colours: fiveOf(colours), shading } }],
  };
}

/** Colours in a source that is bare lines, which a change of colour would leave white; says nothing for itself. */
export function drawingWash({ colours }: Palette, seed: number): Part {
  return { id: '', caption: '', words: '', axes: [], steps: [{ kind: 'conceptWash', onlyDrawings: true, options: { seed, colours: fiveOf(colours), shading: 0.8 } }] };
}
