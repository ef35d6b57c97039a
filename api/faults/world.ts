import { contractPurposes } from '../assemble-payments.ts';
import { readSettings } from '../env.ts';
import { verifyLedger } from '../money/ledger/verify-ledger.ts';
import type { FundingSource } from '../money/payments/payment.ts';
import { settlePayment } from '../money/payments/settle-payment.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { proofs } from '../proofs.ts';
import { openApp } from '../server.ts';
import { signedIn } from '../testing/actors.ts';
import {
  addContract,
  type PaidContract,
  type PaidWork,
  seedPaidWork,
  submitAll,
  submitFunded,
} from '../testing/paid-work-world.ts';
import { saveTestCard } from '../testing/payments-world.ts';
import { testPassword } from '../testing/test-tenants.ts';
import { fundMilestone } from '../work/milestones/fund-milestone.ts';
import type { ServerEnvironment } from './server-process.ts';

/** Somebody signed in to the server under test. */
export type Client = (method: string, path: string, body?: unknown, key?: string) => Promise<Response>;

export type World = Awaited<ReturnType<typeof openWorld>>;

const freelancers = 4;
const amountMinor = 20_000;

/**
 * The same database from the outside: prepares what servers under test will be asked for, by the code that prepares it
 * in life, and looks at what is left of it after each fault. Runs no clock: that is the servers'.
 */
export async function openWorld(environment: ServerEnvironment) {
  const app = await openApp(await readSettings(environment));
  const { deps } = app;
  const { db } = deps.database;
  const work: PaidWork = await seedPaidWork(app, { freelancers, prefundMinor: 10 ** 12 });
  const charging = { ...deps, purposes: contractPurposes(deps) };
  const owner = { kind: 'tenant', id: work.tenant.id } as const;
  const cards = {
    success: await saveTestCard(charging, owner, 'sandbox_card_success'),
    delay: await saveTestCard(charging, owner, 'sandbox_card_delay'),
  };
  let turn = 0;

  const contract = (milestones: number): Promise<PaidContract> =>
    addContract(app, work, work.freelancers[turn++ % freelancers]!, { milestones, amountMinor });

  return {
    app,
    db,
    work,
    charging,
    at: `/t/${work.tenant.slug}`,
    card: (which: keyof typeof cards): FundingSource => ({ kind: 'method', methodId: cards[which] }),

    contract,
    async submitted(milestones: number): Promise<PaidContract> {
      const made = await contract(milestones);
      await submitAll(app, work, [made]);
      return made;
    },

    /** Paid by card, so that its bank can take it back. */
    async submittedByCard() {
      const made = await contract(1);
      const id = made.milestoneIds[0]!;
      const scope = tenantScope(work.tenant.id);
      const doer = { actor: signedIn(made.freelancer.personId), requestId: 'faults' };
      const source = { kind: 'method', methodId: cards.success } as const;
      const pending = await deps.database.transaction((trx) =>
        fundMilestone(trx, charging, scope, doer, { id, source }),
      );
      const payment = await settlePayment(charging, pending.id);
      await submitFunded(app, made);
      return { id, payment };
    },

    /** All that was told of the dispute has been looked at. */
    disputeBooked: (paymentId: string) =>
      until(`the bank dispute of ${paymentId}`, async () => {
        const found = await db
          .selectFrom('bankDisputes')
          .select('id')
          .where('paymentId', '=', paymentId)
          .executeTakeFirst();
        const waiting = await db
          .selectFrom('processorEvents')
          .select('id')
          .where('state', '=', 'received')
          .executeTakeFirst();
        return waiting ? undefined : found;
      }),

    async signIn(url: string, email: string, at = ''): Promise<Client> {
      const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
        fetch(`${url}${at}${path}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          headers: { origin: url, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        });
      const answer = await send('POST', '/v1/auth/sign-in/email', { email, password: testPassword });
      const cookie = answer.headers.getSetCookie().find((set) => set.includes('session_token'));
      if (!cookie) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
      return (method, path, body, key) =>
        send(method, path, body, { cookie: cookie.split(';')[0]!, ...(key && { 'idempotency-key': key }) });
    },

    milestone: (id: string) => db.selectFrom('milestones').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),

    async countEarnings(subjectId: string): Promise<number> {
      return (await db.selectFrom('earnings').select('id').where('subjectId', '=', subjectId).execute()).length;
    },

    payments: (subjectId: string) =>
      db.selectFrom('payments').selectAll().where('subjectId', '=', subjectId).orderBy('createdAt').execute(),

    /** As a minute later: what a dead process was at is anybody's again. */
    endLeases: () => db.updateTable('jobs').set({ leasedUntil: 0 }).where('state', '=', 'running').execute(),

    /** What does not hold, as `npm run ledger -- verify` would say. */
    async broken(): Promise<string[]> {
      const { broken } = await verifyLedger(deps.database, proofs);
      return broken.map(({ sentence }) => sentence);
    },

    close: () => deps.database.close(),
  };
}

/** Asks again until it is so. @throws when it is not within half a minute */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const endMs = performance.now() + 30_000; performance.now() < endMs; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not within 30 s`);
}
