import { money } from '../../money/money.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { amountInWords } from '../milestones/tell-sides.ts';
import { markDisputed } from '../time-entries/keep-segments.ts';
import { listSegmentsOfWeeks } from '../time-entries/read-segments.ts';
import { amountOfSegments, weekName } from '../time-entries/time-entry.ts';
import { findDispute, insertDispute, updateDispute } from './correction-store.ts';
import type { SettleDeps } from './deps.ts';
import { moveWeek } from './move-week.ts';
import { getOwnTimesheet, getTimesheet } from './read-timesheets.ts';
import { settleWeek } from './settle-week.ts';
import type { TimesheetDisputeRow, TimesheetRow } from './table.ts';
import { tellOfWeek } from './tell-of-week.ts';

/** The week, and a refund that its processor is asked for once this is committed. */
export type Decided = { timesheet: TimesheetRow; refundId: string | null };

/** The client needs no more time; by the clock it had none left. @throws 404, 409 by state */
export async function acceptWeek(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<Decided> {
  const timesheet = await getTimesheet(trx, scope, id);
  await moveWeek(trx, deps, scope, doer, timesheet, 'accept', { acceptedAt: deps.clock.now(), dueAt: null });
  const decided = await settleWeek(trx, deps, scope, doer, id);
  const contract = await getContract(trx, scope, timesheet.contractId);
  const words = { title: contract.title, week: weekName(timesheet.weekStartsAt), amount: inWords(timesheet) };
  await tellOfWeek(trx, deps, contract, timesheet, 'freelancer', 'week.accepted', words);
  return decided;
}

/**
 * Freezes what some segments cost; the rest of the week is earned.
 * @throws 404, 409 by state, week_review_over, 422 segment_unknown, nothing_billed
 */
export async function disputeWeek(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  { segmentIds, reason }: { segmentIds: readonly string[]; reason: string },
): Promise<Decided> {
  const timesheet = await getTimesheet(trx, scope, id);
  const nowMs = deps.clock.now();
  if (timesheet.state === 'clientReview' && timesheet.dueAt !== null && nowMs >= timesheet.dueAt) throw reviewOver();
  const ids = [...new Set(segmentIds)];
  const moved = await moveWeek(
    trx,
    deps,
    scope,
    doer,
    timesheet,
    'dispute',
    { acceptedAt: nowMs, dueAt: null },
    { reason, details: { segments: ids.length } },
  );
  if ((await markDisputed(trx, scope, id, ids)) !== ids.length) throw segmentUnknown();
  const disputed = amountOfDisputed(moved, ids.length);
  if (disputed <= 0) throw nothingBilled();
  await insertDispute(trx, {
    timesheetId: id,
    id: deps.newId('td'),
    tenantId: scope.tenantId,
    contractId: timesheet.contractId,
    reason,
    segments: ids.length,
    amountMinor: disputed,
    currency: timesheet.currency,
    isFrozen: 0,
    disputedBy: actorId(doer.actor) ?? '',
    disputedAt: nowMs,
    outcome: null,
    releasedMinor: null,
    refundedMinor: null,
    resolution: null,
    resolvedAt: null,
  });
  const decided = await settleWeek(trx, deps, scope, doer, id);
  const contract = await getContract(trx, scope, timesheet.contractId);
  const amount = amountInWords(money(disputed, timesheet.currency));
  const words = { title: contract.title, week: weekName(timesheet.weekStartsAt), amount, reason };
  await tellOfWeek(trx, deps, contract, timesheet, 'freelancer', 'week.disputed', words);
  return decided;
}

/** The rest keeps its rounding, so that both parts sum to the week's amount. */
function amountOfDisputed(
  { amountMinor, billedSegments, rateMinor, currency }: TimesheetRow,
  disputed: number,
): number {
  const rest = amountOfSegments(money(rateMinor, currency), billedSegments! - disputed);
  return amountMinor! - rest.amountMinor;
}

/** The client takes it back: what was frozen is earned. @throws 404, 409 by state */
export async function withdrawDispute(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  reason: string,
): Promise<Decided> {
  const { timesheet, dispute } = await disputedWeek(trx, scope, await getTimesheet(trx, scope, id));
  return resolve(trx, deps, scope, doer, timesheet, dispute, { outcome: 'withdrawn', refundedMinor: 0, reason });
}

/** The freelancer gives in: what was frozen goes back. @throws 404, 409 by state */
export async function concedeDispute(
  trx: Executor,
  deps: SettleDeps,
  acting: ActingFreelancer,
  doer: Doer,
  id: string,
  reason: string,
): Promise<Decided> {
  const own = await getOwnTimesheet(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, own);
  const { timesheet, dispute } = await disputedWeek(trx, scope, own);
  return resolve(trx, deps, scope, doer, timesheet, dispute, {
    outcome: 'conceded',
    refundedMinor: dispute.amountMinor,
    reason,
  });
}

/** The operator decides segment by segment. @throws 409 by state, 422 segment_unknown */
export async function decideDispute(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  row: TimesheetRow,
  { refundedSegmentIds, reason }: { refundedSegmentIds: readonly string[]; reason: string },
): Promise<Decided> {
  const { timesheet, dispute } = await disputedWeek(trx, scope, row);
  const ids = new Set(refundedSegmentIds);
  const disputed = (await listSegmentsOfWeeks(trx, [row.id])).filter((segment) => segment.isDisputed);
  const refunded = disputed.filter((segment) => ids.has(segment.id)).length;
  if (refunded !== ids.size) throw segmentUnknown();
  const kept = amountOfSegments(money(timesheet.rateMinor, timesheet.currency), disputed.length - refunded).amountMinor;
  const refundedMinor = refunded === disputed.length ? dispute.amountMinor : Math.max(0, dispute.amountMinor - kept);
  return resolve(trx, deps, scope, doer, timesheet, dispute, {
    outcome: 'decided',
    refundedMinor: refunded === 0 ? 0 : refundedMinor,
    reason,
  });
}

async function disputedWeek(trx: Executor, scope: TenantScope, timesheet: TimesheetRow) {
  const dispute = await findDispute(trx, scope, timesheet.id);
  if (!dispute) throw conflict('timesheet_not_disputed', 'Nothing of this week is disputed; nothing was changed.');
  return { timesheet, dispute };
}

async function resolve(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  timesheet: TimesheetRow,
  dispute: TimesheetDisputeRow,
  {
    outcome,
    refundedMinor,
    reason,
  }: { outcome: 'withdrawn' | 'conceded' | 'decided'; refundedMinor: number; reason: string },
): Promise<Decided> {
  const releasedMinor = dispute.amountMinor - refundedMinor;
  const details = { outcome, releasedMinor, refundedMinor };
  await moveWeek(trx, deps, scope, doer, timesheet, 'resolve', {}, { reason, details });
  const resolvedAt = deps.clock.now();
  await updateDispute(trx, scope, timesheet.id, {
    outcome,
    releasedMinor,
    refundedMinor,
    resolution: reason,
    resolvedAt,
  });
  const decided = await settleWeek(trx, deps, scope, doer, timesheet.id);
  const contract = await getContract(trx, scope, timesheet.contractId);
  const words = {
    title: contract.title,
    week: weekName(timesheet.weekStartsAt),
    released: amountInWords(money(releasedMinor, timesheet.currency)),
    refunded: amountInWords(money(refundedMinor, timesheet.currency)),
    reason,
  };
  for (const side of ['client', 'freelancer'] as const)
    await tellOfWeek(trx, deps, contract, timesheet, side, 'week.disputeResolved', words);
  return decided;
}

const inWords = ({ amountMinor, currency }: TimesheetRow) => amountInWords(money(amountMinor ?? 0, currency));

const segmentUnknown = () =>
  unprocessable(
    'segment_unknown',
    'A segment is not one of this week’s that can be decided on; nothing was changed. Read the week again.',
    [{ pointer: '/segmentIds', code: 'segment_unknown', message: 'Not a billed segment of this week.' }],
  );
const nothingBilled = () =>
  unprocessable('nothing_billed', 'These segments cost nothing, so there is nothing to dispute; nothing was changed.');
const reviewOver = () =>
  conflict(
    'week_review_over',
    'The review of this week is over and it counts as accepted; nothing was changed. Ask for an adjustment.',
  );
