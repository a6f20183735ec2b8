// What the words of a brief ask for, by tables: palettes, times, weather, styles, lights, compositions. No language model.
import type { Rgb } from '../colour.ts';
import { harmonyAround, harmonyOf } from './harmony.ts';
import { LIGHTS, STYLES } from './lookTables.ts';
import type { LightId, StyleId } from './lookTables.ts';
import { MOODS } from './moods.ts';
import type { Mood } from './moods.ts';
import { hashText, randomFrom, shuffled } from './random.ts';
import type { Thing } from './scene/objects.ts';
import type { CompositionId } from './scene/scene.ts';

/** Every list runs from what fits best; only what the words really name is in it, save for `compositions`. */
export interface BriefWishes {
  readonly moods: readonly Palette[];
  readonly styles: readonly StyleId[];
  readonly lights: readonly LightId[];
  /** All of them, those that the words name first. */
  readonly compositions: readonly CompositionId[];
  readonly thing: Thing;
  readonly isNight: boolean;
  readonly isRainy: boolean;
}

/** Five colours, darkest first, and how to say them. */
export interface Palette {
  readonly id: string;
  readonly caption: string;
  readonly colours: readonly Rgb[];
}

const HUE_WORDS: Readonly<Record<string, number>> = {
  red: 27, crimson: 20, orange: 55, yellow: 100, gold: 85, green: 148, emerald: 160, teal: 195, turquoise: 190, cyan: 210,
  blue: 255, navy: 265, indigo: 278, purple: 305, violet: 298, magenta: 335, pink: 358,
};

const COMPOSITION_WORDS: Readonly<Record<CompositionId, string>> = {
  ridges: 'mountain mountains hill hills forest alps hiking landscape nature valley camping trees snow travel outdoor outdoors trail peak adventure',
  waves: 'sea ocean wave waves water beach coast surf sail boat lake river swim harbour island fish',
  skyline: 'city skyline street building buildings urban town night metro office architecture downtown bank finance tokyo york rainy',
  dunes: 'desert dune dunes sand sunset sahara earth calm slow meditation morocco journey',
  plants: 'plant plants flower flowers leaf leaves garden botanical green spring tea organic eco herb jungle tropical bloom bouquet',
  plinth: 'product bottle vase cup coffee mug perfume cosmetic cosmetics skincare speaker headphones watch shop store object ceramic interior furniture chair still life kitchen wine cafe food',
  tiles: 'pattern geometric bauhaus grid tiles shapes retro poster abstract logo brand textile mosaic quilt',
  fields: 'gradient soft blur aurora mood background hero app landing abstract colour colours light dream wellness ai',
  orbits: 'space planet planets star stars orbit moon galaxy universe science cosmos rocket physics atom network data',
  ribbons: 'flow music sound wave wavy motion abstract dynamic curve curves energy sport dance fashion silk technology',
};

const THING_WORDS: Readonly<Record<Thing, string>> = {
  cup: 'cup coffee tea mug cafe espresso latte breakfast chocolate',
  bottle: 'bottle perfume cosmetic cosmetics skincare serum wine soap shampoo juice oil drink beer',
  sphere: 'speaker headphones device tech gadget ball sphere watch camera robot lamp',
  vase: '',
};

const NIGHT = 'night midnight moon dark neon stars space galaxy nocturnal evening club';
const RAIN = 'rain rainy storm stormy wet umbrella drizzle monsoon';
const MATERIAL_MOODS: Readonly<Record<string, string>> = { metal: 'noir', steel: 'noir', gold: 'amber', brass: 'amber', wood: 'amber', walnut: 'terracotta', oak: 'amber', copper: 'terracotta', cork: 'nordic', leather: 'terracotta', chrome: 'noir', glass: 'ocean', marble: 'nordic', paper: 'nordic', velvet: 'ember', stone: 'fog', denim: 'rain' };

/** Reads a brief in any case and punctuation; words that nothing knows choose a palette of their own, always the same. */
export function readBrief(brief: string): BriefWishes {
  const words = brief.slice(0, 4000).toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 1);
  return {
    moods: palettesFor(words),
    styles: rankedBy(STYLES.map(({ id, asks }) => ({ id, asks })), words),
    lights: rankedBy(LIGHTS.map(({ id, asks }) => ({ id, asks })), words),
    compositions: compositionsFor(words),
    thing: rankedBy(entriesOf(THING_WORDS), words)[0] ?? 'vase',
    isNight: countOf(NIGHT, words) > 0,
    isRainy: countOf(RAIN, words) > 0,
  };
}

/** A mood as a palette. */
export function paletteOf({ id, caption, colours }: Mood): Palette {
  return { id, caption, colours };
}

function palettesFor(words: readonly string[]): Palette[] {
  const named = words.flatMap((word) => (HUE_WORDS[word] === undefined ? [] : [{ id: word, caption: word, colours: harmonyAround(HUE_WORDS[word]) }]));
  const material = words.flatMap((word) => MOODS.filter(({ id }) => id === MATERIAL_MOODS[word]).map(paletteOf));
  const wanted = rankedBy(MOODS.map(({ id, words: asks }) => ({ id, asks: asks.join(' ') })), words);
  const moods = wanted.flatMap((id) => MOODS.filter((mood) => mood.id === id).map(paletteOf));
  const known = uniqueById([...named, ...moods, ...material]);
  if (known.length > 0 || words.length === 0) return known;
  const hue = hashText(words.join(' ')) % 360;
  return [0, 137, 251].map((turn, i) => ({ id: `hue${(hue + turn) % 360}`, caption: ['its own colours', 'fresh colours', 'contrasting colours'][i] ?? '', colours: harmonyOf((hue + turn) % 360) }));
}

function compositionsFor(words: readonly string[]): CompositionId[] {
  const all = entriesOf(COMPOSITION_WORDS);
  const named = rankedBy(all, words);
  const rest = shuffled(all.map(({ id }) => id), randomFrom(hashText(words.join(' '))));
  return [...named, ...rest.filter((id) => !named.includes(id))];
}

/** Ids of those entries whose words occur, most occurrences first; of equals, the one that is named first. */
function rankedBy<Id>(entries: readonly { readonly id: Id; readonly asks: string }[], words: readonly string[]): Id[] {
  return entries
    .map(({ id, asks }) => ({ id, hits: countOf(asks, words), first: words.findIndex((word) => asks.split(' ').includes(word)) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.first - b.first)
    .map(({ id }) => id);
}

function countOf(asks: string, words: readonly string[]): number {
  const known = asks.split(' ');
  return words.filter((word) => known.includes(word)).length;
}

function entriesOf<Id extends string>(table: Readonly<Record<Id, string>>): { id: Id; asks: string }[] {
  const entries: { id: Id; asks: string }[] = [];
  for (const id in table) entries.push({ id, asks: table[id] });
  return entries;
}

function uniqueById(palettes: readonly Palette[]): Palette[] {
  return palettes.filter((palette, i) => palettes.findIndex(({ id }) => id === palette.id) === i);
}
