import type { Cell, ReportRow } from '@portico/api/insight/reports/report.ts';
import { getInvoices } from '../../api/invoices.ts';
import { getBankDisputes } from '../../api/payments.ts';
import {
  getReport,
  type ReportFilters,
  type ReportOffer,
  type ReportPage,
  type ReportSlug,
} from '../../api/reports.ts';
import { getTransactions } from '../../api/transactions.ts';
import { isMoney } from './cell-words.ts';
import { reportPath } from './question-url.ts';

type Money = { amountMinor: number; currency: string };
export type CheckKind =
  | 'ledgerAndInvoices'
  | 'overdueInvoices'
  | 'openInvoices'
  | 'overrun'
  | 'overBudget'
  | 'noOrder'
  | 'noCostCenter'
  | 'unsettled'
  | 'disputed';

export type Compared = { currency: string; ledgerMinor: number; invoicesMinor: number };
export type Check = {
  kind: CheckKind;
  /** `open`: belongs to the month but is not finished, as an invoice that is not due yet. */
  result: 'matches' | 'open' | 'differs';
  cases: number;
  amounts: readonly Money[];
  path: string;
  compared?: readonly Compared[];
};

/** The status of what no document names. */
const notInvoiced = 'notInvoiced';

type Month = { from: string; to: string };
/** Which checks there are for what this person may open. */
export function checksOf(
  month: Month,
  offers: readonly ReportOffer[],
): { kind: CheckKind; run: (signal: AbortSignal) => Promise<Check> }[] {
  const offerOf = (slug: ReportSlug) => offers.find((offer) => offer.slug === slug);
  const has = (...slugs: ReportSlug[]) => slugs.every((slug) => offerOf(slug) !== undefined);
  const invoiced = offerOf('consolidated-invoice')?.statuses.filter((status) => status !== notInvoiced) ?? [];
  return [
    ...(has('spend', 'consolidated-invoice')
      ? [{ kind: 'ledgerAndInvoices' as const, run: compare(month, invoiced) }]
      : []),
    { kind: 'overdueInvoices', run: invoices('overdueInvoices', ['overdue']) },
    { kind: 'openInvoices', run: invoices('openInvoices', ['issued', 'partlyPaid']) },
    ...(has('purchase-orders')
      ? [{ kind: 'overrun' as const, run: below('overrun', 'purchase-orders', 'remaining', {}) }]
      : []),
    ...(has('budgets')
      ? [{ kind: 'overBudget' as const, run: below('overBudget', 'budgets', 'variance', month) }]
      : []),
    ...(has('spend')
      ? [
          { kind: 'noOrder' as const, run: without('noOrder', 'purchaseOrder', month) },
          { kind: 'noCostCenter' as const, run: without('noCostCenter', 'costCenter', month) },
        ]
      : []),
    { kind: 'unsettled', run: unsettled(month) },
    { kind: 'disputed', run: disputed },
  ];
}

const question = (filters: ReportFilters) => ({ filters, asOf: undefined });
const read = (report: ReportSlug, filters: ReportFilters, signal: AbortSignal) =>
  getReport({ report, own: false, question: question(filters), limit: 500 }, signal);

/** Charges of the month in the ledger against what the month's invoices say of them. */
const compare =
  (month: Month, status: string[]) =>
  async (signal: AbortSignal): Promise<Check> => {
    const [ledger, invoiced] = await Promise.all([
      read('spend', month, signal),
      read('consolidated-invoice', { ...month, status }, signal),
    ]);
    const sides = { ledger: totalsOf(ledger), invoices: totalsOf(invoiced) };
    const currencies = [...new Set([...sides.ledger.keys(), ...sides.invoices.keys()])].sort();
    const compared = currencies.map((currency) => ({
      currency,
      ledgerMinor: sides.ledger.get(currency) ?? 0,
      invoicesMinor: sides.invoices.get(currency) ?? 0,
    }));
    const different = compared.filter(({ ledgerMinor, invoicesMinor }) => ledgerMinor !== invoicesMinor);
    return {
      kind: 'ledgerAndInvoices',
      result: different.length > 0 ? 'differs' : 'matches',
      cases: different.length,
      amounts: different.map(({ currency, ledgerMinor, invoicesMinor }) => ({
        currency,
        amountMinor: ledgerMinor - invoicesMinor,
      })),
      path: reportPath(
        'consolidated-invoice',
        question({ ...month, ...(different.length > 0 && { status: [notInvoiced] }) }),
      ),
      compared,
    };
  };

function totalsOf({ totals }: ReportPage): Map<string, number> {
  const { total } = totals;
  return new Map(Array.isArray(total) ? total.map(({ currency, amountMinor }) => [currency, amountMinor]) : []);
}

/** Whenever they were issued: what is owed at the end of a month is looked at with it. */
const invoices =
  (kind: CheckKind, states: readonly string[]) =>
  async (signal: AbortSignal): Promise<Check> => {
    const pages = await Promise.all(states.map((state) => getInvoices(false, { state, limit: 100 }, signal)));
    const found = pages.flatMap(({ items }) => items).filter((one) => one.kind !== 'creditNote');
    return {
      kind,
      result: found.length === 0 ? 'matches' : kind === 'overdueInvoices' ? 'differs' : 'open',
      cases: found.length,
      amounts: summed(found.map(({ open }) => open)),
      path: `/billing/invoices?state=${states[0]}`,
    };
  };

/** Rows whose figure fell below zero. */
const below =
  (kind: CheckKind, report: ReportSlug, column: string, month: ReportFilters) =>
  async (signal: AbortSignal): Promise<Check> => {
    const { rows } = await read(report, month, signal);
    const amounts = rows.flatMap((row) => moneyIn(row, column)).filter(({ amountMinor }) => amountMinor < 0);
    return {
      kind,
      result: amounts.length > 0 ? 'differs' : 'matches',
      cases: amounts.length,
      amounts: summed(amounts.map(({ amountMinor, currency }) => ({ amountMinor: -amountMinor, currency }))),
      path: reportPath(report, question(month)),
    };
  };

/** What of the month's spend has none. */
const without =
  (kind: CheckKind, dimension: 'purchaseOrder' | 'costCenter', month: Month) =>
  async (signal: AbortSignal): Promise<Check> => {
    const { rows } = await read('spend', { ...month, groupBy: 'project', [dimension]: [''] }, signal);
    const amounts = rows.flatMap((row) => moneyIn(row, 'total')).filter(({ amountMinor }) => amountMinor !== 0);
    return {
      kind,
      result: amounts.length > 0 ? 'differs' : 'matches',
      cases: amounts.length,
      amounts: summed(amounts),
      path: reportPath('spend', question({ ...month, groupBy: 'project', [dimension]: [''] })),
    };
  };

const unsettled =
  (month: Month) =>
  async (signal: AbortSignal): Promise<Check> => {
    const { items } = await getTransactions(false, { from: month.from, to: month.to, limit: 100 }, signal);
    const waiting = items.filter(({ state }) => state === 'pending' || state === 'actionNeeded');
    return {
      kind: 'unsettled',
      result: waiting.length > 0 ? 'differs' : 'matches',
      cases: waiting.length,
      amounts: summed(waiting.map(({ total }) => total)),
      path: `/billing/transactions?from=${month.from}&to=${month.to}`,
    };
  };

const disputed = async (signal: AbortSignal): Promise<Check> => {
  const { items } = await getBankDisputes(undefined, signal);
  const open = items.filter(({ state }) => !['won', 'lost', 'accepted'].includes(state));
  return {
    kind: 'disputed',
    result: open.length > 0 ? 'differs' : 'matches',
    cases: open.length,
    amounts: summed(open.map(({ amount }) => amount)),
    path: '/billing/disputes',
  };
};

function moneyIn({ cells }: { cells: ReportRow['cells'] | Record<string, unknown> }, column: string): Money[] {
  const cell = (cells as Record<string, Cell>)[column];
  return isMoney(cell) ? [cell] : [];
}

function summed(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

const order = { differs: 0, open: 1, matches: 2 } as const;
/** What does not match on top, the dearest first. */
export const byWeight = (one: Check, other: Check): number =>
  order[one.result] - order[other.result] || largest(other) - largest(one);
const largest = ({ amounts }: Check): number => Math.max(0, ...amounts.map(({ amountMinor }) => Math.abs(amountMinor)));
