import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, SettingsRefused } from '../env.ts';
import { migrations } from '../migrations.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { CopyRefused, checkSqlite, restoreSqlite } from '../platform/database/sqlite-copies.ts';

/** `npm run db -- backup <file> | restore <file> | check [file] | migrate` */
const [verb, file] = process.argv.slice(2);

try {
  const { databaseAddress, dataFolder } = await readSettings(process.env);
  if (/^postgres/.test(databaseAddress) && verb !== 'migrate') {
    throw new CopyRefused('DATABASE_URL names PostgreSQL; use pg_dump, pg_restore and pg_amcheck for it.');
  }
  console.log(await run(verb, file, databaseAddress, dataFolder));
} catch (error) {
  const isSaid = [CopyRefused, SettingsRefused].some((kind) => error instanceof kind);
  if (!(isSaid && error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(
  verb: string | undefined,
  file: string | undefined,
  address: string,
  dataFolder: string,
): Promise<string> {
  switch (verb) {
    case 'backup':
      return backup(address, required(file, 'backup'));
    case 'restore':
      await restoreSqlite(required(file, 'restore'), address);
      // The search index there was made of the database that is no longer in use.
      await rm(join(dataFolder, 'search'), { recursive: true, force: true });
      return `Restored ${file} into ${address}; the old database is kept as ${address}.before-restore.`;
    case 'check': {
      const found = await checkSqlite(file ?? address);
      if (found.length > 0) throw new CopyRefused(`${file ?? address} is damaged:\n${found.join('\n')}`);
      return `${file ?? address} is sound.`;
    }
    case 'migrate': {
      const database = await openDatabase(address);
      const ran = await migrate(database, migrations);
      await database.close();
      return ran.length === 0 ? 'Nothing to migrate.' : `Migrated: ${ran.join(', ')}.`;
    }
    default:
      throw new CopyRefused('Use: npm run db -- backup <file> | restore <file> | check [file] | migrate');
  }
}

async function backup(address: string, target: string): Promise<string> {
  const exists = await access(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new CopyRefused(`${target} exists already; name another file. Nothing was written.`);
  const database = await openDatabase(address);
  try {
    await database.backup(target);
  } finally {
    await database.close();
  }
  const found = await checkSqlite(target);
  if (found.length > 0) throw new CopyRefused(`The backup ${target} is damaged: ${found[0]}`);
  return `Backed up ${address} to ${target}; the copy passed its check.`;
}

function required(file: string | undefined, verb: string): string {
  if (!file) throw new CopyRefused(`Name the file: npm run db -- ${verb} <file>`);
  return file;
}
