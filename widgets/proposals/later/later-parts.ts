import type { ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import type { PanelPart } from '../board-parts.ts';

/** What `later/` can do, once it is there. */
export type Later = {
  show(id: string, part: PanelPart): Promise<void>;
  panel(): unknown;
  compare(ids: readonly string[]): Promise<void>;
  dialog(): unknown;
  choose(): Promise<void>;
  /** the choice; once made, what was chosen and the way back */
  posts(): unknown;
  rate(card: ProposalCard, stars: number): Promise<void>;
};
