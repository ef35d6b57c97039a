import type { LineEntries } from '@portico/api/money/invoices/schema.ts';
import type { AccountStatement } from '@portico/api/money/ledger/schema.ts';
import type { Transaction } from '@portico/api/money/transactions/schema.ts';
import { get, type Query, queryString } from './client.ts';

export type { AccountStatement, Transaction };
export type TransactionPage = { items: Transaction[]; nextCursor: string | null };

/** A client's, or with `own` a freelancer's. */
const pathOf = (own: boolean) => (own ? '/v1/freelancers/me/transactions' : '/v1/transactions');
export const getTransactions = (own: boolean, query: Query, signal?: AbortSignal) =>
  get<TransactionPage>(pathOf(own), { query, signal });
export const transactionsExport = (own: boolean, query: Query) => `${pathOf(own)}/export${queryString(query)}`;
export const getTransactionEntries = (own: boolean, id: string) =>
  get<LineEntries>(`${pathOf(own)}/${encodeURIComponent(id)}/entries`);

export const getStatement = (own: boolean, query: Query, signal?: AbortSignal) =>
  get<AccountStatement>(own ? '/v1/freelancers/me/statement' : '/v1/statements', { query, signal });
