import type { EpochMs, Flag } from '../../../platform/database/database.ts';
import type { DisputeAnswer } from '../processor.ts';

/* The sandbox's own records, as a real processor would have them on its side. */

export type SandboxChargeRow = {
  idempotencyKey: string;
  externalId: string;
  amountMinor: number;
  currency: string;
  card: string;
  decidesAt: EpochMs;
  /** Until its payer has answered the bank. */
  isWaiting: Flag;
  /** What became of it otherwise than its card says: the payer refused, or gave it up. */
  refusal: string | null;
  /** Told of by an event, where whoever charged did not hear it at once. */
  isTold: Flag;
};

export type SandboxSetupRow = {
  externalId: string;
  idempotencyKey: string;
  customerToken: string;
  kind: string;
  methodToken: string | null;
};

/** A saved test card; its token is `sbx_…`, and what it does is what its card does. */
export type SandboxMethodRow = { externalId: string; customerToken: string; card: string; forgottenAt: EpochMs | null };

export type SandboxRefundRow = {
  idempotencyKey: string;
  externalId: string;
  chargeId: string;
  amountMinor: number;
  currency: string;
  decidesAt: EpochMs;
  refusal: string | null;
  isTold: Flag;
};

export type SandboxDisputeRow = {
  externalId: string;
  chargeId: string;
  amountMinor: number;
  currency: string;
  reason: string;
  state: DisputeAnswer['state'];
  evidence: string | null;
  evidenceDueAt: EpochMs;
  /** Once evidence is in: when the bank decides. */
  decidesAt: EpochMs | null;
  /** That it was opened. */
  isTold: Flag;
};

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    sandboxCharges: SandboxChargeRow;
    sandboxSetups: SandboxSetupRow;
    sandboxMethods: SandboxMethodRow;
    sandboxRefunds: SandboxRefundRow;
    sandboxDisputes: SandboxDisputeRow;
  }
}
