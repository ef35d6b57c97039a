import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Person } from '../../platform/auth/actor.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { commitOffer } from '../../procurement/purchase-orders/commit-offer.ts';
import { watchPurchaseOrders } from '../../procurement/purchase-orders/expire.ts';
import type { Exposure } from '../../procurement/purchase-orders/exposure.ts';
import { provePurchaseOrders } from '../../procurement/purchase-orders/prove-sums.ts';
import { nextChargeOf, weeksLeft } from '../../procurement/purchase-orders/purchase-order.ts';
import { readPurchaseOrdersAsOf } from '../../procurement/purchase-orders/read-purchase-orders.ts';
import { watchWeeks } from '../../procurement/purchase-orders/recount.ts';
import type {
  Commitment,
  CommitmentQuote,
  PurchaseOrder,
  WaitingForPurchaseOrder,
} from '../../procurement/purchase-orders/schema.ts';
import { contractsWorld } from '../../testing/contracts-world.ts';
import { usd } from '../../testing/offers-world.ts';
import type { Freelancing, Member } from '../../testing/proposals-world.ts';
import { spendingApp } from '../../testing/spending-app.ts';
import { proveCommitments } from './prove-commitments.ts';
import type { OfferFields } from './schema.ts';

const dayMs = 86_400_000;
/** Monday 23 November 2026, noon: where every test begins. */
const monday = Date.UTC(2026, 10, 23, 12);

test('weeks ahead are those that are not charged yet, each once', () => {
  const from = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const cases: [starts: string, ends: string, nowMs: number, weeks: number][] = [
    ['2026-11-23', '2026-11-30', monday, 1],
    ['2026-11-25', '2026-12-02', monday, 2],
    ['2026-11-23', '2027-01-01', monday, 6],
    // Charged Monday noon: a minute before it still is ahead.
    ['2026-11-16', '2026-11-23', monday - 60_000, 1],
    ['2026-11-16', '2026-11-23', monday, 0],
    ['2026-11-16', '2026-11-23', monday + 30 * dayMs, 0],
  ];
  for (const [starts, ends, nowMs, weeks] of cases)
    assert.equal(weeksLeft({ startsAtMs: from(starts), endsAtMs: from(ends) }, nowMs), weeks, `${starts}–${ends}`);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (later, length) => {
      const span = { startsAtMs: monday + later * 3_600_000, endsAtMs: monday + (later + length) * dayMs };
      let at = monday;
      let left = weeksLeft(span, at);
      const most = left + Math.ceil(later / 168) + 2;
      for (let step = 0; step < most; step++) {
        const next = nextChargeOf(at);
        if (next <= at || weeksLeft(span, next - 1) !== left) return false;
        const after = weeksLeft(span, next);
        if (left - after > 1 || after > left) return false;
        [at, left] = [next, after];
      }
      return left === 0;
    }),
    { numRuns: 200 },
  );
});

describe('purchase orders', () => {
  const world = contractsWorld();
  let app: ReturnType<typeof spendingApp>;
  let hanna: Member;
  let petra: Member;
  let ada: Freelancing;
  let count = 0;

  before(async () => {
    const deps = world.deps();
    app = spendingApp(deps);
    watchPurchaseOrders(deps);
    watchWeeks(deps);
    hanna = await world.member('Hanna');
    petra = await world.member('Petra', 'financeAdmin');
    ada = await world.freelancer('Ada');
    await world.prefund(100_000_000);
  });

  const ask = (who: Person, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(who, world.acme()).request(method, path, body, headers);

  async function order(amountMinor: number, more: object = {}): Promise<PurchaseOrder> {
    const body = {
      number: `PO ${++count}`,
      amount: usd(amountMinor),
      validFrom: '2026-01-01',
      validThrough: '2027-06-30',
    };
    return world.ok(await ask(petra, 'POST', '/v1/purchase-orders', { ...body, open: true, ...more }), 201);
  }
  const read = async ({ id }: { id: string }): Promise<PurchaseOrder> =>
    world.ok(await ask(petra, 'GET', `/v1/purchase-orders/${id}`));
  const etagOf = async ({ id }: { id: string }) =>
    (await ask(petra, 'GET', `/v1/purchase-orders/${id}`)).headers.get('etag')!;
  const change = async (po: PurchaseOrder, body: object) =>
    ask(petra, 'PATCH', `/v1/purchase-orders/${po.id}`, body, { 'if-match': await etagOf(po) });
  const on = ({ number }: { number: string }) => ({ purchaseOrder: { kind: 'number' as const, number } });
  const fixed = (amountMinor: number): OfferFields => ({
    payment: {
      kind: 'fixed',
      total: usd(amountMinor),
      milestones: [{ description: 'All of it', dueOn: null, amount: usd(amountMinor) }],
    },
  });
  const trySend = async (fields: OfferFields, who: Member = hanna) => {
    const draft = await world.draft(who, { kind: 'freelancer', freelancerId: ada.freelancerId }, fields);
    return { draft, answer: await world.trySend(who, draft.id) };
  };
  const refusal = async (answer: Response): Promise<[number, string]> => [answer.status, (await answer.json()).code];
  const parts = ({ use }: PurchaseOrder) => ({
    paid: use.paid.amountMinor,
    held: use.held.amountMinor,
    openOffers: use.openOffers.amountMinor,
    fixedRest: use.fixedRest.amountMinor,
    weeklyExposure: use.weeklyExposure.amountMinor,
    left: use.left.amountMinor,
  });
  const none = { paid: 0, held: 0, openOffers: 0, fixedRest: 0, weeklyExposure: 0 };

  async function provesWhole() {
    const { db } = world.deps().database;
    assert.deepEqual([...(await provePurchaseOrders(db)), ...(await proveCommitments(db))], []);
  }

  test('an offer binds its whole cost with fees, and gives back exactly that however it ends', async () => {
    const po = await order(200_000);
    const sent = await world.offered(hanna, ada, { ...fixed(90_000), ...on(po) });
    assert.deepEqual(parts(await read(po)), { ...none, openOffers: 94_500, left: 105_500 });
    await world.withdraw(hanna, sent.id);
    assert.deepEqual(parts(await read(po)), { ...none, left: 200_000 });
    const declined = await world.offered(hanna, ada, { ...fixed(80_001), ...on(po) });
    assert.equal((await read(po)).use.openOffers.amountMinor, 84_001);
    await world.decline(ada, declined.id);
    const countered = await world.offered(hanna, ada, { ...fixed(90_000), ...on(po) });
    await world.counter(ada, countered.id, 1, fixed(100_000));
    assert.deepEqual(parts(await read(po)), { ...none, left: 200_000 });
    await world.ok(await world.trySend(hanna, countered.id));
    assert.equal((await read(po)).use.openOffers.amountMinor, 105_000);
    world.deps().clock.advance(40 * dayMs);
    await world.deps().jobs.runDue();
    assert.deepEqual(parts(await read(po)), { ...none, left: 200_000 });
    await provesWhole();
  });

  test('what is funded, paid and given back moves from part to part, and nothing is lost on the way', async () => {
    const po = await order(200_000);
    const fields: OfferFields = { ...on(po), costCenter: 'CC 1' };
    const { id, plan } = await world.contract(hanna, ada, fields);
    assert.deepEqual(parts(await read(po)), { ...none, fixedRest: 94_500, left: 105_500 });
    await world.ok(await world.fund(hanna, plan[0]!.id));
    const funded = { paid: 1_500, held: 30_000, openOffers: 0, fixedRest: 63_000, weeklyExposure: 0, left: 105_500 };
    assert.deepEqual(parts(await read(po)), funded);
    const declined = await world.card('sandbox_card_decline');
    await world.fund(hanna, plan[1]!.id, declined);
    assert.deepEqual(parts(await read(po)), funded, 'a payment that failed gives back what it took');
    await world.ok(await world.submit(ada, plan[0]!.id), 201);
    await world.ok(await world.release(hanna, plan[0]!.id));
    assert.deepEqual(parts(await read(po)), { ...funded, paid: 31_500, held: 0 });
    const asOf = world.deps().clock.now();
    world.deps().clock.advance(1);
    await world.ok(await world.end(hanna, id));
    assert.deepEqual(parts(await read(po)), { ...none, paid: 31_500, left: 168_500 });
    const [then] = (await readPurchaseOrdersAsOf(world.deps().database.db, tenantScope(world.acme().id), asOf)).filter(
      ({ number }) => number === po.number,
    );
    assert.deepEqual([then!.spentMinor, then!.fixedRestMinor, then!.leftMinor], [31_500, 63_000, 105_500]);
    const { items } = await world.ok<{ items: Commitment[] }>(
      await ask(petra, 'GET', `/v1/purchase-orders/${po.id}/commitments`),
    );
    assert.deepEqual(
      items.map(({ subject, spent, isEnded }) => [subject.kind, spent.amountMinor, isEnded]),
      [['contract', 31_500, true]],
    );
    const entries = await world.ok<{ items: { amount: { amountMinor: number } }[] }>(
      await ask(petra, 'GET', `/v1/purchase-orders/${po.id}/entries?limit=200`),
    );
    assert.equal(
      entries.items.reduce((sum, { amount }) => sum + amount.amountMinor, 0),
      31_500,
    );
    await provesWhole();
  });

  test('hourly work binds its weekly limit for the weeks ahead, up to the last day of the order', async () => {
    const { clock, jobs } = world.deps();
    const start = clock.now();
    const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const po = await order(10_000_000, { validThrough: isoDay(start + 70 * dayMs) });
    const payment = { kind: 'hourly', rate: usd(5_000), weeklyLimitHours: 20, manualTimeAllowed: true } as const;
    const offer = await world.offered(hanna, ada, { payment, ...on(po) });
    const bound = (await read(po)).use.openOffers.amountMinor;
    assert.equal(bound % 105_000, 0);
    await world.ok(await world.accept(ada, offer));
    const first = (await read(po)).use.weeklyExposure.amountMinor;
    assert.equal(first, bound);
    clock.advance(7 * dayMs);
    await jobs.runDue();
    assert.equal((await read(po)).use.weeklyExposure.amountMinor, first - 105_000);
    const extended = await change(po, { validThrough: isoDay(start + 77 * dayMs), reason: 'Runs on' });
    assert.equal((await world.ok<PurchaseOrder>(extended)).use.weeklyExposure.amountMinor, first);
    await provesWhole();
  });

  test('fifty offers at once take no more of one order than it has', async () => {
    const { database } = world.deps();
    const po = await order(1_000_000);
    const exposure: Exposure = {
      kind: 'fixed',
      ...{
        currency: 'USD',
        onceMinor: 0,
        startsAtMs: monday,
        endsAtMs: null,
        principalMinor: 30_000,
        totalMinor: 30_000,
      },
    };
    const scope = tenantScope(world.acme().id);
    const doer = { actor: hanna, requestId: 'many' };
    const placing = { title: 'One of many', costCenter: null, team: null, personId: hanna.personId, exposure };
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        database.transaction((trx) =>
          commitOffer(trx, world.deps(), scope, doer, {
            ...placing,
            ...on(po),
            offerId: `of_many_${index}`,
            mayExceed: false,
          }),
        ),
      ),
    );
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    assert.deepEqual(refused, Array(17).fill('purchase_order_exceeded'));
    const { committed, left } = await read(po);
    assert.deepEqual([committed.amountMinor, left.amountMinor], [33 * 30_000, 10_000]);
    assert.deepEqual(await provePurchaseOrders(database.db), []);
    await database.db.deleteFrom('spendingEntries').where('offerId', 'like', 'of_many_%').execute();
    await database.db.deleteFrom('commitments').where('offerId', 'like', 'of_many_%').execute();
    await database.db.updateTable('purchaseOrders').set({ committedMinor: 0 }).where('id', '=', po.id).execute();
  });

  test('what cannot be put on an order is refused by name, and says what is left', async () => {
    const po = await order(50_000);
    const { answer } = await trySend({ ...fixed(60_000), ...on(po) });
    const problem = await answer.json();
    assert.deepEqual([answer.status, problem.code], [409, 'purchase_order_exceeded']);
    assert.match(problem.detail, /\$630\.00 .* \$500\.00 are left/);
    const refusals: [object, OfferFields, [number, string]][] = [
      [{ validThrough: '2026-06-01' }, fixed(10_000), [409, 'purchase_order_expired']],
      [{ open: false }, fixed(10_000), [409, 'purchase_order_draft']],
      [{ personIds: [petra.personId] }, fixed(10_000), [403, 'purchase_order_not_yours']],
      [{ amount: { amountMinor: 90_000, currency: 'EUR' } }, fixed(10_000), [422, 'purchase_order_other_currency']],
      [{ validFrom: '2027-06-01' }, fixed(10_000), [409, 'purchase_order_not_valid_yet']],
    ];
    for (const [settings, fields, expected] of refusals) {
      const { answer: refused } = await trySend({ ...fields, ...on(await order(90_000, settings)) });
      assert.deepEqual(await refusal(refused), expected);
    }
    const unknown = await trySend({ ...fixed(10_000), ...on({ number: 'nobody knows it' }) });
    assert.deepEqual(await refusal(unknown.answer), [422, 'purchase_order_unknown']);
    const closed = await order(90_000);
    await world.ok(await ask(petra, 'POST', `/v1/purchase-orders/${closed.id}/closing`, { reason: 'Done' }));
    assert.deepEqual(await refusal((await trySend({ ...fixed(10_000), ...on(closed) })).answer), [
      409,
      'purchase_order_closed',
    ]);
    await world.ok(await ask(petra, 'POST', `/v1/purchase-orders/${closed.id}/reopening`, { reason: 'One more' }));
    assert.equal((await trySend({ ...fixed(10_000), ...on(closed) })).answer.status, 200);
  });

  test('a quote names what an offer would take and what would stay, to the cent', async () => {
    const po = await order(200_000);
    const body = {
      number: po.number,
      payment: { kind: 'fixed', total: usd(90_000) },
      startsOn: null,
      endsOn: null,
      team: null,
      costCenter: null,
      offerId: null,
    };
    const quote = await world.ok<CommitmentQuote>(await ask(hanna, 'POST', '/v1/purchase-orders/quote', body));
    assert.deepEqual([quote.commits.amountMinor, quote.left.amountMinor, quote.refusal], [94_500, 105_500, null]);
    const offer = await world.offered(hanna, ada, { ...fixed(90_000), ...on(po) });
    assert.equal((await read(po)).left.amountMinor, quote.left.amountMinor);
    await world.withdraw(hanna, offer.id);
  });

  test('“not yet” is taken over by a number later, signed terms untouched, charges booked to it', async () => {
    const { id, plan } = await world.contract(hanna, ada, { purchaseOrder: { kind: 'notYet' } });
    const before = await world
      .deps()
      .database.db.selectFrom('contracts')
      .select('termsHash')
      .where('id', '=', id)
      .executeTakeFirst();
    const { items } = await world.ok<{ items: WaitingForPurchaseOrder[] }>(
      await ask(petra, 'GET', '/v1/purchase-orders/waiting'),
    );
    const waiting = items.find(({ subject }) => subject.id === id)!;
    assert.equal(waiting.open.amountMinor, 94_500);
    const small = await order(90_000);
    const assign = (po: PurchaseOrder) =>
      ask(petra, 'POST', `/v1/purchase-orders/${po.id}/assignments`, { waitingIds: [waiting.id] });
    assert.deepEqual(await refusal(await assign(small)), [409, 'purchase_order_exceeded']);
    const po = await order(100_000);
    assert.equal((await world.ok<PurchaseOrder>(await assign(po))).use.fixedRest.amountMinor, 94_500);
    assert.deepEqual(await refusal(await assign(po)), [409, 'not_waiting']);
    await world.ok(await world.fund(hanna, plan[0]!.id));
    const payment = await world
      .deps()
      .database.db.selectFrom('payments')
      .select('purchaseOrder')
      .where('contractId', '=', id)
      .executeTakeFirst();
    assert.equal(payment?.purchaseOrder, po.number);
    const after = await world
      .deps()
      .database.db.selectFrom('contracts')
      .select('termsHash')
      .where('id', '=', id)
      .executeTakeFirst();
    assert.deepEqual(after, before);
    await provesWhole();
  });

  test('an order is never cut below what was promised on it, and each change keeps its reason', async () => {
    const po = await order(200_000);
    const offer = await world.offered(hanna, ada, { ...fixed(90_000), ...on(po) });
    assert.deepEqual(await refusal(await change(po, { amount: usd(94_499), reason: 'Less' })), [
      409,
      'amount_below_commitments',
    ]);
    assert.deepEqual(await refusal(await change(po, { amount: usd(300_000) })), [422, 'reason_missing']);
    await world.ok(await change(po, { amount: usd(94_500), reason: 'Exactly that' }));
    const stale = await ask(
      petra,
      'PATCH',
      `/v1/purchase-orders/${po.id}`,
      { title: 'X', reason: 'X' },
      { 'if-match': `"${po.id}.1"` },
    );
    assert.deepEqual(await refusal(stale), [412, 'changed_meanwhile']);
    const { items } = await world.ok<{ items: { amount: { amountMinor: number }; reason: string | null }[] }>(
      await ask(petra, 'GET', `/v1/purchase-orders/${po.id}/revisions`),
    );
    assert.deepEqual(
      items.map(({ amount, reason }) => [amount.amountMinor, reason]),
      [
        [94_500, 'Exactly that'],
        [200_000, null],
      ],
    );
    await world.withdraw(hanna, offer.id);
  });

  test('its keepers hear once of a threshold and of its end; then it takes nothing new', async () => {
    const { database, clock, jobs } = world.deps();
    const last = new Date(clock.now() + 20 * dayMs).toISOString().slice(0, 10);
    const po = await order(100_000, { validThrough: last });
    await world.offered(hanna, ada, { ...fixed(77_000), ...on(po) });
    clock.advance(3_600_000);
    await jobs.runDue();
    clock.advance(21 * dayMs);
    await jobs.runDue();
    const told = await database.db
      .selectFrom('outboxEvents')
      .select('payload')
      .where('kind', '=', 'personNotified')
      .execute();
    const kinds = told
      .map(({ payload }) => JSON.parse(payload))
      .filter(({ subject }) => subject?.id === po.id)
      .map(({ kind }) => kind);
    assert.equal((await read(po)).state, 'expired');
    assert.deepEqual([...new Set(kinds)].toSorted(), [
      'purchaseOrder.expired',
      'purchaseOrder.expiring',
      'purchaseOrder.threshold',
    ]);
    await provesWhole();
  });
});
