import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import { type Database, type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { attachUpload, copyAttachments, type Uploader } from '../../platform/files/attach-uploads.ts';
import type { Files } from '../../platform/files/files.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { columnsHash, type InspectedFile, inspectFile, mappingFor, requireMapping } from './inspect-file.ts';
import type { ImportMapping } from './job-import.ts';
import type { ImportSettings } from './schema.ts';
import { findImportOfFile, findImportUnderWay, insertImport, putMapping } from './store.ts';
import type { JobImportRow } from './table.ts';

export type StartDeps = { database: Database; files: Files; clock: Clock; newId: NewId; jobs: JobRunner };
export type Importer = { scope: TenantScope; uploader: Uploader; doer: Doer; ownerId: string };

/** What is kept of a request, for the worker. */
export type KeptSettings = Pick<ImportSettings, 'publish' | 'defaults'> & { mapping: ImportMapping };

/** Each job is a turn of an import; two of the same one at once cannot both keep what they did. */
export const importJob = 'jobImports.run';

/**
 * Reads the file to its end, then leaves the work to a job: the answer comes before the first post is made.
 * @throws 404 for a file that is not there, 409 import_under_way, 422 for a file that cannot be imported
 */
export async function startImport(
  deps: StartDeps,
  importer: Importer,
  fileId: string,
  settings: ImportSettings,
): Promise<JobImportRow> {
  const { database } = deps;
  const { scope, uploader } = importer;
  await refuseSecond(database.db, scope);
  const file = await inspectFile(database.db, deps, scope, uploader, fileId);
  const { mapping, missing } = await mappingFor(database.db, scope, file.columns, settings.mapping);
  requireMapping(file.columns, mapping, missing);
  const row = newImport(deps, importer, fileId, file, mapping, settings);
  try {
    await database.transaction(async (trx) => {
      const earlier = await findImportOfFile(trx, scope, fileId);
      await insertImport(trx, row);
      const subject = { kind: 'jobImport', id: row.id };
      if (earlier) await copyAttachments(trx, { kind: 'jobImport', id: earlier.id }, subject);
      else await attachUpload(trx, deps, fileId, uploader, subject);
      await putMapping(trx, scope, columnsHash(file.columns), JSON.stringify(mapping), row.createdAt);
      await recordMove(trx, deps, scope, importer.doer, {
        subject,
        move: 'request',
        to: 'queued',
        audience: 'team',
        details: { file: file.name, rows: file.rows, dryRun: settings.dryRun, publish: settings.publish },
      });
      await enqueueImport(deps, trx, row);
    });
  } catch (error) {
    // Somebody else of the tenant started one at the same moment.
    if (isUniqueViolation(error)) await refuseSecond(database.db, scope);
    throw error;
  }
  return row;
}

export async function enqueueImport(
  { jobs, clock, newId }: Pick<StartDeps, 'jobs' | 'clock' | 'newId'>,
  trx: Executor,
  { id, tenantId }: Pick<JobImportRow, 'id' | 'tenantId'>,
): Promise<void> {
  await jobs.enqueue(trx, importJob, newId('turn'), { importId: id }, clock.now(), tenantId);
}

/** @throws 409 import_under_way */
async function refuseSecond(db: Executor, scope: TenantScope): Promise<void> {
  const other = await findImportUnderWay(db, scope);
  if (other)
    throw conflict(
      'import_under_way',
      `"${other.fileName}" is being imported; nothing was started. Wait until it is through, or stop it.`,
    );
}

function newImport(
  { clock, newId }: StartDeps,
  { scope, doer, ownerId }: Importer,
  fileId: string,
  { name, rows }: InspectedFile,
  mapping: ImportMapping,
  { dryRun, publish, defaults }: ImportSettings,
): JobImportRow {
  const kept: KeptSettings = { mapping, publish, defaults };
  return {
    id: newId('ji'),
    tenantId: scope.tenantId,
    fileId,
    fileName: name,
    ...requesterOf(doer),
    ownerId,
    requestId: doer.requestId,
    settings: JSON.stringify(kept),
    isDryRun: dryRun ? 1 : 0,
    state: 'queued',
    rows,
    doneRows: 0,
    created: 0,
    duplicates: 0,
    refused: 0,
    failureCode: null,
    failure: null,
    createdAt: clock.now(),
    startedAt: null,
    finishedAt: null,
  };
}

function requesterOf({ actor }: Doer): Pick<JobImportRow, 'requestedBy' | 'requestedByKind'> {
  if (actor.kind === 'secretKey') return { requestedBy: actor.keyId, requestedByKind: 'secretKey' };
  if (actor.kind === 'person') return { requestedBy: actor.personId, requestedByKind: 'person' };
  throw new Error(`${actor.kind} imports nothing`);
}
