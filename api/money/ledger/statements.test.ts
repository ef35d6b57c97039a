import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { signedIn } from '../../testing/actors.ts';
import { acme, sliceApp, type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { money } from '../money.ts';
import type { AccountRef } from './ledger.ts';
import { holdTransfer, postTransfer } from './post-transfer.ts';
import { ledgerRoutes } from './routes.ts';
import type { AccountStatement, LedgerHealth } from './schema.ts';
import { settleTransfer } from './settle-transfer.ts';
import { watchVerifications } from './verification-jobs.ts';

const usd = (amountMinor: number) => money(amountMinor, 'USD');
const dayMs = 86_400_000;
const processor = { kind: 'processor', ownerId: 'test' } as const;
const funding = { kind: 'clientFunding', ownerId: acme.id } as const;
const escrow = (id: string) => ({ kind: 'escrow', ownerId: id }) as const;

describe('statements', () => {
  let deps: Deps & TestPorts;
  let app: ReturnType<typeof sliceApp>;
  let keys = 0;
  before(async () => {
    deps = await testDeps();
    const contractTitles = async () => new Map([['ct_1', 'Logo']]);
    const all = { ...deps, proofs: [], contractTitles };
    app = sliceApp(ledgerRoutes(all));
    watchVerifications(all);
    // 23 October: funded, part of it held since; 10 November: more, and what was held is posted.
    deps.clock.advance(-31 * dayMs);
    await move(processor, funding, 10_000);
    const held = await move(processor, funding, 500, 'hold');
    deps.clock.advance(18 * dayMs);
    await settle(held);
    await move(funding, escrow('ms_1'), 3000);
    deps.clock.advance(dayMs);
    await move(escrow('ms_1'), escrow('ms_2'), 1000);
    await move(processor, funding, 200);
    await move(funding, escrow('ms_2'), 4000, 'hold');
    deps.clock.advance(12 * dayMs);
  });
  after(() => deps.database.close());

  async function move(from: AccountRef, to: AccountRef, amountMinor: number, how: 'post' | 'hold' = 'post') {
    const record = how === 'post' ? postTransfer : holdTransfer;
    const { id } = await deps.database.transaction((trx) =>
      record(trx, deps, {
        key: `move ${keys++}`,
        kind: 'test',
        tenantId: acme.id,
        contractId: 'ct_1',
        subject: { kind: 'test', id: 'x' },
        entries: [
          { account: from, amount: usd(-amountMinor) },
          { account: to, amount: usd(amountMinor) },
        ],
      }),
    );
    return id;
  }
  const settle = (id: string) => deps.database.transaction((trx) => settleTransfer(trx, deps, id, 'posted'));
  const finance = () => app.as(signedIn('pe_1', ['financeAdmin']));
  const read = async (query: string): Promise<AccountStatement> => {
    const answer = await finance().request('GET', `/v1/statements?${query}`);
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.json() as Promise<AccountStatement>;
  };
  const sums = ({ opening, received, given, closing, held }: AccountStatement) =>
    [opening, received, given, closing, held].map(({ amountMinor }) => amountMinor);

  test('a period opens with what was there before it, and what was posted later counts from then', async () => {
    assert.deepEqual(sums(await read('account=funding&from=2026-10-01&to=2026-10-31')), [0, 10_000, 0, 10_000, 4000]);
    const november = await read('account=funding');
    assert.deepEqual(sums(november), [10_000, 700, -3000, 7700, 4000]);
    assert.deepEqual([november.from, november.to, november.currency], ['2026-11-01', '2026-11-23', 'USD']);
    assert.deepEqual(november.lines[0]!.contract, { id: 'ct_1', title: 'Logo' });
    assert.equal(
      november.lines.some(({ amount }) => amount.amountMinor === -4000),
      false,
    );
  });

  test('the balance after each line is the one after the line before plus its amount, over all pages', async () => {
    const lines = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: AccountStatement = await read(
        `account=funding&from=2026-10-01&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      lines.push(...page.lines);
      cursor = page.nextCursor;
    }
    assert.equal(lines.length, 4);
    let balance = 0;
    for (const line of lines.toReversed()) {
      balance += line.amount.amountMinor;
      assert.equal(line.balance.amountMinor, balance);
    }
    assert.equal(balance, 7700);
  });

  test('all of a company’s escrow reads as one account, in which moving between milestones is no line', async () => {
    const escrows = await read('account=escrow&from=2026-10-01');
    assert.deepEqual(sums(escrows), [0, 3000, 0, 3000, 0]);
    assert.equal(escrows.lines.length, 1);
  });

  test('another company’s and a freelancer’s statement have none of it, and a viewer sees none', async () => {
    const other = app.as(signedIn('pe_2', ['owner']), { id: 'tn_other', slug: 'other', plan: 'enterprise' });
    const answer = (await (await other.request('GET', '/v1/statements?account=funding')).json()) as AccountStatement;
    assert.deepEqual([answer.lines, answer.currencies, answer.closing.amountMinor], [[], [], 0]);
    const viewer = await app.as(signedIn('pe_3', ['viewer'])).request('GET', '/v1/statements?account=funding');
    assert.equal(viewer.status, 403);
  });

  test('a period that ends before it begins is refused', async () => {
    const answer = await finance().request('GET', '/v1/statements?account=funding&from=2026-11-02&to=2026-11-01');
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as { code: string }).code, 'period_ends_before_it_begins');
  });

  test('the operator sees sums that agree, has the ledger verified, and is told what breaks it first', async () => {
    const operator = app.as({ ...signedIn('pe_op'), operatorRoles: ['operatorAdmin'] }, null);
    const health = async () =>
      (await (await operator.request('GET', '/v1/operator/ledger/health')).json()) as LedgerHealth;
    const verify = async () => {
      assert.equal((await operator.request('POST', '/v1/operator/ledger/verifications')).status, 202);
      await deps.jobs.runDue();
      return (await health()).verification!;
    };
    const { sums: kinds, counts } = await health();
    assert.equal(
      kinds.reduce((sum, kind) => sum + kind.sum.amountMinor, 0),
      0,
    );
    assert.deepEqual([counts.transfers, counts.pending, counts.entries], [6, 1, 12]);
    assert.equal((await verify()).state, 'clean');

    await deps.database.db
      .updateTable('ledgerAccounts')
      .set({ postedMinor: 10_000 })
      .where('ownerId', '=', acme.id)
      .execute();
    deps.clock.advance(1000);
    const { state, firstBroken, brokenCount } = await verify();
    assert.deepEqual([state, brokenCount], ['broken', 1]);
    assert.match(firstBroken!.sentence, /clientFunding tn_acme.*has 10000 and holds 4000; its entries say 7700/);
    // As it was after the first of its entries: the second is the first that it does not know.
    assert.equal(firstBroken!.occurredAt, '2026-11-10T12:00:00.000Z');
  });

  test('two who ask at once have one verification', async () => {
    const operator = app.as({ ...signedIn('pe_op'), operatorRoles: ['operatorAdmin'] }, null);
    const ask = async () =>
      ((await (await operator.request('POST', '/v1/operator/ledger/verifications')).json()) as { id: string }).id;
    const [one, other] = await Promise.all([ask(), ask()]);
    assert.equal(one, other);
    await deps.jobs.runDue();
  });
});
