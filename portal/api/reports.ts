import type { ReportChoice } from '@portico/api/insight/reports/choices/schema.ts';
import type { ReportExport } from '@portico/api/insight/reports/exports/schema.ts';
import type { ListFilter, NamedPeriod, ReportFilters } from '@portico/api/insight/reports/filters-schema.ts';
import type { ExportFormat, ReportSlug } from '@portico/api/insight/reports/report.ts';
import type {
  Delivery,
  NewDelivery,
  ReportDelivery,
  ReportSchedule,
} from '@portico/api/insight/reports/schedules/schema.ts';
import type { ReportEntries, ReportOffer, ReportPage } from '@portico/api/insight/reports/schema.ts';
import type { ReportView } from '@portico/api/insight/reports/views/schema.ts';
import { get, post, put, queryString, remove } from './client.ts';

export type {
  Delivery,
  ExportFormat,
  ListFilter,
  NamedPeriod,
  NewDelivery,
  ReportChoice,
  ReportDelivery,
  ReportEntries,
  ReportExport,
  ReportFilters,
  ReportOffer,
  ReportPage,
  ReportSchedule,
  ReportSlug,
  ReportView,
};

/** A question: filters and the instant of which it is asked; undefined for now. */
export type Question = { filters: ReportFilters; asOf: string | undefined };

const pathOf = (report: ReportSlug, own: boolean) =>
  own ? '/v1/freelancers/me/reports/earnings' : `/v1/reports/${report}`;
const queryOf = ({ filters, asOf }: Question) => ({ ...filters, asOf });

export const getReports = async (signal?: AbortSignal) =>
  (await get<{ items: ReportOffer[] }>('/v1/reports', { signal })).items;

type Ask = { report: ReportSlug; own: boolean; question: Question; cursor?: string | undefined; limit?: number };
export const getReport = ({ report, own, question, cursor, limit }: Ask, signal?: AbortSignal) =>
  get<ReportPage>(pathOf(report, own), { query: { ...queryOf(question), cursor, limit }, signal });

/** @param row its key; null for the total of the column */
export const getReportEntries = (
  { report, own, question, cursor }: Ask,
  { row, column }: { row: string | null; column: string },
  signal?: AbortSignal,
) =>
  get<ReportEntries>(`${pathOf(report, own)}/entries`, {
    query: { ...queryOf(question), row: row ?? undefined, column, cursor },
    signal,
  });

export const getReportChoices = (filter: ListFilter, words: string, signal?: AbortSignal) =>
  get<{ items: ReportChoice[]; isMore: boolean }>('/v1/reports/choices', { query: { filter, q: words }, signal });

export const startExport = (report: ReportSlug, format: ExportFormat, { filters, asOf }: Question) =>
  post<ReportExport>(`/v1/reports/${report}/exports`, { format, filters, ...(asOf && { asOf }) });
export const getExports = async (signal?: AbortSignal) =>
  (await get<{ items: ReportExport[] }>('/v1/reports/exports', { signal })).items;
export const getExport = (id: string) => get<ReportExport>(`/v1/reports/exports/${encodeURIComponent(id)}`);
export const cancelExport = (id: string) => remove<ReportExport>(`/v1/reports/exports/${encodeURIComponent(id)}`);
export const exportFile = (id: string) => `/v1/reports/exports/${encodeURIComponent(id)}/file`;
export const ownEarningsFile = (format: ExportFormat, question: Question) =>
  `/v1/freelancers/me/reports/earnings/file${queryString({ ...queryOf(question), format })}`;

export const getViews = async (report?: ReportSlug, signal?: AbortSignal) =>
  (await get<{ items: ReportView[] }>('/v1/reports/views', { query: { report }, signal })).items;
export const saveView = (view: { report: ReportSlug; name: string; filters: ReportFilters; isShared: boolean }) =>
  post<ReportView>('/v1/reports/views', view);
export const removeView = (id: string) => remove<void>(`/v1/reports/views/${encodeURIComponent(id)}`);
export const restoreView = (id: string) => post<ReportView>(`/v1/reports/views/${encodeURIComponent(id)}/restoration`);

export type ScheduleDraft = Pick<
  ReportSchedule,
  'name' | 'filters' | 'format' | 'every' | 'hour' | 'weekday' | 'dayOfMonth'
> & {
  delivery: NewDelivery;
};
const scheduleAt = (id: string) => `/v1/reports/schedules/${encodeURIComponent(id)}`;
export const getSchedules = async (signal?: AbortSignal) =>
  (await get<{ items: ReportSchedule[] }>('/v1/reports/schedules', { signal })).items;
export const makeSchedule = (report: ReportSlug, draft: ScheduleDraft) =>
  post<ReportSchedule>('/v1/reports/schedules', { report, ...draft });
export const changeSchedule = ({ id, etag }: ReportSchedule, draft: ScheduleDraft) =>
  put<ReportSchedule>(scheduleAt(id), draft, { ifMatch: etag });
export const removeSchedule = (id: string) => remove<void>(scheduleAt(id));
export const pauseSchedule = (id: string) => post<ReportSchedule>(`${scheduleAt(id)}/pause`);
export const resumeSchedule = (id: string) => post<ReportSchedule>(`${scheduleAt(id)}/resume`);
export const testSchedule = (id: string) => post<ReportDelivery>(`${scheduleAt(id)}/test`);
export const getDeliveries = async (id: string, signal?: AbortSignal) =>
  (await get<{ items: ReportDelivery[] }>(`${scheduleAt(id)}/deliveries`, { signal })).items;
