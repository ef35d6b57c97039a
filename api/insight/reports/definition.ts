import type { MemberRole } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TeamReach } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Names } from './names.ts';
import type { Chart, Column, EntryRow, FilterKey, Granularity, ReportParams, ReportRow, ReportSlug } from './report.ts';

/**
 * What a report is made from. `db` stands still at one instant; only what had happened by `asOfMs` counts, so that the
 * same question as of the same instant has the same answer for ever: read what is append only (settled transfers, moves,
 * versions of terms, issued documents) and take words that may change through `names`.
 */
export type Reading = {
  db: Executor;
  asOfMs: number;
  params: ReportParams;
  names: Names;
};
/** `reach`: only figures of these teams; the engine has refused what was asked beyond it already. */
export type TenantReading = Reading & { scope: TenantScope; reach: TeamReach };
export type OwnReading = Reading & { freelancerId: string };

type Common<R extends Reading> = {
  slug: ReportSlug;
  /** May depend on what is asked, as a dimension's column does. */
  columns: readonly Column[];
  filters: readonly FilterKey[];
  /** What `groupBy` may be, the default first; `customField` stands for every `customField:<key>`. */
  groupBys?: readonly string[];
  granularities?: readonly Granularity[];
  /** What `status` may be. */
  statuses?: readonly string[];
  chart?: Chart;
  /** In a stable order, in batches of some hundreds, so that memory does not grow with length. */
  rows(reading: R): AsyncIterable<readonly ReportRow[]>;
  /**
   * Behind a figure that `opens`, in a stable order; their amounts sum to it.
   * @param row null for the total of the column; where it is left to the engine, those of every row follow each other
   */
  entries?(reading: R, row: ReportRow, columnKey: string): AsyncIterable<readonly EntryRow[]>;
  totalEntries?(reading: R, columnKey: string): AsyncIterable<readonly EntryRow[]>;
};

/** Figures of a tenant, for members with one of these roles, tenant-wide or in a team. */
export type TenantReport = Common<TenantReading> & { audience: 'tenant'; readers: readonly MemberRole[] };
/** A freelancer's own, over all tenants. */
export type OwnReport = Common<OwnReading> & { audience: 'freelancer' };
export type ReportDefinition = TenantReport | OwnReport;

/** Who reads figures about money and procurement; in a team, that team's. */
export const figureReaders = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'hiringManager',
  'approver',
  'viewer',
  'auditor',
] as const satisfies MemberRole[];
