import type { CreditLine, OpenInvoice } from '@portico/api/money/credit/schema.ts';
import { get, post, send } from './client.ts';

export type { CreditLine, OpenInvoice };

type Money = { amountMinor: number; currency: string };

const lines = '/v1/operator/credit-lines';
const open = '/v1/operator/open-invoices';
export const getCreditLines = async (signal?: AbortSignal) =>
  (await get<{ items: CreditLine[] }>(lines, { signal })).items;
export const getCreditLine = (slug: string, signal?: AbortSignal) =>
  send<CreditLine>('GET', `${lines}/${encodeURIComponent(slug)}`, { signal });
export const setCreditLine = (
  slug: string,
  body: { limit: Money; days: number },
  ifMatch: string | undefined,
  key: string,
) =>
  send<CreditLine>('PUT', `${lines}/${encodeURIComponent(slug)}`, {
    body,
    ifMatch,
    headers: { 'idempotency-key': key },
  });
export const getOpenInvoices = async (signal?: AbortSignal) =>
  (await get<{ items: OpenInvoice[] }>(open, { signal })).items;
export const noteBankTransfer = (id: string, body: { amount: Money; reference: string }, key: string) =>
  post<OpenInvoice>(`${open}/${encodeURIComponent(id)}/bank-transfers`, body, { headers: { 'idempotency-key': key } });
