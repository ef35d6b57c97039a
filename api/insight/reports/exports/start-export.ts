import type { Doer } from '../../../platform/audit/record-audit.ts';
import type { Executor } from '../../../platform/database/database.ts';
import { conflict } from '../../../platform/http/problem.ts';
import { recordMove } from '../../../platform/moves/record-move.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { ReportFilters } from '../filters-schema.ts';
import { reportsPolicy } from '../policy.ts';
import type { ExportFormat, ReportSlug } from '../report.ts';
import type { ExportDeps } from './deps.ts';
import { countUnderWay, insertExport } from './store.ts';
import type { ReportExportRow } from './table.ts';

export const makeFileJob = 'reports.makeFile';

export type NewExport = {
  personId: string;
  report: ReportSlug;
  format: ExportFormat;
  /** With their period resolved. */
  filters: ReportFilters;
  locale: string;
  asOfMs: number;
  deliveryId: string | null;
};

/** @throws 409 exports_under_way */
export async function startExport(
  trx: Executor,
  deps: Pick<ExportDeps, 'clock' | 'newId' | 'jobs'>,
  scope: TenantScope,
  doer: Doer,
  { filters, asOfMs, ...asked }: NewExport,
): Promise<ReportExportRow> {
  const { exportsAtOnceMax } = await readPolicy(trx, scope, reportsPolicy);
  if (asked.deliveryId === null && (await countUnderWay(trx, scope, asked.personId)) >= exportsAtOnceMax)
    throw exportsUnderWay(exportsAtOnceMax);
  const createdAt = deps.clock.now();
  const row: ReportExportRow = {
    ...asked,
    id: deps.newId('rx'),
    tenantId: scope.tenantId,
    filters: JSON.stringify(filters),
    asOf: asOfMs,
    state: 'queued',
    attempts: 0,
    rowsDone: 0,
    rowsTotal: null,
    contentHash: null,
    fileKey: null,
    fileBytes: null,
    fileDigest: null,
    failure: null,
    createdAt,
    heardAt: null,
    finishedAt: null,
    keptUntil: null,
  };
  await insertExport(trx, row);
  // Who took which figures out is an auditor's business.
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'reportExport', id: row.id },
    move: 'ask',
    to: 'queued',
    audience: 'team',
    details: { report: row.report, format: row.format, filters },
  });
  await deps.jobs.enqueue(trx, makeFileJob, row.id, { id: row.id }, createdAt, scope.tenantId);
  return row;
}

const exportsUnderWay = (max: number) =>
  conflict(
    'exports_under_way',
    `You have ${max} files under way; no other was begun. Wait for one of them or cancel it.`,
  );
