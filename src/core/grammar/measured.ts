// Measures of a picture in words: each sentence says what was measured, and none claims to know what the picture shows. English only.
import type { PictureMeasures } from '../pixels/measure/measure.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const;

export function lightWords({ lightness, contrast, light }: PictureMeasures): string {
  const level = lightness > 0.75 ? 'bright' : lightness < 0.4 ? 'dark' : 'of medium brightness';
  const range = contrast > 0.6 ? 'strong contrast' : contrast < 0.25 ? 'little contrast' : 'moderate contrast';
  const side = light === 'even' ? 'evenly spread' : `brightest at the ${light}`;
  return `${level}, ${range}, ${side}`;
}

export function paletteWords({ colours, chroma }: PictureMeasures): string {
  const [first, ...rest] = colours.filter(({ share }) => share >= 0.03);
  if (!first) return 'colours too mixed to name';
  const strength = chroma < 0.03 ? ', hardly any colour' : chroma > 0.12 ? ', vivid' : '';
  return `mostly ${first.name}${rest.length > 0 ? `, with ${listed(rest.map(({ name }) => name))}` : ''}${strength}`;
}

export function styleWords({ flatness, edges }: PictureMeasures): string {
  if (flatness > 0.75) return 'flat areas of even colour with clean edges';
  if (edges > 0.18) return 'a densely detailed picture';
  return flatness < 0.25 ? 'a picture of gradual tones and fine texture' : 'a picture of soft tones and some plain areas';
}

export function compositionWords({ symmetry, direction, focus, masses }: PictureMeasures): string {
  const parts = [
    ...(symmetry > 0.75 ? ['symmetrical left to right'] : []),
    ...(direction === 'none' ? [] : [`mostly ${direction} lines`]),
    masses.length > 0 ? `detail heaviest at the ${placeWords(focus)}` : 'no single thing stands out',
  ];
  return parts.join(', ');
}

export function moodWords({ lightness, warmth, contrast, chroma }: PictureMeasures): string {
  const tone = chroma < 0.03 ? 'sober' : warmth > 0.25 ? 'warm' : warmth < -0.25 ? 'cool' : 'balanced';
  const level = lightness > 0.7 ? 'light' : lightness < 0.4 ? 'dark' : 'even';
  return `${level} and ${tone}${contrast > 0.65 ? ', striking' : contrast < 0.2 ? ', hushed' : ''}`;
}

export function qualityWords({ edges, flatness }: PictureMeasures): string {
  if (flatness > 0.75) return 'clean, without grain';
  return edges > 0.12 ? 'crisp, with fine detail' : 'soft, with gentle transitions';
}

/** "three masses on pale ground, the largest deep teal". */
export function subjectWords({ masses, colours }: PictureMeasures): string {
  const ground = colours[0]?.name ?? 'plain';
  const [largest] = masses;
  if (!largest) return `an even field of ${ground}`;
  return `${countWords(masses.length, 'mass', 'masses')} on ${ground} ground, the largest ${largest.colour}`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${NUMBERS[count] ?? String(count)} ${count === 1 ? one : many}`;
}

export function placeWords({ down, across }: PictureMeasures['focus']): string {
  if (down === 'middle' && across === 'centre') return 'centre';
  return down === 'middle' ? across : across === 'centre' ? `${down} centre` : `${down} ${across}`;
}

export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}
