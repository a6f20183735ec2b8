// A storyboard as a board: panels with native captions and speech, as a comic page or as a film strip.
import type { Board, BoardItem } from '../bridge/board.ts';
import { INK, PAPER, QUIET, block, bottomOf, heightOf, linesOf, widthOf, words } from '../board/board.ts';
import type { RecipeRecord } from '../provenance.ts';
import type { Shot } from '../studio/tasks.ts';

export type StoryLayout = 'comic' | 'film';

/** Width over height of a panel. */
export const PANEL_RATIO: Readonly<Record<StoryLayout, number>> = { comic: 4 / 3, film: 16 / 9 };

export interface Panel {
  readonly shot: Shot;
  /** Null where its picture is missing: an empty panel takes its place. */
  readonly picture: { readonly ticket: string; readonly recipe: RecipeRecord } | null;
}

const MARGIN = 40;
const GUTTER = 16;
const PANEL_WIDTH = 400;
const CAPTION = '#fff6d6';
const EMPTY = '#e6e6e6';
const BUBBLE_PAD = 12;
/** Narrower, a bubble has no room for its tail between its round corners. */
const BUBBLE_LEAST = 96;
/** Side (px) of the square that a bubble's tail is made of. */
const TAIL = 20;
const COLUMNS: Readonly<Record<StoryLayout, number>> = { comic: 2, film: 3 };

export function storyBoard(title: string, layout: StoryLayout, panels: readonly Panel[]): Board {
  const columns = Math.min(COLUMNS[layout], Math.max(1, panels.length));
  const width = MARGIN * 2 + columns * PANEL_WIDTH + (columns - 1) * GUTTER;
  const items: BoardItem[] = [words(title, { name: 'Title', x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, fontSize: 22, isBold: true, lines: 2 })];
  const top = bottomOf(items) + 24;
  const rows = layout === 'comic' ? comicRows(panels, columns, top) : filmRows(panels, columns, top);
  items.push(...rows);
  return { name: `Storyboard: ${title}`.slice(0, 200), width, height: bottomOf(items) + MARGIN, colour: PAPER, items };
}

/** Captions lie in a box at the top of the panel, speech in a bubble at its foot. */
function comicRows(panels: readonly Panel[], columns: number, top: number): BoardItem[] {
  const height = PANEL_WIDTH / PANEL_RATIO.comic;
  return panels.flatMap(({ shot, picture }, index) => {
    const { x, y } = placeOf(index, columns, top, height + GUTTER);
    return [...pictureOf(index, picture, x, y, height), ...captionBox(shot, index, x, y), ...bubble(shot, index, x, y, height)];
  });
}

/** A strip: the number, the picture, and under it caption and speech as a script has them. */
function filmRows(panels: readonly Panel[], columns: number, top: number): BoardItem[] {
  const height = PANEL_WIDTH / PANEL_RATIO.film;
  const textRoom = heightOf(5, 13) + 8;
  return panels.flatMap(({ shot, picture }, index) => {
    const { x, y } = placeOf(index, columns, top, height + textRoom + 28);
    const said = shot.says === '' ? '' : `${shot.who === '' ? '' : `${shot.who}: `}“${shot.says}”`;
    return [
      ...pictureOf(index, picture, x, y, height),
      words(`${index + 1}`, { name: `Number ${index + 1}`, x, y: y + height + 8, width: 28, fontSize: 13, isBold: true, colour: QUIET }),
      ...(shot.caption === '' ? [] : [words(shot.caption, { name: `Caption ${index + 1}`, x: x + 28, y: y + height + 8, width: PANEL_WIDTH - 28, fontSize: 13, lines: 3 })]),
      ...(said === '' ? [] : [words(said, { name: `Speech ${index + 1}`, x: x + 28, y: y + height + 8 + (shot.caption === '' ? 0 : heightOf(Math.min(3, linesOf(shot.caption, PANEL_WIDTH - 28, 13)), 13) + 4), width: PANEL_WIDTH - 28, fontSize: 13, colour: QUIET, lines: 2 })]),
    ];
  });
}

function placeOf(index: number, columns: number, top: number, rowHeight: number) {
  return { x: MARGIN + (index % columns) * (PANEL_WIDTH + GUTTER), y: top + Math.floor(index / columns) * rowHeight };
}

function pictureOf(index: number, picture: Panel['picture'], x: number, y: number, height: number): BoardItem[] {
  const name = `Shot ${index + 1}`;
  if (!picture) return [block(`${name}, no picture`, EMPTY, x, y, PANEL_WIDTH, height, 4)];
  return [{ is: 'picture', name, x, y, width: PANEL_WIDTH, height, ticket: picture.ticket, radius: 4, recipe: picture.recipe }];
}

function captionBox({ caption }: Shot, index: number, x: number, y: number): BoardItem[] {
  if (caption === '') return [];
  const fontSize = 13;
  const width = Math.min(PANEL_WIDTH - 48, Math.ceil(widthOf(caption, fontSize)) + 20);
  const height = heightOf(Math.min(3, linesOf(caption, width - 20, fontSize)), fontSize) + 12;
  return [
    block(`Caption ${index + 1}, box`, CAPTION, x + 8, y + 8, width, height, 2),
    words(caption, { name: `Caption ${index + 1}`, x: x + 18, y: y + 14, width: width - 20, fontSize, lines: 3 }),
  ];
}

function bubble({ says }: Shot, index: number, x: number, y: number, panelHeight: number): BoardItem[] {
  if (says === '') return [];
  const fontSize = 13;
  const width = Math.min(PANEL_WIDTH - 64, Math.max(BUBBLE_LEAST, Math.ceil(widthOf(says, fontSize)) + 2 * BUBBLE_PAD));
  const height = heightOf(linesOf(says, width - 2 * BUBBLE_PAD, fontSize), fontSize) + 2 * BUBBLE_PAD;
  const left = index % 2 === 0 ? x + PANEL_WIDTH - width - 16 : x + 16;
  const top = y + panelHeight - height - 36;
  const tail = index % 2 === 0 ? left + width - 36 : left + 36;
  return [
    block(`Speech ${index + 1}, bubble`, PAPER, left, top, width, height, Math.min(22, height / 2)),
    // A square on its corner, half behind the bubble: what shows of it points at who speaks. Its place is its left corner.
    { ...block(`Speech ${index + 1}, tail`, PAPER, tail - TAIL / Math.SQRT2, top + height - 2, TAIL, TAIL, 1), rotation: 45 },
    words(says, { name: `Speech ${index + 1}`, x: left + BUBBLE_PAD, y: top + BUBBLE_PAD, width: width - 2 * BUBBLE_PAD, fontSize, align: 'CENTER', colour: INK }),
  ];
}
