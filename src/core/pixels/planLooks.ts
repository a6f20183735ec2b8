// Chooses looks by rules: only along the ticked axes, steered by the brief, unlike one another. Draws nothing.
import type { Axis } from '../prompt.ts';
import { AXIS_ORDER } from '../prompt.ts';
import { paletteOf, readBrief } from './briefWords.ts';
import type { BriefWishes, Palette } from './briefWords.ts';
import type { Look } from './look.ts';
import { colourPart, drawingWash, fiveOf, framingPart, joined, lightPart, moodPart, paletteAt, REACH, stylePart, washPart } from './lookParts.ts';
import type { LookTask, Part, Supply } from './lookParts.ts';
import { LIGHTS, STYLES } from './lookTables.ts';
import type { Style } from './lookTables.ts';
import { MOODS } from './moods.ts';
import { randomFrom, shuffled } from './random.ts';

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
  const styles = turned(task.closeness >= 4 ? STYLES.filter(({ blends }) => blends) : STYLES, task.seed);
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
      if (supply.task.palette) return cardLook(supply, index);
      return supply.task.closeness >= 4 ? singleAxisLook(supply, index) : mixedLook(supply, index);
  }
}

/** A card's look: the medium that its words name in its palette; without a medium its colours alone. */
function cardLook(supply: Supply, index: number): Look {
  const { task, wishes } = supply;
  const palette = paletteAt(supply, index, true);
  const style = STYLES.find(({ id }) => id === wishes.styles[index % Math.max(1, wishes.styles.length)]) ?? (task.palette?.length ? null : supply.styles[index % supply.styles.length]);
  const free = { ...supply, axes: AXIS_ORDER, task: { ...task, closeness: Math.min(3, task.closeness) as LookTask['closeness'] } };
  const look = joined([style ? stylePart(free, style, palette, seedOf(supply, index)) : colourPart(free, palette)], REACH[task.closeness].share);
  // It goes into layouts that are cut to the edge: a torn border would be a frame in a frame.
  return { ...look, steps: look.steps.map((step) => (step.kind === 'watercolour' ? { ...step, options: { ...step.options, hasBorder: false } } : step)) };
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
  const recolours = axes.includes('colour') || axes.includes('mood');
  if (recolours) parts.push(drawingWash(paletteAt(supply, index, false), seed));
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

const CONCEPT_FINISHES: readonly string[] = ['watercolour', 'painting', 'pencil', 'risograph', 'halftone'];

/** A picture from words: another composition each time, in the words' palettes, some finished in a medium. */
function sceneLook(supply: Supply, index: number): Look {
  const { axes, wishes } = supply;
  const seed = seedOf(supply, index);
  const recolours = axes.includes('colour') || axes.includes('mood');
  const palette = paletteAt(supply, recolours ? index : 0, wishes.moods.length > 0);
  // Once the words' palettes have all been used, another composition keeps the pictures apart.
  const palettes = recolours ? wishes.moods.length || supply.palettes.length : 1;
  const pass = Math.floor(index / palettes);
  const composition = wishes.compositions[(axes.includes('composition') ? index : pass) % wishes.compositions.length] ?? 'fields';
  const isNight = wishes.isNight || (axes.includes('lighting') && index % 4 === 2);
  const colouring = isNight && !wishes.isNight ? 'moonlight' : palette.caption;
  const scene: Part = {
    id: `${composition}-${palette.id}`, caption: `${SCENE_CAPTIONS[composition]}, ${colouring}`, words: `${SCENE_CAPTIONS[composition].toLowerCase()} in ${colouring}`,
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
