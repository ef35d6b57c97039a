import assert from 'node:assert/strict';
import { readPayees } from '../assemble-payouts.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { addMethod } from '../money/payout-methods/add-method.ts';
import { settlePayout } from '../money/payouts/settle-payout.ts';
import { signForm } from '../money/tax/sign-form.ts';
import { signedIn } from '../testing/actors.ts';
import type { PaidWork } from '../testing/paid-work-world.ts';
import type { Operation } from './operation.ts';
import type { World } from './world.ts';

const currency = 'USD';

/** Of the same person at once, so that one balance is fought over; each of another amount, by which it is found again. */
export const payout: Operation = {
  name: 'payout',
  async prepare(world, session, count) {
    const { app, db, work } = world;
    const freelancer = work.freelancers[0]!;
    const methodId = await usableMethod(world, freelancer);
    const { length: before } = await payoutsOf(world, freelancer.id);
    const amounts = Array.from({ length: count }, (_, n) => 1_000 + before + n);
    await earn(
      world,
      freelancer.id,
      amounts.reduce((sum, amount) => sum + amount),
    );
    return amounts.map((amountMinor) => ({
      send: async () =>
        (await session().freelancer(freelancer.id))(
          'POST',
          '/v1/freelancers/me/payouts',
          { methodId, amount: { amountMinor, currency } },
          `payout ${amountMinor}`,
        ),
      async check() {
        const rows = (await payoutsOf(world, freelancer.id)).filter((row) => row.amountMinor === amountMinor);
        assert.equal(rows.length, 1);
        const { id } = rows[0]!;
        // As a minute later: what a dead process was asking is anybody's to ask again.
        await db.updateTable('payouts').set({ askedUntil: 0 }).where('id', '=', id).execute();
        await settlePayout({ ...app.deps, readPayees }, id);
        const asked = await db
          .selectFrom('sandboxPayouts')
          .select('externalId')
          .where('idempotencyKey', '=', id)
          .execute();
        assert.equal(asked.length, 1, 'the rail pays once');
        const row = await db.selectFrom('payouts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        assert.deepEqual([row.state, row.externalId], ['submitted', asked[0]!.externalId]);
      },
    }));
  },
};

const payoutsOf = ({ db }: World, freelancerId: string) =>
  db.selectFrom('payouts').selectAll().where('freelancerId', '=', freelancerId).execute();

/** With a form signed, and its days of waiting over. */
async function usableMethod({ app, db }: World, { id, personId }: PaidWork['freelancers'][number]): Promise<string> {
  const known = await db.selectFrom('payoutMethods').select('id').where('freelancerId', '=', id).executeTakeFirst();
  if (known) return known.id;
  const deps = { ...app.deps, readPayees };
  const doer = { actor: signedIn(personId), requestId: 'faults' };
  const { name } = (await readPayees(db, [id])).get(id)!;
  const method = await deps.database.transaction(async (trx) => {
    await signForm(trx, deps, doer, id, {
      kind: 'w8ben',
      fields: {
        legalName: name,
        citizenship: 'DE',
        address: { street: 'Torstr. 1', city: 'Berlin', postalCode: '10119', country: 'DE' },
        birthDate: '1990-02-03',
        worksInUnitedStates: false,
      },
      foreignTin: '12 345 678 901',
      isForeignTinNotRequired: false,
      signature: name,
      isCertified: true,
    });
    const account = 'sandbox_bank_success';
    return addMethod(trx, deps, doer, id, { rail: 'directDeposit', currency, holderName: name, account });
  });
  await db.updateTable('payoutMethods').set({ state: 'usable', usableAt: 0 }).where('id', '=', method.id).execute();
  return method.id;
}

async function earn({ app: { deps } }: World, freelancerId: string, amountMinor: number): Promise<void> {
  await deps.database.transaction((trx) =>
    postTransfer(trx, deps, {
      key: `earned ${deps.newId('test')}`,
      kind: 'securityOver',
      tenantId: null,
      subject: { kind: 'freelancer', id: freelancerId },
      entries: [
        { account: { kind: 'processor', ownerId: 'test' }, amount: { amountMinor: -amountMinor, currency } },
        { account: { kind: 'freelancerAvailable', ownerId: freelancerId }, amount: { amountMinor, currency } },
      ],
    }),
  );
}
