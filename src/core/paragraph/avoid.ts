// What must not be in a picture, said as what is there instead: models tend to draw what a negative names.
// Source: https://ai.google.dev/gemini-api/docs/image-generation, "Use semantic negative prompts", read 2026-11-22.

/** Positive wordings of what is most often unwanted; our own. Keys in lower case, singular and plural apart. */
const INSTEAD: Readonly<Record<string, string>> = {
  people: 'no one in sight, an empty place',
  person: 'no one in sight, an empty place',
  cars: 'a street empty of traffic',
  car: 'a street empty of traffic',
  text: 'surfaces free of lettering',
  letters: 'surfaces free of lettering',
  words: 'surfaces free of lettering',
  watermark: 'a clean picture to its edges',
  logo: 'plain, unbranded surfaces',
  logos: 'plain, unbranded surfaces',
  blur: 'everything in sharp focus',
  noise: 'smooth, clean tones',
  grain: 'smooth, clean tones',
  clutter: 'a tidy, sparse arrangement',
  shadows: 'even, shadowless light',
  'harsh shadows': 'soft, even light',
  clouds: 'a clear sky',
  borders: 'a picture that runs to its edges',
  border: 'a picture that runs to its edges',
  frame: 'a picture that runs to its edges',
  distortion: 'true proportions',
};

/** One sentence without its stop: the known wishes as what is there, the rest as what it is free of. */
export function freeOf(avoid: string): string {
  const wishes = avoid.split(/[,;\n]+/).map((wish) => wish.trim().replace(/^(no|without|avoid)\s+/i, '').replace(/[.!]+$/, '')).filter((wish) => wish !== '');
  const known = unique(wishes.flatMap((wish) => INSTEAD[wish.toLowerCase()] ?? []));
  const rest = wishes.filter((wish) => INSTEAD[wish.toLowerCase()] === undefined);
  const parts = [known.length > 0 ? `Show ${list(known)}` : '', rest.length > 0 ? `keep the picture free of ${list(rest)}` : ''].filter((part) => part !== '');
  const sentence = parts.join('; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
