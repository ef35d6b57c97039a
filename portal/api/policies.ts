import type { PolicyBody } from '@portico/api/platform/policies/schema.ts';
import { get, put } from './client.ts';

export type { PolicyBody };

export const getPolicies = async (signal?: AbortSignal) =>
  (await get<{ items: PolicyBody[] }>('/v1/tenant/policies', { signal })).items;
export const savePolicy = ({ name, etag }: PolicyBody, settings: Record<string, unknown>) =>
  put<PolicyBody>(`/v1/tenant/policies/${encodeURIComponent(name)}`, { settings }, { ifMatch: etag });
