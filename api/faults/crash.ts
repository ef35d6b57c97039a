import assert from 'node:assert/strict';
import { settlePayment } from '../money/payments/settle-payment.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { signedIn } from '../testing/actors.ts';
import { fundMilestone } from '../work/milestones/fund-milestone.ts';
import type { World } from './world.ts';

export type CrashRow = { fault: string; times: number; held: string };

class Ended extends Error {}

/**
 * The process ends right before the processor is asked, right after it has charged, or while its answer is booked;
 * whoever comes next finishes it, charged once and booked once.
 */
export async function crashAroundProcessor(world: World, times: number): Promise<CrashRow> {
  const { charging, app } = world;
  const { processor, database } = charging;
  const scope = tenantScope(world.work.tenant.id);
  const end = () => Promise.reject(new Ended('the process ended here'));
  const crashes = [
    { ...charging, processor: { ...processor, charge: end } },
    {
      ...charging,
      processor: {
        ...processor,
        charge: async (...asked: Parameters<typeof processor.charge>) => {
          await processor.charge(...asked);
          return end();
        },
      },
    },
    { ...charging, database: { ...database, transaction: end as typeof database.transaction } },
  ];
  for (let time = 0; time < times; time++) {
    const { milestoneIds, freelancer } = await world.contract(1);
    const id = milestoneIds[0]!;
    const doer = { actor: signedIn(freelancer.personId), requestId: 'faults' };
    const { id: paymentId } = await database.transaction((trx) =>
      fundMilestone(trx, charging, scope, doer, { id, source: world.card('success') }),
    );
    await settlePayment(crashes[time % crashes.length]!, paymentId).catch((error: unknown) => {
      if (!(error instanceof Ended)) throw error;
    });
    assert.equal((await world.milestone(id)).state, 'funding', 'nothing is booked yet');
    const settled = await Promise.all([settlePayment(charging, paymentId), settlePayment(charging, paymentId)]);
    for (const { state } of settled) assert.equal(state, 'posted');
    assert.equal((await world.milestone(id)).state, 'funded');
    const charges = await app.deps.database.db
      .selectFrom('sandboxCharges')
      .select('externalId')
      .where('idempotencyKey', '=', paymentId)
      .execute();
    assert.equal(charges.length, 1);
  }
  assert.deepEqual(await world.broken(), []);
  return { fault: 'crash before, after and while booking what the processor did', times, held: 'all' };
}
