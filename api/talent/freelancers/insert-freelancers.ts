import { CompiledQuery } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { FreelancerRecord } from './read-freelancers.ts';

/** SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535. */
const parametersMax = 32_000;
const rowsMax = 1000;

/**
 * Writes many freelancers with their lists, for seeding and imports: a few statements a thousand. Records no event;
 * the search index is built anew afterwards. Portfolio images need their files stored first.
 */
export async function insertFreelancers(trx: Executor, records: readonly FreelancerRecord[]): Promise<void> {
  await insertMany(
    trx,
    'freelancers',
    records.map(({ row }) => row),
  );
  await insertMany(
    trx,
    'freelancerSkills',
    records.flatMap((record) => record.freelancerSkills),
  );
  await insertMany(
    trx,
    'freelancerLanguages',
    records.flatMap((record) => record.freelancerLanguages),
  );
  await insertMany(
    trx,
    'freelancerLinks',
    records.flatMap((record) => record.freelancerLinks),
  );
  await insertMany(
    trx,
    'freelancerEmployment',
    records.flatMap((record) => record.freelancerEmployment),
  );
  await insertMany(
    trx,
    'freelancerEducation',
    records.flatMap((record) => record.freelancerEducation),
  );
  await insertMany(
    trx,
    'freelancerCertifications',
    records.flatMap((record) => record.freelancerCertifications),
  );
  await insertMany(
    trx,
    'portfolioItems',
    records.flatMap((record) => record.portfolioItems),
  );
  await insertMany(
    trx,
    'portfolioImages',
    records.flatMap((record) => record.portfolioImages),
  );
}

async function insertMany<T extends keyof Tables & string>(trx: Executor, table: T, rows: readonly Tables[T][]) {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof Tables[T] & string)[];
  const size = Math.min(rowsMax, Math.floor(parametersMax / columns.length));
  const wholeBatch = insertStatement(table, columns, size);
  for (let start = 0; start < rows.length; start += size) {
    const batch = rows.slice(start, start + size);
    const statement = batch.length === size ? wholeBatch : insertStatement(table, columns, batch.length);
    const parameters = batch.flatMap((row) => columns.map((column) => row[column]));
    await trx.executeQuery(CompiledQuery.raw(statement, parameters));
  }
}

/** Written by hand: building a query of 32,000 parameters takes longer than running it. */
function insertStatement(table: string, columns: readonly string[], rows: number): string {
  let parameter = 0;
  const values = Array.from({ length: rows }, () => `(${columns.map(() => `$${++parameter}`).join(', ')})`);
  return `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values ${values.join(', ')}`;
}
