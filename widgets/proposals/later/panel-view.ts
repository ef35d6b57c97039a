import type { ProposalThread } from '@portico/api/hiring/proposal-messages/schema.ts';
import type { Proposal, ProposalNote } from '@portico/api/hiring/proposals/schema.ts';
import type { HireError } from '../../core/hire-error.ts';
import { fill } from '../../core/locale.ts';
import type { ProposalsView } from '../proposals-view.ts';
import type { LaterStrings } from './strings.ts';

/** What the parts of the panel see of it. */
export type PanelView = {
  readonly view: ProposalsView;
  readonly says: LaterStrings;
  readonly proposal: Proposal;
  readonly thread: ProposalThread;
  readonly notes: readonly ProposalNote[];
  /** what somebody began to write, by proposal and field: going on to the next proposal loses no word */
  words(field: string): string;
  write(field: string, words: string): void;
  /** sends, empties the fields that were sent, and says so; a refusal is shown with the words kept */
  act(fields: readonly string[], send: () => Promise<unknown>, said?: string): Promise<void>;
  /** posts something about the proposal, once, however often the answer is lost */
  post(path: string, body: object): Promise<unknown>;
  readonly isBusy: boolean;
  readonly refusal: HireError | undefined;
};

export const named = ({ proposal }: PanelView, words: string) => fill(words, { name: proposal.freelancer.name });
