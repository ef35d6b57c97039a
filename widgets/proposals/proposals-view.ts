import type { BoardSort } from '@portico/api/hiring/proposals/proposal.ts';
import type { Proposal, ProposalBoard, ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import type { Api } from '../core/api.ts';
import type { HireError } from '../core/hire-error.ts';
import type { Feature, PanelPart, Tab } from './board-parts.ts';
import type { ProposalAction } from './proposals-events.ts';
import type { ProposalsStrings } from './strings.ts';

/** What the parts of the board see of it: what to show, and the few things a person can do. */
export type ProposalsView = {
  readonly strings: ProposalsStrings;
  readonly language: string;
  readonly api: Api;
  readonly root: ShadowRoot;
  jobId: string | undefined;
  readonly board: ProposalBoard | undefined;
  readonly tab: Tab;
  readonly sort: BoardSort;
  readonly q: string;
  readonly isBusy: boolean;
  /** what was done last, for everybody to hear */
  readonly said: string;
  proposal: string | undefined;
  readonly compared: ReadonlySet<string>;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  may(feature: Feature): boolean;
  look(change: Partial<{ tab: Tab; sort: BoardSort; q: string }>): void;
  open(id: string, part?: PanelPart): void;
  close(): void;
  flag(card: ProposalCard, flag: 'isShortlisted' | 'isArchived'): Promise<void>;
  compare(card: ProposalCard): void;
  openCompare(): void;
  /** false when the host does it */
  intend(action: ProposalAction, id: string): boolean;
  took(proposal: Partial<Proposal> & { id: string }): void;
  say(words: string): void;
  fail(reason: unknown, retry?: () => void): HireError;
  /** of what was tried on the board: said, and the board goes on */
  failed(reason: unknown): void;
  update(): void;
  readonly updateComplete: Promise<void>;
};
