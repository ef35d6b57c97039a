import type { EpochMs } from '../../platform/database/database.ts';
import type { PaymentState } from './payment.ts';

export type PaymentRow = {
  id: string;
  /** Null for what is paid to the installation itself. */
  tenantId: string | null;
  payerKind: 'freelancer';
  payerId: string;
  /** Names who is told of its end: `connectsPurchase`. */
  purpose: string;
  /** JSON, the purpose's own. */
  details: string;
  amountMinor: number;
  currency: string;
  processor: string;
  methodToken: string;
  methodLabel: string;
  transferId: string;
  state: PaymentState;
  /** The processor's id, as soon as it gave one. */
  externalId: string | null;
  refusal: string | null;
  createdAt: EpochMs;
  /** While pending: when the processor is asked again. */
  nextLookAt: EpochMs | null;
  settledAt: EpochMs | null;
};

/** The sandbox's own record, as a real processor would have one on its side. */
export type SandboxChargeRow = {
  idempotencyKey: string;
  externalId: string;
  amountMinor: number;
  currency: string;
  card: string;
  decidesAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    payments: PaymentRow;
    sandboxCharges: SandboxChargeRow;
  }
}
