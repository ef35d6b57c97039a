import { after, before } from 'node:test';
import type { Deps } from '../deps.ts';
import { connectsPurchase, connectsPurpose } from '../hiring/connects/buy-connects.ts';
import { watchConnects } from '../hiring/connects/connects-jobs.ts';
import { readWallet, type Wallet } from '../hiring/connects/read-connects.ts';
import { connectsRoutes } from '../hiring/connects/routes.ts';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import { watchPayments } from '../money/payments/watch-payments.ts';
import type { Executor } from '../platform/database/database.ts';
import { proofs } from '../proofs.ts';
import { becomeFreelancer } from '../talent/freelancers/become-freelancer.ts';
import { signedIn } from './actors.ts';
import { newFreelancer } from './freelancer-app.ts';
import { sliceApp, type TestPorts, testDeps } from './slice-app.ts';

export const dayMs = 86_400_000;

/** Connects with their clock jobs for the tests of one `describe`, on a database of its own. */
export function connectsWorld() {
  let deps: Deps & TestPorts;
  let app: ReturnType<typeof sliceApp>;
  before(async () => {
    deps = await testDeps();
    const payments = { ...deps, purposes: { [connectsPurchase]: connectsPurpose(deps) } };
    watchConnects(deps);
    watchPayments(payments);
    app = sliceApp(connectsRoutes(payments));
  });
  after(() => deps.database.close());

  const wallet = (freelancerId: string): Promise<Wallet> => readWallet(deps, freelancerId);

  return {
    deps: () => deps,
    app: () => app,
    wallet,
    transact: <T>(work: (trx: Executor) => Promise<T>) => deps.database.transaction(work),
    proven: async () => (await proveLedger(deps.database.db, proofs)).broken,

    async newcomer(name: string) {
      const { row } = await becomeFreelancer(deps, `person_${name}`, { ...newFreelancer, name } as never);
      return { id: row.id, person: { ...signedIn(`person_${name}`), freelancerId: row.id } };
    },

    /** Moves the clock and lets it do what is due. */
    async pass(ms: number): Promise<void> {
      deps.clock.advance(ms);
      await deps.jobs.runDue();
    },

    /** What somebody was told, by kind, in the order of telling. */
    async told(personId: string): Promise<{ kind: string; words: Record<string, string> }[]> {
      const rows = await deps.database.db
        .selectFrom('outboxEvents')
        .selectAll()
        .where('kind', '=', 'personNotified')
        .orderBy('occurredAt')
        .execute();
      return rows
        .map(({ payload }) => JSON.parse(payload))
        .filter(({ personIds }) => personIds.includes(personId))
        .map(({ kind, words }) => ({ kind, words }));
    },
  };
}

/** A proposal on a post, as commands of connects know it. */
export const onPost = (freelancerId: string, proposalId: string, jobPostId = 'jp_1') => ({
  freelancerId,
  tenantId: 'tn_acme',
  proposalId,
  jobPostId,
  jobPostTitle: `Post ${jobPostId}`,
});
