// A comparison as a board for the canvas: its figures as bars, what differs in words, and the briefs.
import { INK, LINE, PAPER, QUIET, block, bottomOf, heightOf, words } from '../board/board.ts';
import type { Board, BoardItem } from '../board/board.ts';
import { formatUsd } from '../cost.ts';
import { shorten } from '../errors.ts';
import { seconds } from './words.ts';
import type { Figures } from './compare.ts';

export interface ReportRow extends Figures {
  readonly label: string;
  /** "7 of 9"; '' without votes. */
  readonly votes: string;
}

export interface ReportFacts {
  /** ISO date. */
  readonly date: string;
  readonly rows: readonly ReportRow[];
  /** A sentence for each pair and measure. */
  readonly sentences: readonly string[];
  readonly briefs: readonly string[];
}

/** Of each brief (characters). */
const BRIEF = 200;
const WIDTH = 760;
const MARGIN = 32;
const LABEL = 200;
const BAR = 14;
const ROW = 24;
const BARS = ['#0d99ff', '#9747ff', '#14ae5c', '#f24822', '#b3b3b3'] as const;

interface Plot {
  readonly title: string;
  readonly of: (row: ReportRow) => number | null;
  readonly say: (value: number) => string;
}

const PLOTS: readonly Plot[] = [
  { title: 'Latency, median', of: ({ p50Ms }) => p50Ms, say: (value) => seconds(value / 1000) },
  { title: 'Latency, 95th percentile', of: ({ p95Ms }) => p95Ms, say: (value) => seconds(value / 1000) },
  { title: 'Cost a picture', of: ({ meanUsd }) => meanUsd, say: formatUsd },
  { title: 'Quality, 0 to 10', of: ({ score }) => score, say: (value) => value.toFixed(1) },
];

export function reportBoard({ date, rows, sentences, briefs }: ReportFacts): Board {
  const items: BoardItem[] = [
    words('Model comparison', { name: 'Title', x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, fontSize: 24, isBold: true }),
    words(`${date}, ${briefs.length} briefs, ${rows.reduce((sum, { made }) => sum + made, 0)} pictures, ${formatUsd(rows.reduce((sum, { totalUsd }) => sum + totalUsd, 0))}`, { name: 'Facts', x: MARGIN, y: MARGIN + 40, width: WIDTH - 2 * MARGIN, colour: QUIET }),
  ];
  for (const plot of PLOTS) items.push(...bars(plot, rows, bottomOf(items) + 24));
  items.push(...list('Votes, not knowing whose', rows.filter(({ votes }) => votes !== '').map(({ label, votes }) => `${label}: ${votes}`), bottomOf(items) + 24));
  items.push(...list('What differs', sentences, bottomOf(items) + 24));
  items.push(...list('Briefs', briefs.map((brief, index) => `${index + 1}. ${shorten(brief, BRIEF)}`), bottomOf(items) + 24));
  return { name: `Model comparison ${date}`, width: WIDTH, height: bottomOf(items) + MARGIN, colour: PAPER, items };
}

function bars({ title, of, say }: Plot, rows: readonly ReportRow[], y: number): BoardItem[] {
  const longest = Math.max(...rows.map((row) => of(row) ?? 0));
  if (rows.every((row) => of(row) === null)) return [];
  const room = WIDTH - 2 * MARGIN - LABEL - 90;
  return [
    words(title, { name: title, x: MARGIN, y, width: WIDTH - 2 * MARGIN, isBold: true }),
    ...rows.flatMap((row, index) => {
      const value = of(row);
      const top = y + 26 + index * ROW;
      const length = value === null || longest === 0 ? 0 : (room * value) / longest;
      return [
        words(row.label, { name: 'Model', x: MARGIN, y: top, width: LABEL, lines: 1 }),
        block(`${title}, ${row.label}`, value === null ? LINE : (BARS[index % BARS.length] ?? INK), MARGIN + LABEL, top + 2, Math.max(1, length), BAR, 3),
        words(value === null ? 'none' : say(value), { name: 'Value', x: MARGIN + LABEL + length + 8, y: top, width: 80, colour: QUIET }),
      ];
    }),
  ];
}

function list(title: string, lines: readonly string[], y: number): BoardItem[] {
  if (lines.length === 0) return [];
  const width = WIDTH - 2 * MARGIN;
  return [
    words(title, { name: title, x: MARGIN, y, width, isBold: true }),
    words(lines.join('\n'), { name: `${title}, text`, x: MARGIN, y: y + heightOf(1, 12) + 6, width }),
  ];
}
