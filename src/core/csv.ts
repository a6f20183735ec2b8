// Tables as CSV and back, with Papa Parse. What a spreadsheet would run as a formula is written as text.
import Papa from 'papaparse';

/** First the names, then a line for each row. Cells that begin like a formula get an apostrophe (OWASP, CSV injection). */
export function writeCsv(names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return Papa.unparse([[...names], ...rows.map((row) => row.map((cell) => cell ?? ''))], { escapeFormulae: true, newline: '\n' });
}
