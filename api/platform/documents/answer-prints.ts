import { parentPort } from 'node:worker_threads';

/** The worker's side of createPrinter. */
export function answerPrints<Model>(print: (model: Model) => Promise<Uint8Array>): void {
  parentPort?.on('message', async ({ id, model }: { id: number; model: Model }) => {
    try {
      parentPort?.postMessage({ id, bytes: await print(model) });
    } catch (error) {
      parentPort?.postMessage({ id, error: String(error) });
    }
  });
}
