import { type SelectQueryBuilder, sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AccountKind } from './ledger.ts';
import type { LedgerAccountRow } from './table.ts';

/** Whose entries a statement is of: one account's, or all of some kinds that a tenant's transfers touched. */
export type StatementOf =
  | { accountId: string }
  | { scope: TenantScope; kinds: readonly AccountKind[]; currency: string };

export type StatementPlace = { settledAt: number; transferId: string };

/* What is posted only, at the instant of its posting; a transfer that gives and takes within one statement is one line. */

function linesOf(db: Executor, of: StatementOf) {
  const entries = db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select((eb) => [
      'ledgerEntries.transferId',
      'ledgerSettlements.settledAt',
      eb.fn.sum<number>('amountMinor').as('amountMinor'),
    ])
    .where('outcome', '=', 'posted')
    .groupBy(['ledgerEntries.transferId', 'ledgerSettlements.settledAt'])
    .having((eb) => eb.fn.sum('amountMinor'), '<>', 0);
  if ('accountId' in of) return entries.where('accountId', '=', of.accountId).as('lines');
  return entries
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .innerJoin('ledgerTransfers as made', 'made.id', 'ledgerEntries.transferId')
    .where('made.tenantId', '=', of.scope.tenantId)
    .where('ledgerAccounts.kind', 'in', of.kinds)
    .where('ledgerAccounts.currency', '=', of.currency)
    .as('lines');
}

/** The balance at the start of a period, and what came and went in it. */
export async function sumPeriod(db: Executor, of: StatementOf, fromMs: number, beforeMs: number) {
  const when = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(case when ${condition} then "amountMinor" else 0 end), 0)`;
  return db
    .selectFrom(linesOf(db, of))
    .select([
      when(sql`"settledAt" < ${fromMs}`).as('openingMinor'),
      when(sql`"settledAt" >= ${fromMs} and "amountMinor" > 0`).as('receivedMinor'),
      when(sql`"settledAt" >= ${fromMs} and "amountMinor" < 0`).as('givenMinor'),
    ])
    .where('settledAt', '<', beforeMs)
    .executeTakeFirstOrThrow();
}

/** What the balance was right after a line. */
export async function sumUpTo(db: Executor, of: StatementOf, place: StatementPlace): Promise<number> {
  const { sum } = await upTo(db.selectFrom(linesOf(db, of)), place, '<=')
    .select((eb) => eb.fn.sum<number>('amountMinor').as('sum'))
    .executeTakeFirstOrThrow();
  return sum ?? 0;
}

/** The newest first. */
export function listLines(
  db: Executor,
  of: StatementOf,
  { fromMs, beforeMs, after, limit }: { fromMs: number; beforeMs: number; after?: StatementPlace; limit: number },
) {
  const lines = db.selectFrom(linesOf(db, of)).where('settledAt', '>=', fromMs).where('settledAt', '<', beforeMs);
  return (after ? upTo(lines, after, '<') : lines)
    .innerJoin('ledgerTransfers', 'ledgerTransfers.id', 'lines.transferId')
    .select([
      'lines.transferId',
      'lines.settledAt',
      'lines.amountMinor',
      'kind',
      'subjectKind',
      'subjectId',
      'contractId',
    ])
    .orderBy('lines.settledAt', 'desc')
    .orderBy('lines.transferId', 'desc')
    .limit(limit)
    .execute();
}

type Lines = { lines: { transferId: string; settledAt: number; amountMinor: number } };

function upTo<T extends SelectQueryBuilder<Lines & Record<never, never>, 'lines', object>>(
  query: T,
  { settledAt, transferId }: StatementPlace,
  compared: '<' | '<=',
): T {
  return query.where((eb) =>
    eb.or([
      eb('lines.settledAt', '<', settledAt),
      eb.and([eb('lines.settledAt', '=', settledAt), eb('lines.transferId', compared, transferId)]),
    ]),
  ) as T;
}

export function findAccountById(db: Executor, id: string): Promise<LedgerAccountRow | undefined> {
  return db.selectFrom('ledgerAccounts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** An owner's of one kind, the one that was opened last first. */
export function listAccountsOf(db: Executor, kind: AccountKind, ownerId: string): Promise<LedgerAccountRow[]> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where('kind', '=', kind)
    .where('ownerId', '=', ownerId)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Units in which a tenant has had something in accounts of these kinds, the latest first. */
export async function listUnitsOfTenant(
  db: Executor,
  { tenantId }: TenantScope,
  kinds: readonly AccountKind[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('ledgerTransfers')
    .innerJoin('ledgerEntries', 'ledgerEntries.transferId', 'ledgerTransfers.id')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .select((eb) => ['ledgerAccounts.currency', eb.fn.max('ledgerEntries.occurredAt').as('latestAt')])
    .where('ledgerTransfers.tenantId', '=', tenantId)
    .where('ledgerAccounts.kind', 'in', kinds)
    .groupBy('ledgerAccounts.currency')
    .orderBy('latestAt', 'desc')
    .execute();
  return rows.map(({ currency }) => currency);
}

/** What a tenant's pending transfers will take from accounts of these kinds. */
export async function sumHeldOfTenant(
  db: Executor,
  { scope, kinds, currency }: Extract<StatementOf, { scope: TenantScope }>,
): Promise<number> {
  const { sum } = await db
    .selectFrom('ledgerTransfers')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerTransfers.id')
    .innerJoin('ledgerEntries', 'ledgerEntries.transferId', 'ledgerTransfers.id')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .select((eb) => eb.fn.sum<number>('ledgerEntries.amountMinor').as('sum'))
    .where('ledgerTransfers.tenantId', '=', scope.tenantId)
    .where('outcome', 'is', null)
    .where('ledgerAccounts.kind', 'in', kinds)
    .where('ledgerAccounts.currency', '=', currency)
    .where('ledgerEntries.amountMinor', '<', 0)
    .executeTakeFirstOrThrow();
  return -(sum ?? 0) + 0;
}

/** By kind, owner and currency, after a place. */
export function listAllAccounts(
  db: Executor,
  { kind, ownerId, afterId, limit }: { kind?: string; ownerId?: string; afterId: string; limit: number },
): Promise<LedgerAccountRow[]> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where('id', '>', afterId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as AccountKind))
    .$if(ownerId !== undefined, (query) => query.where('ownerId', '=', ownerId!))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Sums by kind of account and currency: of guarded ones their balances, of the others their entries. */
export async function sumKinds(db: Executor) {
  const guarded = await db
    .selectFrom('ledgerAccounts')
    .select((eb) => [
      'kind',
      'currency',
      eb.fn.countAll<number>().as('accounts'),
      eb.fn.sum<number>('postedMinor').as('sumMinor'),
      eb.fn.sum<number>('heldMinor').as('heldMinor'),
    ])
    .where('isGuarded', '=', 1)
    .groupBy(['kind', 'currency'])
    .execute();
  const others = await db
    .selectFrom('ledgerAccounts')
    .leftJoin('ledgerEntries', 'ledgerEntries.accountId', 'ledgerAccounts.id')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select((eb) => [
      'kind',
      'ledgerAccounts.currency',
      eb.fn.count<number>('ledgerAccounts.id').distinct().as('accounts'),
      sql<number>`coalesce(sum(case when outcome = 'posted' then "amountMinor" else 0 end), 0)`.as('sumMinor'),
      sql<number>`0`.as('heldMinor'),
    ])
    .where('isGuarded', '=', 0)
    .groupBy(['kind', 'ledgerAccounts.currency'])
    .execute();
  return [...guarded, ...others];
}
