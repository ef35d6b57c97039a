import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { HiringMember } from '../grants.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { declineProposal } from './end-proposal.ts';
import { flagProposal } from './flag-proposal.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { type ProposalDeclineReason, proposalCan } from './proposal.ts';
import type { BulkAnswer } from './schema.ts';
import { findProposalRows } from './store.ts';
import type { ProposalRow } from './table.ts';

/* Several proposals of one post in one command: each is decided alone, and the answer says what became of each. */

/** @throws 404 for the post */
export async function declineMany(
  trx: Executor,
  deps: ProposalDeps,
  { scope }: HiringMember,
  doer: Doer,
  jobPostId: string,
  ids: readonly string[],
  given: { reason: ProposalDeclineReason; message: string; clientName: string },
): Promise<BulkAnswer> {
  await getJobPost(trx, scope, jobPostId);
  return forEach(await rowsOf(trx, scope, jobPostId, ids), ids, async (row) => {
    // Looked at before it is tried: a refusal in the middle must not undo what was done.
    if (!proposalCan.decline(row)) return `proposal_${row.state}`;
    await declineProposal(trx, deps, scope, doer, row.id, given);
    return 'done';
  });
}

/** @throws 404 for the post */
export async function archiveMany(
  trx: Executor,
  deps: ProposalDeps,
  member: HiringMember,
  doer: Doer,
  jobPostId: string,
  ids: readonly string[],
  archived: boolean,
): Promise<BulkAnswer> {
  await getJobPost(trx, member.scope, jobPostId);
  return forEach(await rowsOf(trx, member.scope, jobPostId, ids), ids, async (row) =>
    (await flagProposal(trx, deps, member, doer, row.id, 'archived', archived)) ? 'done' : 'unchanged',
  );
}

async function rowsOf(
  trx: Executor,
  scope: HiringMember['scope'],
  jobPostId: string,
  ids: readonly string[],
): Promise<Map<string, ProposalRow>> {
  const rows = await findProposalRows(trx, scope, ids);
  return new Map(rows.filter((row) => row.jobPostId === jobPostId).map((row) => [row.id, row]));
}

async function forEach(
  rows: ReadonlyMap<string, ProposalRow>,
  ids: readonly string[],
  change: (row: ProposalRow) => Promise<string>,
): Promise<BulkAnswer> {
  const items: BulkAnswer['items'] = [];
  for (const id of new Set(ids)) {
    const row = rows.get(id);
    items.push({ id, outcome: row ? await outcomeOf(() => change(row)) : 'not_found' });
  }
  return { items, done: items.filter(({ outcome }) => outcome === 'done').length };
}

/** The freelancer may withdraw between the look and the move: that one is refused, the others are not. */
async function outcomeOf(change: () => Promise<string>): Promise<string> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return error.code;
    throw error;
  }
}
