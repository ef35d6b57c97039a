import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { SqliteConnection } from './sqlite-connection.ts';

/** A sentence for the operator: nothing was replaced. */
export class CopyRefused extends Error {
  override name = 'CopyRefused';
}

/** What SQLite itself says of a file, and whether every foreign key points somewhere. Empty means sound. */
export async function checkSqlite(file: string): Promise<string[]> {
  if (!(await stat(file).catch(() => undefined))) throw new CopyRefused(`There is no file ${file}.`);
  let connection: SqliteConnection | undefined;
  try {
    connection = await SqliteConnection.open(file, 'reader');
    const found: string[] = [];
    for (const row of await connection.all('pragma integrity_check')) {
      if (row.integrity_check !== 'ok') found.push(String(row.integrity_check));
    }
    for (const row of await connection.all('pragma foreign_key_check')) {
      found.push(`${row.table} row ${row.rowid} points to a missing row of ${row.parent}`);
    }
    return found;
  } catch (error) {
    return [String((error as Error).message)];
  } finally {
    await connection?.close().catch(() => {});
  }
}

/** Copies a live database into a new file while others read and write: on a connection of its own, so that no writer waits. */
export async function backupSqlite(file: string, target: string): Promise<void> {
  const connection = await SqliteConnection.open(file, 'writer');
  try {
    await connection.run('vacuum into ?', [target]);
  } finally {
    await connection.close();
  }
}

/** Replaces the database by a backup that passed its check; the old one is kept beside it as `.before-restore`. */
export async function restoreSqlite(backup: string, file: string): Promise<void> {
  const unsound = await checkSqlite(backup);
  if (unsound.length > 0)
    throw new CopyRefused(`${backup} is damaged (${unsound[0]}); nothing was replaced. Take another backup.`);
  await refuseWhileOpen(file);
  const arriving = `${file}.restoring`;
  await copyFile(backup, arriving);
  for (const ending of ['-wal', '-shm']) await rm(file + ending, { force: true });
  await rename(file, `${file}.before-restore`).catch(ignoreMissing);
  await rename(arriving, file);
}

async function refuseWhileOpen(file: string): Promise<void> {
  if (!(await stat(file).catch(() => undefined))) return;
  const connection = await SqliteConnection.open(file, 'writer');
  try {
    // In WAL every open connection holds a shared lock, so an exclusive one proves that nobody else is there.
    await connection.exec(
      'pragma busy_timeout = 200; pragma locking_mode = exclusive; begin exclusive; commit; pragma wal_checkpoint(truncate);',
    );
  } catch {
    throw new CopyRefused('The server is running; stop it, then restore. Nothing was replaced.');
  } finally {
    await connection.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
