import { Worker } from 'node:worker_threads';
import { unprocessable } from '../../../platform/http/problem.ts';
import type { EntriesAnswer, PageAnswer } from '../answer-question.ts';
import type {
  Answers,
  Ask,
  EntriesAsk,
  FileAnswer,
  FileAsk,
  FromThread,
  PageAsk,
  ThreadData,
  ToThread,
} from './protocol.ts';

export type Progress = (rowsDone: number, rowsTotal: number | null) => void;

/** The bytes as they come; `answer` is there when they are all taken. */
export type FileUnderWay = { chunks: AsyncIterable<Uint8Array>; answer: Promise<FileAnswer>; stop(): void };

/** Reads reports beside the thread that answers requests, on connections of its own. */
export type ReportReader = {
  page(ask: Omit<PageAsk, 'kind'>): Promise<PageAnswer>;
  entries(ask: Omit<EntriesAsk, 'kind'>): Promise<EntriesAnswer | undefined>;
  file(ask: Omit<FileAsk, 'kind'>, progress: Progress): FileUnderWay;
  close(): Promise<void>;
};

/** Files have a thread of their own, so that no page waits for a long one. Both start with their first question. */
export function createReportReader(address: string): ReportReader {
  const [pages, files] = [createThread(address), createThread(address)];
  return {
    page: (ask) => pages.ask<'page'>({ kind: 'page', ...ask }),
    entries: (ask) => pages.ask<'entries'>({ kind: 'entries', ...ask }),
    file: (ask, progress) => files.stream({ kind: 'file', ...ask }, progress),
    close: async () => {
      await Promise.all([pages.close(), files.close()]);
    },
  };
}

type Waiting = {
  resolve(answer: never): void;
  reject(error: Error): void;
  chunk?(bytes: Uint8Array): void;
  progress?: Progress;
};

/** So much old space is more than any report needs; one that grows beyond it fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

function createThread(address: string) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const workerData: ThreadData = { address };
    const started = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData, resourceLimits });
    started.unref();
    started.on('message', (said: FromThread) => hear(started, said));
    started.on('error', (error) => giveUp(started, error as Error));
    started.on('exit', () => giveUp(started, new Error('the reading thread ended')));
    return started;
  }

  function hear(from: Worker, said: FromThread): void {
    const asked = waiting.get(said.id);
    if (said.say === 'chunk') asked?.chunk?.(said.bytes);
    if (said.say === 'progress') asked?.progress?.(said.rowsDone, said.rowsTotal);
    if (said.say !== 'answer' && said.say !== 'error') return;
    waiting.delete(said.id);
    if (waiting.size === 0) from.unref();
    if (said.say === 'answer') asked?.resolve(said.answer as never);
    else asked?.reject(said.code ? unprocessable(said.code, said.message) : new Error(said.message));
  }

  /** The next question starts another. */
  function giveUp(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function send(message: ToThread): void {
    worker?.postMessage(message);
  }

  function open(ask: Ask, asked: Waiting): number {
    worker ??= start();
    worker.ref();
    lastId++;
    waiting.set(lastId, asked);
    send({ id: lastId, say: 'ask', ask });
    return lastId;
  }

  return {
    ask: <K extends Ask['kind']>(ask: Extract<Ask, { kind: K }>) =>
      new Promise<Answers[K]>((resolve, reject) => {
        open(ask, { resolve: resolve as Waiting['resolve'], reject });
      }),

    stream(ask: FileAsk, progress: Progress): FileUnderWay {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
        {},
        {},
        new CountQueuingStrategy({ highWaterMark: 1 }),
      );
      const writer = writable.getWriter();
      const { promise, resolve, reject } = Promise.withResolvers<FileAnswer>();
      const end = (how: Promise<unknown>) => how.catch(() => {});
      const id = open(ask, {
        resolve: (answer) => {
          end(writer.close());
          resolve(answer as FileAnswer);
        },
        reject: (error) => {
          end(writer.abort(error));
          reject(error);
        },
        chunk: (bytes) => {
          writer.write(bytes).then(
            () => send({ id, say: 'go' }),
            () => send({ id, say: 'stop' }),
          );
        },
        progress,
      });
      // Whoever reads the chunks hears of a failure there too.
      promise.catch(() => {});
      return { chunks: readable, answer: promise, stop: () => send({ id, say: 'stop' }) };
    },

    close: async () => {
      await worker?.terminate();
    },
  };
}
