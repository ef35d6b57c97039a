import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireUsableCode } from '../activity-codes/read-codes.ts';
import { type AgreedContract, getOwnContract, requireWorking } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { segmentOf, weekStartOf } from '../time-entries/time-entry.ts';
import { endOf } from '../time-entries/week-rules.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { hourlyTermsOf, notHourly } from '../timesheets/open-week.ts';
import { timesheetsPolicy } from '../timesheets/policy.ts';
import { readDiary } from '../work-diary/read-diary.ts';
import { keepTracked } from './keep-tracked.ts';
import type { TimerStart } from './schema.ts';
import { findTimer, insertTimerOnce, listTimersOfContract, takeTimer, updateTimer } from './store.ts';
import type { TimerRow } from './table.ts';
import { type StopReason, timerMoves } from './timer.ts';

const minuteMs = 60_000;

/** @throws 404, 409 timer_running, contract_paused …, contract_not_hourly, after_contract_end; 422 */
export async function startTimer(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { contractId, memo, activityCodeId }: TimerStart,
): Promise<void> {
  const { freelancerId } = acting.freelancer;
  const contract = await getOwnContract(trx, acting, contractId);
  await requireTracking(trx, deps, contract, activityCodeId);
  const nowMs = deps.clock.now();
  const subject = { personId: acting.person.personId, tenantId: contract.tenantId, contractId, memo, activityCodeId };
  await insertTimerOnce(trx, { ...subject, freelancerId, ...unstarted(deps), seenAt: nowMs, startedAt: nowMs });
  const timer = await requireTimer(trx, freelancerId);
  if (timer.state === 'running') {
    if (!(await isLost(trx, deps, timer))) throw timerRunning();
    await stopAt(trx, deps, doer, timer, timer.seenAt, 'lost');
  }
  // Going on in the same ten minutes goes on with what was filled of them.
  const goesOn = timer.contractId === contractId && segmentOf(timer.seenAt) === segmentOf(nowMs);
  await updateTimer(trx, freelancerId, {
    ...subject,
    state: timerMoves.start.to,
    startedAt: nowMs,
    seenAt: nowMs,
    filledMs: goesOn ? timer.filledMs : 0,
    entryId: goesOn && timer.memo === memo && timer.activityCodeId === activityCodeId ? timer.entryId : null,
    stoppedAt: null,
    stopReason: null,
  });
  await recordTimer(trx, deps, doer, { ...timer, ...subject }, 'start', 'stopped');
}

/** What it ran for last. @throws 409 timer_never_started, and as startTimer */
export async function resumeTimer(trx: Executor, deps: TimeDeps, acting: ActingFreelancer, doer: Doer): Promise<void> {
  const timer = await findTimer(trx, acting.freelancer.freelancerId);
  if (!timer) throw neverStarted();
  const { contractId, memo, activityCodeId } = timer;
  await startTimer(trx, deps, acting, doer, { contractId, memo, activityCodeId });
}

/**
 * A sign of life: writes down the time since the last one. A timer that was silent for too long, or whose contract
 * takes no time any more, stops where it was last seen.
 */
export async function hearTimer(trx: Executor, deps: TimeDeps, acting: ActingFreelancer, doer: Doer): Promise<void> {
  const timer = await requireTimer(trx, acting.freelancer.freelancerId);
  if (timer.state === 'running') await goOn(trx, deps, acting, doer, timer);
}

/** @returns the timer while it runs on */
async function goOn(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  timer: TimerRow,
): Promise<TimerRow | undefined> {
  const stopped = async (reason: StopReason, at = timer.seenAt): Promise<undefined> => {
    await stopAt(trx, deps, doer, timer, at, reason);
    return undefined;
  };
  if (await isLost(trx, deps, timer)) return stopped('lost');
  const contract = await getOwnContract(trx, { ...acting, tenant: undefined }, timer.contractId);
  const endsMs = endOf(contract);
  if (contract.state !== 'active') return stopped('contract');
  const nowMs = deps.clock.now();
  if (endsMs !== null && nowMs >= endsMs) {
    const kept = await keepTracked(trx, deps, doer, contract, timer, Math.max(timer.seenAt, endsMs));
    return stopped('contract', kept.seenAt);
  }
  return keepTracked(trx, deps, doer, contract, timer, nowMs);
}

/** What is worked on from now on. @throws 409 timer_stopped, 422 activity_code_unknown */
export async function changeTimer(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { memo, activityCodeId }: Pick<TimerStart, 'memo' | 'activityCodeId'>,
): Promise<void> {
  const timer = await requireTimer(trx, acting.freelancer.freelancerId);
  if (timer.state !== 'running') throw timerStopped();
  const contract = await getOwnContract(trx, { ...acting, tenant: undefined }, timer.contractId);
  const { isActivityCodeRequired } = await readDiary(trx, contract);
  await requireUsableCode(trx, contract, isActivityCodeRequired === 1, activityCodeId);
  const kept = await goOn(trx, deps, acting, doer, timer);
  if (!kept || (kept.memo === memo && kept.activityCodeId === activityCodeId)) return;
  await updateTimer(trx, timer.freelancerId, { memo, activityCodeId, entryId: null });
}

/** Stopping a stopped one changes nothing. */
export async function stopTimer(trx: Executor, deps: TimeDeps, acting: ActingFreelancer, doer: Doer): Promise<void> {
  const timer = await requireTimer(trx, acting.freelancer.freelancerId);
  if (timer.state !== 'running') return;
  const kept = await goOn(trx, deps, acting, doer, timer);
  if (kept) await stopAt(trx, deps, doer, kept, kept.seenAt, 'person');
}

/** By the clock, or because its contract ends: what was written down until it was last seen stays. */
export async function stopTimerOf(
  trx: Executor,
  deps: TimeDeps,
  doer: Doer,
  freelancerId: string,
  reason: StopReason,
  isStill: (timer: TimerRow) => Promise<boolean>,
): Promise<TimerRow | undefined> {
  if (!(await takeTimer(trx, freelancerId))) return undefined;
  const timer = (await findTimer(trx, freelancerId))!;
  if (timer.state !== 'running' || !(await isStill(timer))) return undefined;
  await stopAt(trx, deps, doer, timer, timer.seenAt, reason);
  return timer;
}

/** A contract ends: nobody's timer runs on for it. */
export async function stopTimersOf(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  for (const freelancerId of await listTimersOfContract(trx, scope, contractId))
    await stopTimerOf(trx, deps, doer, freelancerId, 'contract', async (timer) => timer.contractId === contractId);
}

async function stopAt(
  trx: Executor,
  deps: TimeDeps,
  doer: Doer,
  timer: TimerRow,
  stoppedAt: number,
  stopReason: StopReason,
): Promise<void> {
  await updateTimer(trx, timer.freelancerId, { state: timerMoves.stop.to, stoppedAt, stopReason });
  await recordTimer(trx, deps, doer, timer, 'stop', 'running', stopReason);
}

/** Waits for whoever else is at this timer. @throws 409 timer_never_started */
async function requireTimer(trx: Executor, freelancerId: string): Promise<TimerRow> {
  if (!(await takeTimer(trx, freelancerId))) throw neverStarted();
  return (await findTimer(trx, freelancerId))!;
}

async function requireTracking(
  trx: Executor,
  { clock }: TimeDeps,
  contract: AgreedContract,
  activityCodeId: string | null,
): Promise<void> {
  requireWorking(contract);
  const nowMs = clock.now();
  if (!(await hourlyTermsOf(trx, contract, weekStartOf(nowMs)))) throw notHourly();
  const endsMs = endOf(contract);
  if (endsMs !== null && nowMs >= endsMs)
    throw conflict('after_contract_end', 'The last day of this contract has passed; the timer was not started.');
  const { isActivityCodeRequired } = await readDiary(trx, contract);
  await requireUsableCode(trx, contract, isActivityCodeRequired === 1, activityCodeId);
}

export async function isLost(db: Executor, { clock }: TimeDeps, { seenAt }: TimerRow): Promise<boolean> {
  const { timerLostMinutes } = await readPolicy(db, undefined, timesheetsPolicy);
  return clock.now() - seenAt > timerLostMinutes * minuteMs;
}

async function recordTimer(
  trx: Executor,
  deps: TimeDeps,
  doer: Doer,
  { id, tenantId, contractId }: TimerRow,
  move: 'start' | 'stop',
  from: string,
  reason: string | null = null,
): Promise<void> {
  const scope = tenantScope(tenantId);
  const { to } = timerMoves[move];
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'timer', id },
    move,
    from,
    to,
    reason,
    details: { contractId },
  });
  await touchContract(trx, deps, scope, contractId);
}

function unstarted({ newId }: TimeDeps) {
  const none = { entryId: null, stoppedAt: null, stopReason: null };
  return { id: newId('tm'), state: 'stopped', filledMs: 0, revision: 1, ...none } as const;
}

const timerRunning = () =>
  conflict('timer_running', 'Your timer runs already, and you have one; nothing was changed. Stop it first.');
const timerStopped = () => conflict('timer_stopped', 'Your timer stands still; nothing was changed. Start it first.');
const neverStarted = () =>
  conflict('timer_never_started', 'Your timer has never run; nothing was changed. Start it for a contract.');
