import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isoDate } from './dates.ts';
import { invitationMailJob, peopleBehind } from './deliver-offer.ts';
import { clientOf, type OfferDeps } from './deps.ts';
import { endOffer } from './end-offer.ts';
import { offerMoves } from './offer.ts';
import { updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { listExpired, listOfPost, listToRemind } from './waiting-store.ts';

type ClockDeps = OfferDeps & { database: Database; jobs: JobRunner };

const everyMs = 60_000;
const rowsAtOnce = 200;

/** ⏱ Offers that nobody answers expire, are reminded of before, and go with the post they belong to. */
export function watchOffers(deps: ClockDeps): void {
  const { database, jobs, clock } = deps;
  jobs.every({
    kind: 'offers.expire',
    everyMs,
    run: (job) =>
      inBatches(
        () => listExpired(database.db, clock.now(), rowsAtOnce),
        (offer) => end(deps, offer, 'expire', null, job.id),
      ),
  });
  jobs.every({
    kind: 'offers.remind',
    everyMs,
    run: () =>
      inBatches(
        () => listToRemind(database.db, clock.now(), rowsAtOnce),
        (offer) => remind(deps, offer),
      ),
  });
  jobs.listen({
    kind: 'offers.postEnded',
    on: 'jobPostEnded',
    run: async ({ id: eventId, payload: { id, tenantId, how } }) => {
      const offers = await listOfPost(database.db, tenantScope(tenantId), id, offerMoves.lapse.from);
      for (const offer of offers) await end(deps, offer, 'lapse', `job post ${how}`, eventId);
    },
  });
}

/** Each row is worked on in a transaction of its own and leaves the list with it, unless somebody was faster. */
async function inBatches(list: () => Promise<OfferRow[]>, work: (offer: OfferRow) => Promise<boolean>): Promise<void> {
  for (;;) {
    const rows = await list();
    let done = 0;
    for (const row of rows) if (await work(row)) done++;
    if (rows.length < rowsAtOnce || done === 0) return;
  }
}

/** @returns false when somebody answered at the same moment: theirs holds */
async function end(
  deps: ClockDeps,
  offer: OfferRow,
  name: 'expire' | 'lapse',
  reason: string | null,
  jobId: string,
): Promise<boolean> {
  const scope = tenantScope(offer.tenantId);
  const client = await clientOf(deps, offer.tenantId);
  try {
    await deps.database.transaction((trx) =>
      endOffer(trx, deps, scope, clockDoer(jobId), offer, name, { reason, client }),
    );
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    throw error;
  }
}

async function remind(deps: ClockDeps, offer: OfferRow): Promise<boolean> {
  const { id, tenantId, title, version, freelancerId, expiresAt } = offer;
  const { name } = await clientOf(deps, tenantId);
  return deps.database.transaction(async (trx) => {
    const guard = { from: ['sent'], revision: offer.revision } as const;
    if (!(await updateOffer(trx, tenantScope(tenantId), id, guard, { remindAt: null }))) return false;
    if (!freelancerId) {
      const payload = { id, version, isReminder: true };
      await deps.jobs.enqueue(trx, invitationMailJob, `${id} ${version} reminder`, payload, deps.clock.now(), tenantId);
      return true;
    }
    await notify(trx, deps, {
      personIds: await peopleBehind(trx, freelancerId),
      kind: 'offer.expiring',
      subject: { kind: 'offer', id },
      words: { client: name, title, date: isoDate(expiresAt!) },
      path: portalPaths.ownOffer(id),
      tenantId,
    });
    return true;
  });
}
