import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { testDeps } from '../../testing/slice-app.ts';
import { connectsUnit } from './ledger.ts';
import { holdTransfer, type NewTransfer, postTransfer } from './post-transfer.ts';
import { proveLedger } from './prove-ledger.ts';
import { readBalance, readOutcomes, readStatement, readSum } from './read-ledger.ts';
import { settleTransfer } from './settle-transfer.ts';

const account = (ownerId: string) => ({ kind: 'connects', ownerId }) as const;
const issued = { kind: 'connectsIssued', ownerId: '' } as const;
const spent = { kind: 'connectsSpent', ownerId: '' } as const;
const amount = (amountMinor: number, currency = connectsUnit) => ({ amountMinor, currency });

const transfer = (key: string, entries: NewTransfer['entries']): NewTransfer => ({
  key,
  kind: 'test',
  tenantId: null,
  subject: { kind: 'test', id: key },
  entries,
});
const give = (owner: string, count: number, key = `give ${owner} ${count}`) =>
  transfer(key, [
    { account: issued, amount: amount(-count) },
    { account: account(owner), amount: amount(count) },
  ]);
const take = (owner: string, count: number, key: string) =>
  transfer(key, [
    { account: account(owner), amount: amount(-count) },
    { account: spent, amount: amount(count) },
  ]);

describe('the ledger', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());

  const post = (one: NewTransfer) => deps.database.transaction((trx) => postTransfer(trx, deps, one));
  const hold = (one: NewTransfer) => deps.database.transaction((trx) => holdTransfer(trx, deps, one));
  const settle = (id: string, outcome: 'posted' | 'voided', externalId?: string) =>
    deps.database.transaction((trx) => settleTransfer(trx, deps, id, outcome, externalId));
  const balance = (owner: string) => readBalance(deps.database.db, account(owner), connectsUnit);
  const proven = async () => (await proveLedger(deps.database.db)).broken;

  test('a transfer whose entries do not sum to zero per currency is never written', async () => {
    const lopsided = [
      { account: issued, amount: amount(-5) },
      { account: account('lopsided'), amount: amount(4) },
    ];
    await assert.rejects(post(transfer('lopsided', lopsided)), /do not sum to zero/);
    const mixed = [
      { account: issued, amount: amount(-5) },
      { account: account('lopsided'), amount: amount(5, 'USD') },
    ];
    await assert.rejects(post(transfer('mixed', mixed)), /do not sum to zero/);
    const nothing = [
      { account: issued, amount: amount(0) },
      { account: account('lopsided'), amount: amount(0) },
    ];
    await assert.rejects(post(transfer('nothing', nothing)), /an entry of nothing/);
    assert.deepEqual(await balance('lopsided'), { availableMinor: 0, heldMinor: 0 });
  });

  test('the same effect happens once, however often it is asked for', async () => {
    const [first, again] = [await post(give('once', 5, 'once')), await post(give('once', 5, 'once'))];
    assert.deepEqual([first.isNew, again.isNew, again.id], [true, false, first.id]);
    const raced = await Promise.all(Array.from({ length: 16 }, () => post(give('once', 7, 'raced'))));
    assert.equal(raced.filter(({ isNew }) => isNew).length, 1);
    assert.deepEqual(await balance('once'), { availableMinor: 12, heldMinor: 0 });
  });

  test('64 parallel transfers from a balance for one: exactly one goes through', async () => {
    await post(give('parallel', 6));
    const asked = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) => post(take('parallel', 6, `parallel ${n}`))),
    );
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
    const codes = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    assert.deepEqual(new Set(codes), new Set(['balance_too_low']));
    assert.deepEqual(await balance('parallel'), { availableMinor: 0, heldMinor: 0 });
    assert.deepEqual(await proven(), []);
  });

  test('what is held cannot be spent, comes back when voided and is gone when posted', async () => {
    await post(give('holder', 10));
    const { id } = await hold(take('holder', 8, 'hold 1'));
    assert.deepEqual(await balance('holder'), { availableMinor: 2, heldMinor: 8 });
    await assert.rejects(post(take('holder', 3, 'too much')), { status: 409, code: 'balance_too_low' });
    await settle(id, 'voided');
    assert.deepEqual(await balance('holder'), { availableMinor: 10, heldMinor: 0 });
    const second = await hold(take('holder', 8, 'hold 2'));
    await settle(second.id, 'posted');
    assert.deepEqual(await balance('holder'), { availableMinor: 2, heldMinor: 0 });
  });

  test('nobody receives what is only pending', async () => {
    const { id } = await hold(give('waiting', 4));
    assert.deepEqual(await balance('waiting'), { availableMinor: 0, heldMinor: 0 });
    await settle(id, 'posted');
    assert.deepEqual(await balance('waiting'), { availableMinor: 4, heldMinor: 0 });
  });

  test('a pending transfer is settled once: of 32 who post and void at once one wins', async () => {
    await post(give('settled', 9));
    const { id } = await hold(take('settled', 9, 'settled'));
    const asked = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) => settle(id, n % 2 ? 'posted' : 'voided')),
    );
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of asked) if (one.status === 'rejected') assert.equal(one.reason.code, 'transfer_settled');
    const outcome = (await readOutcomes(deps.database.db, [id])).get(id)!.outcome;
    assert.deepEqual(await balance('settled'), { availableMinor: outcome === 'voided' ? 9 : 0, heldMinor: 0 });
    assert.deepEqual(await proven(), []);
  });

  test('an external id stands for one transfer', async () => {
    const [one, other] = [await hold(give('external', 1)), await hold(give('external', 2))];
    await settle(one.id, 'posted', 'ch_1');
    await assert.rejects(settle(other.id, 'posted', 'ch_1'), { status: 409, code: 'external_id_used' });
    assert.deepEqual(await balance('external'), { availableMinor: 1, heldMinor: 0 });
    await settle(other.id, 'posted', 'ch_2');
  });

  test('a statement names each transfer with its state, the newest first, page by page', async () => {
    for (let count = 1; count <= 5; count++) await post(give('statement', count));
    await hold(take('statement', 2, 'statement hold'));
    const { db } = deps.database;
    const first = await readStatement(db, account('statement'), connectsUnit, undefined, 4);
    const rest = await readStatement(db, account('statement'), connectsUnit, first.next, 4);
    assert.equal(rest.next, undefined);
    const lines = [...first.lines, ...rest.lines];
    assert.deepEqual(lines.map(({ amountMinor }) => amountMinor).sort(), [-2, 1, 2, 3, 4, 5]);
    assert.deepEqual(
      lines.filter(({ state }) => state === 'pending').map(({ amountMinor }) => amountMinor),
      [-2],
    );
  });

  test('what was issued is all that anybody has, had or spent', async () => {
    const { db } = deps.database;
    const { total } = await db
      .selectFrom('ledgerAccounts')
      .select((eb) => eb.fn.sum<number>('postedMinor').as('total'))
      .executeTakeFirstOrThrow();
    assert.equal((await readSum(db, issued, connectsUnit)) + (await readSum(db, spent, connectsUnit)) + total, 0);
  });

  test('the database itself refuses to change or delete what was written', async () => {
    const { db } = deps.database;
    await assert.rejects(db.updateTable('ledgerEntries').set({ amountMinor: 1 }).execute(), /append only/);
    await assert.rejects(db.deleteFrom('ledgerTransfers').execute(), /append only/);
    await assert.rejects(db.updateTable('ledgerSettlements').set({ outcome: 'voided' }).execute(), /append only/);
  });

  test('the proof finds a touched balance, a lopsided transfer and one without entries', async () => {
    const { db } = deps.database;
    await post(give('proof', 3));
    assert.deepEqual(await proven(), []);
    await db.updateTable('ledgerAccounts').set({ postedMinor: 4 }).where('ownerId', '=', 'proof').execute();
    assert.match((await proven()).join('\n'), /proof\): has 4 and holds 0; its entries say 3 and 0/);
    await db.updateTable('ledgerAccounts').set({ postedMinor: 3 }).where('ownerId', '=', 'proof').execute();

    const row = {
      kind: 'test',
      tenantId: null,
      contractId: null,
      subjectKind: 'test',
      subjectId: 'x',
      details: '{}',
      occurredAt: 1,
    };
    await db
      .insertInto('ledgerTransfers')
      .values({ id: 'lt_torn', key: 'torn', ...row })
      .execute();
    assert.deepEqual(await proven(), ['Transfer lt_torn has no entries.']);
    const { id } = await db
      .selectFrom('ledgerAccounts')
      .select('id')
      .where('kind', '=', 'connectsIssued')
      .executeTakeFirstOrThrow();
    await sql`insert into "ledgerEntries" values ('lt_torn', 0, ${id}, 5, ${connectsUnit}, 1)`.execute(db);
    assert.deepEqual(await proven(), [`Transfer lt_torn: ${connectsUnit} sums to 5, not to 0.`]);
  });
});
