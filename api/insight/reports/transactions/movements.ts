import { sql } from 'kysely';
import { packedEntries } from '../client-entries.ts';
import type { TenantReading } from '../definition.ts';
import type { Span } from '../periods.ts';

/** Everything that moved money of a tenant: what it paid, what went back, and what its bank and its credit line did. */
export type Movement = {
  id: string;
  kind: 'payment' | 'refund' | 'transfer';
  at: number;
  transferId: string;
  /** Of a payment its purpose, of a transfer its kind. */
  what: string;
  purpose: string | null;
  subjectKind: string;
  subjectId: string;
  description: string;
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  /** Of the document that was issued for it by the instant asked for. */
  invoice: string | null;
  entries: string;
};
export type Place = { at: number; id: string };

/** Subjects of transfers that stay between escrow, freelancers and fees, or move no money at all. */
const inside = [
  'payment',
  'refund',
  'milestone',
  'timesheet',
  'timeAdjustment',
  'retainer',
  'bonus',
  'proposal',
  'freelancer',
];
const movementsAtOnce = 1_000;

/** By when they were settled, in batches; the next is read while the last is worked on. */
export async function* movementsIn(reading: TenantReading, span: Span): AsyncGenerator<Movement[]> {
  let next = readMovements(reading, span, { at: span.fromMs, id: '' });
  try {
    while (true) {
      const batch = await next;
      const last = batch.at(-1);
      if (!last) return;
      const isLast = batch.length < movementsAtOnce;
      if (!isLast) {
        next = readMovements(reading, span, last);
        // Whoever stops reading does not wait for it.
        next.catch(() => {});
      }
      yield batch;
      if (isLast) return;
    }
  } finally {
    await next.catch(() => {});
  }
}

async function readMovements(reading: TenantReading, { toMs }: Span, after: Place): Promise<Movement[]> {
  const { db, scope, asOfMs } = reading;
  const untilMs = Math.min(toMs, asOfMs + 1);
  const ends = (alias: string, column: string) => {
    const [at, id] = [sql.ref(`${alias}.${column}`), sql.ref(`${alias === 's' ? 't' : alias}.id`)];
    return sql`${at} >= ${after.at} and ${at} < ${untilMs} and (${at} > ${after.at} or ${id} > ${after.id})`;
  };
  const limit = sql`order by 3, 1 limit ${movementsAtOnce}`;
  const transferId = sql.ref<string>('m.transferId');
  const invoice = sql`(select i."number" from "invoiceLines" as l inner join "invoices" as i on i."id" = l."invoiceId"
    where l."transferId" = ${transferId} and i."ownerKind" = 'tenant' and i."issuedAt" <= ${asOfMs} limit 1)`;
  const { rows } = await sql<Movement>`
    select m.*, ${invoice} as "invoice", ${packedEntries(db, transferId)} as "entries" from (
      select * from (select p."id", 'payment' as "kind", p."settledAt" as "at", p."transferId", p."purpose" as "what", p."purpose",
          p."subjectKind", p."subjectId", p."description", p."contractId", p."freelancerId", p."team", p."costCenter", p."purchaseOrder"
        from "payments" as p
        where p."tenantId" = ${scope.tenantId} and p."payerKind" = 'tenant' and p."state" = 'posted' and ${ends('p', 'settledAt')} ${limit}) as paid
      union all
      select * from (select r."id", 'refund' as "kind", r."settledAt" as "at", r."transferId", 'refund' as "what", p."purpose",
          p."subjectKind", p."subjectId", p."description", p."contractId", p."freelancerId", p."team", p."costCenter", p."purchaseOrder"
        from "refunds" as r inner join "payments" as p on p."id" = r."paymentId"
        where r."tenantId" = ${scope.tenantId} and r."state" = 'posted' and ${ends('r', 'settledAt')} ${limit}) as returned
      union all
      select * from (select t."id", 'transfer' as "kind", s."settledAt" as "at", t."id" as "transferId", t."kind" as "what", null as "purpose",
          t."subjectKind", t."subjectId", '' as "description", t."contractId", null as "freelancerId", null as "team", null as "costCenter", null as "purchaseOrder"
        from "ledgerTransfers" as t inner join "ledgerSettlements" as s on s."transferId" = t."id"
        where t."tenantId" = ${scope.tenantId} and t."subjectKind" not in (${sql.join(inside)}) and s."outcome" = 'posted' and ${ends('s', 'settledAt')}
          and exists (select 1 from "ledgerEntries" as e inner join "ledgerAccounts" as a on a."id" = e."accountId"
            where e."transferId" = t."id" and a."kind" in ('processor', 'clientFunding', 'clientCredit')) ${limit}) as other
      order by 3, 1 limit ${movementsAtOnce}) as m
    order by m."at", m."id"`.execute(db);
  return rows;
}
