import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { clientOf, type OfferDeps } from './deps.ts';
import { updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { listWaitingForEmail } from './waiting-store.ts';

type ClaimDeps = OfferDeps & { database: Database };

/** An offer sent to an address waits for the profile of whoever proves to own it, and for nobody else. */
export function watchNewFreelancers(deps: ClaimDeps & { jobs: JobRunner }): void {
  deps.jobs.listen({
    kind: 'offers.newFreelancer',
    on: 'freelancerChanged',
    run: async ({ id: eventId, payload: { id } }) => {
      const { db } = deps.database;
      const freelancer = (await readFreelancerRows(db, [id])).get(id);
      const person = freelancer?.personId ? await personOf(db, freelancer.personId) : undefined;
      if (!person) return;
      await claimOffers(deps, { freelancerId: id, personId: person.id, email: person.email }, clockDoer(eventId));
    },
  });
}

/** The same before somebody looks, so that nobody waits for a job. */
export function claimOwnOffers(deps: ClaimDeps, { person, freelancer }: ActingFreelancer, doer: Doer): Promise<void> {
  const { personId, email } = person;
  return claimOffers(deps, { freelancerId: freelancer.freelancerId, personId, email }, doer);
}

type Claimer = { freelancerId: string; personId: string; email: string };

async function claimOffers(deps: ClaimDeps, claimer: Claimer, doer: Doer): Promise<void> {
  const waiting = await listWaitingForEmail(deps.database.db, claimer.email.toLowerCase());
  for (const offer of waiting) {
    const { name } = await clientOf(deps, offer.tenantId);
    await deps.database.transaction((trx) => claimOffer(trx, deps, offer, claimer, doer, name));
  }
}

async function claimOffer(
  trx: Executor,
  deps: ClaimDeps,
  { id, tenantId, title, revision }: OfferRow,
  { freelancerId, personId }: Claimer,
  doer: Doer,
  client: string,
): Promise<void> {
  const scope = tenantScope(tenantId);
  // Another request of the same person was faster, or the offer ended: nothing is left to take.
  if (!(await updateOffer(trx, scope, id, { from: ['sent'], revision }, { freelancerId }))) return;
  const subject = { kind: 'offer', id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'claimed', details: { freelancerId } });
  const news = { personIds: [personId], subject, path: portalPaths.ownOffer(id), tenantId };
  await notify(trx, deps, { ...news, kind: 'offer.sent', words: { client, title } });
}
