import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, Refusal } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { getPool } from './change-pools.ts';
import { memberKey, type PoolDeps, scopeOfPool } from './deps.ts';
import { isKeptBy } from './grants.ts';
import { deleteNote, findNote, insertNote } from './note-store.ts';
import { talentPoolsPolicy } from './policy.ts';
import type { AgreedRateChange } from './schema.ts';
import { findMember, keepAboutMember } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolNoteRow, TalentPoolRow } from './table.ts';
import type { MemberChange } from './take-member.ts';

/* What a company keeps about the members of its pools. No freelancer ever reads any of it. */

/**
 * The member of a pool that the asker's company keeps.
 * @throws 404, for pools of others too: whoever only looks at a pool keeps nothing in it
 */
export async function getKept(
  trx: Executor,
  { reader, poolId, freelancerId }: Omit<MemberChange, 'doer'>,
): Promise<{ pool: TalentPoolRow; row: TalentPoolMemberRow }> {
  const pool = await getPool(trx, reader, poolId);
  const row = isKeptBy(reader.person, pool) ? await findMember(trx, pool.id, freelancerId) : undefined;
  if (!row) throw notFound();
  return { pool, row };
}

/** @throws 404, 409 too_many_tags */
export async function addTag(trx: Executor, deps: PoolDeps, change: MemberChange, tag: string): Promise<void> {
  const { pool, row } = await getKept(trx, change);
  const tags: string[] = JSON.parse(row.tags);
  if (tags.some((known) => known.toLowerCase() === tag.toLowerCase())) return;
  const { tagsMax } = await readPolicy(trx, scopeOfPool(pool), talentPoolsPolicy);
  if (tags.length >= tagsMax)
    throw conflict('too_many_tags', `A member has at most ${tagsMax} tags; none was added. Take one off first.`);
  await keep(trx, deps, change, pool, row, 'tagged', { tags: JSON.stringify([...tags, tag]) }, { tag });
}

/** @throws 404 */
export async function removeTag(trx: Executor, deps: PoolDeps, change: MemberChange, tag: string): Promise<void> {
  const { pool, row } = await getKept(trx, change);
  const tags: string[] = JSON.parse(row.tags);
  const left = tags.filter((known) => known !== tag);
  if (left.length === tags.length) return;
  await keep(trx, deps, change, pool, row, 'untagged', { tags: JSON.stringify(left) }, { tag });
}

/** @throws 404, 412 */
export async function rateMember(
  trx: Executor,
  deps: PoolDeps,
  change: MemberChange,
  { pool, row }: Awaited<ReturnType<typeof getKept>>,
  { stars, reason }: { stars: number; reason: string },
): Promise<void> {
  const rated = { ratedBy: change.reader.person.personId, ratedAt: deps.clock.now() };
  const from = row.rating;
  await keep(trx, deps, change, pool, row, 'rated', { rating: stars, ratingReason: reason, ...rated }, { from, stars });
}

/** @throws 404, 412 */
export async function agreeRate(
  trx: Executor,
  deps: PoolDeps,
  change: MemberChange,
  { pool, row }: Awaited<ReturnType<typeof getKept>>,
  agreed: AgreedRateChange | null,
): Promise<void> {
  const columns = {
    rateMinor: agreed?.rate.amountMinor ?? null,
    rateCurrency: agreed?.rate.currency ?? null,
    rateRole: agreed?.role ?? null,
    rateFrom: agreed?.from ?? null,
    rateTo: agreed?.to ?? null,
  };
  const from = row.rateMinor === null ? null : { amountMinor: row.rateMinor, currency: row.rateCurrency };
  await keep(trx, deps, change, pool, row, agreed ? 'rateAgreed' : 'rateDropped', columns, { from, to: agreed });
}

/** @throws 404 */
export async function writeNote(
  trx: Executor,
  deps: PoolDeps,
  change: MemberChange,
  text: string,
): Promise<TalentPoolNoteRow> {
  const { pool, row } = await getKept(trx, change);
  const note: TalentPoolNoteRow = {
    id: deps.newId('pn'),
    poolId: pool.id,
    freelancerId: row.freelancerId,
    authorId: change.reader.person.personId,
    text,
    createdAt: deps.clock.now(),
  };
  await insertNote(trx, note);
  await record(trx, deps, change.doer, pool, row, 'noteWritten', { noteId: note.id });
  return note;
}

/** Only whoever wrote it. @throws 404 */
export async function dropNote(trx: Executor, deps: PoolDeps, change: MemberChange, noteId: string): Promise<void> {
  const { pool, row } = await getKept(trx, change);
  const note = await findNote(trx, pool.id, row.freelancerId, noteId);
  if (!note || note.authorId !== change.reader.person.personId) throw notFound();
  await deleteNote(trx, note);
  await record(trx, deps, change.doer, pool, row, 'noteDeleted', { noteId });
}

async function keep(
  trx: Executor,
  deps: PoolDeps,
  { doer }: MemberChange,
  pool: TalentPoolRow,
  row: TalentPoolMemberRow,
  move: string,
  columns: Partial<TalentPoolMemberRow>,
  details: Record<string, unknown>,
): Promise<void> {
  if (!(await keepAboutMember(trx, row, columns))) throw changedMeanwhile();
  await record(trx, deps, doer, pool, row, move, details);
}

function record(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  row: TalentPoolMemberRow,
  move: string,
  details: Record<string, unknown>,
): Promise<void> {
  return recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'poolMember', id: memberKey(row) },
    move,
    details: { ...details, poolId: pool.id, freelancerId: row.freelancerId },
    audience: 'team',
  });
}

export function changedMeanwhile(): Refusal {
  return new Refusal(
    412,
    'changed_meanwhile',
    'This was changed since you read it; your change was not saved. Read it again and repeat.',
  );
}
