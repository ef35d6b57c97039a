import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { confirmed, signedIn } from '../../testing/actors.ts';
import { billingWorld, finance } from '../../testing/billing-world.ts';
import { refusalOf } from '../../testing/test-tenants.ts';
import { earn } from '../earnings/earn.ts';
import type { LineEntries } from '../invoices/schema.ts';
import { money } from '../money.ts';
import { inChunks, merged, walk } from './newest-first.ts';
import type { Transaction } from './schema.ts';

type Page = { items: Transaction[]; nextCursor: string | null };

describe('transactions', () => {
  const world = billingWorld();
  const { send, ok, buy } = world;
  const list = (query = '') => ok<Page>(send(finance, 'GET', `/v1/transactions${query}`));
  const ada = { ...confirmed(signedIn('pe_ada')), freelancerId: 'fr_ada' };
  const own = (query = '') =>
    ok<Page>(send(ada, 'GET', `/v1/freelancers/me/transactions${query}`, undefined, {}, null));

  before(async () => {
    // As outside of tests, no two things are done at one instant.
    const { clock } = world.deps();
    const standing = clock.now;
    clock.now = () => {
      clock.advance(1);
      return standing();
    };
    await buy({ amountMinor: 500_000, purpose: 'prefund', source: await world.card('sandbox_card_success') });
    const first = await buy({ amountMinor: 10_000, team: 'Web', purchaseOrder: 'PO-1' });
    await world.runJobs();
    await buy({ amountMinor: 20_000, team: 'Data', contractId: 'ct_2', description: '=HYPERLINK("https://x")' });
    await buy({ amountMinor: 9_000, purpose: 'prefund', source: await world.card('sandbox_card_decline') });
    await world.refund(first, 4_000);
    await world.runJobs();
    const deps = world.deps();
    await deps.database.transaction((trx) =>
      earn(trx, deps, world.scope(), {
        key: 'release ts_1',
        freelancerId: 'fr_ada',
        contractId: 'ct_2',
        subject: { kind: 'timesheet', id: 'ts_1' },
        gross: money(20_000, 'USD'),
        from: { kind: 'contractHold', ownerId: 'ct_2' },
        schedule: { kind: 'flat', basisPoints: 1_000 },
      }),
    );
  });

  test('what went out is below zero, what came in above, each with the balance right after', async () => {
    const { items } = await list();
    assert.deepEqual(
      items.map(({ type, state, total, balance }) => [type, state, total.amountMinor, balance?.amountMinor]),
      [
        // 40.00, 5 % of it, 19 % of that.
        ['refund', 'posted', 4_238, 472_453],
        ['topUp', 'voided', 9_000, 468_215],
        ['weeklyTime', 'posted', -21_190, 468_215],
        ['weeklyTime', 'posted', -10_595, 489_405],
        ['topUp', 'posted', 500_000, 500_000],
      ],
    );
    const web = items[3]!;
    assert.deepEqual(
      [web.contract?.title, web.freelancer?.name, web.purchaseOrder, web.fee.amountMinor, web.invoice?.number],
      ['Website ct_1', 'Ada Lovelace', 'PO-1', -595, 'ACME-INV-000001'],
    );
    assert.equal(items[0]!.invoice?.number, 'ACME-CN-000001');
  });

  test('filters by type, contract, team and day leave what they name', async () => {
    const asked: [string, string[]][] = [
      ['type=refund', ['refund']],
      ['contractId=ct_2', ['weeklyTime']],
      ['team=Web', ['refund', 'weeklyTime']],
      ['type=topUp&to=2026-11-22', []],
      ['from=2026-11-23&to=2026-11-23&type=topUp', ['topUp', 'topUp']],
    ];
    for (const [query, types] of asked)
      assert.deepEqual(
        (await list(`?${query}`)).items.map(({ type }) => type),
        types,
        query,
      );
  });

  test('pages of payments and refunds follow each other without a gap or a double', async () => {
    const all = (await list()).items.map(({ id }) => id);
    for (const limit of [1, 2, 4]) {
      const seen: string[] = [];
      let next = '';
      do {
        const page: Page = await list(`?limit=${limit}${next}`);
        seen.push(...page.items.map(({ id }) => id));
        next = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
      } while (next);
      assert.deepEqual(seen, all);
    }
  });

  test('each opens its ledger entries, which sum to zero', async () => {
    for (const { id } of (await list()).items) {
      const { items, total } = await ok<LineEntries>(send(finance, 'GET', `/v1/transactions/${id}/entries`));
      assert.ok(items.length >= 2);
      assert.equal(total.amountMinor, 0);
      const elsewhere = await send(finance, 'GET', `/v1/transactions/${id}/entries`, undefined, {}, world.globex());
      assert.deepEqual(await refusalOf(elsewhere), [404, 'not_found']);
    }
  });

  test('as CSV: every row, exact figures, and no cell that a spreadsheet would run', async () => {
    const answer = await send(finance, 'GET', '/v1/transactions/export');
    const lines = (await answer.text()).split('\r\n');
    assert.match(answer.headers.get('content-type')!, /text\/csv/);
    assert.equal(lines.length, 1 + 5 + 1);
    const planted = lines.find((line) => line.includes('HYPERLINK'))!;
    assert.match(planted, /,"'=HYPERLINK\(""https:\/\/x""\)",/);
    assert.match(planted, /,-200\.00,-11\.90,-211\.90,4682\.15,"USD","posted",/);
  });

  test('a freelancer sees what reached them and what was kept of it, and nothing of the client’s fees', async () => {
    const { items } = await own();
    assert.deepEqual(
      items.map(({ type, amount, fee, total, contract }) => [
        type,
        amount.amountMinor,
        fee.amountMinor,
        total.amountMinor,
        contract?.title,
      ]),
      [['earning', 20_000, -2_000, 18_000, 'Website ct_2']],
    );
    const path = `/v1/freelancers/me/transactions/${items[0]!.id}/entries`;
    const entries = await ok<LineEntries>(send(ada, 'GET', path, undefined, {}, null));
    assert.deepEqual(
      entries.items.map(({ account, amount }) => [account, amount.amountMinor]),
      [
        ['freelancerPending', 18_000],
        ['platformFees', 2_000],
      ],
    );
    const stranger = { ...confirmed(signedIn('pe_bob')), freelancerId: 'fr_bob' };
    assert.deepEqual(await refusalOf(await send(stranger, 'GET', path, undefined, {}, null)), [404, 'not_found']);
  });

  test('⏱ once an earning is theirs, its service fee is invoiced: gross less fee is what arrived', async () => {
    const deps = world.deps();
    await deps.database.transaction((trx) => trx.updateTable('earnings').set({ state: 'available' }).execute());
    const { writeDownEarnings } = await import('../invoices/write-down-earnings.ts');
    for (const job of ['one', 'again']) await writeDownEarnings(deps, 'ct_2', job);
    type Listed = { items: { id: string; number: string; total: { amountMinor: number } }[] };
    const invoices = await ok<Listed>(send(ada, 'GET', '/v1/freelancers/me/invoices', undefined, {}, null));
    assert.deepEqual(
      invoices.items.map(({ number, total }) => [number, total.amountMinor]),
      [['FR_ADA-FEE-000001', 18_000]],
    );
    assert.deepEqual(
      (await world.proven()).filter((sentence) => /nvoice|series/.test(sentence)),
      [],
    );
    const asClient = await send(finance, 'GET', `/v1/invoices/${invoices.items[0]!.id}`);
    assert.deepEqual(await refusalOf(asClient), [404, 'not_found']);
  });

  test('several sources are read as one, newest first, however they are cut', async () => {
    const numbers = (from: number, step: number) =>
      Array.from({ length: 20 }, (_, n) => ({ at: from - n * step, id: `${from}-${n}` }));
    const sources = [numbers(100, 3), numbers(99, 2), numbers(100, 5)];
    const rows = merged(
      sources.map((all) =>
        walk(
          async (after, limit) => all.filter(({ at }) => after === undefined || at < after.at).slice(0, limit),
          undefined,
          7,
        ),
      ),
    );
    const seen: number[] = [];
    for await (const chunk of inChunks(rows, 11)) seen.push(...chunk.map(({ at }) => at));
    assert.deepEqual(
      seen,
      sources
        .flat()
        .map(({ at }) => at)
        .toSorted((one, other) => other - one),
    );
  });
});
