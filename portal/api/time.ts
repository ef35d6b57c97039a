import type { ActivityCode } from '@portico/api/work/activity-codes/schema.ts';
import type { NewTimeEntry, TimeEntryChange } from '@portico/api/work/time-entries/schema.ts';
import type { Timer, TimerStanding } from '@portico/api/work/timer/schema.ts';
import type {
  OwnTimesheet,
  OwnTimesheetSummary,
  OwnWeek,
  TimeAdjustment,
  TimedContract,
  TimeEntry,
  TimeSegment,
  Timesheet,
  TimesheetSummary,
} from '@portico/api/work/timesheets/schema.ts';
import type { WorkDiary } from '@portico/api/work/work-diary/schema.ts';
import { get, patch, post, type Query, remove, send } from './client.ts';

export type {
  ActivityCode,
  OwnTimesheet,
  OwnTimesheetSummary,
  OwnWeek,
  TimeAdjustment,
  TimedContract,
  TimeEntry,
  Timer,
  TimerStanding,
  TimeSegment,
  Timesheet,
  TimesheetSummary,
  WorkDiary,
};

type Money = { amountMinor: number; currency: string };

const mine = '/v1/freelancers/me';
const part = encodeURIComponent;
/** Kept for a repeat of the same request, so that money moves once. */
const keyed = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } });

export const getOwnWeek = (week: string, signal?: AbortSignal) =>
  get<OwnWeek>(`${mine}/weeks/${week}`, { ...(signal && { signal }) });
export type OwnTimesheets = { items: OwnTimesheetSummary[]; nextCursor: string | null };
export const getOwnTimesheets = (query: Query, signal?: AbortSignal) =>
  get<OwnTimesheets>(`${mine}/timesheets`, { query, ...(signal && { signal }) });
export const getOwnTimesheet = (contractId: string, week: string) =>
  get<OwnTimesheet | null>(`${mine}/timesheets/${part(contractId)}/${week}`);
type Written = { entry: TimeEntry | null; timesheet: OwnTimesheet };
export const enterTime = (entry: NewTimeEntry) => post<Written>(`${mine}/time-entries`, entry, keyed());
export const changeTime = (id: string, etag: string, change: TimeEntryChange) =>
  patch<Written>(`${mine}/time-entries/${part(id)}`, change, { ifMatch: etag });
export const deleteTime = (id: string, etag: string) =>
  remove<Written>(`${mine}/time-entries/${part(id)}`, { ifMatch: etag });
export const giveBackTime = (id: string, amount: Money, reason: string) =>
  post<TimeAdjustment>(`${mine}/timesheets/${part(id)}/adjustments`, { amount, reason }, keyed());
export const concedeDispute = (id: string, reason: string) =>
  post<OwnTimesheet>(`${mine}/timesheets/${part(id)}/dispute/concession`, { reason }, keyed());

export const getTimer = (signal?: AbortSignal) => get<TimerStanding>(`${mine}/timer`, { ...(signal && { signal }) });
export const startTimer = (body: { contractId: string; memo: string; activityCodeId: string | null }) =>
  post<TimerStanding>(`${mine}/timer/start`, body);
export const tellTimer = (what: 'resume' | 'stop' | 'heartbeat') => post<TimerStanding>(`${mine}/timer/${what}`);
export const changeTimer = (body: { memo: string; activityCodeId: string | null }) =>
  patch<TimerStanding>(`${mine}/timer`, body);
export const keepScreenshot = (startsAt: string, fileId: string) =>
  post<TimerStanding>(`${mine}/timer/screenshots`, { startsAt, fileId });
export const deleteScreenshot = (segmentId: string) =>
  remove<OwnTimesheet>(`${mine}/work-diary/segments/${part(segmentId)}/screenshot`);
export const answerScreenshots = (contractId: string, accepts: boolean) =>
  post<WorkDiary>(`${mine}/contracts/${part(contractId)}/work-diary/screenshots-answer`, { accepts });

export type Timesheets = {
  items: TimesheetSummary[];
  nextCursor: string | null;
  reviewable: number;
  isSandbox: boolean;
};
export const getTimesheets = (query: Query, signal?: AbortSignal) =>
  get<Timesheets>('/v1/timesheets', { query, ...(signal && { signal }) });
const pathOf = (id: string) => `/v1/timesheets/${part(id)}`;
export const getTimesheet = (id: string, signal?: AbortSignal) =>
  get<Timesheet>(pathOf(id), { ...(signal && { signal }) });
export const acceptWeek = (id: string) => post<Timesheet>(`${pathOf(id)}/acceptance`, undefined, keyed());
export const disputeWeek = (id: string, segmentIds: readonly string[], reason: string) =>
  post<Timesheet>(`${pathOf(id)}/dispute`, { segmentIds, reason }, keyed());
export const withdrawDispute = (id: string, reason: string) =>
  post<Timesheet>(`${pathOf(id)}/dispute/withdrawal`, { reason }, keyed());
export const addToWeek = (id: string, amount: Money, reason: string) =>
  post<TimeAdjustment>(`${pathOf(id)}/adjustments`, { amount, reason }, keyed());

export const getWorkDiary = (contractId: string, signal?: AbortSignal) =>
  get<WorkDiary>(`/v1/contracts/${part(contractId)}/work-diary`, { ...(signal && { signal }) });
export const getOwnWorkDiary = (contractId: string, signal?: AbortSignal) =>
  get<WorkDiary>(`${mine}/contracts/${part(contractId)}/work-diary`, { ...(signal && { signal }) });
export const changeWorkDiary = (
  { contractId, etag }: WorkDiary,
  change: { isActivityCodeRequired?: boolean; wantsScreenshots?: boolean },
) => patch<WorkDiary>(`/v1/contracts/${part(contractId)}/work-diary`, change, { ifMatch: etag });
export const getActivityCodes = async (contractId: string, signal?: AbortSignal) =>
  (await get<{ items: ActivityCode[] }>('/v1/activity-codes', { query: { contractId }, ...(signal && { signal }) }))
    .items;
export const addActivityCode = (contractId: string, code: string, name: string) =>
  post<ActivityCode>('/v1/activity-codes', { contractId, code, name });
export const archiveActivityCode = async ({ id, etag }: ActivityCode, isArchived: boolean) =>
  (await send<ActivityCode>('PATCH', `/v1/activity-codes/${part(id)}`, { body: { isArchived }, ifMatch: etag })).data;
