import type { Executor } from '../../platform/database/database.ts';
import { type OpenFiles, openUpload } from '../../platform/files/open-upload.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { readTable, type TableRow } from './read-table.ts';
import type { JobImportRow } from './table.ts';

/** A file that is being read, and the row it stands before. */
export type RowReader = {
  importId: string;
  columns: readonly string[];
  nextRow: number;
  /** In a dry run: what earlier batches would have made. */
  seen: Set<string>;
  /** Empty at the end. @throws 422 as the file was refused when it was uploaded, were it not whole */
  next(limit: number): Promise<TableRow[]>;
  close(): Promise<void>;
};

/** Opens an import's file and goes to the row behind those that are done. @throws 422 file_gone */
export async function openRows(
  db: Executor,
  deps: OpenFiles,
  { id, fileId, doneRows }: Pick<JobImportRow, 'id' | 'fileId' | 'doneRows'>,
): Promise<RowReader> {
  const file = await openUpload(db, deps, fileId, undefined);
  if (!file) throw unprocessable('file_gone', 'The file is not there any more; upload it again.');
  const { columns, rows } = await readTable(file.bytes);
  const reader: RowReader = {
    importId: id,
    columns,
    nextRow: 1,
    seen: new Set(),
    async next(limit) {
      const some: TableRow[] = [];
      while (some.length < limit) {
        const { done, value } = await rows.next();
        if (done) break;
        reader.nextRow = value.row + 1;
        some.push(value);
      }
      return some;
    },
    close: async () => void (await rows.return(undefined)),
  };
  while (reader.nextRow <= doneRows) {
    const skipped = await reader.next(Math.min(1000, doneRows - reader.nextRow + 1));
    if (skipped.length === 0) break;
  }
  return reader;
}

const openMax = 8;

/** Readers of imports that this process works on, kept from one job to the next: the file is read once. */
export function createOpenReaders() {
  const open = new Map<string, RowReader>();
  return {
    /** The one that stands where the import does; one that stands elsewhere is of no use any more. */
    async take({ id, doneRows }: Pick<JobImportRow, 'id' | 'doneRows'>): Promise<RowReader | undefined> {
      const reader = open.get(id);
      open.delete(id);
      if (!reader || reader.nextRow === doneRows + 1) return reader;
      await reader.close();
      return undefined;
    },
    async keep(reader: RowReader): Promise<void> {
      open.set(reader.importId, reader);
      if (open.size <= openMax) return;
      const [oldest] = open.values();
      open.delete(oldest!.importId);
      await oldest!.close();
    },
  };
}
