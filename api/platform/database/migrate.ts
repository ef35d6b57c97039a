import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** A migration sees the database as it was then, so its tables are untyped. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own type for migrations
export type Schema = Kysely<any>;
export interface NamedMigration {
  /** `0003-freelancers`: sorts in the order of running, never changes once released. */
  name: string;
  up(schema: Schema): Promise<void>;
}

/** The database has a migration this version does not know. */
export class DatabaseTooNew extends Error {
  override name = 'DatabaseTooNew';
}

/** Runs what is missing, each set in one transaction: killed half-way leaves the old or the new schema. */
export async function migrate(database: Database, migrations: readonly NamedMigration[]): Promise<string[]> {
  const { error, results } = await migratorOf(database, migrations).migrateToLatest();
  if (error) {
    const unknown = /previously executed migration (\S+) is missing/.exec(String(error));
    if (unknown) throw new DatabaseTooNew(`the database was written by a newer version (${unknown[1]})`);
    throw error;
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** What has not run yet; looking changes nothing. */
export async function listMissing(database: Database, migrations: readonly NamedMigration[]): Promise<string[]> {
  const all = await migratorOf(database, migrations).getMigrations();
  return all.flatMap(({ name, executedAt }) => (executedAt ? [] : [name]));
}

function migratorOf(database: Database, migrations: readonly NamedMigration[]): Migrator {
  const known: Record<string, Migration> = Object.fromEntries(migrations.map(({ name, up }) => [name, { up }]));
  return new Migrator({ db: database.db as Schema, provider: { getMigrations: async () => known } });
}
