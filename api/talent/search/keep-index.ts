import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type KeptIndex, keepIndex } from '../../platform/search-index/keep-index.ts';
import { TalentIndex } from './talent-index.ts';

export type KeepDeps = { database: Database; clock: Clock; log: Logger };
export type TalentSearch = KeptIndex<TalentIndex>;

/** @param folder for snapshots; without one each start reads everything */
export function createTalentSearch({ database, clock, log }: KeepDeps, folder?: string): TalentSearch {
  const deps = { db: database.db, clock };
  return keepIndex({ name: 'talent', create: (engine, notes) => new TalentIndex(deps, engine, notes) }, log, folder);
}
