// Alternatives in a text, "a {red|blue} car", and their combinations. One level: braces inside braces stay as they are.
// Braces without a bar are something else ({direction}, a placeholder) and are left alone. Nothing is ever listed in full.

interface Slot {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** Above this many, combinations are not told apart any more. */
export const MOST_COMBINATIONS = 1e9;

const ALTERNATIVES = /\{([^{}|]*(?:\|[^{}|]*)+)\}/g;

export function hasAlternatives(text: string): boolean {
  return slotsOf(text).length > 0;
}

/** How many texts there are; 1 without alternatives, MOST_COMBINATIONS at the most. */
export function countCombinations(text: string): number {
  return slotsOf(text).reduce((count, { choices }) => Math.min(MOST_COMBINATIONS, count * choices.length), 1);
}

/** The words chosen in combination `index` (whole, 0 to the count − 1), in the order of the text. The last varies fastest. */
export function choicesOf(text: string, index: number): string[] {
  const slots = slotsOf(text);
  const chosen: string[] = [];
  let rest = index;
  for (let at = slots.length - 1; at >= 0; at -= 1) {
    const choices = slots[at]?.choices ?? [];
    chosen.unshift(choices[rest % choices.length] ?? '');
    rest = Math.floor(rest / choices.length);
  }
  return chosen;
}

/** The text of combination `index`. */
export function combination(text: string, index: number): string {
  const chosen = choicesOf(text, index);
  let from = 0;
  const parts = slotsOf(text).map(({ start, end }, at) => {
    const part = text.slice(from, start) + (chosen[at] ?? '');
    from = end;
    return part;
  });
  return [...parts, text.slice(from)].join('');
}

/**
 * `wanted` indices of combinations, all different, spread so that every alternative comes as early as it can: the first ones
 * step through all alternatives at once. All of them, in order, where there are no more than are wanted.
 */
export function spreadCombinations(text: string, wanted: number): number[] {
  const total = countCombinations(text);
  if (total <= wanted) return Array.from({ length: total }, (_, index) => index);
  const sizes = slotsOf(text).map(({ choices }) => choices.length);
  const found = new Set<number>();
  for (let round = 0; found.size < wanted; round += 1) {
    // A step in every alternative; after a full turn of the longest one the last ones are shifted against the others.
    const longest = Math.max(...sizes);
    const index = sizes.reduce((sum, size, at) => sum * size + ((round + Math.floor(round / longest) * at) % size), 0);
    found.add(found.has(index) ? firstFree(found, total) : index);
  }
  return [...found];
}

function firstFree(found: ReadonlySet<number>, total: number): number {
  for (let index = 0; index < total; index += 1) if (!found.has(index)) return index;
  return total - 1;
}

function slotsOf(text: string): Slot[] {
  return [...text.matchAll(ALTERNATIVES)].map((match) => {
    const start = match.index ?? 0;
    return { start, end: start + match[0].length, choices: (match[1] ?? '').split('|').map((choice) => choice.trim()) };
  });
}
