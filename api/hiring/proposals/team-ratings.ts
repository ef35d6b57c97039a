import type { Doer } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { HiringMember } from '../grants.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { getProposal } from './read-proposals.ts';
import type { ProposalRatings } from './schema.ts';
import { deleteRating, listRatings, putRating } from './team-store.ts';

/** One rating for each member; null takes it back. @throws 404 */
export async function rateProposal(
  trx: Executor,
  deps: ProposalDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  proposalId: string,
  stars: number | null,
): Promise<ProposalRatings> {
  const { jobPostId } = await getProposal(trx, scope, proposalId);
  const { personId } = person;
  const { tenantId } = scope;
  if (stars === null) await deleteRating(trx, scope, proposalId, personId);
  else await putRating(trx, { proposalId, personId, tenantId, jobPostId, stars, ratedAt: deps.clock.now() });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'proposal', id: proposalId },
    move: 'rated',
    details: { stars },
    audience: 'team',
  });
  return readRatings(trx, scope, proposalId, personId);
}

export async function readRatings(
  db: Executor,
  scope: TenantScope,
  proposalId: string,
  personId: string,
): Promise<ProposalRatings> {
  const rows = await listRatings(db, scope, proposalId);
  const people = await peopleById(
    db,
    rows.map((row) => row.personId),
  );
  return {
    average: averageOf(rows),
    items: rows.map((row) => ({
      member: { id: row.personId, name: people.get(row.personId)?.name ?? '' },
      isOwn: row.personId === personId,
      stars: row.stars,
      ratedAt: isoInstant(row.ratedAt),
    })),
  };
}

/** To a tenth, as it is shown. */
export function averageOf(ratings: readonly { stars: number }[]): number | null {
  if (ratings.length === 0) return null;
  return Math.round((10 * ratings.reduce((sum, { stars }) => sum + stars, 0)) / ratings.length) / 10;
}
