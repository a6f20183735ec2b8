// Helpers to lay a board out: words at a place, with a guess at how tall they run, because nobody here can measure them.
import type { Board, BoardItem } from '../bridge/board.ts';
import { shorten } from '../errors.ts';

export const INK = '#1a1a1a';
export const QUIET = '#666666';
export const PAPER = '#ffffff';
export const LINE = '#e3e3e3';

/** As the sandbox takes at most: core/bridge/board, whose schema the window does not hold. */
const MOST = 20_000;
/**
 * Advance widths of Inter Regular over the font size by kinds of letters, the wide ones of each kind (read from Inter 4's own table of
 * widths, hmtx; https://rsms.me/inter). What is written without spaces is as wide as it is high. Words rather have room than too little.
 */
const ADVANCE = [
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\ud800-\udbff]/, 1],
  [/[ilIj.,:;'’|! ]/, 0.29],
  [/[tfr1()[\]\-/“”"]/, 0.42],
  [/[mwMW@%—…]/, 0.94],
  [/[A-ZÀ-Þ&]/, 0.73],
  [/[\udc00-\udfff]/, 0],
] as const;
const OTHER = 0.6;
/** Bold letters over regular ones. */
const BOLD = 1.05;
/** A line breaks after spaces, and between letters that are written without them. */
const PIECE = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]+|\s+/g;
const LINE_HEIGHT = 1.45;

export interface WordsAt {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly align?: 'LEFT' | 'CENTER';
  /** Longer words are cut at this many lines. */
  readonly lines?: number;
}

/** How wide one line of text runs (px). */
export function widthOf(text: string, fontSize: number, isBold = false): number {
  const ems = Array.from(text.split(''), (letter) => ADVANCE.find(([kind]) => kind.test(letter))?.[1] ?? OTHER).reduce<number>((sum, each) => sum + each, 0);
  return ems * fontSize * (isBold ? BOLD : 1);
}

/** Lines that a text takes in a width (px), at least one. A word that is longer than a line is broken. */
export function linesOf(text: string, width: number, fontSize: number, isBold = false): number {
  const room = Math.max(fontSize, width);
  return text.split('\n').reduce((sum, line) => sum + wrapped(line.match(PIECE) ?? [], (piece) => widthOf(piece, fontSize, isBold) / room), 0);
}

/** `shareOf` answers how much of a line a piece takes. */
function wrapped(pieces: readonly string[], shareOf: (piece: string) => number): number {
  let lines = 1;
  let filled = 0;
  for (const piece of pieces) {
    const share = shareOf(piece);
    const isSpace = piece.trim() === '';
    if (filled + share > 1 && filled > 0 && !isSpace) {
      lines += 1;
      filled = 0;
    }
    // Spaces at the end of a line hang over its edge.
    filled = isSpace ? Math.min(1, filled + share) : filled + share;
    if (filled > 1) {
      lines += Math.ceil(filled) - 1;
      filled %= 1;
    }
  }
  return lines;
}

/** Height (px) of so many lines. */
export function heightOf(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * LINE_HEIGHT);
}

export function words(text: string, { name, x, y, width, fontSize = 12, isBold = false, colour = INK, align = 'LEFT', lines }: WordsAt): BoardItem {
  const cut = shorten(text, MOST);
  const needed = linesOf(cut, width, fontSize, isBold);
  const shown = Math.min(needed, lines ?? needed);
  // An empty text layer cannot be clicked, and Figma shows nothing of it.
  return { is: 'text', name, x, y, width, height: heightOf(shown, fontSize), characters: cut.trim() === '' ? '—' : cut, fontSize, isBold, colour, align };
}

export function block(name: string, colour: string, x: number, y: number, width: number, height: number, radius = 0): Extract<BoardItem, { is: 'colour' }> {
  return { is: 'colour', name, x, y, width: Math.max(0.01, width), height: Math.max(0.01, height), colour, radius };
}

/** Where the lowest item ends. */
export function bottomOf(items: readonly BoardItem[]): number {
  return items.reduce((lowest, { y, height }) => Math.max(lowest, y + height), 0);
}

export type { Board, BoardItem };
