import { once } from 'node:events';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import { currencyDecimals, type Money } from '../../../money/money.ts';
import type { Summary } from '../answer-question.ts';
import { type Cell, type Column, reports } from '../report.ts';
import { hoursOf } from './csv.ts';
import type { FileOf, Put } from './file-of.ts';
import { columnLabel, fileWords, filterWords, reportTitle } from './labels.ts';
import { printable } from './neutral-text.ts';

type Sheet = ReturnType<WorkbookWriter['addWorksheet']>;

const rowsBetweenWaits = 200;
const cellCharsMax = 32_767;
/** A font of its own takes nothing from the book's. */
const bold = { bold: true, name: 'Calibri', size: 11 };

/** A sheet of rows with real dates and figures, a frozen head and totals, and one that says what it is. Rows stream. */
export async function writeXlsx(file: FileOf, put: Put): Promise<void> {
  const { definition, head, columns, rows } = file;
  const out = new Writable({
    highWaterMark: 256 * 1024,
    write: (chunk: Uint8Array, _, done) => {
      put(chunk).then(() => done(), done);
    },
  });
  const ended = finished(out);
  ended.catch(() => {});
  const book = new WorkbookWriter({ stream: out as never, useStyles: true, useSharedStrings: false });
  book.created = new Date(head.asOf);
  book.modified = new Date(head.asOf);
  // The library's name stands there otherwise.
  book.creator = head.owner;
  book.lastModifiedBy = head.owner;
  const words = fileWords(head.locale);
  const sheet = book.addWorksheet(
    sheetName(`${reports[definition.slug]} ${reportTitle(definition.slug, head.locale)}`),
    {
      views: [{ state: 'frozen', ySplit: 1 }],
      // On paper one page wide, its head on each.
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    },
  );
  sheet.columns = columns.map((column) => {
    const header = columnLabel(definition.slug, column.key, head.locale);
    return { header, key: column.key, width: widthOf(column, header), style: { numFmt: formatOf(column) } };
  });
  const top = sheet.getRow(1);
  top.font = bold;
  columns.forEach(({ type }, index) => {
    if (isFigure(type)) top.getCell(index + 1).alignment = { horizontal: 'right' };
  });
  top.commit();
  let count = 0;
  for await (const batch of rows) {
    for (const { cells } of batch) {
      addRow(sheet, columns, (key) => cells[key] ?? null);
      if (++count % rowsBetweenWaits === 0) await room(out);
    }
  }
  const summary = file.end();
  addTotals(sheet, columns, summary, words.total);
  await sheet.commit();
  addAbout(book, file, summary);
  await book.commit();
  await ended;
}

/** The library writes as fast as it is given; this waits for the store. */
async function room(out: Writable): Promise<void> {
  if (out.writableNeedDrain) await once(out, 'drain');
  else await new Promise((resolve) => setImmediate(resolve));
  if (out.errored) throw out.errored;
}

function addRow(sheet: Sheet, columns: readonly Column[], cellOf: (key: string) => Cell, isBold = false): void {
  const row = sheet.addRow(columns.map((column) => spreadsheetValue(column, cellOf(column.key))));
  columns.forEach(({ key, type }, index) => {
    if (type !== 'money') return;
    const cell = cellOf(key) as Money | null;
    if (cell) row.getCell(index + 1).numFmt = moneyFormat(cell.currency);
  });
  if (isBold) row.font = bold;
  row.commit();
}

/** Of money a row a currency; the first also has the other figures. */
function addTotals(sheet: Sheet, columns: readonly Column[], { totals }: Summary, word: string): void {
  const sums = Object.values(totals);
  if (sums.length === 0) return;
  const currencies = [
    ...new Set(sums.flatMap((sum) => (Array.isArray(sum) ? sum.map(({ currency }) => currency) : []))),
  ];
  const [first] = columns;
  (currencies.length === 0 ? [undefined] : currencies.toSorted()).forEach((currency, index) => {
    const cellOf = (key: string): Cell => {
      const sum = totals[key];
      if (Array.isArray(sum)) return sum.find((one) => one.currency === currency) ?? null;
      if (sum !== undefined) return index === 0 ? sum : null;
      return key === first?.key ? word : key === 'currency' ? (currency ?? null) : null;
    };
    const asText = columns.map((column) =>
      column.key === first?.key && totals[column.key] === undefined ? { ...column, type: 'text' as const } : column,
    );
    addRow(sheet, asText, cellOf, true);
  });
}

function addAbout(book: WorkbookWriter, { definition, head }: FileOf, { rowCount, contentHash }: Summary): void {
  const words = fileWords(head.locale);
  const sheet = book.addWorksheet(words.about);
  sheet.columns = [
    { header: words.about, key: 'name', width: 26 },
    { header: reportTitle(definition.slug, head.locale), key: 'value', width: 80 },
  ];
  const facts: [string, string | number][] = [
    [words.report, reports[definition.slug]],
    [words.owner, head.owner],
    [words.asOf, head.asOf],
    ...head.filters.map((filter) => filterWords(filter, head.locale)),
    [words.rows, rowCount],
    [words.contentHash, contentHash],
    [words.link, head.link],
  ];
  for (const [name, value] of facts)
    sheet.addRow([printable(name), typeof value === 'number' ? value : printable(value)]).commit();
  sheet.commit();
}

function spreadsheetValue({ type }: Column, cell: Cell): string | number | boolean | Date | null {
  if (cell === null) return null;
  switch (type) {
    case 'money': {
      const { amountMinor, currency } = cell as Money;
      return amountMinor / 10 ** currencyDecimals(currency);
    }
    case 'hours':
      return hoursOf(cell as number);
    case 'percent':
      return (cell as number) / 10_000;
    case 'instant':
    case 'day':
    case 'week':
      return new Date(cell as string);
    case 'count':
    case 'number':
    case 'flag':
      return cell as number | boolean;
    default:
      return printable(Array.isArray(cell) ? cell.join('\n') : String(cell)).slice(0, cellCharsMax);
  }
}

function formatOf({ type }: Column): string {
  switch (type) {
    case 'instant':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'day':
    case 'week':
      return 'yyyy-mm-dd';
    case 'money':
    case 'hours':
      return '#,##0.00';
    case 'count':
      return '#,##0';
    case 'percent':
      return '0.00%';
    case 'number':
    case 'flag':
      return 'General';
    default:
      return '@';
  }
}

const moneyFormats = new Map<string, string>();

function moneyFormat(currency: string): string {
  let format = moneyFormats.get(currency);
  if (!format) {
    const digits = currencyDecimals(currency);
    format = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''} [$${currency}]`;
    moneyFormats.set(currency, format);
  }
  return format;
}

const isFigure = (type: Column['type']) => ['money', 'hours', 'count', 'percent', 'number'].includes(type);

const widths: Partial<Record<Column['type'], number>> = {
  text: 28,
  money: 18,
  instant: 20,
  id: 34,
  list: 34,
  code: 20,
};

function widthOf({ type }: Column, header: string): number {
  const usual = widths[type] ?? 13;
  return Math.max(usual, Math.min(40, header.length + 3));
}

/** At most 31 characters and none of those that Excel keeps for itself. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim();
