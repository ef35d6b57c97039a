import type { AuditEntry, AuditHead, AuditRun } from '@portico/api/platform/audit/schema.ts';
import { basePath } from '../router.ts';
import { get, post, remove } from './client.ts';

type Page<T> = { items: T[]; nextCursor: string | null };
type Query = Record<string, string | undefined>;

export const getAudit = (query: Query, signal?: AbortSignal) => get<Page<AuditEntry>>('/v1/audit', { query, signal });
export const getAuditHead = (signal?: AbortSignal) => get<AuditHead>('/v1/audit/head', { signal });
export const getAuditRuns = async (signal?: AbortSignal) =>
  (await get<{ items: AuditRun[] }>('/v1/audit/runs', { signal })).items;
export const exportAudit = (period: { from?: string; to?: string }) => post<AuditRun>('/v1/audit/exports', period);
export const verifyAudit = () => post<AuditRun>('/v1/audit/verifications', {});
export const cancelAuditRun = (id: string) => remove<AuditRun>(`/v1/audit/runs/${encodeURIComponent(id)}`);

export const auditFile = (id: string) => `${basePath}/v1/audit/runs/${encodeURIComponent(id)}/file`;
export const verifierFile = `${basePath}/v1/audit/verifier`;
export const keysFile = '/.well-known/audit-keys.json';
