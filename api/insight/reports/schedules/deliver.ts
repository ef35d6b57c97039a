import { clockDoer } from '../../../platform/moves/record-move.ts';
import { notify } from '../../../platform/notices/notice.ts';
import { portalPaths } from '../../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { findAnyExport } from '../exports/store.ts';
import type { ReportExportRow } from '../exports/table.ts';
import { reportsPolicy } from '../policy.ts';
import type { ScheduleDeps } from './deps.ts';
import { stopSchedule } from './due-deliveries.ts';
import { NotDelivered } from './not-delivered.ts';
import type { Delivery } from './schema.ts';
import { sendByMail } from './send-by-mail.ts';
import { sendToStore } from './send-to-bucket.ts';
import { sendToWebhook } from './send-to-webhook.ts';
import * as store from './store.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

const minuteMs = 60_000;
/** After the first, the second … failure. */
const retryAfterMs = [1, 5, 30, 120, 360].map((minutes) => minutes * minuteMs);
/** Longer than any attempt takes: until then nobody else begins one. */
const leaseMs = 10 * minuteMs;
const deliveriesAtOnce = 50;
const failureMaxLength = 300;

/** The file of a delivery is there, or will never be. */
export async function fileDecided(deps: ScheduleDeps, made: ReportExportRow, jobId: string): Promise<void> {
  const row = made.deliveryId === null ? undefined : await store.findDelivery(deps.database.db, made.deliveryId);
  if (row?.state !== 'making') return;
  if (made.state === 'ready') {
    const isOurs = await store.updateDelivery(deps.database.db, row, ['making'], {
      state: 'sending',
      nextAttemptAt: deps.clock.now(),
    });
    if (isOurs) await deliver(deps, { ...row, state: 'sending' }, jobId);
    return;
  }
  await giveUp(deps, row, jobId, made.failure ?? 'Its file was cancelled.');
}

/** ⏱ What waits for another attempt, and what was made while this server did not run. */
export async function deliverDue(deps: ScheduleDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  for (const { exportId } of await store.listMade(database.db, deliveriesAtOnce)) {
    const made = await findAnyExport(database.db, exportId!);
    if (made) await fileDecided(deps, made, jobId);
  }
  const due = await store.listToSend(database.db, clock.now(), deliveriesAtOnce);
  // A receiver that is slow holds up none of the others.
  await Promise.all(due.map((row) => deliver(deps, row, jobId)));
}

async function deliver(deps: ScheduleDeps, row: ReportDeliveryRow, jobId: string): Promise<void> {
  const { database, clock } = deps;
  const lease = { attempts: row.attempts + 1, nextAttemptAt: clock.now() + leaseMs };
  if (!(await store.updateDelivery(database.db, row, ['sending'], lease))) return;
  const taken = { ...row, ...lease };
  const schedule = await store.findSchedule(database.db, tenantScope(row.tenantId), row.scheduleId);
  const made = row.exportId === null ? undefined : await findAnyExport(database.db, row.exportId);
  if (!schedule || made?.state !== 'ready') return giveUp(deps, taken, jobId, 'There is no file of it any more.');
  try {
    const deliveredTo = await send(deps, schedule, taken, made);
    const done = {
      state: 'delivered',
      deliveredTo,
      failure: null,
      nextAttemptAt: null,
      finishedAt: clock.now(),
    } as const;
    await database.transaction(async (trx) => {
      if (!(await store.updateDelivery(trx, taken, ['sending'], done))) return;
      if (!row.isTest) await store.countDelivery(trx, schedule.id, 0);
    });
  } catch (error) {
    deps.log.warn({ err: error, delivery: row.id }, 'a report was not delivered');
    const failure = reasonOf(error);
    const afterMs = retryAfterMs[taken.attempts - 1];
    if (afterMs === undefined || row.isTest) return giveUp(deps, taken, jobId, failure);
    await store.updateDelivery(database.db, taken, ['sending'], { failure, nextAttemptAt: clock.now() + afterMs });
  }
}

function send(
  deps: ScheduleDeps,
  schedule: ReportScheduleRow,
  row: ReportDeliveryRow,
  made: ReportExportRow,
): Promise<string> {
  const delivery: Delivery = JSON.parse(schedule.delivery);
  switch (delivery.kind) {
    case 'mail':
      return sendByMail(deps, schedule, delivery, row, made);
    case 's3':
      return sendToStore(deps, schedule, delivery, made);
    case 'webhook':
      return sendToWebhook(deps, schedule, delivery, row, made);
  }
}

/** It never arrives. A schedule of which that is true too often stops. */
async function giveUp(deps: ScheduleDeps, row: ReportDeliveryRow, jobId: string, failure: string): Promise<void> {
  const { database, clock } = deps;
  const scope = tenantScope(row.tenantId);
  await database.transaction(async (trx) => {
    const failed = { state: 'failed', failure, nextAttemptAt: null, finishedAt: clock.now() } as const;
    if (!(await store.updateDelivery(trx, row, ['making', 'sending'], failed))) return;
    const schedule = await store.findSchedule(trx, scope, row.scheduleId);
    if (!schedule || row.isTest) return;
    const failedInARow = schedule.failedInARow + 1;
    await store.countDelivery(trx, schedule.id, failedInARow);
    const { failedDeliveriesMax } = await readPolicy(trx, scope, reportsPolicy);
    if (failedInARow >= failedDeliveriesMax)
      return stopSchedule(trx, deps, schedule, clockDoer(jobId), 'deliveryFailed');
    await notify(trx, deps, {
      personIds: [schedule.personId],
      kind: 'reportSchedule.failed',
      subject: { kind: 'reportSchedule', id: schedule.id },
      words: { name: schedule.name, reason: failure },
      path: portalPaths.reportSchedules(),
      tenantId: row.tenantId,
    });
  });
}

function reasonOf(error: unknown): string {
  const text = error instanceof NotDelivered ? error.message : 'The receiver could not be reached.';
  return text.slice(0, failureMaxLength);
}
