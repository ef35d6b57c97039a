import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostDeps } from '../job-posts/deps.ts';
import { createImportedPosts, type ImportedOutcome } from '../job-posts/import-posts.ts';
import { type MappedRow, rowMapper } from './map-row.ts';
import type { TableRow } from './read-table.ts';
import type { RowReader } from './row-reader.ts';
import type { RowReason } from './schema.ts';
import type { KeptSettings } from './start-import.ts';
import { advanceImport, insertImportRows } from './store.ts';
import type { JobImportLineRow, JobImportRow } from './table.ts';

const titleKept = 200;

/**
 * Makes posts of some rows and keeps what became of each with how far the import is, in one transaction.
 * @returns the import behind this batch; undefined when it was stopped or another worker did these rows
 */
export async function writeBatch(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  tenant: RequestTenant,
  row: JobImportRow,
  { columns, seen }: Pick<RowReader, 'columns' | 'seen'>,
  rows: readonly TableRow[],
): Promise<JobImportRow | undefined> {
  const { mapping, publish, defaults }: KeptSettings = JSON.parse(row.settings);
  const mapped = rows.map(({ cells }) => rowMapper(columns, mapping, { defaults })(cells));
  const readable = mapped.filter(({ reasons }) => reasons.length === 0);
  const made = await createImportedPosts(trx, deps, scope, doerOf(row), readable, {
    tenant: { id: tenant.id, slug: tenant.slug, plan: tenant.plan },
    ownerId: row.ownerId,
    publish,
    details: { importId: row.id, file: row.fileName },
    ...(row.isDryRun && { dryRun: true, seen }),
  });
  const outcomeOf = new Map(readable.map((one, at) => [one, made[at]!]));
  const lines = rows.map((read, at) => lineOf(row, read, mapped[at]!, outcomeOf.get(mapped[at]!)));
  const advanced = {
    doneRows: row.doneRows + rows.length,
    created: row.created + count(lines, 'created'),
    duplicates: row.duplicates + count(lines, 'duplicate'),
    refused: row.refused + count(lines, 'refused'),
  };
  if (!(await advanceImport(trx, scope, row, advanced))) return undefined;
  await insertImportRows(trx, lines);
  return { ...row, ...advanced };
}

function lineOf(
  { id, tenantId, isDryRun }: JobImportRow,
  { row, line }: TableRow,
  { title, reasons }: MappedRow,
  outcome: ImportedOutcome | undefined,
): JobImportLineRow {
  const base = { importId: id, row, tenantId, line, title: title.slice(0, titleKept) };
  switch (outcome?.kind) {
    case 'created':
      return { ...base, outcome: 'created', jobPostId: isDryRun ? null : outcome.id, reasons: '[]' };
    case 'duplicate':
      return { ...base, outcome: 'duplicate', jobPostId: outcome.of, reasons: '[]' };
    default:
      return {
        ...base,
        outcome: 'refused',
        jobPostId: null,
        reasons: JSON.stringify(outcome ? outcome.problems.map(reasonOf) : reasons),
      };
  }
}

function reasonOf({ pointer, code, message }: { pointer: string; code: string; message: string }): RowReason {
  return { field: pointer.split('/')[1] || null, code, message };
}

function count(lines: readonly JobImportLineRow[], outcome: JobImportLineRow['outcome']): number {
  return lines.filter((line) => line.outcome === outcome).length;
}

/** In whose name posts are made: who asked for the import, in the request that did. */
function doerOf({ requestedBy, requestedByKind, requestId, tenantId }: JobImportRow): Doer {
  if (requestedByKind === 'secretKey') return { actor: { kind: 'secretKey', keyId: requestedBy, tenantId }, requestId };
  const nobody = { email: '', freelancerId: null, roles: [], operatorRoles: [] };
  return { actor: { kind: 'person', personId: requestedBy, ...nobody, via: { kind: 'cookie' } }, requestId };
}
