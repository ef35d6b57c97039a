import type { Approval, ApprovalStep, LinkState } from '@portico/api/procurement/approvals/schema.ts';
import { get, post, type Query } from './client.ts';

export type { Approval, ApprovalStep, LinkState };
export type ApprovalView = 'waitingForMe' | 'mine' | 'all';
export type ApprovalPage = { items: Approval[]; nextCursor: string | null; waitingForMe: number };

const pathOf = (approvalId: string) => `/v1/approvals/${encodeURIComponent(approvalId)}`;

export const getApprovals = (query: Query & { view?: ApprovalView }, signal?: AbortSignal) =>
  get<ApprovalPage>('/v1/approvals', { query, signal });
export const getApproval = (approvalId: string, signal?: AbortSignal) => get<Approval>(pathOf(approvalId), { signal });
/** Sends back the hash of what was read: nobody approves what was changed meanwhile. */
export const approve = ({ id, hash }: Approval, link?: string) =>
  post<Approval>(`${pathOf(id)}/approval`, link ? { hash, link } : { hash });
/** What the link of a mail is worth; asking decides nothing. */
export const readLink = (approvalId: string, link: string, signal?: AbortSignal) =>
  get<{ state: LinkState }>(`${pathOf(approvalId)}/link`, { query: { link }, signal });
export const reject = ({ id, hash }: Approval, reason: string) =>
  post<Approval>(`${pathOf(id)}/rejection`, { hash, reason });
export const requestChanges = ({ id, hash }: Approval, reason: string) =>
  post<Approval>(`${pathOf(id)}/changes-request`, { hash, reason });
export const cancelApproval = ({ id }: Approval, reason: string) =>
  post<Approval>(`${pathOf(id)}/cancellation`, reason ? { reason } : {});
export const approvalTimeline = (approvalId: string) => `${pathOf(approvalId)}/timeline`;
