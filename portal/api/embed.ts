import type { DomainBody } from '@portico/api/platform/domains/schema.ts';
import type { EmbedSessionSeen, EmbedStatus, EmbedUsage } from '@portico/api/platform/embed-observations/schema.ts';
import { get, post, put, remove } from './client.ts';

const path = encodeURIComponent;

export type { DomainBody, EmbedSessionSeen, EmbedStatus, EmbedUsage };
export type DomainList = { items: DomainBody[]; installationHost: string };
export type PageCheck = {
  url: string;
  status: number;
  policies: { of: 'header' | 'reportOnly' | 'meta'; text: string }[];
  loader: string | null;
};

export const getEmbedStatus = (signal?: AbortSignal) => get<EmbedStatus>('/v1/tenant/embed/status', { signal });
export const getEmbedUsage = (days: number, signal?: AbortSignal) =>
  get<EmbedUsage>('/v1/tenant/embed/usage', { query: { days }, signal });
export const usageFilePath = (days: number): string => `/v1/tenant/embed/usage.csv?days=${days}`;
export const getEmbedSessions = async (signal?: AbortSignal) =>
  (await get<{ items: EmbedSessionSeen[] }>('/v1/tenant/embed/sessions', { signal })).items;
export const endEmbedSession = (id: string) => remove<void>(`/v1/embed/sessions/${path(id)}`);
export const checkPage = (url: string) => post<PageCheck>('/v1/tenant/embed/page-checks', { url });

export const getDomains = (signal?: AbortSignal) => get<DomainList>('/v1/tenant/domains', { signal });
export const addDomain = (host: string) => post<DomainBody>('/v1/tenant/domains', { host });
export const checkDomain = (host: string) => post<DomainBody>(`/v1/tenant/domains/${path(host)}/check`);
export const makePrimary = (host: string) => put<DomainBody>(`/v1/tenant/domains/${path(host)}/primary`);
export const removeDomain = (host: string) => remove<void>(`/v1/tenant/domains/${path(host)}`);
