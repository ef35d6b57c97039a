import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readTenantBrands } from '../../platform/tenants/read-brands.ts';
import { readClientCounts } from '../job-posts/read-for-index.ts';
import type { JobClient } from './schema.ts';

/** What freelancers know of clients, by tenant. */
export type Clients = ReadonlyMap<string, JobClient>;
/** @param needed tenants that must be among them, be they a second old */
export type ClientReads = (needed?: readonly string[]) => Promise<Clients>;

/** Counting goes through every post, so that its answer is used for this long; whoever asks later waits for no newer one. */
const lifeMs = 30_000;

export function createClientReads(db: Executor, clock: Clock): ClientReads {
  let known: Clients | undefined;
  let readAtMs = 0;
  let reading: Promise<Clients> | undefined;

  /** Begins after it was asked for, so it sees each acknowledged change. */
  async function readAgain(): Promise<Clients> {
    readAtMs = clock.now();
    const mine = readClients(db);
    reading = mine;
    try {
      const clients = await mine;
      if (reading === mine) known = clients;
      return clients;
    } finally {
      if (reading === mine) reading = undefined;
    }
  }

  return async (needed = []) => {
    if (known && Math.abs(clock.now() - readAtMs) >= lifeMs) readAgain().catch(() => undefined);
    const clients = known ?? (await (reading ?? readAgain()));
    return needed.every((id) => clients.has(id)) ? clients : readAgain();
  };
}

async function readClients(db: Executor): Promise<Clients> {
  const [brands, counts] = await Promise.all([readTenantBrands(db), readClientCounts(db)]);
  return new Map(
    brands.map(({ id, name, logoUrl, country, createdAtMs }) => {
      const { posts = 0, hires = 0 } = counts.get(id) ?? {};
      return [id, { id, name, logoUrl, country, memberSince: isoInstant(createdAtMs), posts, hires }];
    }),
  );
}
