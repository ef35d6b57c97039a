import type { Money } from '../../money/money.ts';

/** The reports there are and what their figures are. Pure; browsers load it too. */

export const reports = {
  transactions: 'R1',
  'weekly-summary': 'R2',
  'time-detail': 'R3',
  spend: 'R4',
  'purchase-orders': 'R5',
  budgets: 'R6',
  contracts: 'R7',
  'consolidated-invoice': 'R8',
  approvals: 'R9',
  onboarding: 'R10',
  'hiring-funnel': 'R11',
  'talent-pools': 'R12',
  'rate-benchmark': 'R13',
  'escrow-ageing': 'R14',
  tenure: 'R15',
  disputes: 'R16',
  audit: 'R17',
  earnings: 'R18',
  'service-levels': 'R19',
} as const;
export type ReportSlug = keyof typeof reports;
export type ReportId = (typeof reports)[ReportSlug];
export const reportSlugs = Object.keys(reports) as ReportSlug[];

/**
 * `instant`: `2026-11-23T12:00:00.000Z`; `day`: `2026-11-23`; `week`: its Monday, as a day; `month`: `2026-11`;
 * `period`: any of day, week, month, `2026-Q4` or `2026`; `hours`: whole minutes; `percent`: basis points; `flag`: true
 * or false; `code`: a word of a closed set, shown in the reader's language.
 */
export const columnTypes = [
  'text',
  'code',
  'id',
  'instant',
  'day',
  'week',
  'month',
  'period',
  'money',
  'hours',
  'count',
  'percent',
  'number',
  'flag',
  'list',
] as const;
export type ColumnType = (typeof columnTypes)[number];

export type Column = {
  key: string;
  type: ColumnType;
  /** Has a total: of money one a currency. */
  sums?: true;
  /** A figure with ledger entries behind it, which sum to it. */
  opens?: true;
};

export type Cell = string | number | boolean | null | Money | readonly string[];
/** `key` tells a row from all others of the report, and is the same in every answer as of one instant. */
export type ReportRow = { key: string; cells: Readonly<Record<string, Cell>> };

export const filterKeys = [
  'period',
  'team',
  'costCenter',
  'purchaseOrder',
  'category',
  'country',
  'freelancer',
  'contract',
  'status',
  'customField',
  'groupBy',
  'granularity',
] as const;
export type FilterKey = (typeof filterKeys)[number];

export const granularities = ['week', 'month', 'quarter', 'year'] as const;
export type Granularity = (typeof granularities)[number];

/** What a report asks of what it reads, resolved: empty lists leave everything. */
export type ReportParams = {
  /** UTC midnights; `toMs` is the first instant after the period. */
  fromMs: number;
  toMs: number;
  teams: readonly string[];
  costCenters: readonly string[];
  purchaseOrders: readonly string[];
  categories: readonly string[];
  countries: readonly string[];
  freelancerIds: readonly string[];
  contractIds: readonly string[];
  statuses: readonly string[];
  /** `key` of a custom field and one of its values; several values of one key are alternatives. */
  customFields: readonly { key: string; value: string }[];
  /** One of the definition's; of a custom field `customField:<key>`. */
  groupBy: string | null;
  granularity: Granularity | null;
};

/** What is empty in a dimension: "not yet" of a purchase order, no team; as a filter it asks for exactly those. */
export const none = '';

export const exportFormats = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type EntryRow = {
  transferId: string;
  /** In its transfer, from 0. */
  position: number;
  /** The transfer's kind: `milestoneFunding`. */
  kind: string;
  account: string;
  ownerId: string;
  /** As it counts in the figure: these sum to it. */
  amount: Money;
  /** When it was posted. */
  at: string;
  /** `{ kind: 'milestone', id }` */
  subject: { kind: string; id: string };
  contractId: string | null;
  invoice: { id: string; number: string | null } | null;
};

export type Chart = {
  kind: 'bars' | 'lines';
  /** Column keys; `y` is a figure, `by` tells series apart. */
  x: string;
  y: string;
  by?: string;
};

export type ChartSeries = {
  /** Of `by`; null where there is one series. */
  name: string | null;
  /** Of money; null for other figures. */
  currency: string | null;
  points: readonly { x: string; y: number }[];
};
