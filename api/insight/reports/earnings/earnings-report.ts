import { sql } from 'kysely';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { type ClientEntry, packedEntries, unpackEntries } from '../client-entries.ts';
import type { OwnReading, OwnReport } from '../definition.ts';
import { partsOf, type Span, spanName } from '../periods.ts';
import type { EntryRow, ReportRow } from '../report.ts';

/** R18: what one earned of each client, month by month, what was kept and withheld of it, and whether the form stands. */
export const earnings: OwnReport = {
  slug: 'earnings',
  audience: 'freelancer',
  filters: ['period', 'granularity'],
  granularities: ['month', 'quarter', 'year'],
  columns: [
    { key: 'month', type: 'period' },
    { key: 'client', type: 'text' },
    { key: 'gross', type: 'money', sums: true, opens: true },
    { key: 'fees', type: 'money', sums: true, opens: true },
    { key: 'refunds', type: 'money', sums: true, opens: true },
    { key: 'withheld', type: 'money', sums: true, opens: true },
    { key: 'net', type: 'money', sums: true, opens: true },
    { key: 'formStatus', type: 'code' },
  ],
  chart: { kind: 'bars', x: 'month', y: 'net', by: 'client' },
  async *rows(reading) {
    const granularity = reading.params.granularity ?? 'month';
    const formStatus = await readFormStatus(reading);
    for (const span of partsOf(reading.params, granularity)) {
      const rows = await rowsOf(reading, span, spanName(span, granularity), formStatus);
      if (rows.length > 0) yield rows;
    }
  },
  async *entries(reading, row, columnKey) {
    const granularity = reading.params.granularity ?? 'month';
    const [name, tenantId, currency] = JSON.parse(row.key) as [string, string, string];
    const span = partsOf(reading.params, granularity).find((part) => spanName(part, granularity) === name);
    if (!span) return;
    const transfers = (await readTransfers(reading, span)).filter((transfer) => (transfer.tenantId ?? '') === tenantId);
    yield transfers.flatMap((transfer) =>
      countedIn(columnKey, entriesOf(transfer, reading.freelancerId, currency)).map(({ entry, sign }) =>
        entryOf(transfer, entry, sign),
      ),
    );
  },
};

type Transfer = {
  transferId: string;
  kind: string;
  tenantId: string | null;
  contractId: string | null;
  subjectKind: string;
  subjectId: string;
  at: number;
  entries: string;
};

/** What touched one's own accounts and was more than the end of a security period; of payouts what was withheld. */
async function readTransfers({ db, freelancerId, asOfMs }: OwnReading, span: Span): Promise<Transfer[]> {
  const { rows } = await sql<Transfer>`
    select t."id" as "transferId", t."kind", t."tenantId", t."contractId", t."subjectKind", t."subjectId", s."settledAt" as "at",
      ${packedEntries(db, sql.ref<string>('t.id'))} as "entries"
    from "ledgerTransfers" as t inner join "ledgerSettlements" as s on s."transferId" = t."id"
    where t."id" in (select e."transferId" from "ledgerAccounts" as a inner join "ledgerEntries" as e on e."accountId" = a."id"
        where a."kind" in ('freelancerPending', 'freelancerAvailable') and a."ownerId" = ${freelancerId} and e."occurredAt" < ${span.toMs})
      and s."outcome" = 'posted' and s."settledAt" >= ${span.fromMs} and s."settledAt" < ${Math.min(span.toMs, asOfMs + 1)}
    order by s."settledAt", t."id"`.execute(db);
  return rows;
}

type Parts = { own: ClientEntry[]; fee: ClientEntry[]; withheld: ClientEntry[]; isPayout: boolean };

/** Of one transfer in one currency; a payout takes one's own out of here, which is no loss. */
function entriesOf({ entries, tenantId }: Transfer, freelancerId: string, currency: string): Parts {
  const all = unpackEntries(entries).filter((entry) => entry.currency === currency);
  const isPayout = tenantId === null;
  return {
    own: isPayout
      ? []
      : all.filter(
          ({ account, ownerId }) =>
            (account === 'freelancerPending' || account === 'freelancerAvailable') && ownerId === freelancerId,
        ),
    fee: isPayout ? [] : all.filter(({ account, ownerId }) => account === 'platformFees' && ownerId === 'service'),
    withheld: all.filter(({ account }) => account === 'withheldTax'),
    isPayout,
  };
}

const sumOf = (entries: readonly ClientEntry[]) => entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** Which entries are in a column, and with which sign. */
function countedIn(columnKey: string, { own, fee, withheld }: Parts): { entry: ClientEntry; sign: 1 | -1 }[] {
  const grossMinor = sumOf(own) + sumOf(fee);
  const counted = (entries: readonly ClientEntry[], sign: 1 | -1 = 1) => entries.map((entry) => ({ entry, sign }));
  switch (columnKey) {
    case 'gross':
      return grossMinor > 0 ? counted([...own, ...fee]) : [];
    case 'refunds':
      return grossMinor < 0 ? counted([...own, ...fee], -1) : [];
    case 'fees':
      return counted(fee);
    case 'withheld':
      return counted(withheld);
    default:
      return [...(grossMinor === 0 ? [] : counted(own)), ...counted(withheld, -1)];
  }
}

const figures = ['gross', 'fees', 'refunds', 'withheld', 'net'] as const;

async function rowsOf(reading: OwnReading, span: Span, month: string, formStatus: string): Promise<ReportRow[]> {
  const sums = new Map<string, Record<(typeof figures)[number], number>>();
  for (const transfer of await readTransfers(reading, span))
    for (const currency of new Set(unpackEntries(transfer.entries).map((entry) => entry.currency))) {
      const parts = entriesOf(transfer, reading.freelancerId, currency);
      const key = JSON.stringify([month, transfer.tenantId ?? '', currency]);
      const found = sums.get(key) ?? { gross: 0, fees: 0, refunds: 0, withheld: 0, net: 0 };
      let isNothing = true;
      for (const figure of figures)
        for (const { entry, sign } of countedIn(figure, parts)) {
          found[figure] += sign * entry.amountMinor;
          isNothing = false;
        }
      if (!isNothing) sums.set(key, found);
    }
  const clients = await readClients(reading, [...sums.keys()]);
  const rows = [...sums].map(([key, sum]): ReportRow => {
    const [, tenantId, currency] = JSON.parse(key) as [string, string, string];
    const money = figures.map((figure) => [figure, { amountMinor: sum[figure] + 0, currency }] as const);
    return {
      key,
      cells: { month, client: clients.get(tenantId) ?? null, ...Object.fromEntries(money), formStatus },
    };
  });
  const placeOf = ({ cells, key }: ReportRow) => `${cells.client ?? '\uffff'}\0${key}`;
  return rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

async function readClients({ db, names }: OwnReading, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(keys.map((key) => (JSON.parse(key) as [string, string])[1]))].filter((id) => id !== '');
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('tenants').select(['id', 'name', 'brandName']).where('id', 'in', ids).execute();
  return names.at('tenant.name', new Map(rows.map(({ id, name, brandName }) => [id, brandName ?? name])));
}

/** `missing`, `w9`, `w8ben`, `expired` as it stood. */
async function readFormStatus({ db, freelancerId, asOfMs }: OwnReading): Promise<string> {
  const form = await db
    .selectFrom('taxForms')
    .select(['kind', 'expiresAt'])
    .where('freelancerId', '=', freelancerId)
    .where('signedAt', '<=', asOfMs)
    .orderBy('signedAt', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (!form) return 'missing';
  return form.expiresAt !== null && form.expiresAt <= asOfMs ? 'expired' : form.kind;
}

function entryOf(
  { transferId, kind, at, subjectKind, subjectId, contractId }: Transfer,
  { position, account, ownerId, amountMinor, currency }: ClientEntry,
  sign: 1 | -1,
): EntryRow {
  return {
    transferId,
    position,
    kind,
    account,
    ownerId,
    amount: { amountMinor: sign * amountMinor + 0, currency },
    at: isoInstant(at),
    subject: { kind: subjectKind, id: subjectId },
    contractId,
    invoice: null,
  };
}
