import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readBalancesOf } from '../ledger/read-entries.ts';
import type { Money } from '../money.ts';
import { readMethods } from '../payment-methods/read-methods.ts';
import type { FundingSource } from '../payments/payment.ts';
import { readDefaultSource } from './default-source.ts';
import type { FundingChoice } from './schema.ts';

/**
 * What was chosen, or what pays by default.
 * @throws 422 source_needed when neither is
 */
export async function sourceOrDefault(
  db: Executor,
  scope: TenantScope,
  chosen: FundingSource | undefined,
): Promise<FundingSource> {
  const source = chosen ?? (await readDefaultSource(db, scope));
  if (source) return source;
  throw unprocessable(
    'source_needed',
    'There is nothing to pay with yet; nothing was paid. Save a card or bank account, or put money on the balance.',
    [{ pointer: '/source', code: 'source_needed', message: 'Choose what pays.' }],
  );
}

/** What a payment can be taken from now, the default first. */
export async function readFundingChoices(
  db: Executor,
  scope: TenantScope,
  processor: string,
): Promise<FundingChoice[]> {
  const preferred = await readDefaultSource(db, scope);
  const methods = await readMethods(db, { kind: 'tenant', id: scope.tenantId });
  const [balances, credit] = [await moneyOn(db, 'clientFunding', scope), await moneyOn(db, 'clientCredit', scope)];
  const choices: Omit<FundingChoice, 'isDefault'>[] = methods
    .filter((method) => method.processor === processor)
    .map(({ id, label }) => ({ source: { kind: 'method', methodId: id }, label, available: [] }));
  if (balances.length > 0) choices.push({ source: { kind: 'balance' }, label: 'Balance', available: balances });
  if (credit.length > 0) choices.push({ source: { kind: 'credit' }, label: 'Credit line', available: credit });
  return choices
    .map((choice) => ({ ...choice, isDefault: preferred !== undefined && isSame(choice.source, preferred) }))
    .toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault));
}

/** What can be given now, one a currency. */
export async function moneyOn(
  db: Executor,
  kind: 'clientFunding' | 'clientCredit',
  { tenantId }: TenantScope,
): Promise<Money[]> {
  const balances = await readBalancesOf(db, kind, tenantId);
  return balances.map(({ currency, availableMinor }) => ({ amountMinor: availableMinor, currency }));
}

function isSame(one: FundingSource, other: FundingSource): boolean {
  return one.kind === other.kind && (one.kind !== 'method' || one.methodId === (other as typeof one).methodId);
}
