import { poolMemberStates } from '../../../talent/talent-pools/pool-member.ts';
import type { TenantReading } from '../definition.ts';
import { movesOf, stateAt } from '../moved.ts';
import { dayName } from '../periods.ts';

/** A member of one of the company's own pools, as they stood. */
export type ReportedMember = {
  poolId: string;
  pool: string;
  freelancerId: string;
  status: string;
  about: AboutMember;
};

/** What the pool's keepers and the vetting desk wrote; it changes, so it is remembered. */
export type AboutMember = {
  vettedBy: string;
  rubricVersion: number | null;
  score: number | null;
  expiresOn: string | null;
  rating: number | null;
  skills: readonly string[];
  rateMinor: number | null;
  rateCurrency: string | null;
  hoursPerWeek: number;
};

export const memberStatuses = poolMemberStates;

/** Who was invited or admitted by the instant asked for, by pool. */
export async function listMembers(reading: TenantReading): Promise<ReportedMember[]> {
  const { db, scope, params, asOfMs, names } = reading;
  const rows = await db
    .selectFrom('talentPoolMembers as m')
    .innerJoin('talentPools as p', 'p.id', 'm.poolId')
    .innerJoin('freelancers as f', 'f.id', 'm.freelancerId')
    .leftJoin('vettingApplications as a', 'a.id', 'm.vettingApplicationId')
    .leftJoin('vettingRubrics as r', 'r.id', 'a.rubricId')
    .select(['m.poolId', 'p.name as pool', 'm.freelancerId', 'm.vettingApplicationId', 'r.version as rubricVersion'])
    .select(['m.score', 'm.expiresAt', 'm.rating', 'm.rateMinor', 'm.rateCurrency', 'm.admittedBy'])
    .select(['f.rateMinor as ownRateMinor', 'f.rateCurrency as ownRateCurrency', 'f.hoursPerWeek'])
    .where('p.tenantId', '=', scope.tenantId)
    .where('m.addedAt', '<=', asOfMs)
    .$if(params.freelancerIds.length > 0, (query) => query.where('m.freelancerId', 'in', params.freelancerIds))
    .orderBy('p.name')
    .orderBy('m.poolId')
    .orderBy('m.freelancerId')
    .execute();
  const keyOf = ({ poolId, freelancerId }: { poolId: string; freelancerId: string }) => `${poolId}.${freelancerId}`;
  const [moves, reviewers, skills] = [
    await movesOf(reading, 'poolMember', rows.map(keyOf)),
    await reviewersOf(
      reading,
      rows.flatMap(({ vettingApplicationId }) => vettingApplicationId ?? []),
    ),
    await skillsOf(
      reading,
      rows.map(({ freelancerId }) => freelancerId),
    ),
  ];
  const now = rows.map((row): [string, string] => {
    const about: AboutMember = {
      vettedBy: reviewers.get(row.vettingApplicationId ?? '') ?? '',
      rubricVersion: row.rubricVersion,
      score: row.score,
      expiresOn: row.expiresAt === null ? null : dayName(row.expiresAt),
      rating: row.rating,
      skills: skills.get(row.freelancerId) ?? [],
      rateMinor: row.rateMinor ?? row.ownRateMinor,
      rateCurrency: row.rateMinor === null ? row.ownRateCurrency : row.rateCurrency,
      hoursPerWeek: row.hoursPerWeek,
    };
    return [keyOf(row), JSON.stringify(about)];
  });
  const stood = await names.at('poolMember.about', new Map(now));
  const pools = await names.at('talentPool.name', new Map(rows.map(({ poolId, pool }) => [poolId, pool])));
  return rows.flatMap((row) => {
    const { poolId, freelancerId } = row;
    // Without a move by then nobody was asked yet: an earlier stay has ended and this one is younger.
    const status = stateAt(moves.get(keyOf(row)));
    if (status === null || (params.statuses.length > 0 && !params.statuses.includes(status))) return [];
    return [{ poolId, pool: pools.get(poolId)!, freelancerId, status, about: JSON.parse(stood.get(keyOf(row))!) }];
  });
}

/** The names of those whose scores count, by application. */
async function reviewersOf({ db, asOfMs }: TenantReading, applicationIds: readonly string[]) {
  if (applicationIds.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom('vettingScores as s')
    .innerJoin('people as p', 'p.id', 's.reviewerId')
    .select(['s.applicationId', 'p.name'])
    .where('s.applicationId', 'in', applicationIds)
    .where('s.givenAt', '<=', asOfMs)
    .orderBy('s.givenAt')
    .orderBy('s.id')
    .execute();
  const names = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return new Map([...names].map(([id, some]) => [id, some.map(({ name }) => name).join(', ')]));
}

async function skillsOf({ db }: TenantReading, freelancerIds: readonly string[]) {
  if (freelancerIds.length === 0) return new Map<string, string[]>();
  const rows = await db
    .selectFrom('freelancerSkills')
    .select(['freelancerId', 'name'])
    .where('freelancerId', 'in', [...new Set(freelancerIds)])
    .orderBy('freelancerId')
    .orderBy('position')
    .execute();
  const skills = Map.groupBy(rows, ({ freelancerId }) => freelancerId);
  return new Map([...skills].map(([id, some]) => [id, some.map(({ name }) => name)]));
}
