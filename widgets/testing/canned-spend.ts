import type { ReportEntries, ReportPage } from '@portico/api/insight/reports/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const money = (row: readonly [string, number, number | null, number | null]) => row[1];

/** By team: name, total, share and change in basis points; what has none is last, as the API has it. */
const teams = [
  ['Digital', 240_870, 5673, -7333],
  ['<b>Operations</b>', 183_750, 4327, null],
] as const;
const countries = [['DE', 424_620, 10_000, 1250]] as const;

const entries: ReportEntries['items'] = [
  ['contractHold', 229_400],
  ['platformFees', 11_470],
].map(([account, amountMinor], position) => ({
  transferId: 'lt_1',
  position,
  kind: 'weeklyTime',
  account: account as string,
  ownerId: 'ct_1',
  amount: usd(amountMinor as number),
  at: '2026-11-21T09:00:00.000Z',
  subject: { kind: 'timesheet', id: 'ts_1' },
  contractId: 'ct_1',
  invoice: { id: 'inv_1', number: 'ACME-INV-000004' },
}));

/** R4 over one calendar period; the month before it has a total alone. Strict about what it is asked. */
export function cannedSpend({ count = 2 } = {}) {
  const asked: URLSearchParams[] = [];
  const routes: Record<string, CannedRoute> = {
    'GET /v1/reports/spend': (_, { searchParams }) => {
      asked.push(searchParams);
      const isBefore = searchParams.has('from');
      if (isBefore === searchParams.has('period')) return problem(422, 'report_period_unknown');
      const groupBy = searchParams.get('groupBy')!;
      const rows = isBefore ? [] : (groupBy === 'country' ? countries : teams).slice(0, count);
      const total = isBefore ? 903_000 : rows.reduce((sum, row) => sum + money(row), 0);
      return Response.json({
        id: 'R4',
        slug: 'spend',
        asOf: '2026-11-23T09:00:00.000Z',
        filters: { from: '2026-11-01', to: '2026-11-23', groupBy, granularity: searchParams.get('granularity')! },
        columns: [],
        rows: rows.map(([dimension, amountMinor, share, change]) => ({
          key: JSON.stringify(['2026-11', dimension, 'USD']),
          cells: { period: '2026-11', dimension, total: usd(amountMinor), share, change },
        })),
        totals: { total: total ? [usd(total)] : [] },
        chart: null,
        rowCount: rows.length,
        contentHash: 'x',
        link: '/reports/spend',
        nextCursor: null,
      } as unknown as ReportPage);
    },
    'GET /v1/reports/spend/entries': (_, { searchParams }) => {
      asked.push(searchParams);
      const isSecond = searchParams.has('cursor');
      return Response.json({
        asOf: '2026-11-23T09:00:00.000Z',
        column: 'total',
        row: searchParams.get('row'),
        sums: [usd(240_870)],
        count: 2,
        items: isSecond ? entries.slice(1) : entries.slice(0, 1),
        nextCursor: isSecond ? null : 'c1',
      } satisfies ReportEntries);
    },
  };
  return { routes, asked };
}
