import type { ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';

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

/** By name, what `<hire-proposals>` sends. */
export type ProposalsEvents = CoreEvents & {
  'hire-proposal': HireProposalDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-proposal': CustomEvent<HireProposalDetail>;
  }
}
