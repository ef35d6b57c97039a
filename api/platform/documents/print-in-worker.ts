import { Worker } from 'node:worker_threads';

/** Makes documents beside the thread that answers requests: a long one takes longer than a request may wait. */
export type Printer<Model> = { print(model: Model): Promise<Uint8Array>; close(): Promise<void> };

type Answer = { id: number; bytes: Uint8Array } | { id: number; error: string };

/**
 * One worker, started with the first document and never what keeps the process alive.
 * @param script runs `answerPrints`
 */
export function createPrinter<Model>(script: URL): Printer<Model> {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(script);
    started.unref();
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('bytes' in answer) asked?.resolve(answer.bytes);
      else asked?.reject(new Error(answer.error));
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => giveUp(started, error as Error));
    started.on('exit', () => giveUp(started, new Error('the printing thread ended')));
    return started;
  }

  /** The next document starts another. */
  function giveUp(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    print: (model) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        lastId++;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, model });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
