import { type RawBuilder, sql } from 'kysely';
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
/** Few enough that most of what is made for a batch is gone before memory is tidied: larger ones are slower. */
const movementsAtOnce = 500;

type Source = (reading: TenantReading, span: Span, after: Place) => Promise<Movement[]>;

/** By when they were settled, in batches. Each source is read by its own index, in order, and they are merged here. */
export async function* movementsIn(reading: TenantReading, span: Span): AsyncGenerator<Movement[]> {
  const sources = [payments, refunds, otherTransfers].map((source) => createAhead(source, reading, span));
  try {
    while (true) {
      for (const source of sources) await source.fill();
      const left = sources.filter(({ batch }) => batch.length > 0);
      if (left.length === 0) return;
      // As far as every source is known: what one has beyond its batch comes after its last.
      const bounds = left.filter(({ isLast }) => !isLast()).map(({ batch }) => batch.at(-1)!);
      const until = bounds.toSorted(inOrder)[0];
      const taken = left.flatMap((source) => source.take(until));
      yield left.length === 1 ? taken : taken.sort(inOrder);
    }
  } finally {
    for (const source of sources) await source.end();
  }
}

const inOrder = (one: Place, other: Place) => one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** A source whose next batch is read while the last is worked on. */
function createAhead(source: Source, reading: TenantReading, span: Span) {
  let next: Promise<Movement[]> | undefined = source(reading, span, { at: span.fromMs, id: '' });
  return {
    batch: [] as Movement[],
    isLast: () => next === undefined,
    async fill(): Promise<void> {
      if (this.batch.length > 0 || !next) return;
      this.batch = await next;
      next = this.batch.length < movementsAtOnce ? undefined : source(reading, span, this.batch.at(-1)!);
      // Whoever stops reading does not wait for it.
      next?.catch(() => {});
    },
    take(until: Place | undefined): Movement[] {
      const beyond = until ? this.batch.findIndex((one) => inOrder(one, until) > 0) : -1;
      const taken = beyond === -1 ? this.batch : this.batch.slice(0, beyond);
      this.batch = beyond === -1 ? [] : this.batch.slice(beyond);
      return taken;
    },
    end: async () => {
      await next?.catch(() => {});
    },
  };
}

const payments: Source = (reading, span, after) =>
  read(
    reading,
    sql`p."id", 'payment' as "kind", p."settledAt" as "at", p."transferId", p."purpose" as "what", p."purpose",
      p."subjectKind", p."subjectId", p."description", p."contractId", p."freelancerId", p."team", p."costCenter", p."purchaseOrder"
      from "payments" as p
      where p."tenantId" = ${reading.scope.tenantId} and p."payerKind" = 'tenant' and p."state" = 'posted'`,
    within(reading, span, after, 'p."settledAt"', 'p."id"'),
  );

const refunds: Source = (reading, span, after) =>
  read(
    reading,
    sql`r."id", 'refund' as "kind", r."settledAt" as "at", r."transferId", 'refund' as "what", p."purpose",
      p."subjectKind", p."subjectId", p."description", p."contractId", p."freelancerId", p."team", p."costCenter", p."purchaseOrder"
      from "refunds" as r inner join "payments" as p on p."id" = r."paymentId"
      where r."tenantId" = ${reading.scope.tenantId} and r."state" = 'posted'`,
    within(reading, span, after, 'r."settledAt"', 'r."id"'),
  );

const otherTransfers: Source = (reading, span, after) =>
  read(
    reading,
    sql`t."id", 'transfer' as "kind", s."settledAt" as "at", t."id" as "transferId", t."kind" as "what", null as "purpose",
      t."subjectKind", t."subjectId", '' as "description", t."contractId", null as "freelancerId", null as "team", null as "costCenter", null as "purchaseOrder"
      from "ledgerTransfers" as t inner join "ledgerSettlements" as s on s."transferId" = t."id"
      where t."tenantId" = ${reading.scope.tenantId} and t."subjectKind" not in (${sql.join(inside.map((kind) => sql.lit(kind)))})
        and s."outcome" = 'posted'
        and exists (select 1 from "ledgerEntries" as e inner join "ledgerAccounts" as a on a."id" = e."accountId"
          where e."transferId" = t."id" and a."kind" in ('processor', 'clientFunding', 'clientCredit'))`,
    within(reading, span, after, 's."settledAt"', 't."id"'),
  );

/** After a place in the order of time and by the instant asked for. */
function within({ asOfMs }: TenantReading, { toMs }: Span, after: Place, at: string, id: string): RawBuilder<unknown> {
  const [atRef, idRef] = [sql.raw(at), sql.raw(id)];
  return sql`${atRef} >= ${after.at} and ${atRef} < ${Math.min(toMs, asOfMs + 1)} and (${atRef} > ${after.at} or ${idRef} > ${after.id})
    order by ${atRef}, ${idRef} limit ${sql.lit(movementsAtOnce)}`;
}

async function read({ db, asOfMs }: TenantReading, from: RawBuilder<unknown>, place: RawBuilder<unknown>) {
  const transferId = sql.ref<string>('m.transferId');
  const invoice = sql`(select i."number" from "invoiceLines" as l inner join "invoices" as i on i."id" = l."invoiceId"
    where l."transferId" = ${transferId} and i."ownerKind" = 'tenant' and i."issuedAt" <= ${asOfMs} limit 1)`;
  const { rows } = await sql<Movement>`
    select m.*, ${invoice} as "invoice", ${packedEntries(db, transferId)} as "entries"
    from (select ${from} and ${place}) as m order by m."at", m."id"`.execute(db);
  return rows;
}
