const batchMax = 64;
const batchesMax = 4;

/**
 * Reads by id in batches: what is asked for while a query is under way shares the next one, so that sixteen concurrent
 * requests cost a few queries. A read always begins after it was asked for, so it sees each acknowledged change.
 */
export function batchedReads<T>(
  readMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<T | undefined>>();
  let underWay = 0;
  let isScheduled = false;

  return (id) => {
    const known = waiting.get(id);
    if (known) return known.promise;
    const asked = Promise.withResolvers<T | undefined>();
    waiting.set(id, asked);
    schedule();
    return asked.promise;
  };

  function schedule(): void {
    if (isScheduled || underWay >= batchesMax || waiting.size === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void readWaiting();
    });
  }

  async function readWaiting(): Promise<void> {
    const batch = new Map([...waiting].slice(0, batchMax));
    waiting = new Map([...waiting].slice(batchMax));
    underWay++;
    schedule();
    try {
      const found = await readMany([...batch.keys()]);
      for (const [id, { resolve }] of batch) resolve(found.get(id));
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    } finally {
      underWay--;
      schedule();
    }
  }
}
