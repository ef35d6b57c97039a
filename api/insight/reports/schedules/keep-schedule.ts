import { type Doer, recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Executor } from '../../../platform/database/database.ts';
import { conflict, unprocessable } from '../../../platform/http/problem.ts';
import { recordMove } from '../../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../../platform/moves/require-move.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { listActiveRoles } from '../../../platform/tenants/members.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { ReportFilters } from '../filters-schema.ts';
import { reportsPolicy } from '../policy.ts';
import type { ExportFormat, ReportSlug } from '../report.ts';
import { resolveFilters } from '../resolve-filters.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import type { ScheduleDeps } from './deps.ts';
import { nextRun, type When } from './next-run.ts';
import { scheduleMoves } from './schedule.ts';
import type { Delivery, NewDelivery } from './schema.ts';
import { newSigningSecret, sealSecret } from './secrets.ts';
import * as store from './store.ts';
import type { ReportScheduleRow } from './table.ts';

export type ScheduleFields = When & {
  name: string;
  filters: ReportFilters;
  format: ExportFormat;
  delivery: NewDelivery;
};
/** `signingSecret` of a webhook that is new: shown now and never again. */
export type Kept = { row: ReportScheduleRow; signingSecret: string | null };

type Deps = Pick<ScheduleDeps, 'clock' | 'newId' | 'secret' | 'outbound'>;

/** @throws 422 as resolveFilters; schedule_time_unknown, recipients_unknown, address_insecure, store_secret_missing */
export async function makeSchedule(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  doer: Doer,
  { personId, report, ...fields }: ScheduleFields & { personId: string; report: ReportSlug },
): Promise<Kept> {
  const [id, nowMs] = [deps.newId('rs'), deps.clock.now()];
  const { delivery, sealed, signingSecret } = await acceptDelivery(trx, deps, scope, id, fields.delivery, undefined);
  const row: ReportScheduleRow = {
    ...(await acceptFields(trx, deps, scope, report, fields)),
    id,
    tenantId: scope.tenantId,
    personId,
    report,
    delivery: JSON.stringify(delivery),
    sealed,
    state: 'active',
    stopReason: null,
    failedInARow: 0,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await store.insertSchedule(trx, row);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'reportSchedule', id },
    move: 'make',
    to: 'active',
    audience: 'team',
    details: { report, every: row.every, delivery },
  });
  return { row, signingSecret };
}

/** @throws as makeSchedule; 409 schedule_changed */
export async function changeSchedule(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  doer: Doer,
  row: ReportScheduleRow,
  fields: ScheduleFields,
): Promise<Kept> {
  const { delivery, sealed, signingSecret } = await acceptDelivery(trx, deps, scope, row.id, fields.delivery, row);
  const accepted = await acceptFields(trx, deps, scope, row.report, fields);
  const change = {
    ...accepted,
    nextRunAt: row.state === 'active' ? accepted.nextRunAt : null,
    delivery: JSON.stringify(delivery),
    sealed,
    updatedAt: deps.clock.now(),
  };
  if (!(await store.updateSchedule(trx, row, [row.state], change))) throw scheduleChanged();
  await recordAudit(trx, deps, scope, doer, {
    action: 'reportSchedule.change',
    object: { kind: 'reportSchedule', id: row.id },
    details: { every: change.every, delivery },
  });
  return { row: { ...row, ...change, revision: row.revision + 1 }, signingSecret };
}

/** @throws 409 by state */
export async function moveSchedule(
  trx: Executor,
  deps: Pick<ScheduleDeps, 'clock' | 'newId'>,
  scope: TenantScope,
  doer: Doer,
  row: ReportScheduleRow,
  name: 'pause' | 'resume',
): Promise<void> {
  const { to, from } = requireMove(scheduleMoves, 'reportSchedule', name, row.state);
  const { timeZone } = await readPolicy(trx, scope, reportsPolicy);
  const isResumed = name === 'resume';
  const nextRunAt = isResumed ? nextRun(row, timeZone, deps.clock.now()) : null;
  const change = { state: to, stopReason: null, nextRunAt, updatedAt: deps.clock.now() };
  if (!(await store.updateSchedule(trx, row, from, isResumed ? { ...change, failedInARow: 0 } : change)))
    throw moveRefused('reportSchedule', name, (await store.findSchedule(trx, scope, row.id))!.state);
  const subject = { kind: 'reportSchedule', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to, audience: 'team' });
}

async function acceptFields(
  trx: Executor,
  { clock }: Deps,
  scope: TenantScope,
  report: ReportSlug,
  { name, filters, format, every, hour, weekday, dayOfMonth }: ScheduleFields,
) {
  resolveFilters(tenantDefinition(report), filters, clock.now());
  if ((every === 'weekly') !== (weekday !== null) || (every === 'monthly') !== (dayOfMonth !== null))
    throw unprocessable(
      'schedule_time_unknown',
      'A weekly schedule names its weekday and a monthly one its day, and no other does; nothing was saved.',
    );
  const { timeZone } = await readPolicy(trx, scope, reportsPolicy);
  const when = { every, hour, weekday, dayOfMonth };
  return { name, filters: JSON.stringify(filters), format, ...when, nextRunAt: nextRun(when, timeZone, clock.now()) };
}

async function acceptDelivery(
  trx: Executor,
  { secret, outbound }: Deps,
  scope: TenantScope,
  scheduleId: string,
  asked: NewDelivery,
  before: ReportScheduleRow | undefined,
): Promise<{ delivery: Delivery; sealed: string | null; signingSecret: string | null }> {
  const known: Delivery | undefined = before && JSON.parse(before.delivery);
  switch (asked.kind) {
    case 'mail':
      await requireMembers(trx, scope, asked.personIds);
      return { delivery: asked, sealed: null, signingSecret: null };
    case 's3': {
      const { secretAccessKey, ...delivery } = asked;
      requireSecure(outbound, asked.endpoint);
      // A key that was given for one store is not sent to another.
      const isSame =
        known?.kind === 's3' && known.endpoint === asked.endpoint && known.accessKeyId === asked.accessKeyId;
      const sealed = secretAccessKey ? sealSecret(secret, scheduleId, secretAccessKey) : isSame ? before!.sealed : null;
      if (sealed === null) throw secretMissing();
      return { delivery, sealed, signingSecret: null };
    }
    case 'webhook': {
      requireSecure(outbound, asked.url);
      if (known?.kind === 'webhook' && known.url === asked.url)
        return { delivery: asked, sealed: before!.sealed, signingSecret: null };
      const signingSecret = newSigningSecret();
      return { delivery: asked, sealed: sealSecret(secret, scheduleId, signingSecret), signingSecret };
    }
  }
}

async function requireMembers(trx: Executor, scope: TenantScope, personIds: readonly string[]): Promise<void> {
  const members = new Set((await listActiveRoles(trx, scope)).map(({ personId }) => personId));
  if (personIds.some((id) => !members.has(id)))
    throw unprocessable(
      'recipients_unknown',
      'A report is mailed to people of this company who can sign in; nothing was saved. Leave the others out.',
    );
}

function requireSecure({ acceptsHttp }: ScheduleDeps['outbound'], address: string | null): void {
  if (address === null || acceptsHttp || address.startsWith('https:')) return;
  throw unprocessable('address_insecure', 'Figures are sent over https alone; nothing was saved.');
}

const secretMissing = () =>
  unprocessable('store_secret_missing', 'Give the secret key of this store; nothing was saved.');
const scheduleChanged = () =>
  conflict('schedule_changed', 'This schedule was changed at the same moment; nothing was saved. Read it again.');
