import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ProposalState } from './proposal.ts';
import type { ProposalRow } from './table.ts';

/* What belongs to one freelancer, in the tenant of the address or in all of them. */

function ownProposals(db: Executor, { freelancerId }: FreelancerScope, tenant: TenantScope | undefined) {
  return db
    .selectFrom('proposals')
    .where('freelancerId', '=', freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId));
}

export function findOwnProposal(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<ProposalRow | undefined> {
  return ownProposals(db, freelancer, tenant).selectAll().where('id', '=', id).executeTakeFirst();
}

export function findOwnProposalOn(
  db: Executor,
  freelancer: FreelancerScope,
  jobPostId: string,
): Promise<ProposalRow | undefined> {
  return ownProposals(db, freelancer, undefined).selectAll().where('jobPostId', '=', jobPostId).executeTakeFirst();
}

export function listOwnProposals(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  page: {
    states: readonly ProposalState[] | undefined;
    after: { createdAt: number; id: string } | undefined;
    limit: number;
  },
): Promise<ProposalRow[]> {
  const { states, after, limit } = page;
  return ownProposals(db, freelancer, tenant)
    .selectAll()
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(after!.createdAt, after!.id))),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countOwnProposals(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<{ state: ProposalState; count: number }[]> {
  const rows = await ownProposals(db, freelancer, tenant)
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}
