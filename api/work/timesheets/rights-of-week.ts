import type { Person } from '../../platform/auth/actor.ts';
import { mayManage, mayMoveMoney } from '../grants.ts';
import type { HourlyTerms } from './open-week.ts';
import type { OwnTimesheetSummary, TimesheetSummary } from './schema.ts';
import { isWritable, timesheetCan } from './timesheet.ts';
import type { WeekFacts } from './week-facts.ts';

/** Why somebody may not do it now, as a closed code; null where they may. */
export function teamRights({ row, deadlines }: WeekFacts, person: Person, nowMs: number): TimesheetSummary['rights'] {
  const mayDecide = mayManage(person, 'timesheetReview.decide');
  const role = mayDecide ? null : 'role_reads_only';
  const isInTime = nowMs < deadlines.reviewUntil;
  const notInReview = isWritable(row) ? 'week_not_closed' : 'week_decided';
  const mayPay = mayMoveMoney(person, 'timesheetReview.decide');
  return {
    accept: role ?? (timesheetCan.accept(row) ? null : notInReview),
    dispute: role ?? (timesheetCan.dispute(row) ? (isInTime ? null : 'week_review_over') : notInReview),
    withdrawDispute: role ?? (timesheetCan.resolve(row) ? null : 'week_not_disputed'),
    adjust: mayPay ? (isWritable(row) ? 'week_not_closed' : null) : 'role_reads_only',
  };
}

export function ownRights(
  { row, deadlines, contract }: WeekFacts,
  terms: HourlyTerms | undefined,
  nowMs: number,
): OwnTimesheetSummary['rights'] {
  const isOpen = isWritable(row) && nowMs < deadlines.chargesAt;
  const edit = isOpen ? null : 'week_closed';
  const isWorking = contract.state === 'active';
  const manual = terms?.manualTimeAllowed ? null : 'manual_time_not_allowed';
  return {
    edit,
    enterManual: edit ?? (isWorking ? manual : `contract_${contract.state}`),
    concede: timesheetCan.resolve(row) ? null : 'week_not_disputed',
    giveBack: isWritable(row) ? 'week_not_closed' : row.earnedMinor > 0 ? null : 'nothing_earned',
  };
}
