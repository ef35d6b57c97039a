import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { MessageKind, MessageSide } from './proposal-message.ts';

export type ProposalMessageRow = {
  id: string;
  tenantId: string;
  jobPostId: string;
  proposalId: string;
  freelancerId: string;
  /** Counts the messages of a proposal from 1. */
  sequence: number;
  side: MessageSide;
  kind: MessageKind;
  authorId: string;
  /** As the other side reads it: contact details are masked before it is kept. */
  text: string;
  isMasked: Flag;
  /** JSON array of instants. */
  times: string;
  createdAt: EpochMs;
};

/** Up to which message a person has read a thread. */
export type ProposalReadRow = {
  proposalId: string;
  personId: string;
  tenantId: string;
  jobPostId: string;
  side: MessageSide;
  readTo: number;
  readAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    proposalMessages: ProposalMessageRow;
    proposalReads: ProposalReadRow;
  }
}
