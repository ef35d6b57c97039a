import type {
  BrandBody,
  BrandImage,
  BrandState,
  BrandVersion,
  LegalTextBody,
} from '@portico/api/platform/tenants/brand-schema.ts';
import { basePath } from '../router.ts';
import { get, send } from './client.ts';
import { ApiProblem, readProblem } from './problem.ts';

export type { BrandBody, BrandImage, BrandState, BrandVersion, LegalTextBody };
export type ImageUse = BrandImage['kind'];

type IfMatch = string | undefined;
export const getBrand = (signal?: AbortSignal) => send<BrandState>('GET', '/v1/tenant/brand', { signal });
export const saveDraft = (body: BrandBody, ifMatch: IfMatch) =>
  send<BrandState>('PUT', '/v1/tenant/brand/draft', { body, ifMatch });
export const discardDraft = (ifMatch: IfMatch) => send<BrandState>('DELETE', '/v1/tenant/brand/draft', { ifMatch });
export const publishBrand = (ifMatch: IfMatch) => send<BrandState>('POST', '/v1/tenant/brand/publication', { ifMatch });
export const restoreBrand = (number: number, ifMatch: IfMatch) =>
  send<BrandState>('POST', `/v1/tenant/brand/versions/${number}/restoration`, { ifMatch });
export const getVersions = async (signal?: AbortSignal) =>
  (await get<{ items: BrandVersion[] }>('/v1/tenant/brand/versions', { signal })).items;
export const getLegalText = (kind: string, signal?: AbortSignal) =>
  get<LegalTextBody>(`/v1/tenant/legal/${encodeURIComponent(kind)}`, { signal });

/** @param revision makes the address another with each change, so that nothing kept is shown */
export const mailPreviewUrl = (kind: string, locale: string, revision: number): string =>
  `${basePath}/v1/tenant/brand/draft/mail?${new URLSearchParams({ kind, locale, revision: String(revision) })}`;
export const documentPreviewUrl = (as: 'png' | 'pdf', locale: string, revision: number): string =>
  `${basePath}/v1/tenant/brand/draft/document?${new URLSearchParams({ as, locale, revision: String(revision) })}`;

export async function uploadBrandImage(file: File, use: ImageUse): Promise<BrandImage> {
  const headers = { 'content-type': 'application/octet-stream', accept: 'application/json' };
  const answer = await fetch(`${basePath}/v1/tenant/brand/images?use=${use}`, {
    method: 'POST',
    body: file,
    headers,
  }).catch(() => {
    throw new ApiProblem(0, navigator.onLine ? 'network' : 'offline', '');
  });
  if (!answer.ok) throw await readProblem(answer);
  return answer.json();
}
