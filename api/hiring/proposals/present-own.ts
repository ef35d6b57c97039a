import { type FreelancerScope, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import { formattedText } from '../../platform/rich-text/present-markdown.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { boostStanding } from '../connects/read-boosts.ts';
import { type JobPostRecord, readJobPosts } from '../job-posts/read-job-posts.ts';
import { writeRefusal } from '../proposal-messages/proposal-message.ts';
import { readOwnThreads } from '../proposal-messages/read-threads.ts';
import { earningsOf, readFeeSchedule } from './earnings.ts';
import { isEditable } from './edit-terms.ts';
import { attachmentKinds } from './keep-terms.ts';
import type { OwnProposal, OwnProposalSummary } from './own-schema.ts';
import { presentAnswers } from './present-answers.ts';
import { presentClosing } from './present-closing.ts';
import { proposalCan } from './proposal.ts';
import { bidOf } from './read-proposals.ts';
import type { ProposalRow } from './table.ts';

/* What freelancers see of their own proposals: named field by field, so that nothing of the team's slips in. */

export type OwnReadDeps = FileLinkDeps & { directory: Pick<TenantDirectory, 'byId'> };

/** Rows of one freelancer, of several tenants perhaps. */
export async function presentOwnSummaries(
  db: Executor,
  { directory }: OwnReadDeps,
  freelancer: FreelancerScope,
  personId: string,
  rows: readonly ProposalRow[],
): Promise<OwnProposalSummary[]> {
  const ids = rows.map(({ id }) => id);
  const threads = await readOwnThreads(db, freelancer, ids, personId);
  const posts = new Map<string, JobPostRecord>();
  const clients = new Map<string, Pick<OwnProposal, 'client'> & { schedule: Parameters<typeof earningsOf>[1] }>();
  for (const [tenantId, theirs] of Map.groupBy(rows, (row) => row.tenantId)) {
    const scope = tenantOfFound(freelancer, { tenantId });
    const postIds = theirs.map(({ jobPostId }) => jobPostId);
    for (const [id, post] of await readJobPosts(db, scope, postIds)) posts.set(id, post);
    const name = (await directory.byId(tenantId))?.brandName ?? '';
    clients.set(tenantId, { client: { name }, schedule: await readFeeSchedule(db, scope) });
  }
  return rows.map((row) => {
    const post = posts.get(row.jobPostId);
    const { client, schedule } = clients.get(row.tenantId)!;
    const { messages = 0, unread = 0 } = threads.get(row.id) ?? {};
    const bid = bidOf(row);
    return {
      id: row.id,
      jobPost: { id: row.jobPostId, title: post?.title ?? '', state: post?.state ?? 'removed' },
      client,
      state: row.state,
      bid,
      earnings: earningsOf(bid, schedule),
      connects: { spent: row.connectsSpent, boostBid: row.boostBid, returned: row.connectsReturnedAt !== null },
      invitationId: row.invitationId,
      termsVersion: row.termsVersion,
      submittedAt: isoInstant(row.createdAt),
      termsChangedAt: row.termsChangedAt === null ? null : isoInstant(row.termsChangedAt),
      viewedAt: row.viewedAt === null ? null : isoInstant(row.viewedAt),
      closing: presentClosing(row),
      unreadMessages: unread,
      messageCount: messages,
      mayWrite: writeRefusal('freelancer', { state: row.state, clientHasWritten: messages > 0 }) === undefined,
      mayEditTerms: isEditable(row),
      mayWithdraw: proposalCan.withdraw(row),
    };
  });
}

export async function presentOwn(
  db: Executor,
  deps: OwnReadDeps,
  freelancer: FreelancerScope,
  personId: string,
  row: ProposalRow,
): Promise<OwnProposal> {
  const scope = tenantOfFound(freelancer, row);
  const [summary] = await presentOwnSummaries(db, deps, freelancer, personId, [row]);
  const attachments = await readAttachments(db, deps, scope, attachmentKinds.whole, [row.id]);
  const answerFiles = await readAttachments(db, deps, scope, attachmentKinds.answers, [row.id]);
  const { jobPostId, id: proposalId, freelancerId } = row;
  const { own } = await boostStanding(db, { jobPostId, proposalId, freelancerId });
  return {
    ...summary!,
    coverLetter: formattedText(row.coverLetter),
    answers: presentAnswers(JSON.parse(row.answers), answerFiles.get(row.id) ?? []),
    attachments: attachments.get(row.id) ?? [],
    boost: own && { state: own.state, place: own.slot },
  };
}
