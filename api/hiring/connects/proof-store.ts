import type { Executor } from '../../platform/database/database.ts';

/** What the lots of these freelancers hold together. */
export async function sumLots(db: Executor, freelancerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('connectsLots')
    .select((eb) => ['freelancerId', eb.fn.sum<number>('remaining').as('sum')])
    .where('freelancerId', 'in', freelancerIds)
    .groupBy('freelancerId')
    .execute();
  return new Map(rows.map(({ freelancerId, sum }) => [freelancerId, sum]));
}

export async function sumAllLots(db: Executor): Promise<number> {
  const { sum } = await db
    .selectFrom('connectsLots')
    .select((eb) => eb.fn.sum<number | null>('remaining').as('sum'))
    .executeTakeFirstOrThrow();
  return sum ?? 0;
}

export function listBoostsAfter(db: Executor, proposalId: string, limit: number) {
  return db
    .selectFrom('connectsBoosts')
    .select(['proposalId', 'state', 'transferId'])
    .where('proposalId', '>', proposalId)
    .orderBy('proposalId')
    .limit(limit)
    .execute();
}
