import type { Doer } from '../../../platform/audit/record-audit.ts';
import type { Executor } from '../../../platform/database/database.ts';
import { clockDoer, recordMove } from '../../../platform/moves/record-move.ts';
import { notify } from '../../../platform/notices/notice.ts';
import { portalPaths } from '../../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { startExport } from '../exports/start-export.ts';
import type { ReportFilters } from '../filters-schema.ts';
import { reportsPolicy } from '../policy.ts';
import { reachOfPerson } from '../reach-of-person.ts';
import { presentFilters, resolveFilters } from '../resolve-filters.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import type { ScheduleDeps } from './deps.ts';
import { nextRun } from './next-run.ts';
import type { StopReason } from './schedule.ts';
import * as store from './store.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

const schedulesAtOnce = 50;

/** ⏱ Begins what is due: a file each, which is delivered when it is made. A schedule whose owner lost the role stops. */
export async function beginDue(deps: ScheduleDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  for (;;) {
    const due = await store.listDue(database.db, clock.now(), schedulesAtOnce);
    for (const schedule of due) await beginOne(deps, schedule, clockDoer(jobId));
    if (due.length < schedulesAtOnce) return;
  }
}

async function beginOne(deps: ScheduleDeps, schedule: ReportScheduleRow, doer: Doer): Promise<void> {
  const { database, clock } = deps;
  const scope = tenantScope(schedule.tenantId);
  const reach = await reachOfPerson(database.db, deps, scope, schedule.personId, tenantDefinition(schedule.report));
  await database.transaction(async (trx) => {
    if (!reach) return stopSchedule(trx, deps, schedule, doer, 'roleLost');
    const { timeZone } = await readPolicy(trx, scope, reportsPolicy);
    const nextRunAt = nextRun(schedule, timeZone, clock.now());
    if (!(await store.updateSchedule(trx, schedule, ['active'], { nextRunAt }))) return;
    await beginDelivery(trx, deps, schedule, doer, { dueAt: schedule.nextRunAt!, isTest: false });
  });
}

/** As of when it was due, so that a delivery that comes late says what a punctual one would have said. */
export async function beginDelivery(
  trx: Executor,
  deps: ScheduleDeps,
  schedule: ReportScheduleRow,
  doer: Doer,
  { dueAt, isTest }: { dueAt: number; isTest: boolean },
): Promise<ReportDeliveryRow | undefined> {
  const scope = tenantScope(schedule.tenantId);
  const definition = tenantDefinition(schedule.report);
  const filters: ReportFilters = JSON.parse(schedule.filters);
  const id = deps.newId('rd');
  const row: ReportDeliveryRow = {
    id,
    scheduleId: schedule.id,
    tenantId: schedule.tenantId,
    dueAt,
    isTest: isTest ? 1 : 0,
    state: 'making',
    exportId: null,
    attempts: 0,
    nextAttemptAt: null,
    deliveredTo: null,
    failure: null,
    createdAt: deps.clock.now(),
    finishedAt: null,
  };
  if (!(await store.insertDeliveryOnce(trx, row))) return undefined;
  const made = await startExport(trx, deps, scope, doer, {
    personId: schedule.personId,
    report: schedule.report,
    format: schedule.format,
    filters: presentFilters(definition, resolveFilters(definition, filters, dueAt)),
    locale: await localeOf(deps, schedule),
    asOfMs: dueAt,
    deliveryId: id,
  });
  await store.updateDelivery(trx, row, ['making'], { exportId: made.id });
  return { ...row, exportId: made.id };
}

async function localeOf({ authority, directory }: ScheduleDeps, { personId, tenantId }: ReportScheduleRow) {
  return (await authority.person(personId))?.locale ?? (await directory.byId(tenantId))?.locale ?? 'en';
}

/** Told to its owner: nothing comes any more. */
export async function stopSchedule(
  trx: Executor,
  deps: ScheduleDeps,
  schedule: ReportScheduleRow,
  doer: Doer,
  stopReason: StopReason,
): Promise<void> {
  const change = { state: 'stopped', stopReason, nextRunAt: null, updatedAt: deps.clock.now() } as const;
  if (!(await store.updateSchedule(trx, schedule, ['active'], change))) return;
  const subject = { kind: 'reportSchedule', id: schedule.id };
  await recordMove(trx, deps, tenantScope(schedule.tenantId), doer, {
    subject,
    move: 'stop',
    from: schedule.state,
    to: 'stopped',
    reason: stopReason,
    audience: 'team',
  });
  await notify(trx, deps, {
    personIds: [schedule.personId],
    kind: 'reportSchedule.stopped',
    subject,
    words: { name: schedule.name, reason: stopReason },
    path: portalPaths.reportSchedules(),
    tenantId: schedule.tenantId,
  });
}
