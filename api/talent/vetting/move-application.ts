import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type RecordedMove, recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { VettingDeps } from './deps.ts';
import { type ApplicationChange, findApplication, updateApplication } from './store.ts';
import type { VettingApplicationRow } from './table.ts';
import { type ApplicationMove, type ApplicationState, applicationMoves } from './vetting-application.ts';

export type Told = Pick<RecordedMove, 'reason' | 'details' | 'audience'>;

/** The guarded update and its entry in the timeline. @throws 409 by state, also for whoever was slower */
export async function moveApplication(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  application: VettingApplicationRow,
  name: ApplicationMove,
  change: Omit<ApplicationChange, 'state'> = {},
  told: Told = {},
): Promise<VettingApplicationRow> {
  // The row was found by whoever may act on it; what happens is written where it belongs.
  const scope = tenantScope(application.tenantId);
  const { from, to } = requireMove<ApplicationState, ApplicationMove>(
    applicationMoves,
    'vettingApplication',
    name,
    application.state,
  );
  const nowMs = deps.clock.now();
  const whole = {
    ...change,
    state: to,
    updatedAt: nowMs,
    ...(to !== application.state && { stateSince: nowMs }),
  };
  if (!(await updateApplication(trx, scope, application.id, from, whole)))
    throw moveRefused('vettingApplication', name, (await findApplication(trx, scope, application.id))!.state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'vettingApplication', id: application.id },
    move: name,
    from: application.state,
    to,
    ...told,
  });
  return { ...application, ...whole, revision: application.revision + 1 };
}

/** What changes no state: past tense. */
export async function noteOnApplication(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { id, tenantId }: Pick<VettingApplicationRow, 'id' | 'tenantId'>,
  move: string,
  told: Told = {},
): Promise<void> {
  await recordMove(trx, deps, tenantScope(tenantId), doer, {
    subject: { kind: 'vettingApplication', id },
    move,
    ...told,
  });
}
