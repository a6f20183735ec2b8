// Finds prompts that are nearly the same among thousands, without looking at each: sets of three-letter pieces, and an index by bands of
// their smallest hashes (MinHash: Broder 1997, doi:10.1109/SEQUEN.1997.666900; bands: Leskovec, Rajaraman, Ullman, “Mining of Massive
// Datasets”, 3.4). What it finds is then compared piece by piece, so nothing is found wrongly.

import { plainText } from './plainText.ts';

export interface Similar {
  readonly id: string;
  /** Jaccard of the two sets of pieces, 0 to 1. */
  readonly similarity: number;
}

export interface SimilarIndex {
  /** A text under an id; the same id again takes the place of the first. */
  add(id: string, text: string): void;
  remove(id: string): void;
  /** Those with at least the threshold's similarity, the most alike first: all of few, and of many at least 97 in 100. */
  find(text: string): Similar[];
  readonly size: number;
}

const PIECE = 3;

/** Pieces of a text, each once, as numbers of 48 bits in rising order: a set of strings would take twenty times the room. */
export type Pieces = Float64Array;

/** Pieces of three letters of a text, case, accents and spacing aside, its edges included. */
export function piecesOf(text: string): Pieces {
  const plain = ` ${plainText(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `;
  const all = new Float64Array(Math.max(0, plain.length - PIECE + 1));
  for (let at = 0; at < all.length; at += 1) all[at] = (plain.charCodeAt(at) * 0x10000 + plain.charCodeAt(at + 1)) * 0x10000 + plain.charCodeAt(at + 2);
  all.sort();
  let count = 0;
  for (let at = 0; at < all.length; at += 1) if (at === 0 || all[at] !== all[at - 1]) all[count++] = all[at] ?? 0;
  return all.slice(0, count);
}

/** Shared pieces over all pieces; 1 for two empty texts. */
export function similarity(a: Pieces, b: Pieces): number {
  if (a.length === 0 && b.length === 0) return 1;
  let shared = 0;
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    const gap = (a[at] ?? 0) - (b[other] ?? 0);
    if (gap === 0) shared += 1;
    if (gap <= 0) at += 1;
    if (gap >= 0) other += 1;
  }
  return shared / (a.length + b.length - shared);
}

/** Up to so many texts are compared one by one: nothing is missed, and it takes a millisecond. */
const FEW = 300;
/** Two sets of similarity s share a band with 1 − (1 − s^ROWS)^BANDS: 97 % at 0.7, all but always above, 2 % at 0.3. */
const ROWS = 6;
const BANDS = 28;

/** `threshold` 0.6 to 1: below, bands of this length would miss too much. Throws RangeError for others. */
export function createSimilarIndex(threshold: number): SimilarIndex {
  if (!(threshold >= 0.6 && threshold <= 1)) throw new RangeError('a threshold is 0.6 to 1');
  const sets = new Map<string, Pieces>();
  const bandsOf = new Map<string, readonly number[]>();
  const buckets = Array.from({ length: BANDS }, () => new Map<number, Set<string>>());

  const remove = (id: string) => {
    bandsOf.get(id)?.forEach((hash, band) => {
      const bucket = buckets[band]?.get(hash);
      bucket?.delete(id);
      if (bucket?.size === 0) buckets[band]?.delete(hash);
    });
    bandsOf.delete(id);
    sets.delete(id);
  };
  const near = (bands: readonly number[]): Iterable<string> => {
    if (sets.size <= FEW) return sets.keys();
    const ids = new Set<string>();
    bands.forEach((hash, band) => buckets[band]?.get(hash)?.forEach((id) => ids.add(id)));
    return ids;
  };

  return {
    add(id, text) {
      remove(id);
      const set = piecesOf(text);
      const bands = bandHashes(set);
      sets.set(id, set);
      bandsOf.set(id, bands);
      bands.forEach((hash, band) => {
        const bucket = buckets[band]?.get(hash);
        if (bucket) bucket.add(id);
        else buckets[band]?.set(hash, new Set([id]));
      });
    },
    remove,
    find(text) {
      const set = piecesOf(text);
      const found: Similar[] = [];
      for (const id of near(bandHashes(set))) {
        const other = sets.get(id);
        if (!other || other.length < threshold * set.length || set.length < threshold * other.length) continue;
        const alike = similarity(set, other);
        if (alike >= threshold) found.push({ id, similarity: alike });
      }
      return found.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
    },
    get size() {
      return sets.size;
    },
  };
}

/** Odd multipliers and offsets of as many hash functions, fixed: the same text has the same bands everywhere. */
const FUNCTIONS = hashFunctions(ROWS * BANDS);

function hashFunctions(count: number): readonly { readonly times: number; readonly plus: number }[] {
  let state = 0x9e3779b9;
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return state >>> 0;
  };
  return Array.from({ length: count }, () => ({ times: next() | 1, plus: next() }));
}

/** One number for each band: the smallest values of its hash functions over all pieces, folded. */
function bandHashes(set: Pieces): number[] {
  const hashes = Int32Array.from(set, hashOf);
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    let folded = 0x811c9dc5;
    for (let row = 0; row < ROWS; row += 1) {
      const { times = 1, plus = 0 } = FUNCTIONS[band * ROWS + row] ?? {};
      let least = 0xffffffff;
      for (let at = 0; at < hashes.length; at += 1) {
        // Multiply, shift, multiply: the high bits of the first decide as much as the low ones.
        const mixed = (Math.imul(hashes[at] ?? 0, times) + plus) | 0;
        const value = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
        if (value < least) least = value;
      }
      folded = Math.imul(folded ^ least, 0x01000193);
    }
    bands.push(folded >>> 0);
  }
  return bands;
}

/** Both halves of a piece's 48 bits in 32. */
function hashOf(piece: number): number {
  return Math.imul(piece | 0, 0x9e3779b1) ^ Math.imul(Math.floor(piece / 0x100000000), 0x85ebca77);
}
