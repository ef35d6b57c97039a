import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { placeBoost } from '../connects/place-boost.ts';
import { spendConnects } from '../connects/spend-connects.ts';
import { acceptByProposing } from '../invitations/answer-invitation.ts';
import { acceptAnswersTo, acceptBid, acceptLetter, refuseProblems } from './accept-proposal.ts';
import { attachmentKinds, bidColumns, keepAnswerFiles, keepTerms } from './keep-terms.ts';
import { type ProposalDeps, tellProposalChanged } from './move-proposal.ts';
import type { GivenProposal } from './own-schema.ts';
import { alreadyProposed, type ProposeContext, readProposeContext } from './propose-context.ts';
import { insertProposalOnce, updateProposal } from './store.ts';
import type { ProposalRow } from './table.ts';

export type SubmitDeps = ProposalDeps & { secret: string };

const dayMs = 86_400_000;

/**
 * Sends a proposal: letter, answers, bid and files are kept, its connects are spent and an invitation is accepted, all
 * or nothing.
 * @throws 403 member_of_client; 404; 409 already_proposed, job_post_paused …, profile_private,
 * connects_balance_too_low; 422 named by the first field
 */
export async function submitProposal(
  trx: Executor,
  deps: SubmitDeps,
  acting: ActingFreelancer,
  doer: Doer,
  given: GivenProposal,
): Promise<ProposalRow> {
  const context = await readProposeContext(trx, acting, given.jobId);
  if (context.refusal) throw context.refusal;
  const { letter, excerpt, answers, bid, problems } = await acceptProposal(trx, deps, context, given);
  refuseProblems(problems);
  const { scope, price, policy } = context;
  const nowMs = deps.clock.now();
  const row: ProposalRow = {
    id: deps.newId('pr'),
    tenantId: scope.tenantId,
    jobPostId: context.post.id,
    freelancerId: acting.freelancer.freelancerId,
    personId: acting.person.personId,
    invitationId: context.invitation?.id ?? null,
    state: 'submitted',
    coverLetter: letter,
    letterExcerpt: excerpt,
    answers: JSON.stringify(answers),
    ...bidColumns(bid),
    attachmentCount: given.attachmentIds.length,
    connectsSpent: price,
    connectsReturnedAt: null,
    boostBid: given.boostBid,
    shortlistedAt: null,
    shortlistedBy: null,
    isArchived: 0,
    viewedAt: null,
    openBy: policy.returnsUnopened ? nowMs + policy.unopenedDays * dayMs : null,
    repliedAt: null,
    termsVersion: 1,
    termsChangedAt: null,
    revision: 1,
    endReason: null,
    endText: '',
    endedAt: null,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  if (!(await insertProposalOnce(trx, row))) throw alreadyProposed();
  await pay(trx, deps, context, row);
  await keepFiles(trx, deps, context, row, { bid, attachmentIds: given.attachmentIds });
  if (context.invitation) await acceptByProposing(trx, deps, acting.freelancer, doer, context.invitation, row.id);
  await tellSubmitted(trx, deps, context, doer, row);
  return row;
}

/** What was written, with everything that is wrong with it. */
export async function acceptProposal(
  db: Executor,
  deps: Pick<SubmitDeps, 'clock'>,
  context: ProposeContext,
  given: GivenProposal,
) {
  const { letter, excerpt, problems: ofLetter } = acceptLetter(given.coverLetter);
  const { answers, problems: ofAnswers } = acceptAnswersTo(context, given.answers);
  const { bid, problems: ofBid } = await acceptBid(db, deps, context, given.bid);
  const problems = [...ofLetter, ...ofAnswers, ...ofBid, ...problemsOfBoost(given.boostBid, context)];
  return { letter, excerpt, answers, bid, problems };
}

function problemsOfBoost(boostBid: number, { policy: { boostMax } }: ProposeContext): FieldProblem[] {
  if (boostBid <= boostMax) return [];
  return [{ pointer: '/boostBid', code: 'boost_out_of_bounds', message: `Bid at most ${boostMax} connects.` }];
}

/** Auctions come before wallets, in every transaction. */
async function pay(trx: Executor, deps: SubmitDeps, { post, price }: ProposeContext, row: ProposalRow): Promise<void> {
  const { id: proposalId, freelancerId, tenantId, jobPostId } = row;
  const paid = { proposalId, freelancerId, tenantId, jobPostId, jobPostTitle: post.title };
  if (row.boostBid > 0) await placeBoost(trx, deps, { ...paid, amount: row.boostBid });
  await spendConnects(trx, deps, { ...paid, amount: price });
}

async function keepFiles(
  trx: Executor,
  deps: SubmitDeps,
  { scope }: ProposeContext,
  { id, personId, answers, state }: ProposalRow,
  { bid, attachmentIds }: Pick<GivenProposal, 'bid' | 'attachmentIds'>,
): Promise<void> {
  await setAttachments(trx, deps, attachmentIds, { personId }, { kind: attachmentKinds.whole, id });
  const kept = await keepAnswerFiles(trx, deps, scope, personId, id, JSON.parse(answers));
  await keepTerms(trx, deps, scope, { proposalId: id, version: 1, bid, answers: kept });
  if (kept.some(({ fileName }) => fileName !== null))
    await updateProposal(trx, scope, id, { from: [state] }, { answers: JSON.stringify(kept) });
}

async function tellSubmitted(
  trx: Executor,
  deps: SubmitDeps,
  { post, scope, price, free, freelancerName }: ProposeContext,
  doer: Doer,
  row: ProposalRow,
): Promise<void> {
  const subject = { kind: 'proposal', id: row.id };
  const details = { connects: price, ...(free && { free }) };
  await recordMove(trx, deps, scope, doer, { subject, move: 'submit', to: 'submitted', details });
  await tellProposalChanged(trx, deps, row);
  await notify(trx, deps, {
    personIds: [post.ownerId],
    kind: 'proposal.submitted',
    subject,
    words: { freelancer: freelancerName, title: post.title },
    path: portalPaths.proposal(row.id),
    tenantId: scope.tenantId,
  });
}
