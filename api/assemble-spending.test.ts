import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { assembleSpending } from './assemble-spending.ts';
import type { OfferFields } from './hiring/offers/schema.ts';
import type { Person } from './platform/auth/actor.ts';
import { createAuthority } from './platform/auth/authority.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { createSite } from './platform/tenants/site.ts';
import { createTenantDirectory } from './platform/tenants/tenant-directory.ts';
import { tenantScope } from './platform/tenants/tenant-scope.ts';
import type { Budget, BudgetLine, BudgetRevision } from './procurement/budgets/schema.ts';
import type { CostCenter, CostCenterImport } from './procurement/cost-centers/schema.ts';
import type { RateCardWire, RateException } from './procurement/rate-cards/schema.ts';
import { readSpendingSignals } from './procurement/spending/read-signals.ts';
import type { StatementOfWork } from './procurement/statements-of-work/schema.ts';
import { freelancerIdOf } from './talent/freelancers/read-freelancers.ts';
import { contractsWorld } from './testing/contracts-world.ts';
import { usd } from './testing/offers-world.ts';
import type { Freelancing, Member } from './testing/proposals-world.ts';
import { sliceApp } from './testing/slice-app.ts';
import type { Amendment } from './work/amendments/schema.ts';

const dayMs = 86_400_000;

describe('what a company may spend', () => {
  const world = contractsWorld();
  const { ok } = world;
  let app: ReturnType<typeof sliceApp>;
  let hanna: Member;
  let petra: Member;
  let paul: Member;
  let ada: Freelancing;
  let ben: Freelancing;

  before(async () => {
    const deps = world.deps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const directory = createTenantDirectory(deps.database, authority);
    const spending = assembleSpending({ ...deps, authority, directory, site: createSite(deps.baseUrl) });
    const routes = new OpenAPIHono<HttpEnv>();
    for (const slice of spending.routes) routes.route('/', slice);
    spending.watch();
    app = sliceApp(routes);
    hanna = await world.member('Hanna');
    petra = await world.member('Petra', 'financeAdmin');
    paul = await world.member('Paul', 'financeAdmin');
    ada = await world.freelancer('Ada');
    ben = await world.freelancer('Ben');
    await world.prefund(100_000_000);
  });

  const ask = (who: Person, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(who, world.acme()).request(method, path, body, headers);
  const refusal = async (answer: Response): Promise<[number, string]> => [answer.status, (await answer.json()).code];
  const fixed = (amountMinor: number): OfferFields => ({
    payment: {
      kind: 'fixed',
      total: usd(amountMinor),
      milestones: [{ description: 'All of it', dueOn: null, amount: usd(amountMinor) }],
    },
  });
  const take = (csv: string, apply = true) => ask(petra, 'POST', '/v1/cost-centers/import', { csv, apply });

  test('a list of cost centers is taken over whole or not at all, again without a change', async () => {
    const list = 'code,name,parent\nC1,All,\nC2,Plants,C1\nC3,Digital,C1\n';
    const look = await ok<CostCenterImport>(await take(list, false));
    assert.deepEqual([look.rows, look.created, look.isApplied], [3, 3, false]);
    assert.equal((await ok<CostCenterImport>(await take(list))).created, 3);
    const again = await ok<CostCenterImport>(await take(list));
    assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 3]);
    const circular = await ok<CostCenterImport>(await take('code,name,parent\nC9,New,\nC1,All,C3\n'));
    assert.equal(circular.isApplied, false);
    assert.deepEqual([...new Set(circular.refused.map(({ reason }) => reason))], ['parent_cycle']);
    const { items } = await ok<{ items: CostCenter[] }>(await ask(hanna, 'GET', '/v1/cost-centers'));
    assert.deepEqual(
      items.map(({ code, parentCode }) => [code, parentCode]),
      [
        ['C1', null],
        ['C2', 'C1'],
        ['C3', 'C1'],
      ],
    );
    const [top] = items;
    const change = await ask(
      petra,
      'PATCH',
      `/v1/cost-centers/${top!.id}`,
      { parentCode: 'C2' },
      { 'if-match': top!.etag },
    );
    assert.deepEqual(await refusal(change), [422, 'parent_cycle']);
    assert.equal((await ask(hanna, 'POST', '/v1/cost-centers', { code: 'C4', name: 'Mine' })).status, 403);
  });

  test('a budget tells each threshold once, signals what would go over it, and keeps why it was changed', async () => {
    const { clock, jobs, database } = world.deps();
    const body = {
      costCenter: 'C3',
      period: 'year',
      startsOn: '2026-01-01',
      amount: usd(200_000),
      thresholds: [40, 80],
    };
    const made = await ok<Budget>(await ask(petra, 'POST', '/v1/budgets', body), 201);
    await world.offered(hanna, ada, { ...fixed(90_000), costCenter: 'C3' });
    clock.advance(60_000);
    await jobs.runDue();
    await world.offered(hanna, ada, { ...fixed(1_000), costCenter: 'C3' });
    clock.advance(60_000);
    await jobs.runDue();
    const told = (
      await database.db.selectFrom('outboxEvents').select('payload').where('kind', '=', 'personNotified').execute()
    )
      .map(({ payload }) => JSON.parse(payload))
      .filter(({ kind, personIds }) => kind === 'budget.threshold' && personIds.includes(petra.personId));
    assert.equal(told.length, 1);

    const read = async () => (await ok<{ items: Budget[] }>(await ask(petra, 'GET', '/v1/budgets'))).items[0]!;
    const budget = await read();
    assert.deepEqual(
      [budget.committed, budget.actual, budget.variance].map(({ amountMinor }) => amountMinor),
      [94_500 + 1_050, 0, 200_000 - 95_550],
    );
    const { items: lines } = await ok<{ items: BudgetLine[] }>(await ask(petra, 'GET', `/v1/budgets/${made.id}/lines`));
    assert.equal(
      lines.reduce((sum, { committed, actual }) => sum + committed.amountMinor + actual.amountMinor, 0),
      95_550,
    );

    const signalsOf = (amountMinor: number) =>
      readSpendingSignals(database.db, { clock }, tenantScope(world.acme().id), {
        ...{ team: null, purchaseOrder: null, categoryId: null, rate: null, country: null },
        ...{ amount: usd(amountMinor), costCenter: 'C3' },
      });
    assert.deepEqual(await signalsOf(90_000), []);
    assert.deepEqual(await signalsOf(100_000), [{ kind: 'overBudget', by: usd(550), of: 'C3' }]);

    const change = (more: object, etag: string) =>
      ask(petra, 'PATCH', `/v1/budgets/${made.id}`, more, { 'if-match': etag });
    assert.equal((await change({ amount: usd(300_000) }, budget.etag)).status, 422);
    await ok(await change({ amount: usd(300_000), reason: 'A new plant' }, budget.etag));
    assert.equal((await change({ amount: usd(1), reason: 'Stale' }, budget.etag)).status, 412);
    assert.deepEqual(await signalsOf(100_000), []);
    const { items } = await ok<{ items: BudgetRevision[] }>(
      await ask(petra, 'GET', `/v1/budgets/${made.id}/revisions`),
    );
    assert.deepEqual(
      items.map(({ amount, reason }) => [amount.amountMinor, reason]),
      [
        [300_000, 'A new plant'],
        [200_000, null],
      ],
    );
  });

  test('an hour above the card is not offered, but for whom, at what rate and as long as an exception was approved', async () => {
    const { clock } = world.deps();
    const day = (days: number) => new Date(clock.now() + days * dayMs).toISOString().slice(0, 10);
    const card = await ok<RateCardWire>(
      await ask(petra, 'POST', '/v1/rate-cards', {
        ...{ title: 'Everybody', min: usd(2_000), max: usd(8_000), validFrom: '2026-01-01' },
      }),
      201,
    );
    const offer = async (to: Freelancing, rateMinor: number): Promise<number | string> => {
      const payment = { kind: 'hourly', rate: usd(rateMinor), weeklyLimitHours: 10, manualTimeAllowed: true } as const;
      const draft = await world.draft(hanna, { kind: 'freelancer', freelancerId: to.freelancerId }, { payment });
      const answer = await world.trySend(hanna, draft.id);
      return answer.ok ? answer.status : (await answer.json()).code;
    };
    assert.equal(await offer(ada, 8_000), 200);
    assert.equal(await offer(ada, 8_001), 'rate_above_card');

    const request = (who: Member, more: object = {}) =>
      ask(who, 'POST', '/v1/rate-cards/exceptions', {
        ...{ cardId: card.id, freelancerId: ada.freelancerId, role: 'Architect', rate: usd(9_000) },
        ...{ validThrough: day(10), reason: 'Nobody else knows it' },
        ...more,
      });
    assert.deepEqual(await refusal(await request(hanna, { rate: usd(8_000) })), [422, 'within_card']);
    assert.deepEqual(await refusal(await request(hanna, { validThrough: day(-1) })), [422, 'last_day_passed']);
    const own = await ok<RateException>(await request(petra), 201);
    const decide = (who: Member, { id }: RateException) =>
      ask(who, 'POST', `/v1/rate-cards/exceptions/${id}/decision`, { decision: 'approved' });
    assert.deepEqual(await refusal(await decide(petra, own)), [409, 'own_request']);
    assert.equal(await offer(ada, 9_000), 'rate_above_card', 'what was only asked for lets nobody through');
    await ok(await decide(paul, own));
    assert.deepEqual(
      [await offer(ada, 9_000), await offer(ada, 9_001), await offer(ben, 9_000)],
      [200, 'rate_above_card', 'rate_above_card'],
    );
    clock.advance(11 * dayMs);
    assert.equal(await offer(ada, 9_000), 'rate_above_card');
    await ok(await ask(petra, 'PATCH', `/v1/rate-cards/${card.id}`, { isActive: false }, { 'if-match': card.etag }));
    assert.equal(await offer(ada, 9_000), 200);
  });

  test('a statement of work is the same bytes each time, under a hash; other terms make another version', async () => {
    const { id } = await world.contract(hanna, ada, {});
    const subject = { kind: 'contract', id };
    const make = async () => ok<StatementOfWork>(await ask(hanna, 'POST', '/v1/statements-of-work', { subject }), 201);
    const first = await make();
    assert.deepEqual([(await make()).id, first.version], [first.id, 1]);
    const bytesOf = async ({ url }: StatementOfWork) => {
      const answer = await ask(petra, 'GET', url);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(answer.headers.get('etag'), `"${createHash('sha256').update(bytes).digest('hex')}"`);
      return bytes;
    };
    const printed = await bytesOf(first);
    assert.equal(printed.subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(await bytesOf(first), printed);

    // What both signed counts, not what one of them proposed.
    const change = { endsOn: '2027-06-30' };
    const preview = await ok<{ termsHash: string }>(
      await world.ask(hanna, 'POST', `/v1/contracts/${id}/amendments/preview`, { change }),
    );
    const proposal = { change, termsHash: preview.termsHash, typedName: 'Hanna', message: '' };
    const proposed = await ok<Amendment>(
      await world.ask(hanna, 'POST', `/v1/contracts/${id}/amendments`, proposal),
      201,
    );
    assert.equal((await make()).id, first.id);
    const signature = { termsHash: proposed.termsHash, typedName: 'Ada' };
    await ok(await world.ask(ada, 'POST', `/v1/freelancers/me/amendments/${proposed.id}/signature`, signature));
    const second = await make();
    assert.equal(second.version, 2);
    assert.notDeepEqual(await bytesOf(second), printed);
    assert.deepEqual(await bytesOf(first), printed, 'the earlier version stays what it was');
    const { items } = await ok<{ items: StatementOfWork[] }>(
      await ask(petra, 'GET', `/v1/statements-of-work?subjectKind=contract&subjectId=${id}`),
    );
    assert.deepEqual(
      items.map(({ version }) => version),
      [2, 1],
    );
    const sha256 = createHash('sha256').update(printed).digest('hex');
    assert.equal(items[1]!.sha256, sha256);
  });
});
