import { isoInstant } from '../../../platform/clock/clock.ts';
import { letterheadOf, printedBrand } from '../../../platform/documents/printed-brand.ts';
import { Refusal } from '../../../platform/http/problem.ts';
import { clockDoer, recordMove } from '../../../platform/moves/record-move.ts';
import { notify } from '../../../platform/notices/notice.ts';
import { portalPaths } from '../../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { FileHead } from '../files/file-head.ts';
import { reportTitle } from '../files/labels.ts';
import type { ReportFilters } from '../filters-schema.ts';
import { reportsPolicy } from '../policy.ts';
import type { Question } from '../question.ts';
import { reachOfPerson } from '../reach-of-person.ts';
import type { FileAnswer } from '../reading/protocol.ts';
import { linkOf, resolveFilters } from '../resolve-filters.ts';
import { keepSightings } from '../sighting-store.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import type { ExportDeps } from './deps.ts';
import { claimExport, findAnyExport, updateExport } from './store.ts';
import type { ReportExportRow } from './table.ts';

const dayMs = 86_400_000;
/** A maker that was not heard from for so long is gone. */
export const silentMs = 120_000;
const attemptsMax = 3;
const saidEveryMs = 1_000;

export type Finished = (row: ReportExportRow) => Promise<void>;

/**
 * Makes the file of an export whose turn it is; harmless to repeat. What a restart broke off is begun anew: as of the
 * same instant it is the same file.
 */
export async function makeFile(deps: ExportDeps, id: string, jobId: string, finished: Finished): Promise<void> {
  const { database, clock } = deps;
  const row = await findAnyExport(database.db, id);
  if (!row || (row.state !== 'queued' && row.state !== 'running')) return;
  if (row.attempts >= attemptsMax) return fail(deps, row, jobId, 'It could not be made in several attempts.', finished);
  const nowMs = clock.now();
  if (!(await claimExport(database.db, row, nowMs, nowMs - silentMs))) return;
  const fileKey = `reports/${row.tenantId}/${id}-${row.attempts + 1}.${row.format}`;
  try {
    const answer = await write(deps, row, fileKey);
    if (answer) await finish(deps, row, jobId, fileKey, answer, finished);
    else await deps.files.remove(fileKey).catch(() => {});
  } catch (error) {
    await deps.files.remove(fileKey).catch(() => {});
    deps.log.warn({ err: error, export: id }, 'a report could not be written');
    const reason = error instanceof Refusal ? error.message : 'It could not be made; the operator sees why.';
    await fail(deps, row, jobId, reason, finished);
  }
}

/** @returns undefined when it was cancelled meanwhile */
async function write(deps: ExportDeps, row: ReportExportRow, fileKey: string): Promise<FileAnswer | undefined> {
  const { database, clock, reader, files } = deps;
  const scope = tenantScope(row.tenantId);
  const definition = tenantDefinition(row.report);
  const reach = await reachOfPerson(database.db, deps, scope, row.personId, definition);
  if (!reach) throw roleLost();
  const filters: ReportFilters = JSON.parse(row.filters);
  const question: Question = {
    slug: row.report,
    audience: { kind: 'tenant', tenantId: row.tenantId, reach },
    params: resolveFilters(definition, filters, row.asOf),
    asOfMs: row.asOf,
    nowMs: clock.now(),
  };
  const { pdfRowsMax } = await readPolicy(database.db, scope, reportsPolicy);
  const head = await headOf(deps, row, filters);
  const rowsMax = row.format === 'pdf' ? pdfRowsMax : null;
  let isCancelled = false;
  let saidAt = performance.now();
  const underWay = reader.file({ question, format: row.format, head, rowsMax }, (rowsDone, rowsTotal) => {
    if (performance.now() - saidAt < saidEveryMs) return;
    saidAt = performance.now();
    const heard = { rowsDone, rowsTotal, heardAt: clock.now() };
    updateExport(database.db, row.id, ['running'], heard).then(
      (isOurs) => {
        if (isOurs) return;
        isCancelled = true;
        underWay.stop();
      },
      () => {},
    );
  });
  try {
    await files.putStream(fileKey, underWay.chunks);
    const answer = await underWay.answer;
    await keepSightings(deps, row.tenantId, answer.sightings);
    return answer;
  } catch (error) {
    underWay.stop();
    if (isCancelled) return undefined;
    throw error;
  }
}

async function headOf(deps: ExportDeps, row: ReportExportRow, filters: ReportFilters): Promise<FileHead> {
  const tenant = await deps.directory.byId(row.tenantId);
  const brand = await letterheadOf(deps.files, printedBrand(tenant));
  const said = Object.entries(filters).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  const path = linkOf(row.report, filters, row.asOf);
  return {
    locale: row.locale,
    owner: brand.name,
    brand,
    asOf: isoInstant(row.asOf),
    filters: said,
    link: tenant ? `${deps.site.portalOf(tenant)}${path}` : path,
  };
}

async function finish(
  deps: ExportDeps,
  row: ReportExportRow,
  jobId: string,
  fileKey: string,
  { summary, bytes, digest }: FileAnswer,
  finished: Finished,
): Promise<void> {
  const scope = tenantScope(row.tenantId);
  const finishedAt = deps.clock.now();
  const isKept = await deps.database.transaction(async (trx) => {
    const { keepFileDays } = await readPolicy(trx, scope, reportsPolicy);
    const change = {
      state: 'ready',
      rowsDone: summary.rowCount,
      rowsTotal: summary.rowCount,
      contentHash: summary.contentHash,
      fileKey,
      fileBytes: bytes,
      fileDigest: digest,
      heardAt: null,
      finishedAt,
      keptUntil: finishedAt + keepFileDays * dayMs,
    } as const;
    if (!(await updateExport(trx, row.id, ['running'], change))) return false;
    await recordMove(trx, deps, scope, clockDoer(jobId), moveOf(row, 'finish', 'running', 'ready'));
    if (row.deliveryId === null) await tell(trx, deps, row, 'report.ready', '');
    return true;
  });
  // Somebody cancelled it at the last moment.
  if (!isKept) await deps.files.remove(fileKey).catch(() => {});
  else await finished((await findAnyExport(deps.database.db, row.id))!);
}

async function fail(
  deps: ExportDeps,
  row: ReportExportRow,
  jobId: string,
  failure: string,
  finished: Finished,
): Promise<void> {
  const scope = tenantScope(row.tenantId);
  const isFailed = await deps.database.transaction(async (trx) => {
    const change = { state: 'failed', failure, heardAt: null, finishedAt: deps.clock.now() } as const;
    if (!(await updateExport(trx, row.id, ['queued', 'running'], change))) return false;
    await recordMove(trx, deps, scope, clockDoer(jobId), {
      ...moveOf(row, 'fail', row.state, 'failed'),
      reason: failure,
    });
    if (row.deliveryId === null) await tell(trx, deps, row, 'report.failed', failure);
    return true;
  });
  if (isFailed) await finished((await findAnyExport(deps.database.db, row.id))!);
}

function moveOf({ id }: ReportExportRow, move: string, from: string, to: string) {
  return { subject: { kind: 'reportExport', id }, move, from, to, audience: 'team' as const };
}

async function tell(
  trx: Parameters<typeof notify>[0],
  deps: ExportDeps,
  { personId, report, format, locale, tenantId, id }: ReportExportRow,
  kind: 'report.ready' | 'report.failed',
  reason: string,
): Promise<void> {
  const words = { report: reportTitle(report, locale), format: format.toUpperCase(), reason };
  const subject = { kind: 'reportExport', id };
  await notify(trx, deps, { personIds: [personId], kind, subject, words, path: portalPaths.reportExports(), tenantId });
}

const roleLost = () => new Refusal(403, 'report_not_yours', 'Your role no longer opens this report; no file was made.');
