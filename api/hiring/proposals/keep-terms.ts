import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { KeptAnswer } from './answer-rules.ts';
import { amountOfBid } from './bid-rules.ts';
import type { Bid } from './parts-schema.ts';
import { insertTerms } from './store.ts';
import type { ProposalRow } from './table.ts';

/** What files are attached to: a proposal itself, and its answers. */
export const attachmentKinds = { whole: 'proposal', answers: 'proposalAnswer' } as const;

export function bidColumns(bid: Bid): Pick<ProposalRow, 'bidKind' | 'bidMinor' | 'bidCurrency' | 'milestones'> {
  const { amountMinor, currency } = amountOfBid(bid);
  return {
    bidKind: bid.kind,
    bidMinor: amountMinor,
    bidCurrency: currency,
    milestones: JSON.stringify(bid.kind === 'milestones' ? bid.milestones : []),
  };
}

/** Attaches what answers point at, and keeps each name beside its answer. @throws 422 attachment_unknown */
export async function keepAnswerFiles(
  trx: Executor,
  deps: FileLinkDeps,
  scope: TenantScope,
  personId: string,
  proposalId: string,
  answers: readonly KeptAnswer[],
): Promise<KeptAnswer[]> {
  const fileIds = answers.flatMap(({ fileId }) => fileId ?? []);
  const subject = { kind: attachmentKinds.answers, id: proposalId };
  await setAttachments(trx, deps, fileIds, { personId }, subject, { pointer: '/answers' });
  const files = (await readAttachments(trx, deps, scope, subject.kind, [proposalId])).get(proposalId) ?? [];
  return answers.map((answer) => ({ ...answer, fileName: files.find(({ id }) => id === answer.fileId)?.name ?? null }));
}

/** Every version stays readable: an offer, and later a dispute, may look back. */
export function keepTerms(
  trx: Executor,
  { clock }: { clock: Clock },
  { tenantId }: TenantScope,
  {
    proposalId,
    version,
    bid,
    answers,
  }: { proposalId: string; version: number; bid: Bid; answers: readonly KeptAnswer[] },
): Promise<void> {
  return insertTerms(trx, {
    proposalId,
    version,
    tenantId,
    bid: JSON.stringify(bid),
    answers: JSON.stringify(answers),
    createdAt: clock.now(),
  });
}
