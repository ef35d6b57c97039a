import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { CaseFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import { endBookedInterview } from './end-interview.ts';
import { moveApplication } from './move-application.ts';
import { tellApplicant, tellDesk } from './tell.ts';

/** @throws 409 by state */
export async function declineInvitation(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application }: CaseFacts,
  reason: string,
): Promise<void> {
  const declined = await moveApplication(trx, deps, doer, application, 'decline', { answerBy: null }, { reason });
  await tellDesk(trx, deps, declined, 'vetting.withdrawn', {});
}

/** Before it is decided; a booked interview is called off. @throws 409 by state */
export async function withdrawApplication(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  reason: string | null,
): Promise<void> {
  const withdrawn = await moveApplication(
    trx,
    deps,
    doer,
    facts.application,
    'withdraw',
    { answerBy: null },
    { reason },
  );
  await endBookedInterview(trx, deps, doer, facts, 'callOff', reason);
  await tellDesk(trx, deps, withdrawn, 'vetting.withdrawn', {});
}

/** ⏱ An invitation that nobody answered. */
export async function lapseInvitation(trx: Executor, deps: VettingDeps, doer: Doer, facts: CaseFacts): Promise<void> {
  const lapsed = await moveApplication(trx, deps, doer, facts.application, 'lapse', { answerBy: null });
  await tellApplicant(trx, deps, lapsed, 'vetting.lapsed', {});
}
