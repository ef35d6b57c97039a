import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { startsFormula } from './map-row.ts';
import type { ImportedRow, JobImport } from './schema.ts';
import type { KeptSettings } from './start-import.ts';
import { findImport, listImportRows } from './store.ts';
import type { JobImportLineRow, JobImportRow } from './table.ts';

/** @throws 404 */
export async function getImport(db: Executor, scope: TenantScope, id: string): Promise<JobImport> {
  const row = await findImport(db, scope, id);
  if (!row) throw notFound();
  return (await presentImports(db, [row]))[0]!;
}

export async function presentImports(db: Executor, rows: readonly JobImportRow[]): Promise<JobImport[]> {
  const people = await peopleById(db, [...new Set(rows.flatMap(({ requestedBy, ownerId }) => [requestedBy, ownerId]))]);
  return rows.map((row) => {
    const { mapping, publish, defaults }: KeptSettings = JSON.parse(row.settings);
    return {
      id: row.id,
      file: { id: row.fileId, name: row.fileName },
      state: row.state,
      dryRun: row.isDryRun === 1,
      publish,
      mapping,
      defaults,
      rows: row.rows,
      done: row.doneRows,
      created: row.created,
      duplicates: row.duplicates,
      refused: row.refused,
      failure: row.failureCode === null ? null : { code: row.failureCode, detail: row.failure ?? '' },
      requestedBy: { kind: row.requestedByKind, name: people.get(row.requestedBy)?.name ?? '' },
      owner: { id: row.ownerId, name: people.get(row.ownerId)?.name ?? '' },
      createdAt: isoInstant(row.createdAt),
      startedAt: row.startedAt === null ? null : isoInstant(row.startedAt),
      finishedAt: row.finishedAt === null ? null : isoInstant(row.finishedAt),
    };
  });
}

export function presentRow({ row, line, title, outcome, jobPostId, reasons }: JobImportLineRow): ImportedRow {
  return { row, line, title, outcome, jobPostId, reasons: JSON.parse(reasons) };
}

const rowsAtOnce = 1000;

/** Piece by piece, as it is sent: the byte order mark tells spreadsheets that it is UTF-8. */
export async function* rowsAsCsv(
  db: Executor,
  scope: TenantScope,
  importId: string,
  outcome: ImportedRow['outcome'] | undefined,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(['row', 'line', 'title', 'outcome', 'jobPostId', 'reasons'])}`;
  for (let after = 0; ; ) {
    const rows = await listImportRows(db, scope, importId, { outcome, after, limit: rowsAtOnce });
    yield rows.map(presentRow).map(lineOf).join('');
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)!.row;
  }
}

function lineOf({ row, line, title, outcome, jobPostId, reasons }: ImportedRow): string {
  const why = reasons.map(({ field, code, message }) => `${field ?? 'row'}: ${message} (${code})`).join(' ');
  return csvLine([String(row), String(line), title, outcome, jobPostId ?? '', why]);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutralized(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** A spreadsheet takes what begins so for a formula (OWASP: CSV injection); behind an apostrophe it is text. */
function neutralized(cell: string): string {
  return startsFormula(cell) ? `'${cell}` : cell;
}
