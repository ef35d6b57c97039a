import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import type { CaseFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import { type Desk, reviewersOf } from './desk.ts';
import { requireAction } from './hindrances.ts';
import { noteOnApplication } from './move-application.ts';
import { updateApplication } from './store.ts';
import { underWayStates } from './vetting-application.ts';

/** Says who looks after a case; anybody of the desk may still act on it. @throws 403, 409, 422 reviewer_unknown */
export async function assignCase(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  reviewerId: string | null,
): Promise<void> {
  requireAction('assign', facts, desk, deps.clock.now());
  const { application } = facts;
  const mayLookAfter =
    reviewerId === null ||
    (reviewerId !== application.personId && (await reviewersOf(trx, desk.scope)).includes(reviewerId));
  if (!mayLookAfter)
    throw unprocessable('reviewer_unknown', 'Nobody of this id vets at this desk; nothing was changed.', [
      { pointer: '/reviewerId', code: 'reviewer_unknown', message: 'Choose somebody of the desk.' },
    ]);
  const change = { assigneeId: reviewerId, updatedAt: deps.clock.now() };
  if (!(await updateApplication(trx, desk.scope, application.id, underWayStates, change)))
    throw moveRefused('vettingApplication', 'changeHands', application.state);
  await noteOnApplication(trx, deps, doer, application, 'assigned', { audience: 'team', details: { reviewerId } });
}
