import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Person } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import type { ProposalDeps } from '../proposals/move-proposal.ts';
import type { ProposalFacts } from '../proposals/read-proposals.ts';
import { writeToProposal } from '../proposals/reply-to-proposal.ts';
import { maskContactDetails } from '../text-rules/contact-details.ts';
import type { MessageKind } from './proposal-message.ts';
import { insertMessageOnce, lastSequence, listMessages, putRead } from './store.ts';
import type { ProposalMessageRow } from './table.ts';

export type Writing = { person: Person; doer: Doer; text: string; clientName: string };

const threadMax = 1000;

/** From the team. @throws 409 by state, 409 thread_full */
export async function writeAsClient(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  proposal: ProposalFacts,
  { person, doer, text, clientName }: Writing,
  interviewTimes: readonly string[] = [],
): Promise<ProposalMessageRow> {
  const isFirst = await writeToProposal(trx, deps, scope, doer, proposal.id, 'client');
  const kind = interviewTimes.length > 0 ? 'interviewRequest' : 'message';
  const row = await insertNext(trx, deps, scope, proposal, {
    side: 'client',
    kind,
    person,
    text,
    times: interviewTimes,
  });
  const subject = { kind: 'proposal', id: proposal.id };
  if (kind === 'interviewRequest')
    await recordMove(trx, deps, scope, doer, {
      subject,
      move: 'interviewRequested',
      details: { times: interviewTimes },
    });
  const { title } = await getJobPost(trx, scope, proposal.jobPostId);
  const told = {
    personIds: [proposal.personId],
    subject,
    path: portalPaths.ownProposal(proposal.id),
    tenantId: scope.tenantId,
  };
  if (kind === 'interviewRequest')
    await notify(trx, deps, { ...told, kind: 'proposal.interviewRequested', words: { client: clientName, title } });
  else if (isFirst)
    await notify(trx, deps, { ...told, kind: 'proposal.replied', words: { client: clientName, title } });
  else await notify(trx, deps, { ...told, kind: 'proposal.messageSent', words: { sender: clientName, title } });
  return row;
}

/** From the freelancer, once the client has written. @throws 409 client_has_not_replied, by state, 409 thread_full */
export async function writeAsFreelancer(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  proposal: ProposalFacts,
  { person, doer, text }: Writing,
): Promise<ProposalMessageRow> {
  await writeToProposal(trx, deps, scope, doer, proposal.id, 'freelancer');
  const before = await listMessages(trx, scope, proposal.id, threadMax);
  if (before.length === 0)
    throw conflict(
      'client_has_not_replied',
      'The client has not written yet; nothing was sent. Your letter reaches them with the proposal.',
    );
  const row = await insertNext(trx, deps, scope, proposal, {
    side: 'freelancer',
    kind: 'message',
    person,
    text,
    times: [],
  });
  const { freelancerId, jobPostId } = proposal;
  if (!before.some(({ side }) => side === 'freelancer'))
    await deps.outbox.record(trx, 'freelancerAnswered', null, { freelancerId }, deps.clock.now());
  const post = await getJobPost(trx, scope, jobPostId);
  const writers = before.filter(({ side }) => side === 'client').map(({ authorId }) => authorId);
  await notify(trx, deps, {
    personIds: [...new Set([post.ownerId, ...writers])],
    kind: 'proposal.messageSent',
    subject: { kind: 'proposal', id: proposal.id },
    words: { sender: (await readFreelancerRows(trx, [freelancerId])).get(freelancerId)?.name ?? '', title: post.title },
    path: portalPaths.proposal(proposal.id),
    tenantId: scope.tenantId,
  });
  return row;
}

async function insertNext(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  { id: proposalId, jobPostId, freelancerId, state }: ProposalFacts,
  message: {
    side: ProposalMessageRow['side'];
    kind: MessageKind;
    person: Person;
    text: string;
    times: readonly string[];
  },
): Promise<ProposalMessageRow> {
  const { side, kind, person, times } = message;
  // Until there is a contract, people meet here.
  const text = state === 'hired' ? message.text : maskContactDetails(message.text);
  const nowMs = deps.clock.now();
  while (true) {
    const sequence = (await lastSequence(trx, scope, proposalId)) + 1;
    if (sequence > threadMax)
      throw conflict('thread_full', `A thread holds ${threadMax} messages; this one was not sent.`);
    const row: ProposalMessageRow = {
      id: deps.newId('pm'),
      tenantId: scope.tenantId,
      jobPostId,
      proposalId,
      freelancerId,
      sequence,
      side,
      kind,
      authorId: person.personId,
      text,
      isMasked: text === message.text ? 0 : 1,
      times: JSON.stringify(times),
      createdAt: nowMs,
    };
    if (!(await insertMessageOnce(trx, row))) continue;
    await markRead(trx, deps, scope, { id: proposalId, jobPostId }, person, side, sequence);
    return row;
  }
}

/** Whoever writes has read what stands above; marks beyond the last message count as the last. */
export async function markRead(
  trx: Executor,
  { clock }: Pick<ProposalDeps, 'clock'>,
  scope: TenantScope,
  { id: proposalId, jobPostId }: Pick<ProposalFacts, 'id' | 'jobPostId'>,
  { personId }: Person,
  side: ProposalMessageRow['side'],
  upTo: number,
): Promise<void> {
  const readTo = Math.min(upTo, await lastSequence(trx, scope, proposalId));
  const { tenantId } = scope;
  await putRead(trx, { proposalId, personId, tenantId, jobPostId, side, readTo, readAt: clock.now() });
}
