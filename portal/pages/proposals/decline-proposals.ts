import { type ProposalDeclineReason, proposalDeclineReasons } from '@portico/api/hiring/proposals/proposal.ts';
import { declineProposal, declineProposals, type Proposal } from '../../api/proposals.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const question = (title: string) => ({
  title,
  text: t('proposal.declineText'),
  confirm: t('proposal.decline'),
  label: t('proposal.declineMessage'),
  choices: proposalDeclineReasons.map((value) => ({ value, label: wordsFor('reason', value) ?? value })),
  isDangerous: true,
});

export function declineOne(proposal: Proposal, declined: (proposal: Proposal) => void): void {
  const { name } = proposal.freelancer;
  askReason(question(t('proposal.declineTitle', { name })), async ({ choice, words }) => {
    declined(await declineProposal(proposal.id, choice as ProposalDeclineReason, words));
    toast(t('proposal.declined', { name }));
  });
}

/** Those that can no longer be declined are left as they are, and counted. */
export function declineMany(jobPostId: string, ids: readonly string[], declined: () => void): void {
  askReason(question(t('proposal.declineManyTitle', { n: ids.length })), async ({ choice, words }) => {
    const { done } = await declineProposals(jobPostId, ids, choice as ProposalDeclineReason, words);
    toast(
      done === ids.length
        ? t('proposal.declinedMany', { n: done })
        : t('proposal.declinedSome', { done, all: ids.length }),
    );
    declined();
  });
}
