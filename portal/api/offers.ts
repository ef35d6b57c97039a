import type { TermsTemplate, TermsTemplateVersion } from '@portico/api/hiring/offer-terms/schema.ts';
import type {
  MilestoneTerms,
  Offer,
  OfferDifferences,
  OfferFields,
  OfferSummary,
  OfferTerms,
  OfferTo,
  OfferVersion,
  PaymentTerms,
} from '@portico/api/hiring/offers/schema.ts';
import { get, post, type Query, remove, send } from './client.ts';

export type {
  MilestoneTerms,
  Offer,
  OfferDifferences,
  OfferFields,
  OfferSummary,
  OfferTerms,
  OfferTo,
  OfferVersion,
  PaymentTerms,
  TermsTemplate,
  TermsTemplateVersion,
};

const id = encodeURIComponent;
const pathOf = (offerId: string) => `/v1/offers/${id(offerId)}`;

export const getOffers = (query: Query, signal?: AbortSignal) =>
  get<{ items: OfferSummary[]; nextCursor: string | null }>('/v1/offers', { query, signal });
export const getOffer = (offerId: string, signal?: AbortSignal) => send<Offer>('GET', pathOf(offerId), { signal });
export const createOffer = (to: OfferTo, fields: OfferFields, key: string) =>
  post<Offer>('/v1/offers', { ...fields, to }, { headers: { 'idempotency-key': key } });
export const changeOffer = (offerId: string, fields: OfferFields, ifMatch: string | undefined) =>
  send<Offer>('PATCH', pathOf(offerId), { body: fields, ifMatch });
export const sendOffer = (offerId: string, typedName: string, termsHash: string, key: string) =>
  post<Offer>(`${pathOf(offerId)}/send`, { typedName, termsHash }, { headers: { 'idempotency-key': key } });
export const withdrawOffer = (offerId: string, reason: string) =>
  post<Offer>(`${pathOf(offerId)}/withdrawal`, { reason });
export const getDifferences = (offerId: string, from: number, to: number, signal?: AbortSignal) =>
  get<OfferDifferences>(`${pathOf(offerId)}/versions/${from}/differences/${to}`, { signal });
export const offerTimeline = (offerId: string) => `${pathOf(offerId)}/timeline`;
export const offerDocument = (offerId: string) => `${pathOf(offerId)}/document`;

export const getTermsTemplates = async (signal?: AbortSignal) =>
  (await get<{ items: TermsTemplate[] }>('/v1/terms-templates', { signal })).items;
export const getTermsTemplate = (templateId: string, signal?: AbortSignal) =>
  send<TermsTemplate>('GET', `/v1/terms-templates/${id(templateId)}`, { signal });
export const getTermsVersions = async (templateId: string, signal?: AbortSignal) =>
  (await get<{ items: TermsTemplateVersion[] }>(`/v1/terms-templates/${id(templateId)}/versions`, { signal })).items;

type Terms = { name: string; text: string; isDefault: boolean };
export const createTerms = (terms: Terms) => post<TermsTemplate>('/v1/terms-templates', terms);
export const saveTerms = (templateId: string, terms: Terms, ifMatch: string | undefined) =>
  send<TermsTemplate>('PUT', `/v1/terms-templates/${id(templateId)}`, { body: terms, ifMatch });
export const deleteTerms = (templateId: string) => remove<void>(`/v1/terms-templates/${id(templateId)}`);
export const restoreTerms = (templateId: string) =>
  post<TermsTemplate>(`/v1/terms-templates/${id(templateId)}/restoration`);
