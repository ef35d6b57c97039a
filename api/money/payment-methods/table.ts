import type { EpochMs } from '../../platform/database/database.ts';
import type { MethodKind } from '../payments/processor.ts';
import type { MethodSetupState, PaymentMethodState } from './payment-method.ts';

/** A tenant's, or a freelancer's own for connects. */
export type MethodOwnerKind = 'tenant' | 'freelancer';
/** Proven by a tenant's or a freelancer's scope at the edge. */
export type MethodOwner = { kind: MethodOwnerKind; id: string };

export type ProcessorCustomerRow = {
  ownerKind: MethodOwnerKind;
  ownerId: string;
  processor: string;
  /** The processor's id of this payer. */
  token: string;
  createdAt: EpochMs;
};

export type PaymentMethodRow = {
  id: string;
  ownerKind: MethodOwnerKind;
  ownerId: string;
  processor: string;
  customerToken: string;
  /** The processor's id of it. */
  token: string;
  kind: MethodKind;
  brand: string;
  last4: string;
  expires: string | null;
  label: string;
  state: PaymentMethodState;
  addedBy: string;
  createdAt: EpochMs;
  removedAt: EpochMs | null;
};

export type MethodSetupRow = {
  id: string;
  ownerKind: MethodOwnerKind;
  ownerId: string;
  processor: string;
  customerToken: string;
  kind: MethodKind;
  externalId: string | null;
  state: MethodSetupState;
  methodId: string | null;
  refusal: string | null;
  startedBy: string;
  createdAt: EpochMs;
  /** While open: when the processor is asked again. */
  nextLookAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    processorCustomers: ProcessorCustomerRow;
    paymentMethods: PaymentMethodRow;
    paymentMethodSetups: MethodSetupRow;
  }
}
