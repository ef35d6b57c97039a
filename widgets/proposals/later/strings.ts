import type { ProposalDeclineReason } from '@portico/api/hiring/proposals/proposal.ts';
import type { Plural } from '../../core/locale.ts';

/** What is said beside the board and over it. */
export type LaterStrings = {
  choosePost: string;
  noPosts: string;
  answers: string;
  milestones: string;
  attachments: string;
  noAnswer: string;
  yes: string;
  no: string;
  rating: string;
  stars: Plural;
  writeNote: string;
  addNote: string;
  onlyTeam: string;
  writeMessage: string;
  send: string;
  masked: string;
  whyNot: Record<'proposalEnded' | 'notYourRole', string>;
  reason: string;
  reasons: Record<ProposalDeclineReason, string>;
  interviewMessage: string;
  time: string;
  addTime: string;
  askForInterview: string;
  sent: string;
  mayNot: string;
  compareFacts: Record<'bid' | 'state' | 'skills' | 'missing' | 'country', string>;
};
