import type { EntriesAnswer, PageAnswer, Summary } from '../answer-question.ts';
import type { FileHead } from '../files/file-head.ts';
import type { Sighting } from '../names.ts';
import type { Question } from '../question.ts';
import type { ExportFormat } from '../report.ts';

/** What the reading thread is asked and what it says: plain data. */

export type PageAsk = { kind: 'page'; question: Question; offset: number; limit: number };
export type EntriesAsk = {
  kind: 'entries';
  question: Question;
  row: string | null;
  column: string;
  offset: number;
  limit: number;
};
/** `rowsMax`: longer ones are refused, as where each page is laid out in memory. */
export type FileAsk = {
  kind: 'file';
  question: Question;
  format: ExportFormat;
  head: FileHead;
  rowsMax: number | null;
};
export type Ask = PageAsk | EntriesAsk | FileAsk;

export type FileAnswer = { summary: Summary; bytes: number; digest: string; sightings: readonly Sighting[] };

export type Answers = { page: PageAnswer; entries: EntriesAnswer | undefined; file: FileAnswer };

/** To the thread. `go`: as many chunks were taken; `stop`: nobody waits any more. */
export type ToThread = { id: number; say: 'ask'; ask: Ask } | { id: number; say: 'go' } | { id: number; say: 'stop' };

/** From the thread. `code` of an error: a refusal that people can read. */
export type FromThread =
  | { id: number; say: 'answer'; answer: Answers[Ask['kind']] }
  | { id: number; say: 'error'; message: string; code: string | null }
  | { id: number; say: 'chunk'; bytes: Uint8Array }
  | { id: number; say: 'progress'; rowsDone: number; rowsTotal: number | null };

/** How many chunks may be under way: what bounds memory where the store is slower than the reading. */
export const chunksAhead = 8;

export type ThreadData = { address: string };
