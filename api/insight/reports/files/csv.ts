import { decimalText, type Money } from '../../../money/money.ts';
import type { Cell, Column, ReportRow } from '../report.ts';
import { isMoney } from '../totals.ts';
import { chunked } from './chunked.ts';
import type { FileOf, Put } from './file-of.ts';
import { columnLabel, fileWords } from './labels.ts';
import { neutralText } from './neutral-text.ts';

/** RFC 4180, UTF-8 with the mark by which spreadsheets know it; figures as figures, their currency in a column. */
export async function writeCsv({ definition, head, columns, rows }: FileOf, put: Put): Promise<void> {
  const out = chunked(put);
  const labels = columns.map(({ key }) => columnLabel(definition.slug, key, head.locale));
  const addsCurrency = lacksCurrency(columns);
  const heads = addsCurrency ? [...labels, fileWords(head.locale).currency] : labels;
  out.add(`\uFEFF${heads.map(quoted).join(',')}\r\n`);
  const writers = columns.map((column) => ({ key: column.key, write: writerOf(column) }));
  const cells: string[] = [];
  for await (const batch of rows) {
    const lines = batch.map((row) => {
      for (let at = 0; at < writers.length; at++) cells[at] = writers[at]!.write(row.cells[writers[at]!.key] ?? null);
      if (addsCurrency) cells[writers.length] = quoted(currencyOf(row, columns));
      return cells.join(',');
    });
    if (lines.length > 0) out.add(`${lines.join('\r\n')}\r\n`);
    await out.drain();
  }
  await out.end();
}

/** Amounts of a row are in one currency; a report that says it in a column of its own needs no other. */
export function lacksCurrency(columns: readonly Column[]): boolean {
  return columns.some(({ type }) => type === 'money') && columns.every(({ key }) => key !== 'currency');
}

export function currencyOf({ cells }: ReportRow, columns: readonly Column[]): string {
  for (const { key, type } of columns) {
    const cell = type === 'money' ? (cells[key] ?? null) : null;
    if (isMoney(cell)) return cell.currency;
  }
  return '';
}

function writerOf({ type }: Column): (cell: Cell) => string {
  switch (type) {
    case 'money':
      return (cell) => (cell === null ? '' : decimalText(cell as Money));
    case 'hours':
      return (cell) => (cell === null ? '' : String(hoursOf(cell as number)));
    case 'percent':
      return (cell) => (cell === null ? '' : ((cell as number) / 100).toFixed(2));
    case 'count':
    case 'number':
    case 'flag':
    case 'instant':
    case 'day':
    case 'week':
    case 'month':
      return (cell) => (cell === null ? '' : String(cell));
    default:
      return (cell) => (cell === null ? '' : quoted(Array.isArray(cell) ? cell.join(' ') : String(cell)));
  }
}

/** Of minutes, to four places: what a spreadsheet adds up to the same. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 10_000) / 10_000;

function quoted(cell: string): string {
  const text = neutralText(cell);
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
