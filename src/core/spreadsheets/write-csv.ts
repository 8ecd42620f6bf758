/*
 * CSV files as a spreadsheet opens them. A cell that begins like a formula is run by Excel and LibreOffice, and a
 * formula can send what stands beside it to an address (OWASP, CSV injection): such cells begin with an apostrophe.
 */
import Papa from 'papaparse';

/** With the wide forms of East Asian keyboards; whatever follows, line breaks too. */
const RUN_AS_FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** UTF-8 with a mark, so that spreadsheets read accents right. */
export function writeCsv(rows: (string | number)[][], delimiter: ',' | ';'): Uint8Array {
  const text = Papa.unparse(rows, { delimiter, newline: '\r\n', escapeFormulae: RUN_AS_FORMULA });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
