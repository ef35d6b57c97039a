import type { Contract, ContractSummary } from '@portico/api/work/contracts/schema.ts';
import { get, post, type Query } from './client.ts';

export type { Contract, ContractSummary };

/** The tenant's contracts. */
const pathOf = (contractId: string) => `/v1/contracts/${encodeURIComponent(contractId)}`;

export type Contracts = { items: ContractSummary[]; nextCursor: string | null };
export const getContracts = (query: Query, signal?: AbortSignal) => get<Contracts>('/v1/contracts', { query, signal });
export const getContract = (contractId: string, signal?: AbortSignal) => get<Contract>(pathOf(contractId), { signal });
export const cancelContract = (contractId: string, reason: string) =>
  post<Contract>(`${pathOf(contractId)}/cancellation`, { reason });
export const contractTimeline = (contractId: string) => `${pathOf(contractId)}/timeline`;
