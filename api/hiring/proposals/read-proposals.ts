import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findOwnProposal, findOwnProposalOn } from './own-store.ts';
import type { Bid } from './parts-schema.ts';
import type { ProposalState } from './proposal.ts';
import { countByPost, findProposalRow, listProposersAmong } from './store.ts';
import type { ProposalRow } from './table.ts';

/** What other slices know of a proposal. */
export type ProposalFacts = {
  id: string;
  tenantId: string;
  jobPostId: string;
  freelancerId: string;
  /** Who sent it. */
  personId: string;
  state: ProposalState;
  bid: Bid;
  termsVersion: number;
  /** When the client opened it first. */
  viewedAt: number | null;
};

/** For somebody of the tenant. */
export async function findProposal(db: Executor, scope: TenantScope, id: string): Promise<ProposalFacts | undefined> {
  const row = await findProposalRow(db, scope, id);
  return row && factsOf(row);
}

/** @throws 404 */
export async function getProposal(db: Executor, scope: TenantScope, id: string): Promise<ProposalFacts> {
  const found = await findProposal(db, scope, id);
  if (!found) throw notFound();
  return found;
}

/** For its freelancer, at an address of its tenant or of the installation. @throws 404 */
export async function getProposalOf(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<ProposalFacts> {
  const row = await findOwnProposal(db, freelancer, tenant, id);
  if (!row) throw notFound();
  return factsOf(row);
}

/** A freelancer's own proposal on a post, whatever became of it. */
export async function findProposalOn(
  db: Executor,
  freelancer: FreelancerScope,
  jobPostId: string,
): Promise<ProposalFacts | undefined> {
  const row = await findOwnProposalOn(db, freelancer, jobPostId);
  return row && factsOf(row);
}

/** Those of `freelancerIds` who proposed on a post. */
export async function readProposersAmong(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  freelancerIds: readonly string[],
): Promise<Set<string>> {
  if (freelancerIds.length === 0) return new Set();
  const rows = await listProposersAmong(db, scope, jobPostId, freelancerIds);
  return new Set(rows.map(({ freelancerId }) => freelancerId));
}

/** By post, those without a proposal included: how many there are, the withdrawn aside, and how many nobody opened. */
export async function countProposals(
  db: Executor,
  jobPostIds: readonly string[],
): Promise<Map<string, { total: number; unread: number }>> {
  const counts = new Map(jobPostIds.map((id) => [id, { total: 0, unread: 0 }]));
  if (jobPostIds.length === 0) return counts;
  for (const { jobPostId, total, unread } of await countByPost(db, [...counts.keys()]))
    counts.set(jobPostId, { total, unread });
  return counts;
}

export function bidOf(row: Pick<ProposalRow, 'bidKind' | 'bidMinor' | 'bidCurrency' | 'milestones'>): Bid {
  const amount = { amountMinor: row.bidMinor, currency: row.bidCurrency };
  switch (row.bidKind) {
    case 'hourly':
      return { kind: 'hourly', rate: amount };
    case 'fixed':
      return { kind: 'fixed', total: amount };
    case 'milestones':
      return { kind: 'milestones', total: amount, milestones: JSON.parse(row.milestones) };
  }
}

function factsOf(row: ProposalRow): ProposalFacts {
  const { id, tenantId, jobPostId, freelancerId, personId, state, termsVersion, viewedAt } = row;
  return { id, tenantId, jobPostId, freelancerId, personId, state, termsVersion, viewedAt, bid: bidOf(row) };
}
