import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type JobPostRow, jobPostColumns } from './job-post-row.ts';

/** Says in one sentence why a file cannot be read and what to do. */
export class UnreadableJobPosts extends Error {}

const longestRowBytes = 1024 * 1024;

/** Streams the rows of a file of job posts, each with the line it begins on. */
export async function* readJobPosts(path: string): AsyncGenerator<JobPostRow> {
  await refuseWhatIsNoFile(path);
  const bytes = createReadStream(path);
  const parser = parse({ info: true, relaxColumnCount: true, relaxQuotes: true, maxRecordSize: longestRowBytes });
  const text = (chunks: AsyncIterable<Buffer>) => plainText(chunks, path);
  // The reader below sees every failure: pipeline destroys the parser with it.
  pipeline(bytes, text, parser, () => {});
  try {
    yield* rowsOf(parser, path);
  } catch (error) {
    throw asSentence(error, path);
  } finally {
    bytes.destroy();
  }
}

async function* plainText(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    if (chunk.includes(0)) throw new UnreadableJobPosts(`${path} is not plain text; export it as "CSV UTF-8".`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

type Parser = ReturnType<typeof parse>;

async function* rowsOf(parser: Parser, path: string): AsyncGenerator<JobPostRow> {
  let line = 1;
  let header = true;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const begins = line;
    line = info.lines + 1;
    if (header) refuseOtherColumns(record, path);
    else yield toRow(record, begins);
    header = false;
  }
  if (header) throw new UnreadableJobPosts(`${path} is empty; give a CSV file with the columns ${columns}.`);
}

function toRow(record: string[], line: number): JobPostRow {
  const [title = '', terms = '', budget = '', level = '', skills = ''] = record;
  return { line, cells: record.length, title, terms, budget, level, skills };
}

const columns = jobPostColumns.join(', ');

function refuseOtherColumns(record: string[], path: string): void {
  const found = record.map((cell) => cell.trim());
  if (jobPostColumns.every((column, at) => found[at] === column) && found.length === jobPostColumns.length) return;
  const shown = found.join(', ').slice(0, 120);
  throw new UnreadableJobPosts(`${path} has the columns "${shown}"; name its columns ${columns}, in this order.`);
}

async function refuseWhatIsNoFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw asSentence(error, path);
  });
  if (found.isDirectory()) throw new UnreadableJobPosts(`${path} is a folder; give the path of a CSV file inside it.`);
}

function asSentence(error: unknown, path: string): unknown {
  if (error instanceof CsvError) {
    return new UnreadableJobPosts(`${path} is not well-formed CSV (${error.message}); correct that row and try again.`);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new UnreadableJobPosts(`${path} does not exist; check the path.`);
  if (code === 'EACCES') return new UnreadableJobPosts(`${path} may not be read; allow it to be read and try again.`);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new UnreadableJobPosts(`${path} is not UTF-8; save it as "CSV UTF-8" and try again.`);
  }
  return error;
}
