// Helpers to lay a board out: words at a place, with a guess at how tall they run, because nobody here can measure them.
import type { Board, BoardItem } from '../bridge/board.ts';
import { shorten } from '../errors.ts';

export const INK = '#1a1a1a';
export const QUIET = '#666666';
export const PAPER = '#ffffff';
export const LINE = '#e3e3e3';

/** As the sandbox takes at most: core/bridge/board, whose schema the window does not hold. */
const MOST = 20_000;
/** Of Inter's letters in running text, over the font size; a little wide, so that words rather have room. */
const LETTER = 0.56;
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

/** Lines that a text takes in a width (px), at least one. */
export function linesOf(text: string, width: number, fontSize: number): number {
  const room = Math.max(1, Math.floor(width / (fontSize * LETTER)));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}

/** Height (px) of so many lines. */
export function heightOf(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * LINE_HEIGHT);
}

export function words(text: string, { name, x, y, width, fontSize = 12, isBold = false, colour = INK, align = 'LEFT', lines }: WordsAt): BoardItem {
  const cut = shorten(text, MOST);
  const needed = linesOf(cut, width, fontSize);
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
