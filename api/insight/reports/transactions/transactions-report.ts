import { sql } from 'kysely';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { listInvoices } from '../charge-entries.ts';
import type { ClientEntry } from '../client-entries.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import type { Span } from '../periods.ts';
import { type EntryRow, none, type ReportRow } from '../report.ts';
import { type Line, statementOf } from './lines.ts';
import { type Movement, movementsIn } from './movements.ts';

/** R1: every movement of the tenant's money, line by line, with the balance right after each. */
export const transactions: TenantReport = {
  slug: 'transactions',
  audience: 'tenant',
  readers: figureReaders,
  filters: [
    'period',
    'team',
    'costCenter',
    'purchaseOrder',
    'category',
    'country',
    'freelancer',
    'contract',
    'customField',
  ],
  columns: [
    { key: 'date', type: 'instant' },
    { key: 'reference', type: 'id' },
    { key: 'type', type: 'code' },
    { key: 'subtype', type: 'code' },
    { key: 'description', type: 'text' },
    { key: 'contract', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'team', type: 'text' },
    { key: 'purchaseOrder', type: 'text' },
    { key: 'costCenter', type: 'text' },
    { key: 'debit', type: 'money', sums: true, opens: true },
    { key: 'credit', type: 'money', sums: true, opens: true },
    { key: 'balance', type: 'money', opens: true },
    { key: 'currency', type: 'text' },
    { key: 'invoice', type: 'text' },
    { key: 'entryIds', type: 'list' },
  ],
  async *rows(reading) {
    const facts = createFacts(reading);
    const filter = createFilter(reading);
    // Who sees some teams only does not learn the whole company's balance.
    const balances = reading.reach === 'all' ? await balancesBefore(reading, reading.params.fromMs) : undefined;
    for await (const movements of movementsIn(reading, reading.params)) {
      const isKept = await filter(movements);
      const contracts = await facts.contracts(movements.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(movements.map(({ freelancerId }) => freelancerId));
      const rows: ReportRow[] = [];
      for (let index = 0; index < movements.length; index++) {
        const movement = movements[index]!;
        const { lines, own } = statementOf(movement);
        if (balances)
          for (const { currency, amountMinor } of own)
            balances.set(currency, (balances.get(currency) ?? 0) + amountMinor);
        if (!isKept[index]) continue;
        const names = {
          contract: (movement.contractId && contracts.get(movement.contractId)?.title) || null,
          freelancer: (movement.freelancerId && freelancers.get(movement.freelancerId)?.name) || null,
        };
        const date = isoOf(movement.at);
        for (const line of lines)
          rows.push(rowOf(movement, line, date, names, balances?.get(line.currency) ?? 0, balances !== undefined));
      }
      yield rows;
    }
  },
  async *entries(reading, row, columnKey) {
    const [transferId, part, currency, at, id] = JSON.parse(row.key) as [string, string, string, number, string];
    const isBalance = columnKey === 'balance';
    if (isBalance && reading.reach !== 'all') return;
    const span: Span = { fromMs: isBalance ? 0 : at, toMs: at + 1 };
    for await (const movements of movementsIn(reading, span)) {
      const until = isBalance
        ? movements.filter((one) => one.at < at || one.id <= id)
        : movements.filter((one) => one.transferId === transferId);
      yield await entriesOf(reading, until, ({ lines, own }) => {
        if (isBalance) return own.filter((entry) => entry.currency === currency).map((entry) => ({ entry, sign: 1 }));
        return lines
          .filter((line) => line.part === part && line.currency === currency)
          .flatMap((line) => counted(line, columnKey));
      });
    }
  },
  async *totalEntries(reading, columnKey) {
    const filter = createFilter(reading);
    for await (const movements of movementsIn(reading, reading.params)) {
      const isKept = await filter(movements);
      const kept = movements.filter((_, index) => isKept[index]);
      yield await entriesOf(reading, kept, ({ lines }) => lines.flatMap((line) => counted(line, columnKey)));
    }
  },
};

function rowOf(
  { transferId, id, at, what, purpose, description, team, costCenter, purchaseOrder, invoice }: Movement,
  { part, type, currency, debitMinor, entries }: Line,
  date: string,
  names: { contract: string | null; freelancer: string | null },
  balanceMinor: number,
  hasBalance: boolean,
): ReportRow {
  return {
    // As JSON.stringify writes it: ids and codes hold nothing to escape.
    key: `["${transferId}","${part}","${currency}",${at},"${id}"]`,
    cells: {
      date,
      reference: id,
      type,
      subtype: what === 'refund' ? 'refund' : (purpose ?? what),
      description,
      ...names,
      team,
      purchaseOrder,
      costCenter,
      debit: debitMinor > 0 ? { amountMinor: debitMinor, currency } : null,
      credit: debitMinor < 0 ? { amountMinor: -debitMinor, currency } : null,
      balance: hasBalance ? { amountMinor: balanceMinor, currency } : null,
      currency,
      invoice,
      entryIds: entries.map(({ position }) => `${transferId}:${position}`),
    },
  };
}

/** Of a line, its entries where it is in the column: a credit is the opposite of what was booked. */
function counted({ debitMinor, entries }: Line, columnKey: string): { entry: ClientEntry; sign: 1 | -1 }[] {
  if (debitMinor > 0 !== (columnKey === 'debit')) return [];
  return entries.map((entry) => ({ entry, sign: debitMinor > 0 ? 1 : -1 }));
}

async function entriesOf(
  { db }: TenantReading,
  movements: readonly Movement[],
  pick: (statement: ReturnType<typeof statementOf>) => { entry: ClientEntry; sign: 1 | -1 }[],
): Promise<EntryRow[]> {
  const invoices = await listInvoices(
    db,
    movements.map(({ transferId }) => transferId),
  );
  return movements.flatMap((movement) =>
    pick(statementOf(movement)).map(({ entry: { position, account, ownerId, amountMinor, currency }, sign }) => ({
      transferId: movement.transferId,
      position,
      kind: movement.what,
      account,
      ownerId,
      amount: { amountMinor: sign * amountMinor + 0, currency },
      at: isoInstant(movement.at),
      subject: { kind: movement.subjectKind, id: movement.subjectId },
      contractId: movement.contractId,
      invoice: invoices.get(movement.transferId) ?? null,
    })),
  );
}

/** Everything that is asked for, and of whoever sees some teams only theirs. */
function createFilter(reading: TenantReading): (movements: readonly Movement[]) => Promise<boolean[]> {
  const { params, reach } = reading;
  const byFacts = factFilter(reading, createFacts(reading));
  const asked: [keyof Movement, readonly string[]][] = [
    ['team', params.teams],
    ['costCenter', params.costCenters],
    ['purchaseOrder', params.purchaseOrders],
    ['freelancerId', params.freelancerIds],
    ['contractId', params.contractIds],
  ];
  const columns = asked.filter(([, values]) => values.length > 0);
  // No team at all leaves nothing, where no value asked for leaves everything.
  if (reach !== 'all') columns.push(['team', reach]);
  return async (movements) => {
    const isOfFacts = await byFacts(movements);
    return movements.map(
      (movement, index) =>
        isOfFacts[index]! &&
        columns.every(([column, values]) => values.includes((movement[column] as string | null) ?? none)),
    );
  };
}

/** By currency: what is prefunded less what was bought on credit and not paid yet. */
async function balancesBefore({ db, scope, asOfMs }: TenantReading, fromMs: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ currency: string; amountMinor: number }>`
    select e."currency", sum(e."amountMinor") as "amountMinor" from "ledgerAccounts" as a
    inner join "ledgerEntries" as e on e."accountId" = a."id"
    inner join "ledgerSettlements" as s on s."transferId" = e."transferId"
    where a."kind" in ('clientFunding', 'clientCredit', 'creditLine') and a."ownerId" = ${scope.tenantId}
      and s."outcome" = 'posted' and s."settledAt" < ${Math.min(fromMs, asOfMs + 1)}
    group by e."currency"`.execute(db);
  return new Map(rows.map(({ currency, amountMinor }) => [currency, amountMinor]));
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
