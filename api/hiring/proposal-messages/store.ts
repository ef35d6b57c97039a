import { sql } from 'kysely';
import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { MessageSide } from './proposal-message.ts';
import type { ProposalMessageRow, ProposalReadRow } from './table.ts';

/** @returns false when another message took the place at the same moment */
export async function insertMessageOnce(trx: Executor, row: ProposalMessageRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('proposalMessages')
    .values(row)
    .onConflict((conflict) => conflict.columns(['proposalId', 'sequence']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function lastSequence(db: Executor, scope: TenantScope, proposalId: string): Promise<number> {
  const { last } = await db
    .selectFrom('proposalMessages')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

export function listMessages(
  db: Executor,
  scope: TenantScope,
  proposalId: string,
  limit: number,
): Promise<ProposalMessageRow[]> {
  return db
    .selectFrom('proposalMessages')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

export function listReads(db: Executor, scope: TenantScope, proposalId: string): Promise<ProposalReadRow[]> {
  return db
    .selectFrom('proposalReads')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .execute();
}

/** A mark only goes forward, whichever of two windows says so last. */
export async function putRead(trx: Executor, row: ProposalReadRow): Promise<void> {
  await trx
    .insertInto('proposalReads')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['proposalId', 'personId'])
        .doUpdateSet({ readTo: row.readTo, readAt: row.readAt })
        .where('proposalReads.readTo', '<', row.readTo),
    )
    .execute();
}

export type ThreadCount = { proposalId: string; messages: number; unread: number };

/** Of every thread of a post, as one member of the team has read them. */
export async function countThreadsOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  personId: string,
): Promise<ThreadCount[]> {
  const rows = await counted(db, 'freelancer', personId)
    .where('proposalMessages.tenantId', '=', scope.tenantId)
    .where('proposalMessages.jobPostId', '=', jobPostId)
    .execute();
  return rows.map(asNumbers);
}

/** Of a freelancer's own threads. */
export async function countOwnThreads(
  db: Executor,
  { freelancerId }: FreelancerScope,
  proposalIds: readonly string[],
  personId: string,
): Promise<ThreadCount[]> {
  const rows = await counted(db, 'client', personId)
    .where('proposalMessages.freelancerId', '=', freelancerId)
    .where('proposalMessages.proposalId', 'in', proposalIds)
    .execute();
  return rows.map(asNumbers);
}

function counted(db: Executor, otherSide: MessageSide, personId: string) {
  const isUnread = sql<number>`case when ${sql.ref('proposalMessages.side')} = ${otherSide}
    and ${sql.ref('proposalMessages.sequence')} > coalesce(${sql.ref('proposalReads.readTo')}, 0) then 1 else 0 end`;
  return db
    .selectFrom('proposalMessages')
    .leftJoin('proposalReads', (join) =>
      join
        .onRef('proposalReads.proposalId', '=', 'proposalMessages.proposalId')
        .on('proposalReads.personId', '=', personId),
    )
    .select((eb) => [
      'proposalMessages.proposalId',
      eb.fn.countAll<number>().as('messages'),
      eb.fn.sum<number>(isUnread).as('unread'),
    ])
    .groupBy('proposalMessages.proposalId');
}

function asNumbers({ proposalId, messages, unread }: ThreadCount): ThreadCount {
  return { proposalId, messages: Number(messages), unread: Number(unread) };
}

/** When each side of a freelancer's threads wrote first, of threads that began since an instant. */
export function listFirstMessages(
  db: Executor,
  freelancerId: string,
  sinceMs: number,
): Promise<{ proposalId: string; side: MessageSide; first: number }[]> {
  return db
    .selectFrom('proposalMessages')
    .select((eb) => ['proposalId', 'side', eb.fn.min('createdAt').as('first')])
    .where('freelancerId', '=', freelancerId)
    .where('createdAt', '>=', sinceMs)
    .groupBy(['proposalId', 'side'])
    .execute();
}
