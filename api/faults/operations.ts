import assert from 'node:assert/strict';
import { sandboxEventsSecret } from '../money/payments/sandbox-processor.ts';
import { settlePayment } from '../money/payments/settle-payment.ts';
import { signWebhook } from '../money/payments/webhook-signature.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { signedIn } from '../testing/actors.ts';
import { fundMilestone } from '../work/milestones/fund-milestone.ts';
import { releaseMilestone } from '../work/milestones/release-milestone.ts';
import type { Operation } from './operation.ts';
import { payout } from './payout-operation.ts';
import type { ServerEnvironment } from './server-process.ts';
import { until } from './world.ts';

/** By card: the processor is asked between two transactions. */
const fund: Operation = {
  name: 'fund',
  async prepare(world, session, count) {
    const { milestoneIds } = await world.contract(count);
    return milestoneIds.map((id) => ({
      send: () =>
        session().owner('POST', `/v1/milestones/${id}/funding`, { source: world.card('success') }, `fund ${id}`),
      async check() {
        // Where the answer was lost, a clock asks the processor again.
        const { state } = await until(`funding ${id}`, async () => {
          const row = await world.milestone(id);
          return row.state === 'funding' ? undefined : row;
        });
        assert.equal(state, 'funded');
        const payments = await world.payments(id);
        assert.deepEqual(
          payments.map((payment) => payment.state),
          ['posted'],
        );
        const charges = await world.db
          .selectFrom('sandboxCharges')
          .select('externalId')
          .where(
            'idempotencyKey',
            'in',
            payments.map((payment) => payment.id),
          )
          .execute();
        assert.equal(charges.length, 1, 'the processor charged once');
      },
    }));
  },
};

const release: Operation = {
  name: 'release',
  async prepare(world, session, count) {
    const { milestoneIds } = await world.submitted(count);
    return milestoneIds.map((id) => ({
      send: () => session().owner('POST', `/v1/milestones/${id}/release`, {}, `release ${id}`),
      async check() {
        assert.equal((await world.milestone(id)).state, 'released');
        assert.equal(await world.countEarnings(id), 1);
      },
    }));
  },
};

/** The freelancer gives back what was earned. */
const refund: Operation = {
  name: 'refund',
  async prepare(world, session, count) {
    const { milestoneIds, freelancer } = await world.submitted(count);
    const scope = tenantScope(world.work.tenant.id);
    const doer = { actor: signedIn(freelancer.personId), requestId: 'faults' };
    const source = () => Promise.reject(new Error('nothing more is charged'));
    await world.app.deps.database.transaction(async (trx) => {
      for (const id of milestoneIds)
        await releaseMilestone(trx, world.charging, scope, doer, { id, amount: undefined, source });
    });
    const earnings = await world.db.selectFrom('earnings').selectAll().where('subjectId', 'in', milestoneIds).execute();
    return earnings.map(({ id, grossMinor }) => ({
      send: async () =>
        (await session().freelancer(freelancer.id))(
          'POST',
          `/v1/freelancers/me/earnings/${id}/refunds`,
          { reason: 'It was too much' },
          `refund ${id}`,
        ),
      async check() {
        const row = await world.db.selectFrom('earnings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        assert.deepEqual([row.state, row.returnedGrossMinor], ['reversed', grossMinor]);
        const refunds = await world.db.selectFrom('earningRefunds').select('id').where('earningId', '=', id).execute();
        assert.equal(refunds.length, 1);
      },
    }));
  },
};

/** The processor says that it decided: each event comes three times at once, as processors do repeat themselves. */
function webhook(environment: ServerEnvironment): Operation {
  const secret = sandboxEventsSecret(environment.PORTICO_SECRET!);
  return {
    name: 'webhook',
    async prepare(world, session, count) {
      const { milestoneIds, freelancer } = await world.contract(count);
      const scope = tenantScope(world.work.tenant.id);
      const doer = { actor: signedIn(freelancer.personId), requestId: 'faults' };
      const { database } = world.app.deps;
      return Promise.all(
        milestoneIds.map(async (id) => {
          const pending = await database.transaction((trx) =>
            fundMilestone(trx, world.charging, scope, doer, { id, source: world.card('delay') }),
          );
          const { externalId } = await settlePayment(world.charging, pending.id);
          await world.db
            .updateTable('sandboxCharges')
            .set({ decidesAt: 0 })
            .where('externalId', '=', externalId!)
            .execute();
          const object = { kind: 'payment', id: externalId };
          const body = JSON.stringify({ id: `event ${externalId}`, kind: 'payment.decided', object });
          const send = () =>
            fetch(`${session().url}/v1/webhooks/sandbox`, {
              method: 'POST',
              body,
              headers: {
                'content-type': 'application/json',
                'sandbox-signature': signWebhook(body, secret, world.app.deps.clock.now()),
              },
            });
          return {
            send: async () => (await Promise.all([send(), send(), send()]))[0]!,
            async check() {
              const row = await until(`webhook for ${id}`, async () => {
                const now = await world.milestone(id);
                return now.state === 'funded' ? now : undefined;
              });
              assert.equal(row.paymentId, pending.id);
              const events = await world.db
                .selectFrom('processorEvents')
                .select('id')
                .where('externalId', '=', `event ${externalId}`)
                .execute();
              assert.equal(events.length, 1);
            },
          };
        }),
      );
    },
  };
}

export function operationsOf(environment: ServerEnvironment): Operation[] {
  return [fund, release, refund, payout, webhook(environment)];
}
