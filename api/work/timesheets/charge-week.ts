import { money } from '../../money/money.ts';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { pauseForPayment } from '../contracts/pause-for-payment.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import { chargeContract } from '../milestones/charge-contract.ts';
import { amountInWords, refusalInWords } from '../milestones/tell-sides.ts';
import { segmentMinutes, weekName } from '../time-entries/time-entry.ts';
import { defaultSource } from './default-source.ts';
import type { TimeDeps, WeekDeps } from './deps.ts';
import { timesheetsPolicy } from './policy.ts';
import { holdOf } from './settle-week.ts';
import { findTimesheet, updateTimesheet } from './store.ts';
import type { TimesheetRow } from './table.ts';
import { tellOfWeek } from './tell-of-week.ts';
import { timesheetStates } from './timesheet.ts';

const hourMs = 3_600_000;

/** Charges a week from the tenant's default source; what cannot even be tried counts as declined. */
export async function chargeWeek(deps: WeekDeps, doer: Doer, due: TimesheetRow): Promise<void> {
  const scope = tenantScope(due.tenantId);
  try {
    const paymentId = await deps.database.transaction((trx) => recordCharge(trx, deps, scope, doer, due.id));
    if (!paymentId) return;
    await settlePayment(deps, paymentId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await deps.database.transaction((trx) => declineWeek(trx, deps, scope, doer, due.id, error.code));
  }
}

async function recordCharge(
  trx: Executor,
  deps: WeekDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<string | undefined> {
  const timesheet = (await findTimesheet(trx, scope, id))!;
  const { charge, chargeAgainAt, contractId, amountMinor, currency } = timesheet;
  if (chargeAgainAt === null || charge === 'pending' || charge === 'paid') return undefined;
  const pending = { charge: 'pending', chargeAgainAt: null, chargeAttempts: timesheet.chargeAttempts + 1 } as const;
  // Whoever is at it at the same moment finds it pending.
  if (!(await updateTimesheet(trx, scope, id, timesheetStates, pending, { charge }))) return undefined;
  const contract = (await readContracts(trx, [contractId])).get(contractId)!;
  const amount = money(amountMinor!, currency);
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'weeklyTime',
    subject: { kind: 'timesheet', id },
    amount,
    destination: [{ account: holdOf(timesheet), amount }],
    source: await defaultSource(trx, scope),
    description: statementText({ kind: 'week', startsOn: weekName(timesheet.weekStartsAt), title: contract.title }),
    time: { minutes: (timesheet.billedSegments ?? 0) * segmentMinutes, rateMinor: timesheet.rateMinor },
  });
  // What the balance or the credit line pays has told its purpose already.
  await updateTimesheet(trx, scope, id, timesheetStates, { paymentId: payment.id });
  return payment.id;
}

/** Tried again a day later; until then the contract rests and nobody works for nothing. */
export async function declineWeek(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  refusal: string | null,
): Promise<void> {
  const timesheet = (await findTimesheet(trx, scope, id))!;
  if (timesheet.charge === 'paid') return;
  const { chargeAgainHours } = await readPolicy(trx, undefined, timesheetsPolicy);
  await updateTimesheet(trx, scope, id, timesheetStates, {
    charge: 'declined',
    chargeRefusal: refusal,
    chargeAgainAt: deps.clock.now() + chargeAgainHours * hourMs,
  });
  const contract = (await readContracts(trx, [timesheet.contractId])).get(timesheet.contractId)!;
  const reason = refusalInWords(refusal);
  await pauseForPayment(trx, deps, scope, doer, contract.id, reason);
  const week = weekName(timesheet.weekStartsAt);
  const amount = amountInWords(money(timesheet.amountMinor!, timesheet.currency));
  await tellOfWeek(trx, deps, contract, timesheet, 'client', 'week.chargeDeclined', {
    title: contract.title,
    week,
    amount,
    reason,
  });
  await tellOfWeek(trx, deps, contract, timesheet, 'freelancer', 'week.notPaid', {
    title: contract.title,
    week,
    amount,
  });
}
