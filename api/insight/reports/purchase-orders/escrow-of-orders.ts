import { sql } from 'kysely';
import type { AccountKind } from '../../../money/ledger/ledger.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';
import type { EntryRow } from '../report.ts';

/** What stood in escrow for milestones that were paid on each order. */
export async function escrowOfOrders(
  reading: TenantReading,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ purchaseOrder: string; heldMinor: number }>`
    select p."purchaseOrder", sum(e."amountMinor") as "heldMinor" from ${escrowEntries(reading, numbers)}
    group by p."purchaseOrder"`.execute(reading.db);
  return new Map(rows.map(({ purchaseOrder, heldMinor }) => [purchaseOrder, heldMinor]));
}

type Behind = {
  transferId: string;
  position: number;
  kind: string;
  account: AccountKind;
  ownerId: string;
  amountMinor: number;
  currency: string;
  settledAt: number;
  subjectKind: string;
  subjectId: string;
  contractId: string | null;
};

export async function* entriesInEscrow(reading: TenantReading, number: string): AsyncGenerator<EntryRow[]> {
  const { rows } = await sql<Behind>`
    select e."transferId", e."position", t."kind", a."kind" as "account", a."ownerId", e."amountMinor", e."currency",
      s."settledAt", t."subjectKind", t."subjectId", t."contractId"
    from ${escrowEntries(reading, [number])} inner join "ledgerTransfers" as t on t."id" = e."transferId"
    order by s."settledAt", e."transferId", e."position"`.execute(reading.db);
  yield rows.map(({ amountMinor, currency, settledAt, subjectKind, subjectId, ...row }) => ({
    ...row,
    amount: { amountMinor, currency },
    at: isoInstant(settledAt),
    subject: { kind: subjectKind, id: subjectId },
    invoice: null,
  }));
}

function escrowEntries({ scope, asOfMs }: TenantReading, numbers: readonly string[]) {
  return sql`"payments" as p
    inner join "milestones" as m on m."paymentId" = p."id"
    inner join "ledgerAccounts" as a on a."kind" = 'escrow' and a."ownerId" = m."id"
    inner join "ledgerEntries" as e on e."accountId" = a."id"
    inner join "ledgerSettlements" as s on s."transferId" = e."transferId" and s."outcome" = 'posted'
      and s."settledAt" <= ${asOfMs}
      and p."tenantId" = ${scope.tenantId} and ${oneOf('p.purchaseOrder', numbers)}`;
}
