import type { Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type CaseFacts, interviewOf } from './case-facts.ts';
import { hourMs, type VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { endBookedInterview } from './end-interview.ts';
import { moveHindrance, requireAction, reviewerNoShowHindrance, slotHindrance } from './hindrances.ts';
import { slotTaken } from './interview-slots.ts';
import { findSlot, insertInterview, moveSlot, updateInterview } from './interview-store.ts';
import { mailInterviewFile } from './mail-interview.ts';
import { moveApplication } from './move-application.ts';
import type { VettingInterviewRow, VettingSlotRow } from './table.ts';
import { tellApplicant, tellDesk, tellReviewers } from './tell.ts';
import { interviewMoves } from './vetting-interview.ts';

/** @throws 404, 409 by state, documents_open, slot_taken, slot_too_soon */
export async function chooseSlot(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  slotId: string,
): Promise<void> {
  const refusal = slotHindrance(facts);
  if (refusal) throw refusal;
  const { application } = facts;
  const slot = await takeSlot(trx, deps, facts, slotId);
  const nowMs = deps.clock.now();
  const interview: VettingInterviewRow = {
    id: deps.newId('vi'),
    tenantId: application.tenantId,
    applicationId: application.id,
    slotId,
    reviewerId: slot.reviewerId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    timeZone: slot.timeZone,
    place: slot.place,
    state: 'booked',
    wasMoved: 0,
    sequence: 0,
    reason: null,
    bookedAt: nowMs,
    updatedAt: nowMs,
  };
  const assigneeId = application.assigneeId ?? slot.reviewerId;
  const details = { startsAt: isoInstant(slot.startsAt) };
  const booked = await moveApplication(trx, deps, doer, application, 'scheduleInterview', { assigneeId }, { details });
  await insertInterview(trx, interview);
  await recordInterview(trx, deps, doer, interview, 'book', null);
  const words = { date: minuteText(slot.startsAt) };
  await tellApplicant(trx, deps, booked, 'vetting.interviewBooked', words);
  await tellReviewers(trx, deps, booked, 'vetting.interviewBooked', words, [slot.reviewerId]);
  await mailInterviewFile(trx, deps, booked, interview);
}

/** Once, and long enough before. @throws 404, 409 interview_moved_already, interview_too_soon, slot_taken */
export async function moveInterview(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  slotId: string,
): Promise<void> {
  const refusal = moveHindrance(facts, deps.clock.now());
  if (refusal) throw refusal;
  const { application } = facts;
  const scope = tenantScope(application.tenantId);
  const before = interviewOf(facts)!;
  const slot = await takeSlot(trx, deps, facts, slotId);
  const { reviewerId, startsAt, endsAt, timeZone, place } = slot;
  const change = {
    slotId,
    reviewerId,
    startsAt,
    endsAt,
    timeZone,
    place,
    wasMoved: 1,
    updatedAt: deps.clock.now(),
  } as const;
  if (!(await updateInterview(trx, scope, before.id, interviewMoves.move.from, change)))
    throw moveRefused('vettingInterview', 'move', 'changed');
  await moveSlot(trx, scope, before.slotId, ['taken'], 'open');
  const details = { from: isoInstant(before.startsAt), startsAt: isoInstant(startsAt) };
  const moved = await moveApplication(trx, deps, doer, application, 'moveInterview', {}, { details });
  const interview = { ...before, ...change, sequence: before.sequence + 1 };
  await recordInterview(trx, deps, doer, interview, 'move', 'booked');
  const words = { date: minuteText(startsAt) };
  await tellApplicant(trx, deps, moved, 'vetting.interviewMoved', words);
  await tellReviewers(trx, deps, moved, 'vetting.interviewMoved', words, [...new Set([before.reviewerId, reviewerId])]);
  await mailInterviewFile(trx, deps, moved, interview);
}

/** @throws 403 own_application, 409 by state, interview_not_started */
export async function closeInterview(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  ending: 'holdInterview' | 'markNoShow' | 'callOffInterview',
  reason: string | null,
): Promise<void> {
  requireAction(ending, facts, desk, deps.clock.now());
  const { application, rules } = facts;
  const needed = ending === 'holdInterview' ? { scoresNeeded: rules.reviewersRequired } : {};
  const after = await moveApplication(trx, deps, doer, application, ending, needed, { reason });
  const words = { reason: reason ?? '–' };
  switch (ending) {
    case 'holdInterview':
      await endBookedInterview(trx, deps, doer, facts, 'hold', null);
      return tellDesk(trx, deps, after, 'vetting.toScore', {}, { everybody: true, except: [desk.person.personId] });
    case 'markNoShow':
      await endBookedInterview(trx, deps, doer, facts, 'markNoShow', reason);
      return tellApplicant(trx, deps, after, 'vetting.noShow', words);
    case 'callOffInterview':
      await endBookedInterview(trx, deps, doer, facts, 'callOff', reason);
      return tellApplicant(trx, deps, after, 'vetting.interviewCalledOff', words);
  }
}

/** @throws 409 by state, interview_not_started */
export async function reportReviewerNoShow(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  reason: string,
): Promise<void> {
  const refusal = reviewerNoShowHindrance(facts, deps.clock.now());
  if (refusal) throw refusal;
  const after = await moveApplication(trx, deps, doer, facts.application, 'reportReviewerNoShow', {}, { reason });
  await endBookedInterview(trx, deps, doer, facts, 'reportReviewerNoShow', reason);
  await tellDesk(trx, deps, after, 'vetting.reviewerNoShow', { reason }, { everybody: true });
}

/** A time is taken by a guarded update: of two at once, one is told that it is gone. */
async function takeSlot(
  trx: Executor,
  { clock }: VettingDeps,
  { application }: CaseFacts,
  slotId: string,
): Promise<VettingSlotRow> {
  const scope = tenantScope(application.tenantId);
  const slot = await findSlot(trx, scope, slotId);
  // Nobody interviews themselves.
  if (!slot || slot.state === 'removed' || slot.reviewerId === application.personId) throw notFound();
  if (slot.startsAt <= clock.now() + soonestMs)
    throw conflict('slot_too_soon', 'This time begins within the hour, or is over; choose a later one.');
  if (!(await moveSlot(trx, scope, slotId, ['open'], 'taken'))) throw slotTaken();
  return slot;
}

/** Nobody can be at an interview that was booked minutes before. */
export const soonestMs = hourMs;

function recordInterview(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { id, tenantId, startsAt }: VettingInterviewRow,
  move: string,
  from: 'booked' | null,
): Promise<void> {
  return recordMove(trx, deps, tenantScope(tenantId), doer, {
    subject: { kind: 'vettingInterview', id },
    move,
    from,
    to: 'booked',
    details: { startsAt: isoInstant(startsAt) },
  });
}

/** `2026-11-24 09:00 UTC`; pages and calendar files say it in the reader's own time. */
function minuteText(instantMs: number): string {
  return `${isoInstant(instantMs).slice(0, 16).replace('T', ' ')} UTC`;
}
