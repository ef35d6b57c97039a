import type { Database } from '../database/database.ts';
import { type Clock, systemClock } from './clock.ts';
import { addToShift, findShift } from './store.ts';

/** The real time and a shift that only grows, kept in the database: what the clock did stays done after a restart. */
export type DemoClock = Clock & {
  /** How far it is ahead of the real time. */
  shiftMs(): number;
  advance(ms: number): Promise<void>;
};

/** For demos of timed rules, where fourteen days pass at the press of a button; never where money is real. */
export async function openDemoClock(database: Database, real: Clock = systemClock): Promise<DemoClock> {
  let shiftMs = await findShift(database.db);
  return {
    now: () => real.now() + shiftMs,
    shiftMs: () => shiftMs,
    async advance(ms) {
      if (!(ms > 0)) throw new RangeError('a clock goes forward only');
      shiftMs = await database.transaction((trx) => addToShift(trx, ms));
    },
  };
}
