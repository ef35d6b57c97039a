import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';

/**
 * The instant a report is of. Of now it is one by which everything that bears an earlier instant can be seen: no
 * transaction under way has one, so that the same question as of then is answered the same later.
 * @throws 422 as_of_in_future
 */
export async function chooseAsOf(
  { database, clock }: { database: Database; clock: Clock },
  asked: string | undefined,
): Promise<{ asOfMs: number; nowMs: number }> {
  const nowMs = clock.now();
  if (asked === undefined) {
    const asOfMs = await settledNow(database, clock);
    return { asOfMs, nowMs: asOfMs };
  }
  const asOfMs = Temporal.Instant.from(asked).epochMilliseconds;
  if (asOfMs > nowMs)
    throw unprocessable('as_of_in_future', 'Nobody knows yet what will be then; nothing was read. Leave asOf out.');
  return { asOfMs, nowMs };
}

const tickMs = 2;

async function settledNow(database: Database, clock: Clock): Promise<number> {
  const nowMs = clock.now();
  // What is written within the same millisecond is in it too.
  await setTimeout(tickMs);
  if (database.kind === 'sqlite') {
    // Writers take turns: after this one, those before have committed.
    await database.transaction(async (trx) => void (await sql`select 1`.execute(trx)));
    return nowMs;
  }
  const { rows } = await sql<{ lagMs: number | null }>`
    select ceil(max(extract(epoch from clock_timestamp() - xact_start)) * 1000) as "lagMs" from pg_stat_activity
    where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`.execute(database.db);
  return nowMs - Math.max(0, rows[0]?.lagMs ?? 0);
}
