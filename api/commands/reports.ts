import { access } from 'node:fs/promises';
import { readSettings } from '../env.ts';
import { definitions } from '../insight/reports/definitions.ts';
import { type Asked, compareContracts, walkFigures } from '../insight/reports/every-figure.ts';
import { lastSettledAt, listContractIds, listEarnerIds, listTenantIds } from '../insight/reports/whole-installation.ts';
import { migrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { listMissing } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';

/** `npm run ledger -- agree`: reads only; the server may be running. */
export class NotAgreed extends Error {}

const shownMax = 50;
const allYears = 10;

/** Every figure of every report against its entries, and R1, R2 and R8 of each contract against each other. */
export async function agree(address: string): Promise<string> {
  const database = await openDatabase(address);
  try {
    if ((await listMissing(database, migrations)).length > 0)
      throw new NotAgreed('The database lacks migrations, so nothing was compared: run npm run db -- migrate.');
    const { figures, contracts, broken } = await database.snapshot((db) => walkAll({ ...database, db }));
    if (broken.length > 0)
      throw new NotAgreed(
        [`Reports do not agree in ${broken.length} places:`, ...broken.slice(0, shownMax)].join('\n'),
      );
    return `Reports agree: ${figures} figures sum to their entries; R1, R2 and R8 are equal for ${contracts} contracts.`;
  } finally {
    await database.close();
  }
}

async function walkAll({ db }: Pick<Database, 'db'>) {
  const broken: string[] = [];
  let [figures, contracts] = [0, 0];
  const nowMs = await lastInstant(db);
  const at = { asOfMs: nowMs, nowMs };
  const to = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').toPlainDate();
  const filters = { from: to.subtract({ years: allYears }).add({ days: 1 }).toString(), to: to.toString() };
  const look = async (asked: Asked, audience: 'tenant' | 'freelancer') => {
    for (const definition of definitions.values()) {
      if (definition.audience !== audience) continue;
      const found = await walkFigures(db, definition, asked, definition.filters.includes('period') ? filters : {});
      figures += found.figures;
      broken.push(...found.broken);
    }
  };
  for (const id of await listTenantIds(db)) {
    const asked: Asked = { ...at, audience: { kind: 'tenant', tenantId: id, reach: 'all' } };
    await look(asked, 'tenant');
    const ids = await listContractIds(db, id);
    contracts += ids.length;
    broken.push(...(await compareContracts(db, asked, filters, ids)));
  }
  for (const freelancerId of await listEarnerIds(db))
    await look({ ...at, audience: { kind: 'freelancer', freelancerId } }, 'freelancer');
  return { figures, contracts, broken };
}

/** A demo's clock may be ahead of this machine's. */
async function lastInstant(db: Database['db']): Promise<number> {
  return Math.max((await lastSettledAt(db)) ?? 0, systemClock.now());
}

/** @throws SettingsRefused, NotAgreed */
export async function agreeAsSet(): Promise<string> {
  const { databaseAddress } = await readSettings(process.env);
  const isFile = !/^postgres(ql)?:/.test(databaseAddress);
  // Opening a file that is not there would make one.
  if (isFile && (await access(databaseAddress).then(undefined, () => true)))
    throw new NotAgreed(`There is no database ${databaseAddress}: start the server once, or set DATA_DIR.`);
  return agree(databaseAddress);
}
