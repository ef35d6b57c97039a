import { isoInstant } from '../../../platform/clock/clock.ts';
import { reports } from '../report.ts';
import type { ReportExport } from './schema.ts';
import type { ReportExportRow } from './table.ts';

export function presentExport(row: ReportExportRow): ReportExport {
  const { id, report, format, state, asOf, filters, rowsDone, rowsTotal, contentHash, failure, createdAt } = row;
  const instant = (at: number | null) => (at === null ? null : isoInstant(at));
  const hasFile = state === 'ready' && row.fileBytes !== null && row.fileDigest !== null && row.keptUntil !== null;
  return {
    id,
    report,
    format,
    state,
    asOf: isoInstant(asOf),
    filters: JSON.parse(filters),
    progress: { rowsDone, rowsTotal },
    rowCount: state === 'ready' ? rowsDone : null,
    contentHash,
    file: hasFile
      ? {
          name: fileName(row),
          bytes: row.fileBytes!,
          digest: row.fileDigest!,
          path: `/v1/reports/exports/${id}/file`,
          keptUntil: isoInstant(row.keptUntil!),
        }
      : null,
    failure,
    createdAt: isoInstant(createdAt),
    finishedAt: instant(row.finishedAt),
  };
}

/** `R4-spend-2026-11-23T12-00Z.xlsx` */
export function fileName({ report, format, asOf }: Pick<ReportExportRow, 'report' | 'format' | 'asOf'>): string {
  const at = isoInstant(asOf).slice(0, 16).replace(':', '-');
  return `${reports[report]}-${report}-${at}Z.${format}`;
}
