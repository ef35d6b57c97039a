import type { Person } from '../../../platform/auth/actor.ts';
import { peopleById } from '../../../platform/auth/people.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import type { Executor } from '../../../platform/database/database.ts';
import { revisionEtag } from '../../../platform/http/etag.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { reportsPolicy } from '../policy.ts';
import { scheduleCan } from './schedule.ts';
import type { ReportDelivery, ReportSchedule } from './schema.ts';
import { listDeliveries } from './store.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

const lastOfEachMax = 500;

export async function presentSchedules(
  db: Executor,
  scope: TenantScope,
  person: Person,
  rows: readonly ReportScheduleRow[],
  signingSecret: string | null = null,
): Promise<ReportSchedule[]> {
  const { timeZone } = await readPolicy(db, scope, reportsPolicy);
  const ids = rows.map(({ id }) => id);
  const deliveries = Map.groupBy(await listDeliveries(db, ids, lastOfEachMax), ({ scheduleId }) => scheduleId);
  const people = await peopleById(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => {
    const { id, report, name, filters, format, every, hour, weekday, dayOfMonth, delivery, state, personId } = row;
    const isOwn = personId === person.personId;
    const [last] = deliveries.get(id) ?? [];
    return {
      id,
      report,
      name,
      filters: JSON.parse(filters),
      format,
      every,
      hour,
      weekday,
      dayOfMonth,
      delivery: JSON.parse(delivery),
      timeZone,
      state,
      stopReason: row.stopReason,
      owner: { id: personId, name: people.get(personId)?.name ?? '' },
      nextRunAt: instantOf(row.nextRunAt),
      lastDelivery: last ? presentDelivery(last) : null,
      etag: revisionEtag(id, row.revision),
      signingSecret,
      can: { pause: scheduleCan.pause(row), resume: isOwn && scheduleCan.resume(row), change: isOwn },
    };
  });
}

export function presentDelivery(row: ReportDeliveryRow): ReportDelivery {
  const { id, state, isTest, dueAt, attempts, deliveredTo, failure, exportId, createdAt } = row;
  return {
    id,
    state,
    isTest: isTest === 1,
    asOf: isoInstant(dueAt),
    attempts,
    nextAttemptAt: state === 'sending' ? instantOf(row.nextAttemptAt) : null,
    deliveredTo,
    failure,
    exportId,
    createdAt: isoInstant(createdAt),
    finishedAt: instantOf(row.finishedAt),
  };
}

const instantOf = (at: number | null): string | null => (at === null ? null : isoInstant(at));
