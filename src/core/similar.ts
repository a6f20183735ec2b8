// Finds prompts that are nearly the same among thousands, without looking at each: sets of three-letter pieces, and an index by the rarest
// of them. Exact for the threshold it was made with (prefix filter; Chaudhuri, Ganti, Kaushik 2006, doi:10.1109/ICDE.2006.9).

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
  /** All with at least the threshold's similarity, the most alike first. */
  find(text: string): Similar[];
  readonly size: number;
}

const PIECE = 3;

/** Pieces of three letters of a text, case, accents and spacing aside; each once. A text of one or two letters is its own piece. */
export function piecesOf(text: string): Set<string> {
  const plain = ` ${plainText(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `;
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= plain.length; at += 1) pieces.add(plain.slice(at, at + PIECE));
  return pieces;
}

/** Shared pieces over all pieces; 1 for two empty texts. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const piece of small) if (large.has(piece)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** `threshold` 0.3 to 1: two sets that share that much must share one of the rarest pieces of each. */
export function createSimilarIndex(threshold: number): SimilarIndex {
  if (!(threshold >= 0.3 && threshold <= 1)) throw new RangeError('a threshold is 0.3 to 1');
  const sets = new Map<string, ReadonlySet<string>>();
  const counts = new Map<string, number>();
  const byPiece = new Map<string, Set<string>>();

  const remove = (id: string) => {
    for (const piece of sets.get(id) ?? []) {
      byPiece.get(piece)?.delete(id);
      const left = (counts.get(piece) ?? 1) - 1;
      if (left > 0) counts.set(piece, left);
      else {
        counts.delete(piece);
        byPiece.delete(piece);
      }
    }
    sets.delete(id);
  };

  return {
    add(id, text) {
      remove(id);
      const set = piecesOf(text);
      sets.set(id, set);
      for (const piece of set) {
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
        const users = byPiece.get(piece);
        if (users) users.add(id);
        else byPiece.set(piece, new Set([id]));
      }
    },
    remove,
    find(text) {
      const set = piecesOf(text);
      // Whoever shares at least t of the union shares at least t·|set| pieces, so one of the |set| − ⌈t·|set|⌉ + 1 rarest.
      const probes = set.size - Math.ceil(threshold * set.size) + 1;
      const rarest = [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, probes);
      const seen = new Set<string>();
      const found: Similar[] = [];
      for (const piece of rarest) {
        for (const id of byPiece.get(piece) ?? []) {
          if (seen.has(id)) continue;
          seen.add(id);
          const other = sets.get(id);
          if (!other || other.size < threshold * set.size || set.size < threshold * other.size) continue;
          const alike = similarity(set, other);
          if (alike >= threshold) found.push({ id, similarity: alike });
        }
      }
      return found.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
    },
    get size() {
      return sets.size;
    },
  };
}
