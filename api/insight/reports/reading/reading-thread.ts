import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../platform/database/open-database.ts';
import { Refusal } from '../../../platform/http/problem.ts';
import { openReport, readEntries, readPage, type Summary, summing } from '../answer-question.ts';
import { definitions } from '../definitions.ts';
import { writeFile } from '../files/write-file.ts';
import { type Question, questionKey } from '../question.ts';
import {
  type Answers,
  type Ask,
  chunksAhead,
  type FileAsk,
  type FromThread,
  type ThreadData,
  type ToThread,
} from './protocol.ts';

/** The thread's side of createReportReader: everything is read from one instant of the database. */

const { address } = workerData as ThreadData;
const database = await openDatabase(address);
const port = parentPort!;
const say = (said: FromThread, moved: ArrayBuffer[] = []) => port.postMessage(said, moved);

const summariesKept = 100;
/** An answer never changes, so that the next page needs no second walk. */
const summaries = new Map<string, Summary>();

type Taken = { ahead: number; isStopped: boolean; wake(): void };
const streams = new Map<number, Taken>();

class Stopped extends Error {}

port.on('message', async (message: ToThread) => {
  if (message.say !== 'ask') return hear(message);
  const { id, ask } = message;
  try {
    say({ id, say: 'answer', answer: await answer(id, ask) });
  } catch (error) {
    const code = error instanceof Refusal ? error.code : null;
    say({ id, say: 'error', message: error instanceof Refusal ? error.message : String(error), code });
  }
});

function hear({ id, say: what }: ToThread): void {
  const stream = streams.get(id);
  if (!stream) return;
  if (what === 'go') stream.ahead--;
  else stream.isStopped = true;
  stream.wake();
}

async function answer(id: number, ask: Ask): Promise<Answers[Ask['kind']]> {
  const definition = definitions.get(ask.question.slug)!;
  switch (ask.kind) {
    case 'page': {
      const known = summaries.get(questionKey(ask.question));
      const found = await database.snapshot((db) => readPage(db, definition, ask.question, ask, known));
      keep(ask.question, found.summary);
      return found;
    }
    case 'entries':
      return database.snapshot((db) => readEntries(db, definition, ask.question, ask));
    case 'file':
      return makeFile(id, ask);
  }
}

async function makeFile(id: number, { question, format, head, rowsMax }: FileAsk): Promise<Answers['file']> {
  const definition = definitions.get(question.slug)!;
  const stream: Taken = { ahead: 0, isStopped: false, wake() {} };
  streams.set(id, stream);
  const digest = createHash('sha256');
  let bytes = 0;
  async function put(chunk: Uint8Array): Promise<void> {
    while (stream.ahead >= chunksAhead && !stream.isStopped)
      await new Promise<void>((resolve) => {
        stream.wake = resolve;
      });
    if (stream.isStopped) throw new Stopped('nobody waits for it');
    digest.update(chunk);
    bytes += chunk.byteLength;
    stream.ahead++;
    const moved = chunk.slice();
    say({ id, say: 'chunk', bytes: moved }, [moved.buffer]);
  }
  try {
    const rowsTotal = summaries.get(questionKey(question))?.rowCount ?? null;
    const { summary, sightings } = await database.snapshot(async (db) => {
      const report = openReport(db, definition, question);
      const whole = summing(definition, report.columns);
      const counted = (async function* () {
        for await (const rows of report.rows()) {
          whole.add(rows);
          if (rowsMax !== null && whole.rowCount() > rowsMax) throw tooLong(rowsMax);
          yield rows;
          say({ id, say: 'progress', rowsDone: whole.rowCount(), rowsTotal });
        }
      })();
      let ended: Summary | undefined;
      const end = () => (ended ??= whole.end());
      await writeFile(format, { definition, head, columns: report.columns, rows: counted, end }, put);
      return { summary: end(), sightings: report.sightings() };
    });
    keep(question, summary);
    return { summary, bytes, digest: digest.digest('hex'), sightings };
  } finally {
    streams.delete(id);
  }
}

function keep(question: Question, summary: Summary): void {
  const key = questionKey(question);
  summaries.delete(key);
  summaries.set(key, summary);
  if (summaries.size > summariesKept) summaries.delete(summaries.keys().next().value!);
}

const tooLong = (rowsMax: number) =>
  new Refusal(
    422,
    'report_too_long_for_pdf',
    `This report has more than ${rowsMax.toLocaleString('en')} rows, which nobody reads on paper; no file was made. Ask for a shorter period, or for CSV or XLSX.`,
  );
