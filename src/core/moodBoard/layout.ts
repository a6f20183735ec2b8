// A mood board: one large picture, the others around it, textures, the palette with its values, and type set in its colours.
import type { Board, BoardItem } from '../bridge/board.ts';
import { INK, PAPER, QUIET, block, bottomOf, words } from '../board/board.ts';
import { contrast, fromHex } from '../colour.ts';
import type { RecipeRecord } from '../provenance.ts';

export interface Tile {
  readonly name: string;
  readonly ticket: string;
  readonly recipe: RecipeRecord;
}

export interface Mood {
  readonly title: string;
  readonly pictures: readonly Tile[];
  readonly textures: readonly Tile[];
  /** The colour that covers most first; `#rrggbb`. */
  readonly palette: readonly { readonly hex: string; readonly name: string }[];
}

const MARGIN = 40;
const GAP = 12;
const COLUMNS = 4;
const CELL = 220;
const WIDTH = MARGIN * 2 + COLUMNS * CELL + (COLUMNS - 1) * GAP;
const RADIUS = 4;
/** Cells beside the large picture. */
const BESIDE = 4;
const SWATCH_HEIGHT = 120;
/** Type in the board's colours is set only where it can be read (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

export function moodBoardOf({ title, pictures, textures, palette }: Mood): Board {
  const items: BoardItem[] = [words(title, { name: 'Title', x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, fontSize: 22, isBold: true, lines: 2 })];
  const top = bottomOf(items) + 24;
  const [first, ...others] = pictures;
  if (first) items.push(picture(first, 0, top, 2));
  const tiles = [...others, ...textures];
  const beside = first ? tiles.slice(0, BESIDE) : [];
  items.push(...beside.map((tile, index) => picture(tile, 2 + (index % 2), top + Math.floor(index / 2) * (CELL + GAP), 1)));
  items.push(...tiles.slice(beside.length).map((tile, index, rest) => inRow(tile, index, rest.length, bottomOf(items) + GAP)));
  items.push(...swatches(palette, bottomOf(items) + GAP));
  items.push(...type(title, palette, bottomOf(items) + GAP));
  return { name: `Mood board: ${title}`.slice(0, 200), width: WIDTH, height: bottomOf(items) + MARGIN, colour: PAPER, items };
}

/** Rows of four under it; fewer in the last row are wider, so that no cell stays empty. */
function inRow({ name, ticket, recipe }: Tile, index: number, count: number, top: number): BoardItem {
  const row = Math.floor(index / COLUMNS);
  const inThisRow = Math.min(COLUMNS, count - row * COLUMNS);
  const width = (WIDTH - 2 * MARGIN - (inThisRow - 1) * GAP) / inThisRow;
  return { is: 'picture', name, x: MARGIN + (index % COLUMNS) * (width + GAP), y: top + row * (CELL + GAP), width, height: CELL, ticket, radius: RADIUS, recipe };
}

function picture({ name, ticket, recipe }: Tile, column: number, y: number, span: number): BoardItem {
  const side = span * CELL + (span - 1) * GAP;
  return { is: 'picture', name, x: MARGIN + column * (CELL + GAP), y, width: side, height: side, ticket, radius: RADIUS, recipe };
}

function swatches(palette: Mood['palette'], y: number): BoardItem[] {
  if (palette.length === 0) return [];
  const width = (WIDTH - 2 * MARGIN - (palette.length - 1) * GAP) / palette.length;
  return palette.flatMap(({ hex, name }, index) => {
    const x = MARGIN + index * (width + GAP);
    return [
      block(`Colour ${hex}`, hex, x, y, width, SWATCH_HEIGHT, RADIUS),
      words(name === '' ? hex : `${name}\n${hex}`, { name: `Value ${hex}`, x, y: y + SWATCH_HEIGHT + 6, width, colour: QUIET, lines: 2 }),
    ];
  });
}

/** A headline and running text, once dark on light and once the other way round, where the palette has colours far enough apart. */
function type(title: string, palette: Mood['palette'], y: number): BoardItem[] {
  const { ground, ink } = furthest(palette.map(({ hex }) => hex));
  const width = (WIDTH - 2 * MARGIN - GAP) / 2;
  return [[ground, ink], [ink, ground]].flatMap(([under = PAPER, over = INK], index) => {
    const x = MARGIN + index * (width + GAP);
    return [
      block(`Type ${index + 1}, ground`, under, x, y, width, 220, RADIUS),
      words('Aa', { name: `Type ${index + 1}, letters`, x: x + 20, y: y + 16, width: 140, fontSize: 64, isBold: true, colour: over }),
      words(title, { name: `Type ${index + 1}, headline`, x: x + 20, y: y + 112, width: width - 40, fontSize: 18, isBold: true, colour: over, lines: 2 }),
      words('Running text is set in this size, to see how calm it stands.', { name: `Type ${index + 1}, text`, x: x + 20, y: y + 170, width: width - 40, fontSize: 12, colour: over, lines: 2 }),
    ];
  });
}

/** The two colours with the most contrast; black on white where none can be read on another. */
function furthest(hexes: readonly string[]): { ground: string; ink: string } {
  let best = { ground: PAPER, ink: INK, ratio: 0 };
  for (const ground of hexes) {
    for (const ink of hexes) {
      const ratio = contrast(fromHex(ground), fromHex(ink));
      if (ratio > best.ratio) best = { ground, ink, ratio };
    }
  }
  return best.ratio >= READABLE ? best : { ground: PAPER, ink: INK };
}
