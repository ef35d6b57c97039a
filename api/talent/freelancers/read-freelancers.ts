import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { findFreelancerOf, findFreelancers, findRevisions, listFreelancersAfter } from './store.ts';
import type { FreelancerLists, FreelancerRow } from './table.ts';

/** A freelancer with everything that belongs to it, all of one revision. */
export type FreelancerRecord = { row: FreelancerRow } & { [T in keyof FreelancerLists]: FreelancerLists[T][] };

const listTables = [
  'freelancerSkills',
  'freelancerLanguages',
  'freelancerLinks',
  'freelancerEmployment',
  'freelancerEducation',
  'freelancerCertifications',
  'portfolioItems',
  'portfolioImages',
] as const satisfies readonly (keyof FreelancerLists)[];

/** @throws 404 when the person is no freelancer */
export async function getFreelancerOf(db: Executor, personId: string): Promise<FreelancerRow> {
  const row = await findFreelancerOf(db, personId);
  if (!row) throw notFound();
  return row;
}

export async function freelancerIdOf(db: Executor, personId: string): Promise<string | null> {
  return (await findFreelancerOf(db, personId))?.id ?? null;
}

/** The rows alone, by id: for names and who is behind a profile. Whoever asks checks visibility. */
export async function readFreelancerRows(db: Executor, ids: readonly string[]): Promise<Map<string, FreelancerRow>> {
  return ids.length === 0 ? new Map() : new Map((await findFreelancers(db, ids)).map((row) => [row.id, row]));
}

/** @throws 404 */
export async function getRecord(db: Executor, id: string): Promise<FreelancerRecord> {
  const [record] = await readFreelancers(db, [id]);
  if (!record) throw notFound();
  return record;
}

/** Those of `ids` that exist, in no particular order; at most some hundreds at once. Whoever asks checks visibility. */
export async function readFreelancers(db: Executor, ids: readonly string[]): Promise<FreelancerRecord[]> {
  return ids.length === 0 ? [] : recordsOf(db, await findFreelancers(db, ids));
}

/** Every freelancer in batches, for an index that is built anew. */
export async function* readAllFreelancers(db: Executor, batchSize = 500): AsyncGenerator<FreelancerRecord[]> {
  for (let lastId = ''; ; ) {
    const rows = await listFreelancersAfter(db, lastId, batchSize);
    const last = rows.at(-1);
    if (!last) return;
    yield await recordsOf(db, rows);
    lastId = last.id;
  }
}

async function recordsOf(db: Executor, rows: FreelancerRow[]): Promise<FreelancerRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const records = new Map(rows.map((row) => [row.id, emptyRecord(row)]));
  // A transaction is one connection, which takes one query at a time.
  if (db.isTransaction) for (const table of listTables) await fillList(db, table, ids, records);
  else await Promise.all(listTables.map((table) => fillList(db, table, ids, records)));
  // Each list was read by a query of its own: a profile saved meanwhile is read again, so that none is torn.
  const changed = (await findRevisions(db, ids)).filter(
    ({ id, revision }) => records.get(id)!.row.revision !== revision,
  );
  for (const { id } of changed) records.delete(id);
  return [
    ...records.values(),
    ...(await readFreelancers(
      db,
      changed.map(({ id }) => id),
    )),
  ];
}

function emptyRecord(row: FreelancerRow): FreelancerRecord {
  return {
    row,
    ...(Object.fromEntries(listTables.map((table) => [table, []])) as never as Omit<FreelancerRecord, 'row'>),
  };
}

async function fillList<T extends keyof FreelancerLists>(
  db: Executor,
  table: T,
  ids: readonly string[],
  records: ReadonlyMap<string, FreelancerRecord>,
): Promise<void> {
  const rows = await db
    .selectFrom(table as keyof FreelancerLists)
    .selectAll()
    .where('freelancerId', 'in', ids)
    .orderBy('freelancerId')
    .orderBy('position')
    .execute();
  for (const row of rows) (records.get(row.freelancerId)![table] as unknown[]).push(row);
}
