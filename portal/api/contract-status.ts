import type { Amendment, AmendmentList, AmendmentPreview, TermsChange } from '@portico/api/work/amendments/schema.ts';
import type {
  ContractNextStep,
  ContractStatus,
  ContractStatusItem,
  ContractStatusPage,
  StatusTimelineEntry,
} from '@portico/api/work/contract-status/schema.ts';
import type { ContractSide } from '@portico/api/work/contracts/contract.ts';
import type { Contract, FreelancerContract } from '@portico/api/work/contracts/schema.ts';
import { basePath } from '../router.ts';
import { get, post, type Query } from './client.ts';

export type {
  Amendment,
  AmendmentList,
  AmendmentPreview,
  ContractNextStep,
  ContractSide,
  ContractStatus,
  ContractStatusItem,
  ContractStatusPage,
  StatusTimelineEntry,
  TermsChange,
};

/** Both sides ask the same of paths of their own. */
const root = (side: ContractSide) => (side === 'client' ? '/v1' : '/v1/freelancers/me');
const statusPath = (side: ContractSide, id: string) => `${root(side)}/contract-status/${encodeURIComponent(id)}`;
const contractPath = (side: ContractSide, id: string) => `${root(side)}/contracts/${encodeURIComponent(id)}`;
const amendmentPath = (side: ContractSide, id: string) => `${root(side)}/amendments/${encodeURIComponent(id)}`;

export const getStatuses = (side: ContractSide, query: Query, signal?: AbortSignal) =>
  get<ContractStatusPage>(`${root(side)}/contract-status`, { query, signal });
export const getStatus = (side: ContractSide, id: string, signal?: AbortSignal) =>
  get<ContractStatus>(statusPath(side, id), { signal });
export const getStatusTimeline = async (side: ContractSide, id: string, signal?: AbortSignal) =>
  (await get<{ items: StatusTimelineEntry[] }>(`${statusPath(side, id)}/timeline`, { signal })).items;

export const getSigned = (side: ContractSide, id: string, signal?: AbortSignal) =>
  get<Contract | FreelancerContract>(contractPath(side, id), { signal });
export const pauseContract = (id: string, reason: string) => post(`${contractPath('client', id)}/pause`, { reason });
export const resumeContract = (id: string) => post(`${contractPath('client', id)}/resumption`);
export const endContract = (side: ContractSide, id: string, reason: string, note: string) =>
  post(`${contractPath(side, id)}/end`, { reason, ...(note && { note }) });
export const cancelContract = (side: ContractSide, id: string, reason: string) =>
  post(`${contractPath(side, id)}/cancellation`, { reason });

export const getAmendments = (side: ContractSide, id: string, signal?: AbortSignal) =>
  get<AmendmentList>(`${contractPath(side, id)}/amendments`, { signal });
export const previewAmendment = (side: ContractSide, id: string, change: TermsChange) =>
  post<AmendmentPreview>(`${contractPath(side, id)}/amendments/preview`, { change });
export const proposeAmendment = (
  side: ContractSide,
  id: string,
  proposal: { change: TermsChange; termsHash: string; typedName: string; message: string },
) => post<Amendment>(`${contractPath(side, id)}/amendments`, proposal);
export const signAmendment = (side: ContractSide, { id, termsHash }: Amendment, typedName: string) =>
  post<Amendment>(`${amendmentPath(side, id)}/signature`, { termsHash, typedName });
export const declineAmendment = (side: ContractSide, id: string, reason: string) =>
  post<Amendment>(`${amendmentPath(side, id)}/decline`, { reason });
export const withdrawAmendment = (side: ContractSide, id: string) =>
  post<Amendment>(`${amendmentPath(side, id)}/withdrawal`);

/**
 * Tells of every contract that changes while the page is open; the browser comes back by itself when the stream ends.
 * @returns what stops it
 */
export function watchContracts(side: ContractSide, onChange: (contractId: string) => void): () => void {
  const source = new EventSource(`${basePath}${root(side)}/contract-status/changes`);
  source.addEventListener('changed', ({ data }) => onChange(JSON.parse(data).contractId));
  return () => source.close();
}
