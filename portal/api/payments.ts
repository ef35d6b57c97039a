import type { BankDisputeShape } from '@portico/api/money/bank-disputes/schema.ts';
import type { Billing } from '@portico/api/money/billing/schema.ts';
import type { MethodSetupShape, PaymentMethodShape } from '@portico/api/money/payment-methods/schema.ts';
import type { FundingSourceShape, PaymentShape } from '@portico/api/money/payments/schema.ts';
import { get, post, put, remove } from './client.ts';

/* How a client pays: saved methods, the balance, one payment, and what banks took back. */

export type { BankDisputeShape, Billing, FundingSourceShape, MethodSetupShape, PaymentMethodShape, PaymentShape };

const id = encodeURIComponent;
/** A press that is repeated after a lost connection must not do it twice. */
const once = (key: string) => ({ headers: { 'idempotency-key': key } });

export const getHowWePay = (signal?: AbortSignal) => get<Billing>('/v1/billing', { signal });
export const chooseDefaultSource = (source: FundingSourceShape) => put<Billing>('/v1/billing/default-source', source);
export const prefund = (
  given: { amount: { amountMinor: number; currency: string }; methodId: string },
  key: string,
): Promise<PaymentShape> => post<PaymentShape>('/v1/billing/prefunding', given, once(key));

export const startSetup = (kind: PaymentMethodShape['kind'], key: string) =>
  post<MethodSetupShape>('/v1/billing/method-setups', { kind }, once(key));
export const completeSetup = (setupId: string, testMethod?: string) =>
  post<MethodSetupShape>(`/v1/billing/method-setups/${id(setupId)}/completion`, testMethod ? { testMethod } : {});
export const removeMethod = (methodId: string) => remove<void>(`/v1/billing/methods/${id(methodId)}`);

export const getPayment = (paymentId: string, signal?: AbortSignal) =>
  get<PaymentShape>(`/v1/payments/${id(paymentId)}`, { signal });
/** @param isConfirmed in the sandbox; otherwise the bank was answered in the processor's frame */
export const confirmPayment = (paymentId: string, isConfirmed?: boolean) =>
  post<PaymentShape>(`/v1/payments/${id(paymentId)}/confirmation`, isConfirmed === undefined ? {} : { isConfirmed });
export const giveUpPayment = (paymentId: string) => post<PaymentShape>(`/v1/payments/${id(paymentId)}/cancellation`);

export type BankDisputes = { items: BankDisputeShape[]; nextCursor: string | null };
export const getBankDisputes = (cursor: string | undefined, signal?: AbortSignal) =>
  get<BankDisputes>('/v1/bank-disputes', { query: { cursor }, signal });
