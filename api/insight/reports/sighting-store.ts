import type { Database } from '../../platform/database/database.ts';
import type { Sighting } from './names.ts';

const rowsAtOnce = 100;

/** Kept before an answer is given, so that the same can be said again. Whoever saw it first at an instant is right. */
export async function keepSightings(
  { database }: { database: Database },
  tenantId: string | null,
  sightings: readonly Sighting[],
): Promise<void> {
  for (let at = 0; at < sightings.length; at += rowsAtOnce) {
    const rows = sightings
      .slice(at, at + rowsAtOnce)
      .map(({ kind, id, text, seenAtMs }) => ({ tenantId: tenantId ?? '', kind, id, text, seenAt: seenAtMs }));
    await database.transaction((trx) =>
      trx
        .insertInto('reportNames')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }
}
