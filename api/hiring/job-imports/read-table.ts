import { finished, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { unprocessable } from '../../platform/http/problem.ts';
import { decodeText, type Encoding, encodingOf } from './decode-text.ts';

export type TableRow = {
  /** Counts the rows behind the header from 1. */
  row: number;
  /** Where it begins in the file. */
  line: number;
  cells: readonly string[];
};
export type Table = {
  encoding: Encoding;
  delimiter: string;
  columns: readonly string[];
  rows: AsyncGenerator<TableRow>;
};

const longestRowCharacters = 1024 * 1024;
const columnsMax = 200;
const beginningBytes = 64 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads a CSV file as it comes, a row at a time. Rows that are empty are skipped.
 * @throws 422 file_empty, columns_unreadable, csv_malformed, encoding_not_utf8 …; later ones when rows are read
 */
export async function readTable(chunks: AsyncIterable<Uint8Array>): Promise<Table> {
  const source = chunks[Symbol.asyncIterator]();
  const beginning = await gathered(source, beginningBytes);
  const text = decodeText(resumed(beginning, source))[Symbol.asyncIterator]();
  const firstText = await text.next();
  const sample: string = firstText.done ? '' : firstText.value;
  const delimiter = delimiterOf(sample);
  const records = recordsOf(resumed(sample, text), delimiter);
  let header = await records.next();
  while (!header.done && header.value.cells.length === 1 && isBlank(header.value.cells)) header = await records.next();
  if (header.done) throw fileEmpty();
  return {
    encoding: encodingOf(beginning),
    delimiter,
    columns: columnsOf(header.value.cells),
    rows: numbered(records),
  };
}

/** However small the pieces are in which a file comes, its first line is looked at whole. */
async function gathered(source: AsyncIterator<Uint8Array>, bytesMin: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < bytesMin) {
    const { done, value } = await source.next();
    if (done) break;
    pieces.push(value);
    length += value.byteLength;
  }
  return Buffer.concat(pieces, length);
}

async function* resumed<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* recordsOf(text: AsyncIterable<string>, delimiter: string) {
  const parser = parse({
    info: true,
    delimiter,
    relaxColumnCount: true,
    // `a 6" screen` is common, and clear enough.
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: longestRowCharacters,
  });
  const source = Readable.from(text, { objectMode: true, highWaterMark: 4 });
  // A failure of the file is the parser's, and so its reader's.
  finished(source, (error) => error && parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error;
  } finally {
    source.destroy();
  }
}

async function* numbered(records: AsyncGenerator<{ line: number; cells: string[] }>): AsyncGenerator<TableRow> {
  let row = 0;
  for await (const { line, cells } of records) if (!isBlank(cells)) yield { row: ++row, line, cells };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What separates most in the first line, outside its quotes. */
function delimiterOf(sample: string): string {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const sign of sample) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || sign === '\r') break;
    else if (counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function columnsOf(cells: readonly string[]): string[] {
  const columns = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  const why = twice
    ? `it names the column "${twice}" twice`
    : columns.length > columnsMax
      ? `it has ${columns.length} columns, more than ${columnsMax}`
      : columns.every((column) => column === '')
        ? 'its first line names no column'
        : undefined;
  if (!why) return columns;
  throw unprocessable(
    'columns_unreadable',
    `The file cannot be read as a table: ${why}. Nothing was imported; correct its first line and upload it again.`,
  );
}

function fileEmpty() {
  return unprocessable('file_empty', 'The file has no rows. Nothing was imported; choose a CSV file with a header.');
}

function malformed({ message }: CsvError) {
  return unprocessable(
    'csv_malformed',
    `The file is not well-formed CSV (${message.slice(0, 200)}). Nothing was imported; correct that row and upload it again.`,
  );
}
