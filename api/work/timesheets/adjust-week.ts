import { earn } from '../../money/earnings/earn.ts';
import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { restoreEarning, takeBackEarning } from '../../money/earnings/take-back-earning.ts';
import { type Money, money } from '../../money/money.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import { refundPayment } from '../../money/refunds/refund-payment.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract, requireLive } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { chargeContract } from '../milestones/charge-contract.ts';
import { amountInWords, refusalInWords } from '../milestones/tell-sides.ts';
import { weekName } from '../time-entries/time-entry.ts';
import { findAdjustment, findAdjustmentOfRefund, insertAdjustment, updateAdjustment } from './correction-store.ts';
import { defaultSource } from './default-source.ts';
import type { SettleDeps, TimeDeps, WeekDeps } from './deps.ts';
import { getOwnTimesheet, getTimesheet } from './read-timesheets.ts';
import { holdOf } from './settle-week.ts';
import type { TimeAdjustmentRow, TimesheetRow } from './table.ts';
import { tellOfWeek } from './tell-of-week.ts';
import { isWritable } from './timesheet.ts';

type Wanted = { amount: Money; reason: string };

/**
 * The freelancer gives back of what a closed week earned: from the security first, else from what is theirs.
 * @throws 404, 409 week_not_closed, nothing_earned, balance_too_low …, 422 currency_mixed, amount_over_earning
 */
export async function giveBack(
  trx: Executor,
  deps: SettleDeps,
  acting: ActingFreelancer,
  doer: Doer,
  id: string,
  { amount, reason }: Wanted,
): Promise<{ adjustment: TimeAdjustmentRow; refundId: string }> {
  const timesheet = await getOwnTimesheet(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, timesheet);
  requireClosed(timesheet);
  requireCurrency(timesheet, amount);
  const row = newAdjustment(deps, timesheet, doer, 'givenBack', { amount, reason });
  const earnings = await listEarningsOf(trx, { subject: { kind: 'timesheet', ids: [id] } });
  const left = (earning: (typeof earnings)[number]) => earning.gross.amountMinor - earning.returnedGross.amountMinor;
  // Only what this week's own payment brought can go back by it.
  const earning = earnings.find((one) => left(one) >= amount.amountMinor);
  if (!earning) throw overEarning(Math.max(0, ...earnings.map(left)), timesheet.currency);
  const hold = { account: holdOf(timesheet), amount };
  await takeBackEarning(trx, deps, scope, {
    key: `adjustment ${row.id}`,
    earningId: earning.id,
    gross: amount,
    to: [hold],
  });
  const refund = await refundPayment(trx, deps, scope, doer, {
    key: `adjustment ${row.id}`,
    paymentId: timesheet.paymentId!,
    amount,
    out: [{ account: holdOf(timesheet), amount: money(-amount.amountMinor, amount.currency) }],
    withFee: true,
    reason,
  });
  const isDone = refund.state === 'posted';
  const adjustment = {
    ...row,
    refundId: refund.id,
    earningId: earning.id,
    ...(isDone && { state: 'done' as const, doneAt: deps.clock.now() }),
  };
  await insertAdjustment(trx, adjustment);
  await record(trx, deps, scope, doer, timesheet, adjustment);
  await tell(trx, deps, scope, timesheet, 'client', 'week.givenBack', adjustment);
  return { adjustment, refundId: refund.id };
}

/**
 * The client pays more for a closed week; charged first, earned when it has arrived.
 * @throws 404, 409 week_not_closed, contract_ended …, as recordClientPayment
 */
export async function addToWeek(
  trx: Executor,
  deps: WeekDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  { amount, reason, source }: Wanted & { source: FundingSource | undefined },
): Promise<{ adjustmentId: string; payment: Payment }> {
  const timesheet = await getTimesheet(trx, scope, id);
  requireClosed(timesheet);
  requireCurrency(timesheet, amount);
  const contract = await getContract(trx, scope, timesheet.contractId);
  requireLive(contract);
  const row = newAdjustment(deps, timesheet, doer, 'added', { amount, reason });
  await insertAdjustment(trx, row);
  await record(trx, deps, scope, doer, timesheet, row);
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'weeklyTime',
    subject: { kind: 'timeAdjustment', id: row.id },
    amount,
    destination: [{ account: holdOf(timesheet), amount }],
    source: source ?? (await defaultSource(trx, scope)),
    description: statementText({
      kind: 'weekAdjusted',
      startsOn: weekName(timesheet.weekStartsAt),
      title: contract.title,
    }),
  });
  await updateAdjustment(trx, scope, row.id, { paymentId: payment.id });
  return { adjustmentId: row.id, payment };
}

export async function adjustmentArrived(trx: Executor, deps: SettleDeps, payment: Payment, doer: Doer): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const row = (await findAdjustment(trx, scope, payment.subjectId!))!;
  const done = { state: 'done', paymentId: payment.id, doneAt: deps.clock.now() } as const;
  if (!(await updateAdjustment(trx, scope, row.id, done))) return;
  const timesheet = await getTimesheet(trx, scope, row.timesheetId);
  const contract = await getContract(trx, scope, row.contractId);
  await earn(trx, deps, scope, {
    key: `adjustment ${row.id}`,
    freelancerId: row.freelancerId,
    contractId: row.contractId,
    // A bonus by its nature: the week's own earnings stay what the week was.
    subject: { kind: 'bonus', id: row.id },
    gross: money(row.amountMinor, row.currency),
    from: holdOf(row),
    schedule: contract.fees.freelancer,
  });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'timesheet', id: timesheet.id },
    move: 'adjustmentPaid',
    details: { adjustmentId: row.id },
  });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: false });
  await tell(trx, deps, scope, timesheet, 'freelancer', 'week.added', row);
}

export async function adjustmentDeclined(trx: Executor, deps: SettleDeps, payment: Payment): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const row = (await findAdjustment(trx, scope, payment.subjectId!))!;
  const declined = {
    state: 'declined',
    paymentId: payment.id,
    refusal: payment.refusal,
    doneAt: deps.clock.now(),
  } as const;
  if (!(await updateAdjustment(trx, scope, row.id, declined))) return;
  const timesheet = await getTimesheet(trx, scope, row.timesheetId);
  const contract = await getContract(trx, scope, row.contractId);
  const words = {
    title: contract.title,
    week: weekName(timesheet.weekStartsAt),
    reason: refusalInWords(payment.refusal),
  };
  await tellOfWeek(trx, deps, contract, timesheet, 'client', 'week.notAdded', words);
  await touchContract(trx, deps, scope, row.contractId, { isActivity: false });
}

/** What the freelancer gave has arrived, or the processor would not take it: then it is theirs again. */
export async function refundEnded(
  trx: Executor,
  deps: SettleDeps,
  payment: Payment,
  refund: { id: string; amount: Money },
  outcome: 'posted' | 'voided',
): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const row = await findAdjustmentOfRefund(trx, scope, refund.id);
  if (!row) return;
  const nowMs = deps.clock.now();
  if (outcome === 'posted') {
    await updateAdjustment(trx, scope, row.id, { state: 'done', doneAt: nowMs });
    return;
  }
  if (!(await updateAdjustment(trx, scope, row.id, { state: 'declined', doneAt: nowMs, refusal: 'refund_refused' })))
    return;
  await restoreEarning(trx, deps, scope, {
    key: `adjustment ${row.id} back`,
    earningId: row.earningId!,
    gross: refund.amount,
    from: [{ account: holdOf(row), amount: money(-refund.amount.amountMinor, refund.amount.currency) }],
  });
}

function newAdjustment(
  { clock, newId }: TimeDeps,
  { id: timesheetId, tenantId, contractId, freelancerId }: TimesheetRow,
  doer: Doer,
  kind: TimeAdjustmentRow['kind'],
  { amount, reason }: Wanted,
): TimeAdjustmentRow {
  return {
    id: newId('ta'),
    timesheetId,
    tenantId,
    contractId,
    freelancerId,
    kind,
    state: 'pending',
    ...amount,
    reason,
    madeBy: actorId(doer.actor) ?? '',
    paymentId: null,
    refundId: null,
    earningId: null,
    refusal: null,
    createdAt: clock.now(),
    doneAt: null,
  };
}

async function record(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  { id, contractId }: TimesheetRow,
  { id: adjustmentId, kind, amountMinor, currency, reason }: TimeAdjustmentRow,
): Promise<void> {
  const details = { adjustmentId, kind, amountMinor, currency };
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'timesheet', id }, move: 'adjusted', reason, details });
  await touchContract(trx, deps, scope, contractId);
}

async function tell(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  timesheet: TimesheetRow,
  side: 'client' | 'freelancer',
  kind: 'week.givenBack' | 'week.added',
  { amountMinor, currency, reason }: TimeAdjustmentRow,
): Promise<void> {
  const contract = await getContract(trx, scope, timesheet.contractId);
  const amount = amountInWords(money(amountMinor, currency));
  const words = { title: contract.title, week: weekName(timesheet.weekStartsAt), amount, reason };
  await tellOfWeek(trx, deps, contract, timesheet, side, kind, words);
}

function requireClosed(timesheet: TimesheetRow): void {
  if (isWritable(timesheet))
    throw conflict('week_not_closed', 'This week is not closed: correct its time itself. Nothing was moved.');
}

function requireCurrency({ currency }: TimesheetRow, amount: Money): void {
  if (amount.currency !== currency)
    throw unprocessable(
      'currency_mixed',
      `This contract is paid in ${currency}; nothing was moved. Name a sum in ${currency}.`,
      [{ pointer: '/amount/currency', code: 'currency_mixed', message: `Use ${currency}.` }],
    );
}

function overEarning(leftMinor: number, currency: string) {
  return unprocessable(
    'amount_over_earning',
    `Of this week ${leftMinor} (minor units, ${currency}) can be given back at once; nothing was moved. Name that or less.`,
    [{ pointer: '/amount', code: 'amount_over_earning', message: 'More than was earned.' }],
  );
}
