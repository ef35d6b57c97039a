import { createHash } from 'node:crypto';
import type { Executor } from '../../platform/database/database.ts';
import type { Uploader } from '../../platform/files/attach-uploads.ts';
import { type OpenFiles, openUpload } from '../../platform/files/open-upload.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ImportField, type ImportMapping, requiredImportFields, suggestMapping } from './job-import.ts';
import { jobImportsPolicy } from './policy.ts';
import { readTable } from './read-table.ts';
import type { ImportPreview } from './schema.ts';
import { findImportOfFile, findMapping } from './store.ts';

export type InspectedFile = Omit<ImportPreview, 'mapping' | 'isRemembered' | 'missing'> & { name: string };

/**
 * Reads a file to its end once, so that one that breaks off, is no text or has too many rows is refused before
 * anything is made of it. It never is in memory as a whole.
 * @throws 404, 422 too_many_rows and as `readTable`
 */
export async function inspectFile(
  db: Executor,
  deps: OpenFiles,
  scope: TenantScope,
  uploader: Uploader,
  fileId: string,
): Promise<InspectedFile> {
  const { rowsMax, sampleRows } = await readPolicy(db, scope, jobImportsPolicy);
  const file = await openUpload(db, deps, fileId, (await findImportOfFile(db, scope, fileId)) ? undefined : uploader);
  if (!file) throw notFound();
  const table = await readTable(file.bytes);
  const sample: string[][] = [];
  let rows = 0;
  for await (const { cells } of table.rows) {
    rows++;
    if (sample.length < sampleRows) sample.push(cells.map((cell) => cell.slice(0, 500)));
    if (rows > rowsMax) throw tooManyRows(rowsMax);
  }
  const { encoding, delimiter, columns } = table;
  return { name: file.name, encoding, delimiter, columns: [...columns], rows, sample };
}

/** The mapping asked for, else the one used last for these columns, else what their names tell. */
export async function mappingFor(
  db: Executor,
  scope: TenantScope,
  columns: readonly string[],
  asked: ImportMapping | undefined,
): Promise<{ mapping: ImportMapping; isRemembered: boolean; missing: ImportField[] }> {
  const remembered = await findMapping(db, scope, columnsHash(columns));
  const mapping = asked ?? (remembered === undefined ? suggestMapping(columns) : JSON.parse(remembered));
  return {
    mapping,
    isRemembered: remembered !== undefined,
    missing: requiredImportFields.filter((field) => mapping[field] === undefined),
  };
}

/** @throws 422 column_unknown, column_missing, each saying what the file has */
export function requireMapping(columns: readonly string[], mapping: ImportMapping, missing: readonly string[]): void {
  const found = columns
    .map((column) => `"${column.slice(0, 60)}"`)
    .join(', ')
    .slice(0, 600);
  const unknown = Object.entries(mapping).filter(([, column]) => !columns.includes(column));
  if (unknown.length > 0)
    throw unprocessable(
      'column_unknown',
      `The file has no such column; it has ${found}. Nothing was imported; see errors.`,
      unknown.map(([field]) => ({
        pointer: `/mapping/${field}`,
        code: 'column_unknown',
        message: 'The file has no column of this name.',
      })),
    );
  if (missing.length > 0)
    throw unprocessable(
      'column_missing',
      `No column is known to hold the ${missing.join(', ')}; the file has ${found}. Nothing was imported; say which column it is.`,
      missing.map((field) => ({
        pointer: `/mapping/${field}`,
        code: 'column_missing',
        message: 'Name the column that holds it.',
      })),
    );
}

export function columnsHash(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

function tooManyRows(max: number) {
  return unprocessable(
    'too_many_rows',
    `The file has more than ${max.toLocaleString('en')} rows. Nothing was imported; split it and upload the parts.`,
  );
}
