import type { ReportEntries, ReportOffer, ReportPage } from '../api/reports.ts';

/* Reports in the shapes of the API: spend of two teams in two months, and the entries behind one figure. */

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const spendColumns: ReportOffer['columns'] = [
  { key: 'period', type: 'period' },
  { key: 'dimension', type: 'text' },
  { key: 'hours', type: 'hours', sums: true },
  { key: 'total', type: 'money', sums: true, opens: true },
  { key: 'share', type: 'percent' },
];

export const spendOffer: ReportOffer = {
  id: 'R4',
  slug: 'spend',
  filters: ['period', 'team', 'costCenter', 'country', 'groupBy', 'granularity'],
  groupBys: ['team', 'country', 'customField'],
  granularities: ['month', 'quarter'],
  statuses: [],
  columns: spendColumns,
  teams: null,
};

const offerOf = (
  id: string,
  slug: ReportOffer['slug'],
  filters: ReportOffer['filters'],
  statuses: string[] = [],
): ReportOffer => ({
  ...{ id, slug, filters, statuses },
  ...{ groupBys: [], granularities: [], columns: [], teams: null },
});
export const offers: ReportOffer[] = [
  spendOffer,
  offerOf('R1', 'transactions', ['period', 'team', 'country']),
  offerOf('R5', 'purchase-orders', ['team']),
  offerOf('R6', 'budgets', ['period', 'team', 'costCenter']),
  offerOf('R8', 'consolidated-invoice', ['period', 'status'], ['issued', 'paid', 'notInvoiced']),
];

const row = (period: string, team: string, minutes: number, total: number, share: number) => ({
  key: JSON.stringify([period, team, 'USD']),
  cells: { period, dimension: team, hours: minutes, total: usd(total), share },
});

export const spendPage: ReportPage = {
  id: 'R4',
  slug: 'spend',
  asOf: '2026-11-23T09:00:00.000Z',
  filters: { from: '2026-10-01', to: '2026-11-23', groupBy: 'team', granularity: 'month' },
  columns: spendColumns,
  rows: [
    row('2026-10', 'Digital', 0, 903_000, 10_000),
    row('2026-11', 'Digital', 2_220, 240_870, 5673),
    row('2026-11', '<b>Operations</b>', 0, 183_750, 4327),
  ],
  totals: { hours: 2_220, total: [usd(1_327_620)] },
  chart: {
    kind: 'bars',
    x: 'period',
    y: 'total',
    by: 'dimension',
    series: [
      {
        name: 'Digital',
        currency: 'USD',
        points: [
          { x: '2026-10', y: 903_000 },
          { x: '2026-11', y: 240_870 },
        ],
      },
      { name: '<b>Operations</b>', currency: 'USD', points: [{ x: '2026-11', y: 183_750 }] },
    ],
  },
  rowCount: 3,
  contentHash: '07576d3b857a11112222333344445555',
  link: '/reports/spend',
  nextCursor: null,
};

export const entriesPage: ReportEntries = {
  asOf: spendPage.asOf,
  column: 'total',
  row: spendPage.rows[1]!.key,
  sums: [usd(240_870)],
  count: 2,
  items: [
    ['contractHold', 229_400],
    ['platformFees', 11_470],
  ].map(([account, amountMinor], position) => ({
    ...{ transferId: 'lt_1', position, kind: 'weeklyTime', account: String(account), ownerId: 'ct_1' },
    ...{ amount: usd(Number(amountMinor)), at: '2026-11-21T09:00:00.000Z', subject: { kind: 'timesheet', id: 'ts_1' } },
    ...{ contractId: 'ct_1', invoice: { id: 'inv_1', number: 'INV-4' } },
  })),
  nextCursor: null,
};
