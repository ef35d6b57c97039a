import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readCreditLine } from '../credit/read-credit.ts';
import { readBalancesOf } from '../ledger/read-entries.ts';
import { money } from '../money.ts';
import type { PaymentProcessor } from '../payments/processor.ts';
import { openMinor } from './invoice.ts';
import { findDraft, listOpen, type SpentSum, sumSpent } from './list-store.ts';
import { lastMonths, monthName, monthOf } from './months.ts';
import { hasOverdueInvoice } from './read-invoices.ts';
import type { BillingOverview, Spend } from './schema.ts';
import type { InvoiceRow } from './table.ts';

export type BillingDeps = { clock: Clock; processor: Pick<PaymentProcessor, 'name' | 'isSandbox'> };

export async function readBillingOverview(
  db: Executor,
  { clock, processor }: BillingDeps,
  scope: TenantScope,
): Promise<BillingOverview> {
  const balances = await readBalancesOf(db, 'clientFunding', scope.tenantId);
  const open = await listOpen(db, { kind: 'tenant', id: scope.tenantId });
  return {
    balances: balances.map(({ currency, availableMinor, heldMinor }) => ({
      available: money(availableMinor, currency),
      held: money(heldMinor, currency),
    })),
    credit: await readCredit(db, scope, clock.now()),
    due: [...Map.groupBy(open, ({ currency }) => currency)].map(([currency, invoices]) => dueIn(currency, invoices)),
    processor: { name: processor.name, isSandbox: processor.isSandbox },
  };
}

async function readCredit(db: Executor, scope: TenantScope, nowMs: number): Promise<BillingOverview['credit']> {
  const line = await readCreditLine(db, scope);
  if (!line || line.limitMinor === 0) return null;
  const { currency, limitMinor, days } = line;
  const owned = await readBalancesOf(db, 'clientCredit', scope.tenantId);
  const availableMinor = owned.find((one) => one.currency === currency)?.availableMinor ?? 0;
  const draft = await findDraft(db, { kind: 'tenant', id: scope.tenantId }, currency);
  return {
    limit: money(limitMinor, currency),
    available: money(availableMinor, currency),
    used: money(limitMinor - availableMinor, currency),
    days,
    state: (await hasOverdueInvoice(db, scope)) ? 'overdue' : 'open',
    gathered: money(draft?.totalMinor ?? 0, currency),
    nextInvoiceAt: isoInstant(draft?.periodTo ?? monthOf(nowMs).toMs),
    draftId: draft?.id ?? null,
  };
}

function dueIn(currency: string, invoices: readonly InvoiceRow[]): BillingOverview['due'][number] {
  const sum = (rows: readonly InvoiceRow[]) => rows.reduce((total, row) => total + openMinor(row), 0);
  const overdue = invoices.filter(({ state }) => state === 'overdue');
  const next = invoices.find((row) => openMinor(row) > 0)?.dueAt ?? null;
  return {
    open: money(sum(invoices), currency),
    overdue: money(sum(overdue), currency),
    invoices: invoices.length,
    nextDueAt: next === null ? null : isoInstant(next),
  };
}

/** @param currency undefined: the one most was spent in */
export async function readSpend(
  db: Executor,
  { clock }: { clock: Clock },
  scope: TenantScope,
  { months: count, currency: asked }: { months: number; currency?: string | undefined },
): Promise<Spend> {
  const months = lastMonths(clock.now(), count);
  const owner = { kind: 'tenant', id: scope.tenantId } as const;
  const spent = await Promise.all(months.map(({ fromMs, toMs }) => sumSpent(db, owner, fromMs, toMs)));
  const totals = new Map<string, number>();
  for (const { currency, sumMinor } of spent.flat()) totals.set(currency, (totals.get(currency) ?? 0) + sumMinor);
  const currencies = [...totals].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency);
  const currency = asked ?? currencies[0] ?? 'USD';
  const groups = groupsOf(spent, currency);
  const totalMinor = groups.reduce((sum, { total }) => sum + total.amountMinor, 0);
  return { currency, currencies, months: months.map(monthName), groups, total: money(totalMinor, currency) };
}

/** The dearest team first. */
function groupsOf(spent: readonly (readonly SpentSum[])[], currency: string): Spend['groups'] {
  const inCurrency = spent.map((sums) => sums.filter((sum) => sum.currency === currency));
  const names = [...new Set(inCurrency.flat().map(({ team }) => team))];
  return names
    .map((name) => {
      const amountsMinor = inCurrency.map((sums) => sums.find(({ team }) => team === name)?.sumMinor ?? 0);
      const totalMinor = amountsMinor.reduce((sum, amount) => sum + amount, 0);
      return { name, amountsMinor, total: money(totalMinor, currency) };
    })
    .toSorted((one, other) => other.total.amountMinor - one.total.amountMinor);
}
