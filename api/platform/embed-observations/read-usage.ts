import { type Clock, isoInstant } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { widgetNames } from '../embed-sessions/widget-features.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { EmbedUsage } from './schema.ts';
import { countSubjects, listUsage, type SubjectCount, type UsageWindow } from './store.ts';
import type { EmbedUsageRow, UsageMetric } from './table.ts';

export type AskedUsage = { days: number; origin?: string | undefined };

export function windowOf(clock: Clock, { days, origin }: AskedUsage): UsageWindow {
  const today = Temporal.PlainDate.from(isoInstant(clock.now()).slice(0, 10));
  return { from: today.subtract({ days: days - 1 }).toString(), to: today.toString(), origin };
}

export async function readUsage(
  db: Executor,
  clock: Clock,
  scope: TenantScope,
  asked: AskedUsage,
): Promise<EmbedUsage> {
  const window = windowOf(clock, asked);
  const [rows, byWidget, byDay, byOrigin] = await Promise.all([
    listUsage(db, scope, window),
    countSubjects(db, scope, window, 'widget'),
    countSubjects(db, scope, window, 'day'),
    countSubjects(db, scope, window, 'origin'),
  ]);
  const origins = [...new Set([...rows, ...byOrigin].map(({ origin }) => origin ?? ''))].sort();
  return {
    from: window.from,
    to: window.to,
    days: daysIn(window).map((day) => {
      const ofDay = rows.filter((row) => row.day === day);
      return {
        day,
        pageLoads: sum(ofDay, 'pageLoad'),
        sessions: people(byDay, 'session', { day, widget: '' }),
        actions: sum(ofDay, 'action'),
        errors: sum(ofDay, 'error'),
      };
    }),
    widgets: widgetNames.map((widget) => ({
      widget,
      ...counts(
        rows.filter((row) => row.widget === widget),
        byWidget,
        { widget },
      ),
    })),
    origins: origins.map((origin) => {
      const ofOrigin = rows.filter((row) => row.origin === origin);
      return { origin, pageLoads: sum(ofOrigin, 'pageLoad'), ...counts(ofOrigin, byOrigin, { origin, widget: '' }) };
    }),
    errors: summed(rows, 'error', ({ widget, detail }) => `${widget} ${detail}`).map(({ widget, detail, count }) => ({
      widget: widget || null,
      code: detail,
      count,
    })),
    versions: summed(rows, 'loader', ({ detail }) => detail).map(({ detail, count }) => ({
      version: detail,
      loads: count,
    })),
  };
}

function counts(rows: readonly EmbedUsageRow[], subjects: readonly SubjectCount[], where: Partial<SubjectCount>) {
  return {
    sessions: people(subjects, 'session', where),
    people: people(subjects, 'person', where),
    requests: sum(rows, 'request'),
    actions: sum(rows, 'action'),
    errors: sum(rows, 'error'),
  };
}

function sum(rows: readonly EmbedUsageRow[], metric: UsageMetric): number {
  return rows.reduce((all, row) => (row.metric === metric ? all + Number(row.count) : all), 0);
}

function people(subjects: readonly SubjectCount[], kind: string, where: Partial<SubjectCount>): number {
  const found = subjects.find(
    (row) => row.kind === kind && Object.entries(where).every(([name, value]) => row[name as 'widget'] === value),
  );
  return found?.n ?? 0;
}

/** The most first. */
function summed(rows: readonly EmbedUsageRow[], metric: UsageMetric, keyOf: (row: EmbedUsageRow) => string) {
  const sums = new Map<string, EmbedUsageRow>();
  for (const row of rows.filter((one) => one.metric === metric)) {
    const known = sums.get(keyOf(row));
    if (known) known.count += Number(row.count);
    else sums.set(keyOf(row), { ...row, count: Number(row.count) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}

function daysIn({ from, to }: UsageWindow): string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

/** A line for each day, origin, widget and measure; people and sessions are not in it, as their days do not add up. */
export async function usageAsCsv(db: Executor, clock: Clock, scope: TenantScope, asked: AskedUsage): Promise<string> {
  const rows = await listUsage(db, scope, windowOf(clock, asked));
  const lines = rows.map(({ day, origin, widget, metric, detail, count }) =>
    [...[day, origin, widget, metric, detail].map(quoted), count].join(','),
  );
  return `\uFEFF${['day,origin,widget,measure,detail,count', ...lines].join('\r\n')}\r\n`;
}

/** A spreadsheet takes what begins so for a formula (OWASP: CSV injection); behind an apostrophe it is text. */
function quoted(cell: string): string {
  const text = /^\s*[=+\-@|%\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
