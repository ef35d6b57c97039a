import type { Executor } from '../../platform/database/database.ts';
import type { FreelancerRow } from './table.ts';

/** What decides whether and which profile an actor sees; read from the database for every request. */
export type ProfileHead = Pick<FreelancerRow, 'id' | 'personId' | 'visibility' | 'revision'>;

const batchMax = 64;
const batchesMax = 4;

/**
 * Reads heads in batches: requests that arrive while a query is under way share the next one, so that sixteen
 * concurrent reads cost a few queries. A read always begins after it was asked for, so it sees each acknowledged change.
 */
export function createHeadReads(db: Executor): (id: string) => Promise<ProfileHead | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<ProfileHead | undefined>>();
  let underWay = 0;
  let isScheduled = false;
  // Padded to a power of two: seven statements in all, each prepared once.
  const compiled = new Map<number, ReturnType<typeof compile>>();

  return (id) => {
    const known = waiting.get(id);
    if (known) return known.promise;
    const asked = Promise.withResolvers<ProfileHead | undefined>();
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
      const heads = new Map((await readHeads([...batch.keys()])).map((head) => [head.id, head]));
      for (const [id, { resolve }] of batch) resolve(heads.get(id));
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    } finally {
      underWay--;
      schedule();
    }
  }

  async function readHeads(ids: string[]): Promise<ProfileHead[]> {
    const size = 2 ** Math.ceil(Math.log2(ids.length));
    const query = compiled.get(size) ?? compile(db, size);
    compiled.set(size, query);
    const parameters = Array.from({ length: size }, (_, index) => ids[index] ?? ids[0]!);
    return (await db.executeQuery<ProfileHead>({ ...query, parameters })).rows;
  }
}

function compile(db: Executor, size: number) {
  return db
    .selectFrom('freelancers')
    .select(['id', 'personId', 'visibility', 'revision'])
    .where(
      'id',
      'in',
      Array.from({ length: size }, () => ''),
    )
    .compile();
}
