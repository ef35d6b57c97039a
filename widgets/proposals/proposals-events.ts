import type { ProposalCard } from '@portico/api/hiring/proposals/schema.ts';

export type ProposalAction =
  | 'open'
  | 'shortlist'
  | 'archive'
  | 'compare'
  | 'decline'
  | 'message'
  | 'interview'
  | 'note'
  | 'rate';
/** Somebody is about to do something with a proposal. Prevented: the widget leaves it to the host. */
export type HireProposalDetail = { action: ProposalAction; id: string; proposal: ProposalCard };

declare global {
  interface HTMLElementEventMap {
    'hire-proposal': CustomEvent<HireProposalDetail>;
  }
}
