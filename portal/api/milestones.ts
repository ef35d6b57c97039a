import type { FundingChoices } from '@portico/api/money/billing/schema.ts';
import type { FundingSource } from '@portico/api/money/payments/payment.ts';
import type { Bonus, Bonuses, WaitingBonus } from '@portico/api/work/bonuses/schema.ts';
import type { Deliverable } from '@portico/api/work/deliverables/schema.ts';
import type { MoneyStep, PaymentQuote } from '@portico/api/work/milestones/money-schema.ts';
import type {
  Milestone,
  MilestoneList,
  MilestonePlan,
  RefundQuote,
  ReleaseQuote,
} from '@portico/api/work/milestones/schema.ts';
import type { ApprovalAsked } from '@portico/api/work/payment-requests/schema.ts';
import type { RefundRequest } from '@portico/api/work/refunds/schema.ts';
import type { Retainer, Retainers } from '@portico/api/work/retainers/schema.ts';
import { get, patch, post, remove, send } from './client.ts';

export type {
  Bonus,
  Bonuses,
  Deliverable,
  FundingChoices,
  FundingSource,
  Milestone,
  MilestoneList,
  MilestonePlan,
  MoneyStep,
  PaymentQuote,
  RefundQuote,
  RefundRequest,
  ReleaseQuote,
  Retainer,
  Retainers,
  WaitingBonus,
};

type Money = { amountMinor: number; currency: string };
type Side = 'client' | 'freelancer';

const part = encodeURIComponent;
const contractPath = (id: string, side: Side) =>
  side === 'client' ? `/v1/contracts/${part(id)}` : `/v1/freelancers/me/contracts/${part(id)}`;
const milestonePath = (id: string) => `/v1/milestones/${part(id)}`;
const ownPath = (id: string) => `/v1/freelancers/me/milestones/${part(id)}`;
const once = (key: string) => ({ headers: { 'idempotency-key': key } });

export const getMilestones = (contractId: string, side: Side, signal?: AbortSignal) =>
  get<MilestoneList>(`${contractPath(contractId, side)}/milestones`, { signal });
export const getBonuses = (contractId: string, side: Side, signal?: AbortSignal) =>
  get<Bonuses>(`${contractPath(contractId, side)}/bonuses`, { signal });
export const getRetainers = (contractId: string, side: Side, signal?: AbortSignal) =>
  get<Retainers>(`${contractPath(contractId, side)}/retainers`, { signal });
export const getRefundRequests = (contractId: string, side: Side, signal?: AbortSignal) =>
  get<{ items: RefundRequest[] }>(`${contractPath(contractId, side)}/refund-requests`, { signal });
export const getSources = (signal?: AbortSignal) => get<FundingChoices>('/v1/billing/sources', { signal });

export const addMilestone = (contractId: string, plan: MilestonePlan, key: string) =>
  post<Milestone>(`${contractPath(contractId, 'client')}/milestones`, plan, once(key));
/** As it stands now: nobody else’s change is overwritten unseen, as its sum is shown before. */
export async function changeMilestone(
  { id, contractId }: Milestone,
  change: Partial<MilestonePlan> & { position?: number },
): Promise<Milestone> {
  const { etag } = await send<Milestone>('GET', milestonePath(id));
  return patch(`${contractPath(contractId, 'client')}/milestones/${part(id)}`, change, { ifMatch: etag ?? '' });
}
export async function deleteMilestone({ id, contractId }: Milestone): Promise<void> {
  const { etag } = await send<Milestone>('GET', milestonePath(id));
  await remove(`${contractPath(contractId, 'client')}/milestones/${part(id)}`, { ifMatch: etag ?? '' });
}

export const quoteFunding = (id: string, source: FundingSource['kind'], signal?: AbortSignal) =>
  get<PaymentQuote>(`${milestonePath(id)}/funding-quote`, { query: { source }, signal });
export const fundMilestone = (id: string, source: FundingSource, key: string) =>
  post<Milestone | ApprovalAsked>(`${milestonePath(id)}/funding`, { source }, once(key));
export const quoteRelease = (id: string, amount: Money, source: FundingSource['kind'], signal?: AbortSignal) =>
  get<ReleaseQuote>(`${milestonePath(id)}/release-quote`, {
    query: { amountMinor: amount.amountMinor, source },
    signal,
  });
export const releaseMilestone = (
  id: string,
  body: { amount: Money; source?: FundingSource | undefined },
  key: string,
) => post<Milestone>(`${milestonePath(id)}/release`, body, once(key));
export const requestChanges = (id: string, reason: string, key: string) =>
  post<Milestone>(`${milestonePath(id)}/change-request`, { reason }, once(key));
export const requestRefund = (id: string, body: { amount: Money; reason: string }, key: string) =>
  post<Milestone>(`${milestonePath(id)}/refund-request`, body, once(key));

export const submitWork = (
  id: string,
  body: { note: string; links: readonly string[]; attachmentIds: readonly string[] },
  key: string,
) => post<Milestone>(`${ownPath(id)}/submissions`, body, once(key));
export const quoteGivingBack = (id: string, amount: Money, signal?: AbortSignal) =>
  get<RefundQuote>(`${ownPath(id)}/refund-quote`, { query: { amountMinor: amount.amountMinor }, signal });
export const agreeRefund = (id: string, amount: Money, key: string) =>
  post<Milestone>(`${ownPath(id)}/refund-answer`, { answer: 'agree', amount }, once(key));
export const refuseRefund = (id: string, reason: string, key: string) =>
  post<Milestone>(`${ownPath(id)}/refund-answer`, { answer: 'refuse', reason }, once(key));
export const giveBack = (id: string, body: { amount: Money; reason: string }, key: string) =>
  post<Milestone>(`${ownPath(id)}/refund`, body, once(key));

export const quoteBonus = (contractId: string, amount: Money, source: FundingSource['kind'], signal?: AbortSignal) =>
  get<PaymentQuote>(`${contractPath(contractId, 'client')}/bonus-quote`, {
    query: { amountMinor: amount.amountMinor, source },
    signal,
  });
export const payBonus = (
  contractId: string,
  body: { amount: Money; note: string; source: FundingSource },
  key: string,
) => post<Bonus | ApprovalAsked>(`${contractPath(contractId, 'client')}/bonuses`, body, once(key));

export const quoteRetainer = (contractId: string, amount: Money, source: FundingSource['kind'], signal?: AbortSignal) =>
  get<PaymentQuote>(`${contractPath(contractId, 'client')}/retainer-quote`, {
    query: { amountMinor: amount.amountMinor, source },
    signal,
  });
export const proposeRetainer = (
  contractId: string,
  body: { amount: Money; span: Retainer['span']; note: string; startsOn: string | null; source: FundingSource },
  key: string,
) => post<Retainer>(`${contractPath(contractId, 'client')}/retainers`, body, once(key));
const retainerPath = (id: string, side: Side) =>
  side === 'client' ? `/v1/retainers/${part(id)}` : `/v1/freelancers/me/retainers/${part(id)}`;
export const stopRetainer = (id: string, side: Side, reason: string, key: string) =>
  post<Retainer>(`${retainerPath(id, side)}/stop`, { reason }, once(key));
export const resumeRetainer = (id: string, key: string) =>
  post<Retainer>(`${retainerPath(id, 'client')}/resumption`, undefined, once(key));
export const acceptRetainer = (id: string, key: string) =>
  post<Retainer>(`${retainerPath(id, 'freelancer')}/acceptance`, undefined, once(key));
export const declineRetainer = (id: string, reason: string, key: string) =>
  post<Retainer>(`${retainerPath(id, 'freelancer')}/decline`, { reason }, once(key));

export const answerRefundRequest = (
  id: string,
  body: { answer: 'give' } | { answer: 'refuse'; reason: string },
  key: string,
) => post<RefundRequest>(`/v1/freelancers/me/refund-requests/${part(id)}/answer`, body, once(key));
