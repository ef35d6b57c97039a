import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CaseFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import { moveSlot, updateInterview } from './interview-store.ts';
import { mailInterviewFile } from './mail-interview.ts';
import { interviewMoves } from './vetting-interview.ts';

type Ending = 'hold' | 'markNoShow' | 'reportReviewerNoShow' | 'callOff';

/** The booked interview's own move, if there is one; its time is gone with it. @throws 409 when somebody was faster */
export async function endBookedInterview(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application, interviews }: Pick<CaseFacts, 'application' | 'interviews'>,
  move: Ending,
  reason: string | null,
): Promise<void> {
  const interview = interviews.find(({ state }) => state === 'booked');
  if (!interview) return;
  const scope = tenantScope(application.tenantId);
  const { from, to } = interviewMoves[move];
  const change = { state: to, reason, updatedAt: deps.clock.now() };
  if (!(await updateInterview(trx, scope, interview.id, from, change)))
    throw moveRefused('vettingInterview', move, 'changed');
  if (move === 'callOff') {
    await moveSlot(trx, scope, interview.slotId, ['taken'], 'removed');
    await mailInterviewFile(trx, deps, application, { ...interview, ...change, sequence: interview.sequence + 1 });
  }
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'vettingInterview', id: interview.id },
    move,
    from: interview.state,
    to,
    reason,
  });
}
