import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readCostCenters } from '../cost-centers/read-cost-centers.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { procurementPolicy } from '../purchase-orders/policy.ts';
import type { SpendingMember } from '../spending/grants.ts';
import { spanOf } from './budget.ts';
import type { NewBudget } from './schema.ts';
import { insertBudget, insertRevision, updateBudget } from './store.ts';
import type { BudgetRow } from './table.ts';

/** @throws 409 budget_exists, 422 cost_center_unknown, period_start */
export async function createBudget(
  trx: Executor,
  deps: Pick<SpendingDeps, 'clock' | 'newId'>,
  { scope, person }: SpendingMember,
  doer: Doer,
  { costCenter, period, startsOn, amount, thresholds }: NewBudget,
): Promise<BudgetRow> {
  if (!startsOn.endsWith('-01'))
    throw refused('period_start', '/startsOn', 'A budget begins with the first of a month.');
  if (!(await readCostCenters(trx, scope)).some(({ code }) => code === costCenter))
    throw refused('cost_center_unknown', '/costCenter', `There is no cost center ${costCenter}.`);
  const { warnAtPercent, fullAtPercent } = await readPolicy(trx, scope, procurementPolicy);
  const nowMs = deps.clock.now();
  const { startsAtMs, endsAtMs } = spanOf(period, startsOn);
  const row: BudgetRow = {
    id: deps.newId('bg'),
    tenantId: scope.tenantId,
    ...{ costCenter, period, startsOn, startsAt: startsAtMs, endsAt: endsAtMs },
    ...amount,
    thresholds: JSON.stringify(rising(thresholds?.length ? thresholds : [warnAtPercent, fullAtPercent])),
    toldPercent: 0,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  try {
    await insertBudget(trx, row);
  } catch (error) {
    throw isUniqueViolation(error) ? budgetExists(costCenter) : error;
  }
  await keepRevision(trx, row, person.personId, null);
  await recordAudit(trx, deps, scope, doer, {
    action: 'budget.created',
    object: { kind: 'budget', id: row.id },
    details: { costCenter, period, startsOn, amount },
  });
  return row;
}

/** @throws 409 changed_meanwhile, 422 currency_fixed */
export async function changeBudget(
  trx: Executor,
  deps: Pick<SpendingDeps, 'clock' | 'newId'>,
  { scope, person }: SpendingMember,
  doer: Doer,
  before: BudgetRow,
  {
    amount,
    thresholds,
    reason,
  }: { amount?: NewBudget['amount'] | undefined; thresholds?: number[] | undefined; reason: string },
): Promise<BudgetRow> {
  if (amount && amount.currency !== before.currency)
    throw refused('currency_fixed', '/amount/currency', `It is in ${before.currency} for good.`);
  const change = {
    ...amount,
    ...(thresholds?.length && { thresholds: JSON.stringify(rising(thresholds)) }),
    revision: before.revision + 1,
    updatedAt: deps.clock.now(),
  };
  if (!(await updateBudget(trx, scope, before, change)))
    throw conflict('changed_meanwhile', 'This was changed at the same moment; nothing was done. Look at it again.');
  const after = { ...before, ...change };
  await keepRevision(trx, after, person.personId, reason);
  await recordAudit(trx, deps, scope, doer, {
    action: 'budget.changed',
    object: { kind: 'budget', id: before.id },
    details: { reason, before: before.amountMinor, after: after.amountMinor },
  });
  return after;
}

async function keepRevision(trx: Executor, row: BudgetRow, personId: string, reason: string | null): Promise<void> {
  const { id, revision, tenantId, amountMinor, thresholds, updatedAt } = row;
  const of = { budgetId: id, version: revision, tenantId, amountMinor, thresholds };
  await insertRevision(trx, { ...of, reason, personId, at: updatedAt });
}

const rising = (percents: readonly number[]) => [...new Set(percents)].toSorted((one, other) => one - other);

const budgetExists = (costCenter: string) =>
  conflict(
    'budget_exists',
    `Cost center ${costCenter} has a budget for this time and currency already; nothing was put in. Change that one.`,
  );

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was changed.`, [{ pointer, code, message }]);
}
