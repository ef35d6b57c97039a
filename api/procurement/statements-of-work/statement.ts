import type { Money } from '../../money/money.ts';
import type { Letterhead } from '../../platform/documents/printed-brand.ts';

/** What is to be done, for whom, at what price and from which money: as it stood when the document was made. */
export type StatementFacts = {
  title: string;
  freelancer: string;
  /** Markdown of the signed terms. */
  scope: string;
  payment: { kind: 'fixed'; total: Money } | { kind: 'hourly'; rate: Money; weeklyLimitHours: number | null } | null;
  milestones: readonly { description: string; dueOn: string | null; amount: Money }[];
  startsOn: string | null;
  endsOn: string | null;
  purchaseOrder: string | null;
  costCenter: string | null;
  team: string | null;
  termsHash: string;
};

/** All that is printed; the same statement makes the same bytes. */
export type Statement = StatementFacts & {
  id: string;
  version: number;
  subject: { kind: 'offer' | 'contract'; id: string };
  madeAtMs: number;
  locale: string;
  client: Letterhead;
};
