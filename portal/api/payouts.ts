import type { BankDisputeCase } from '@portico/api/money/bank-disputes/schema.ts';
import type { MoneyHold } from '@portico/api/money/holds/schema.ts';
import type { LedgerHealth } from '@portico/api/money/ledger/schema.ts';
import type {
  BlockedPayoutMethod,
  NewPayoutMethod,
  OnboardingLink,
  PayoutMethod,
  PayoutMethodOption,
  PayoutMethods,
} from '@portico/api/money/payout-methods/schema.ts';
import type { OwnMoney, OwnMoneyOfCurrency } from '@portico/api/money/payouts/money-schema.ts';
import type {
  BankReportResult,
  DeskPayout,
  DeskPayoutDetail,
  Payout,
  PayoutPage,
  PayoutQuote,
  PayoutSchedule,
  WireBatch,
  WireBatchDetail,
} from '@portico/api/money/payouts/schema.ts';
import type { ProcessorEventShape } from '@portico/api/money/processor-events/schema.ts';
import type { Money } from '@portico/api/money/schema.ts';
import type { NewTaxForm, TaxForm, TaxOverview } from '@portico/api/money/tax/schema.ts';
import { get, post, remove, send } from './client.ts';

export type {
  BankDisputeCase,
  BankReportResult,
  BlockedPayoutMethod,
  DeskPayout,
  DeskPayoutDetail,
  MoneyHold,
  NewPayoutMethod,
  NewTaxForm,
  OwnMoney,
  OwnMoneyOfCurrency,
  Payout,
  PayoutMethod,
  PayoutMethodOption,
  PayoutMethods,
  PayoutQuote,
  PayoutSchedule,
  ProcessorEventShape,
  TaxForm,
  TaxOverview,
  WireBatch,
  WireBatchDetail,
};

const mine = '/v1/freelancers/me';
const desk = '/v1/operator';
const id = encodeURIComponent;
/** A press that is repeated after a lost connection must not do it twice. */
const once = (key: string = crypto.randomUUID()) => ({ headers: { 'idempotency-key': key } });

export const getOwnMoney = (signal?: AbortSignal) => get<OwnMoney>(`${mine}/money`, { signal });

export const getPayoutMethods = (signal?: AbortSignal) => get<PayoutMethods>(`${mine}/payout-methods`, { signal });
export const addPayoutMethod = (method: NewPayoutMethod, key: string) =>
  post<PayoutMethod>(`${mine}/payout-methods`, method, once(key));
export const removePayoutMethod = (methodId: string) =>
  remove<PayoutMethod>(`${mine}/payout-methods/${id(methodId)}`, once());
export const openOnboarding = (methodId: string) =>
  post<OnboardingLink>(`${mine}/payout-methods/${id(methodId)}/onboarding-link`, {}, once());
export const lookAtPayoutMethod = (methodId: string) =>
  post<PayoutMethod>(`${mine}/payout-methods/${id(methodId)}/look-up`, {});

export const getPayouts = (cursor: string | undefined, signal?: AbortSignal) =>
  get<PayoutPage>(`${mine}/payouts`, { query: { cursor }, signal });
export const quotePayout = (methodId: string, amount: Money, signal?: AbortSignal) =>
  send<PayoutQuote>('POST', `${mine}/payouts/quote`, { body: { methodId, amount }, signal }).then(({ data }) => data);
export const requestPayout = (methodId: string, amount: Money, key: string) =>
  post<Payout>(`${mine}/payouts`, { methodId, amount }, once(key));
export const cancelPayout = (payoutId: string) =>
  post<Payout>(`${mine}/payouts/${id(payoutId)}/cancellation`, {}, once());

export const getSchedule = (currency: string, signal?: AbortSignal) =>
  send<PayoutSchedule>('GET', `${mine}/payout-schedules/${id(currency)}`, { signal });
export const setSchedule = (
  { currency, methodId, frequency, minimum }: PayoutSchedule,
  etag: string | undefined,
  key: string,
) =>
  send<PayoutSchedule>('PUT', `${mine}/payout-schedules/${id(currency)}`, {
    body: { methodId, frequency, minimum },
    headers: { 'idempotency-key': key, ...(etag && { 'if-match': etag }) },
  });

export const getTax = (signal?: AbortSignal) => get<TaxOverview>(`${mine}/tax`, { signal });
export const signTaxForm = (form: NewTaxForm, key: string) => post<TaxForm>(`${mine}/tax-forms`, form, once(key));

/* The operator's money desk. */

type List<T> = { items: readonly T[] };
export type DeskView = 'ended' | 'held' | 'wires' | 'late';
export const getDeskPayouts = (view: DeskView, signal?: AbortSignal) =>
  get<List<DeskPayout>>(`${desk}/payouts`, { query: { view }, signal });
export const getDeskPayout = (payoutId: string, signal?: AbortSignal) =>
  get<DeskPayoutDetail>(`${desk}/payouts/${id(payoutId)}`, { signal });
export const answerWire = (payoutId: string, outcome: 'paid' | 'failed' | 'returned', reason?: string) =>
  post<DeskPayoutDetail>(`${desk}/payouts/${id(payoutId)}/bank-answer`, { outcome, ...(reason && { reason }) }, once());
export const getHolds = (signal?: AbortSignal) => get<List<MoneyHold>>(`${desk}/holds`, { signal });
export const placeHold = (subject: MoneyHold['subject'], reason: string) =>
  post<MoneyHold>(`${desk}/holds`, { subject, reason }, once());
export const liftHold = (holdId: string, reason: string) =>
  post<MoneyHold>(`${desk}/holds/${id(holdId)}/lifting`, { reason }, once());
export const getBatches = (signal?: AbortSignal) => get<List<WireBatch>>(`${desk}/wire-batches`, { signal });
export const getBatch = (batchId: string, signal?: AbortSignal) =>
  get<WireBatchDetail>(`${desk}/wire-batches/${id(batchId)}`, { signal });
export const prepareBatch = (currency: string) => post<WireBatch>(`${desk}/wire-batches`, { currency }, once());
export const moveBatch = (batchId: string, move: 'sending' | 'discarding') =>
  post<WireBatch>(`${desk}/wire-batches/${id(batchId)}/${move}`, {}, once());
export const applyBankReport = (batchId: string, report: string) =>
  post<BankReportResult>(`${desk}/wire-batches/${id(batchId)}/bank-report`, { report }, once());
export const getLedgerHealth = (signal?: AbortSignal) => get<LedgerHealth>(`${desk}/ledger/health`, { signal });
export const verifyLedger = () => post<unknown>(`${desk}/ledger/verifications`);
export const getUnmatchedEvents = (signal?: AbortSignal) =>
  get<List<ProcessorEventShape>>(`${desk}/processor-events`, { query: { state: 'unmatched' }, signal });
export const retryEvent = (eventId: string) =>
  post<ProcessorEventShape>(`${desk}/processor-events/${id(eventId)}/retry`, undefined, once());
export const closeEvent = (eventId: string, reason: string) =>
  post<ProcessorEventShape>(`${desk}/processor-events/${id(eventId)}/closure`, { reason });
export const getBlockedMethods = (signal?: AbortSignal) =>
  get<List<BlockedPayoutMethod>>(`${desk}/payout-methods`, { signal });
export const clearMethod = (methodId: string, reason: string) =>
  post<PayoutMethod>(`${desk}/payout-methods/${id(methodId)}/clearance`, { reason }, once());
export const getBankDisputes = (signal?: AbortSignal) =>
  get<List<BankDisputeCase>>(`${desk}/bank-disputes`, { signal });
export const submitEvidence = (disputeId: string, evidence: { text: string; attachmentIds: readonly string[] }) =>
  post<BankDisputeCase>(`${desk}/bank-disputes/${id(disputeId)}/evidence`, evidence);
export const acceptBankDispute = (disputeId: string) =>
  post<BankDisputeCase>(`${desk}/bank-disputes/${id(disputeId)}/acceptance`);
