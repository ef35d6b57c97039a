import type { Database, EpochMs, Executor } from '../database/database.ts';
import { noteSessionUse } from '../embed-sessions/read-sessions.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import type { EmbedCspReportRow, EmbedSightingRow, EmbedUsageRow, EmbedUsageSubjectRow } from './table.ts';

export type Batch = {
  usage: Map<string, EmbedUsageRow>;
  sightings: Map<string, EmbedSightingRow>;
  reports: Map<string, EmbedCspReportRow>;
  subjects: EmbedUsageSubjectRow[];
  /** By session id. */
  uses: Map<string, { tenantId: string; origin: string; atMs: EpochMs }>;
};

const rowsAtOnce = 100;
/** Strangers choose what they send: beyond this many different ones of a tenant only those known are counted on. */
const keptMax = 500;

/** Of all tenants whose pages were seen since the last time. */
export function writeBatch(database: Database, batch: Batch): Promise<void> {
  const { usage, sightings, reports, subjects, uses } = batch;
  if (usage.size + sightings.size + reports.size + subjects.length + uses.size === 0) return Promise.resolve();
  return database.transaction(async (trx) => {
    for (const rows of chunks([...usage.values()])) await addUsage(trx, rows);
    for (const rows of chunks(subjects))
      await trx
        .insertInto('embedUsageSubjects')
        .values(rows)
        .onConflict((at) => at.doNothing())
        .execute();
    for (const rows of chunks(await withinBound(trx, 'embedSightings', [...sightings.values()])))
      await addSightings(trx, rows);
    for (const rows of chunks(await withinBound(trx, 'embedCspReports', [...reports.values()])))
      await addReports(trx, rows);
    for (const [id, { tenantId, ...use }] of uses) await noteSessionUse(trx, tenantScope(tenantId), id, use);
  });
}

async function addUsage(trx: Executor, rows: EmbedUsageRow[]): Promise<void> {
  await trx
    .insertInto('embedUsage')
    .values(rows)
    .onConflict((at) =>
      at
        .columns(['tenantId', 'day', 'origin', 'widget', 'metric', 'detail'])
        .doUpdateSet((eb) => ({ count: eb('embedUsage.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}

async function addSightings(trx: Executor, rows: EmbedSightingRow[]): Promise<void> {
  await trx
    .insertInto('embedSightings')
    .values(rows)
    .onConflict((at) =>
      at.columns(['tenantId', 'kind', 'code', 'origin', 'detail']).doUpdateSet((eb) => ({
        count: eb('embedSightings.count', '+', eb.ref('excluded.count')),
        lastAt: eb.ref('excluded.lastAt'),
      })),
    )
    .execute();
}

async function addReports(trx: Executor, rows: EmbedCspReportRow[]): Promise<void> {
  await trx
    .insertInto('embedCspReports')
    .values(rows)
    .onConflict((at) =>
      at.columns(['tenantId', 'origin', 'directive', 'blocked', 'disposition']).doUpdateSet((eb) => ({
        count: eb('embedCspReports.count', '+', eb.ref('excluded.count')),
        lastAt: eb.ref('excluded.lastAt'),
      })),
    )
    .execute();
}

async function withinBound<Row extends { tenantId: string }>(
  trx: Executor,
  table: 'embedSightings' | 'embedCspReports',
  rows: Row[],
): Promise<Row[]> {
  const room = new Map<string, number>();
  for (const tenantId of new Set(rows.map((row) => row.tenantId))) {
    const { kept } = await trx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('kept'))
      .where('tenantId', '=', tenantId)
      .executeTakeFirstOrThrow();
    room.set(tenantId, keptMax - Number(kept));
  }
  return rows.filter(({ tenantId }) => {
    const left = room.get(tenantId)!;
    room.set(tenantId, left - 1);
    return left > 0;
  });
}

export function listSightings(db: Executor, { tenantId }: TenantScope, sinceMs: EpochMs): Promise<EmbedSightingRow[]> {
  return db
    .selectFrom('embedSightings')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('lastAt', '>=', sinceMs)
    .orderBy('lastAt', 'desc')
    .limit(keptMax)
    .execute();
}

export function listReports(db: Executor, { tenantId }: TenantScope, sinceMs: EpochMs): Promise<EmbedCspReportRow[]> {
  return db
    .selectFrom('embedCspReports')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('lastAt', '>=', sinceMs)
    .orderBy('lastAt', 'desc')
    .limit(keptMax)
    .execute();
}

export type UsageWindow = { from: string; to: string; origin?: string | undefined };

export function listUsage(
  db: Executor,
  { tenantId }: TenantScope,
  { from, to, origin }: UsageWindow,
): Promise<EmbedUsageRow[]> {
  return db
    .selectFrom('embedUsage')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .$if(origin !== undefined, (query) => query.where('origin', '=', origin!))
    .orderBy('day')
    .orderBy('origin')
    .orderBy('widget')
    .orderBy('metric')
    .orderBy('detail')
    .execute();
}

export type SubjectCount = { day?: string; origin?: string; widget: string; kind: string; n: number };

/** Different ones over the whole window, by widget and by one more column where it is named. */
export async function countSubjects(
  db: Executor,
  { tenantId }: TenantScope,
  { from, to, origin }: UsageWindow,
  by: 'widget' | 'day' | 'origin',
): Promise<SubjectCount[]> {
  const columns = by === 'widget' ? (['widget', 'kind'] as const) : ([by, 'widget', 'kind'] as const);
  const rows = await db
    .selectFrom('embedUsageSubjects')
    .select([...columns])
    .select((eb) => eb.fn.count<number>('subject').distinct().as('n'))
    .where('tenantId', '=', tenantId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .$if(origin !== undefined, (query) => query.where('origin', '=', origin!))
    .groupBy([...columns])
    .execute();
  return rows.map((row) => ({ ...row, n: Number(row.n) })) as SubjectCount[];
}

export async function deleteSightingsBefore(db: Executor, beforeMs: EpochMs): Promise<void> {
  await db.deleteFrom('embedSightings').where('lastAt', '<', beforeMs).execute();
  await db.deleteFrom('embedCspReports').where('lastAt', '<', beforeMs).execute();
}

export async function deleteUsageBefore(db: Executor, day: string): Promise<void> {
  await db.deleteFrom('embedUsage').where('day', '<', day).execute();
  await db.deleteFrom('embedUsageSubjects').where('day', '<', day).execute();
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}
