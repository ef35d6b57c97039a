import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import { conflict, notFound, Refusal } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { acceptAnswersTo, acceptBid, refuseProblems } from './accept-proposal.ts';
import type { KeptAnswer } from './answer-rules.ts';
import { attachmentKinds, bidColumns, keepAnswerFiles, keepTerms } from './keep-terms.ts';
import { findOwnProposal } from './own-store.ts';
import type { Bid, GivenAnswer } from './parts-schema.ts';
import { editableProposalStates } from './proposal.ts';
import type { ProposeContext } from './propose-context.ts';
import { bidOf } from './read-proposals.ts';
import { updateProposal } from './store.ts';
import type { SubmitDeps } from './submit-proposal.ts';
import type { ProposalRow } from './table.ts';

export type TermsChange = { bid?: Bid; answers?: GivenAnswer[]; attachmentIds?: string[] };

/**
 * New terms while both sides still talk; the letter stays as it was sent, and every version of the terms is kept.
 * @param check throws when the proposal is not the one that was read
 * @throws 404, 409 by state, 409 job_post_paused …, 412, 422 named by the first field
 */
export async function editTerms(
  trx: Executor,
  deps: SubmitDeps,
  { freelancer, tenant, person }: ActingFreelancer,
  doer: Doer,
  id: string,
  change: TermsChange,
  check: (row: ProposalRow) => void,
): Promise<ProposalRow> {
  const row = await findOwnProposal(trx, freelancer, tenant, id);
  if (!row) throw notFound();
  check(row);
  if (!isEditable(row)) throw moveRefused('proposal', 'change its terms', row.state);
  const scope = tenantOfFound(freelancer, row);
  const post = await getJobPost(trx, scope, row.jobPostId);
  const { bid, answers } = await accepted(trx, deps, { post, scope }, row, change);
  const kept = change.answers
    ? await keepAnswerFiles(trx, deps, scope, person.personId, id, answers)
    : (JSON.parse(row.answers) as KeptAnswer[]);
  if (change.attachmentIds)
    await setAttachments(trx, deps, change.attachmentIds, person, { kind: attachmentKinds.whole, id });
  const nowMs = deps.clock.now();
  const changed: Partial<ProposalRow> = {
    ...bidColumns(bid),
    answers: JSON.stringify(kept),
    attachmentCount: change.attachmentIds?.length ?? row.attachmentCount,
    termsVersion: row.termsVersion + 1,
    termsChangedAt: nowMs,
    updatedAt: nowMs,
  };
  // The client's decision or another window of the freelancer's was faster.
  if (!(await updateProposal(trx, scope, id, { from: editableProposalStates, revision: row.revision }, changed)))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'This proposal was changed at the same moment; your change was not saved. Read it again.',
    );
  await keepTerms(trx, deps, scope, { proposalId: id, version: row.termsVersion + 1, bid, answers: kept });
  const subject = { kind: 'proposal', id };
  const details = { version: row.termsVersion + 1, ...(change.bid && { from: bidOf(row), to: bid }) };
  await recordMove(trx, deps, scope, doer, { subject, move: 'termsChanged', details });
  const profile = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId);
  await notify(trx, deps, {
    personIds: [post.ownerId],
    kind: 'proposal.changed',
    subject,
    words: { freelancer: profile?.name ?? '', title: post.title },
    path: portalPaths.proposal(id),
    tenantId: scope.tenantId,
  });
  return { ...row, ...changed, revision: row.revision + 1 };
}

async function accepted(
  trx: Executor,
  deps: SubmitDeps,
  context: Pick<ProposeContext, 'post' | 'scope'>,
  row: ProposalRow,
  change: TermsChange,
): Promise<{ bid: Bid; answers: KeptAnswer[] }> {
  if (Object.keys(change).length === 0)
    throw conflict('nothing_to_change', 'Name a bid, answers or attachments; nothing was changed.');
  const ofBid = change.bid ? await acceptBid(trx, deps, context, change.bid) : { bid: bidOf(row), problems: [] };
  const ofAnswers = change.answers ? acceptAnswersTo(context, change.answers) : { answers: [], problems: [] };
  refuseProblems([...ofAnswers.problems, ...ofBid.problems]);
  return { bid: ofBid.bid, answers: ofAnswers.answers };
}

export function isEditable({ state }: Pick<ProposalRow, 'state'>): boolean {
  return editableProposalStates.some((editable) => editable === state);
}
