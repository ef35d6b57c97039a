import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { PaymentState, SourceKind } from './payment.ts';

export type PaymentRow = {
  id: string;
  /** Null for what is paid to the installation itself. */
  tenantId: string | null;
  payerKind: 'freelancer' | 'tenant';
  payerId: string;
  /** Who did it; null for the clock. */
  personId: string | null;
  /** Names who is told of its end: `connectsPurchase`. */
  purpose: string;
  /** What it pays for: `{ kind: 'milestone', id }`; empty for what has no object of its own. */
  subjectKind: string;
  subjectId: string;
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  /** JSON, the purpose's own. */
  details: string;
  /** What the payer's statement says. */
  description: string;
  /** All that is taken from the source: what it pays for, with our fees and the tax on them. */
  amountMinor: number;
  currency: string;
  /** What it pays for. */
  principalMinor: number;
  feeMinor: number;
  initiationMinor: number;
  taxMinor: number;
  taxCountry: string;
  sourceKind: SourceKind;
  methodId: string | null;
  /** `balance` and `credit` are decided by the ledger alone. */
  processor: string;
  /** The processor's own of the payer, where a method is saved there. */
  customerToken: string | null;
  methodToken: string;
  methodLabel: string;
  transferId: string;
  state: PaymentState;
  /** JSON of NextAction while state is actionNeeded. */
  nextAction: string | null;
  /** The processor's id, as soon as it gave one. */
  externalId: string | null;
  refusal: string | null;
  /** Given back, or on its way back; never more than principal and fee. */
  refundedMinor: number;
  refundedFeeMinor: number;
  refundedTaxMinor: number;
  /** While a bank has taken it back. */
  isDisputed: Flag;
  createdAt: EpochMs;
  /** While open: when the processor is asked again. */
  nextLookAt: EpochMs | null;
  /** While state is actionNeeded: until when it waits for an answer. */
  confirmBy: EpochMs | null;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    payments: PaymentRow;
  }
}
