import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CommitmentRow } from './table.ts';

/* What cost centers spent and will spend, for whoever counts by them: from entries that never change. */

export type Spent = { costCenter: string; currency: string; amountMinor: number };

/** Charged and not given back between two instants, of these cost centers. */
export async function sumSpentOf(
  db: Executor,
  scope: TenantScope,
  costCenters: readonly string[],
  { fromMs, toMs }: { fromMs: EpochMs; toMs: EpochMs },
): Promise<Spent[]> {
  if (costCenters.length === 0) return [];
  const rows = await db
    .selectFrom('spendingEntries')
    .select((eb) => ['costCenter', 'currency', eb.fn.sum<number | string>('amountMinor').as('amountMinor')])
    .where('tenantId', '=', scope.tenantId)
    .where('costCenter', 'in', costCenters)
    .where('part', '=', 'spent')
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .groupBy(['costCenter', 'currency'])
    .execute();
  return rows.map((row) => ({ ...row, costCenter: row.costCenter!, amountMinor: Number(row.amountMinor) }));
}

export type OpenCommitment = {
  commitmentId: string;
  costCenter: string;
  currency: string;
  openMinor: number;
  fromAtMs: number | null;
  untilAtMs: number | null;
};

/** What was still to be charged at an instant, and over which time as it was known then. */
export async function listOpen(
  db: Executor,
  scope: TenantScope,
  costCenters: readonly string[],
  asOfMs: EpochMs,
): Promise<OpenCommitment[]> {
  if (costCenters.length === 0) return [];
  const entries = db
    .selectFrom('spendingEntries')
    .where('tenantId', '=', scope.tenantId)
    .where('costCenter', 'in', costCenters)
    .where('part', '!=', 'spent')
    .where('at', '<=', asOfMs);
  const sums = await entries
    .select((eb) => [
      'commitmentId',
      'costCenter',
      'currency',
      eb.fn.sum<number | string>('amountMinor').as('openMinor'),
    ])
    .groupBy(['commitmentId', 'costCenter', 'currency'])
    .having((eb) => eb(eb.fn.sum<number>('amountMinor'), '!=', 0))
    .execute();
  if (sums.length === 0) return [];
  const spans = await entries.select(['commitmentId', 'fromAt', 'untilAt']).orderBy('at').orderBy('id').execute();
  // The newest word on each stays.
  const spanOf = new Map(spans.map((span) => [span.commitmentId, span]));
  return sums.map(({ commitmentId, costCenter, currency, openMinor }) => ({
    commitmentId,
    costCenter: costCenter!,
    currency,
    openMinor: Number(openMinor),
    fromAtMs: spanOf.get(commitmentId)?.fromAt ?? null,
    untilAtMs: spanOf.get(commitmentId)?.untilAt ?? null,
  }));
}

/** By commitment, what was charged and not given back between two instants. */
export async function sumSpentByCommitment(
  db: Executor,
  scope: TenantScope,
  { costCenter, currency }: { costCenter: string; currency: string },
  { fromMs, toMs }: { fromMs: EpochMs; toMs: EpochMs },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('spendingEntries')
    .select((eb) => ['commitmentId', eb.fn.sum<number | string>('amountMinor').as('amountMinor')])
    .where('tenantId', '=', scope.tenantId)
    .where('costCenter', '=', costCenter)
    .where('currency', '=', currency)
    .where('part', '=', 'spent')
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .groupBy('commitmentId')
    .execute();
  return new Map(rows.map((row) => [row.commitmentId, Number(row.amountMinor)]));
}

export async function listCommitmentsById(
  db: Executor,
  scope: TenantScope,
  ids: readonly string[],
): Promise<CommitmentRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .execute();
}

export type Commitment = CommitmentRow;

/** Of every tenant, by id: for proofs. */
export function listCommitmentsAfter(db: Executor, afterId: string, limit: number): Promise<CommitmentRow[]> {
  return db.selectFrom('commitments').selectAll().where('id', '>', afterId).orderBy('id').limit(limit).execute();
}
