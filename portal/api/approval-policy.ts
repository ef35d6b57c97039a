import type { PolicyDocument } from '@portico/api/procurement/approvals/approval-policy.ts';
import type { ApprovalDelegation as Delegation } from '@portico/api/procurement/approvals/delegation-schema.ts';
import type {
  ApprovalCoverage,
  ApprovalGap,
  ApprovalPolicyBody,
  ApprovalSimulation,
  SimulationRequest,
} from '@portico/api/procurement/approvals/policy-schema.ts';
import { get, post, send } from './client.ts';

export type { ApprovalCoverage, ApprovalGap, ApprovalPolicyBody, ApprovalSimulation, Delegation, PolicyDocument };

export const getApprovalPolicy = (signal?: AbortSignal) =>
  send<ApprovalPolicyBody>('GET', '/v1/approval-policy', { signal });
export const saveApprovalPolicy = (document: PolicyDocument, ifMatch: string) =>
  send<ApprovalPolicyBody>('PUT', '/v1/approval-policy', { body: document, ifMatch });
export const discardDraft = (ifMatch: string) =>
  send<ApprovalPolicyBody>('DELETE', '/v1/approval-policy/draft', { ifMatch });
export const publishPolicy = (note: string, ifMatch: string) =>
  send<ApprovalPolicyBody>('POST', '/v1/approval-policy/publication', { body: { note }, ifMatch });
export const getPolicyVersion = (version: number, signal?: AbortSignal) =>
  get<{ version: number; document: PolicyDocument }>(`/v1/approval-policy/versions/${version}`, { signal });
export const provePolicy = (document: PolicyDocument, signal?: AbortSignal) =>
  post<ApprovalCoverage>('/v1/approval-policy/proofs', document, { signal });
export const simulate = (asked: Partial<SimulationRequest> & Pick<SimulationRequest, 'kind'>, signal?: AbortSignal) =>
  post<ApprovalSimulation>('/v1/approvals/simulations', asked, { signal });

export type Delegations = {
  items: Delegation[];
  people: { id: string; name: string }[];
  mayDelegate: boolean;
  mayDelegateForOthers: boolean;
};
export const getDelegations = (view: 'mine' | 'all', signal?: AbortSignal) =>
  get<Delegations>('/v1/approval-delegations', { query: { view }, signal });
export const createDelegation = (body: {
  fromPersonId?: string;
  toPersonId: string;
  startsAt: string;
  endsAt: string;
  reason: string;
}) => post<Delegation>('/v1/approval-delegations', body);
export const endDelegation = (id: string) => post<Delegation>(`/v1/approval-delegations/${encodeURIComponent(id)}/end`);
