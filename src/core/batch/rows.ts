// Rows out of pasted text: CSV with commas, semicolons or tabs, quoted cells and all, or a plain list. Parsing is Papa Parse's.
import Papa from 'papaparse';

export interface Table {
  /** Of the columns, each once, never empty. */
  readonly names: readonly string[];
  /** As many cells as there are names. */
  readonly rows: readonly (readonly string[])[];
  /** What was mended or left out, one sentence each. */
  readonly remarks: readonly string[];
}

/** Rows of one table; our own limit, above what anybody pastes by hand. */
export const MOST_ROWS = 50_000;
/** Characters of a cell that are kept: a prompt is no book. */
const CELL = 2000;
/** The column of a plain list. */
const LIST_NAME = 'line';

/**
 * The first line names the columns. A single column whose first line is none of `wanted` (the columns that a template asks for) is a
 * plain list. Never throws; an empty text is an empty table.
 */
export function parseRows(text: string, wanted: readonly string[]): Table {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return { names: [], rows: [], remarks: [] };
  const { data, errors } = Papa.parse<string[]>(plain, { skipEmptyLines: 'greedy', delimiter: delimiterOf(plain) });
  const cells = data.map((row) => row.map((cell) => cell.trim().slice(0, CELL)));
  const remarks = errors.some(({ type }) => type === 'Quotes') ? ['A quotation mark is not closed; check the rows around it.'] : [];
  const isList = cells.every((row) => row.length === 1) && !wanted.includes(cells[0]?.[0] ?? '');
  const names = isList ? [LIST_NAME] : uniqueNames(cells[0] ?? []);
  const body = isList ? cells : cells.slice(1);
  const ragged = body.filter((row) => row.length !== names.length).length;
  if (ragged > 0) remarks.push(ragged === 1 ? '1 row has another number of cells than there are names.' : `${ragged} rows have another number of cells than there are names.`);
  if (body.length > MOST_ROWS) remarks.push(`Only the first ${MOST_ROWS.toLocaleString('en')} rows are used.`);
  return { names, rows: body.slice(0, MOST_ROWS).map((row) => names.map((_, index) => row[index] ?? '')), remarks };
}

/** The one of tab, semicolon and comma that stands most often outside of quotes in the first line. */
function delimiterOf(text: string): string {
  const first = firstLine(text).replace(/"[^"]*"/g, '');
  const counts = ['\t', ';', ','].map((mark) => ({ mark, count: first.split(mark).length - 1 }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}

/** Up to the first line break that is in no quotes. */
function firstLine(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (!isQuoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
  }
  return text;
}

function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, index) => {
    const plain = name.replace(/[{}|]/g, '').trim() || `column ${index + 1}`;
    let unique = plain;
    for (let at = 2; used.has(unique); at += 1) unique = `${plain} ${at}`;
    used.add(unique);
    return unique;
  });
}
