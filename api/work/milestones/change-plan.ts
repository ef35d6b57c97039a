import { add, compare, type Money, money, subtract } from '../../money/money.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type AgreedContract, getContract } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { amountOf, requireCurrency } from './amounts.ts';
import type { WorkMoneyDeps } from './deps.ts';
import { milestoneCan, milestonesMax } from './milestone.ts';
import { changeMilestone } from './move-milestone.ts';
import { newMilestone } from './plan-milestones.ts';
import { milestonesPolicy, minimumOf } from './policy.ts';
import { getMilestone } from './read-milestones.ts';
import type { MilestonePlan, MilestonePlanChange } from './schema.ts';
import { deleteMilestone, insertMilestones, listMilestonesOf, shiftPositions } from './store.ts';
import type { MilestoneRow } from './table.ts';
import { tellSide } from './tell-sides.ts';

/**
 * Plans one more, within the total that both signed: more than that is an amendment.
 * @throws 404, 409 by the contract’s state, contract_hourly, too_many_milestones, 422 milestone_below_minimum,
 * agreed_total_exceeded, currency_mixed, due_after_end
 */
export async function addMilestone(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  plan: MilestonePlan,
): Promise<MilestoneRow> {
  const contract = await takePlan(trx, deps, scope, contractId);
  const rows = await listMilestonesOf(trx, [contractId]);
  if (rows.length >= milestonesMax)
    throw conflict('too_many_milestones', `A contract has at most ${milestonesMax} milestones; nothing was added.`);
  await requireFits(trx, scope, contract, rows, plan, money(0, totalOf(contract).currency));
  const position = Math.max(0, ...rows.map((row) => row.position)) + 1;
  const row = newMilestone(deps, contract, { ...plan, ...plan.amount, position });
  await insertMilestones(trx, [row]);
  await recordPlan(trx, deps, scope, doer, contract, row, 'planned', { amount: plan.amount, dueOn: plan.dueOn });
  return row;
}

/** @throws as addMilestone, 409 by state: `milestone_funded` */
export async function changePlan(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  { position, ...change }: MilestonePlanChange,
): Promise<MilestoneRow> {
  const contract = await takePlan(trx, deps, scope, row.contractId);
  if (!milestoneCan.change(row)) throw moveRefused('milestone', 'change', row.state);
  const plan = { description: row.description, dueOn: row.dueOn, amount: amountOf(row), ...definedOf(change) };
  const rows = await listMilestonesOf(trx, [row.contractId]);
  await requireFits(trx, scope, contract, rows, plan, amountOf(row));
  const { amount, ...words } = plan;
  const changed = await changeMilestone(trx, deps, scope, row, { ...words, amountMinor: amount.amountMinor }, 'change');
  if (position !== undefined) await reorder(trx, deps, scope, rows, row.id, position);
  await recordPlan(trx, deps, scope, doer, contract, changed, 'planChanged', { before: amountOf(row), amount });
  return getMilestone(trx, scope, row.id);
}

/** @throws 404, 409 by state: `milestone_funded` */
export async function removeMilestone(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
): Promise<void> {
  const contract = await takePlan(trx, deps, scope, row.contractId);
  if (!milestoneCan.change(row) || !(await deleteMilestone(trx, scope, row.id, row.revision)))
    throw moveRefused('milestone', 'delete', (await getMilestone(trx, scope, row.id)).state);
  await shiftPositions(trx, scope, row.contractId, row.position, -1);
  await recordPlan(trx, deps, scope, doer, contract, row, 'deleted', { amount: amountOf(row) });
}

export type PlannedSums = { agreedTotal: Money; planned: Money; unplanned: Money };

/** What was signed, and what of it is planned; undefined for hourly work. Extra that was released counts on top. */
export function plannedSums(contract: AgreedContract, rows: readonly MilestoneRow[]): PlannedSums | undefined {
  if (contract.terms.payment.kind !== 'fixed') return undefined;
  const agreedTotal = contract.terms.payment.total;
  const sum = rows
    .filter(({ state }) => state !== 'refunded')
    .reduce((total, { amountMinor, extraMinor }) => total + amountMinor - extraMinor, 0);
  const planned = money(sum, agreedTotal.currency);
  const left = subtract(agreedTotal, planned);
  return { agreedTotal, planned, unplanned: left.amountMinor > 0 ? left : money(0, left.currency) };
}

/** Raises the contract first, so that two plans wait for each other and each sees the other’s sum. */
async function takePlan(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  contractId: string,
): Promise<AgreedContract> {
  await touchContract(trx, deps, scope, contractId);
  const contract = await getContract(trx, scope, contractId);
  if (contract.terms.payment.kind !== 'fixed')
    throw conflict('contract_hourly', 'Hourly work is paid by the week and has no milestones; nothing was changed.');
  if (!['pendingOnboarding', 'ready', 'active', 'paused'].includes(contract.state))
    throw conflict('contract_not_open', 'This contract is ending or has ended: nothing more is planned in it.');
  return contract;
}

async function requireFits(
  trx: Executor,
  scope: TenantScope,
  contract: AgreedContract,
  rows: readonly MilestoneRow[],
  { amount, dueOn }: Pick<MilestonePlan, 'amount' | 'dueOn'>,
  before: Money,
): Promise<void> {
  const { agreedTotal, planned } = plannedSums(contract, rows)!;
  requireCurrency(amount, agreedTotal.currency);
  const least = minimumOf(await readPolicy(trx, scope, milestonesPolicy), agreedTotal.currency);
  if (compare(amount, least) < 0)
    throw atAmount('milestone_below_minimum', `A milestone pays at least ${least.amountMinor} minor units.`);
  const after = add(planned, amount, { ...before, amountMinor: -before.amountMinor + 0 });
  if (compare(amount, before) > 0 && compare(after, agreedTotal) > 0)
    throw atAmount(
      'agreed_total_exceeded',
      'All milestones together would be more than both signed. Propose an amendment for more.',
    );
  const { endsOn } = contract.terms;
  if (dueOn && endsOn && dueOn > endsOn)
    throw unprocessable('due_after_end', 'A milestone cannot be due after the contract’s end; nothing was changed.', [
      { pointer: '/dueOn', code: 'due_after_end', message: `At the latest ${endsOn}.` },
    ]);
}

/** Gives each the number of its place, wherever this one goes to. */
async function reorder(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  rows: readonly MilestoneRow[],
  id: string,
  position: number,
): Promise<void> {
  const others = rows.filter((row) => row.id !== id).map((row) => row.id);
  const order = others.toSpliced(position - 1, 0, id);
  for (const [index, rowId] of order.entries()) {
    const row = await getMilestone(trx, scope, rowId);
    if (row.position === index + 1) continue;
    await changeMilestone(trx, deps, scope, row, { position: index + 1 }, 'change');
  }
}

async function recordPlan(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { id, description }: MilestoneRow,
  move: 'planned' | 'planChanged' | 'deleted',
  details: Record<string, unknown>,
): Promise<void> {
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'milestone', id }, move, details });
  await tellSide(trx, deps, contract, 'freelancer', 'milestone.planChanged', {
    title: contract.title,
    milestone: description,
  });
}

function atAmount(code: string, message: string) {
  return unprocessable(code, `${message} Nothing was changed.`, [{ pointer: '/amount/amountMinor', code, message }]);
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function totalOf({ terms }: AgreedContract): Money {
  return (terms.payment as { total: Money }).total;
}
