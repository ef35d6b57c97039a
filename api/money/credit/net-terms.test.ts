import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billingWorld, finance, operator } from '../../testing/billing-world.ts';
import { dayMs } from '../../testing/proposals-world.ts';
import { refusalOf } from '../../testing/test-tenants.ts';
import type { BillingOverview, Invoice, InvoiceSummary } from '../invoices/schema.ts';
import type { OpenInvoice } from './schema.ts';

/** The story of net terms: each test goes on where the last one ended. */
describe('net terms', () => {
  const world = billingWorld();
  const { send, ok, buy } = world;
  const credit = { kind: 'credit' } as const;
  const overview = () => ok<BillingOverview>(send(finance, 'GET', '/v1/billing/overview'));
  const consolidated = async (state: string) =>
    (await ok<{ items: InvoiceSummary[] }>(send(finance, 'GET', `/v1/invoices?kind=consolidated&state=${state}`)))
      .items;
  const read = (id: string) => ok<Invoice>(send(finance, 'GET', `/v1/invoices/${id}`));
  const usedMinor = async () => (await overview()).credit!.used.amountMinor;
  const noted = (id: string, amountMinor: number, reference: string, currency = 'USD') =>
    send(
      operator,
      'POST',
      `/v1/operator/open-invoices/${id}/bank-transfers`,
      { amount: { amountMinor, currency }, reference },
      {},
      null,
    );
  const noticesTo = async (kind: string) =>
    (
      await world
        .deps()
        .database.db.selectFrom('outboxEvents')
        .select('payload')
        .where('kind', '=', 'personNotified')
        .execute()
    )
      .map(({ payload }) => JSON.parse(payload) as { kind: string; personIds: string[]; words: Record<string, string> })
      .filter((notice) => notice.kind === kind);
  const moveTo = async (date: string) => {
    const { clock } = world.deps();
    clock.advance(Date.parse(`${date}Z`) - clock.now());
    await world.runJobs();
  };

  test('without a credit line nothing is bought on credit; over it neither', async () => {
    await assert.rejects(buy({ amountMinor: 1_000, source: credit }), { code: 'no_credit_line' });
    assert.equal((await world.setCredit(100_000)).status, 200);
    await assert.rejects(buy({ amountMinor: 100_000, source: credit }), { code: 'balance_too_low' });
    assert.equal(await usedMinor(), 0);
  });

  test('only the operator gives credit, by what was read last, for days that are offered', async () => {
    const path = '/v1/operator/credit-lines/acme';
    const body = { limit: { amountMinor: 1, currency: 'USD' }, days: 30 };
    assert.deepEqual(await refusalOf(await send(finance, 'PUT', path, body, { 'if-match': '"x"' })), [
      403,
      'forbidden',
    ]);
    const stale = await send(operator, 'PUT', path, body, { 'if-match': '"x"' }, null);
    assert.deepEqual(await refusalOf(stale), [412, 'changed_meanwhile']);
    const odd = await send(operator, 'PUT', path, { ...body, days: 31 }, { 'if-match': '"x"' }, null);
    assert.deepEqual(await refusalOf(odd), [422, 'invalid_input']);
  });

  test('purchases on credit gather in one draft; a refund in the same month is taken off it', async () => {
    await buy({ amountMinor: 20_000, source: credit, team: 'Web', purchaseOrder: 'PO-1' });
    const data = await buy({ amountMinor: 10_000, source: credit, team: 'Data' });
    await buy({ amountMinor: 4_000, source: credit });
    await world.refund(data, 2_000);
    await world.runJobs();
    const [draft] = await consolidated('draft');
    const whole = await read(draft!.id);
    // 320.00 with 5 % of fees and 19 % tax on those.
    assert.deepEqual([whole.number, whole.total.amountMinor, await usedMinor()], [null, 33_904, 33_904]);
    assert.deepEqual(await world.proven(), []);
  });

  test('a limit below what is in use is refused', async () => {
    assert.deepEqual(await refusalOf(await world.setCredit(30_000)), [409, 'credit_in_use']);
    assert.equal((await world.setCredit(80_000)).status, 200);
  });

  test('⏱ the month ends: the draft is an invoice, split as the client wants, due by the terms, and told of', async () => {
    const details = await send(finance, 'GET', '/v1/billing/details');
    const fields = { ...(await details.json()), splitBy: 'team' };
    await send(finance, 'PUT', '/v1/billing/details', fields, { 'if-match': details.headers.get('etag')! });
    await moveTo('2026-11-30T23:59:00');
    assert.equal((await consolidated('draft')).length, 1);
    await moveTo('2026-12-01T00:11:00');
    const [issued] = await consolidated('issued');
    const invoice = await read(issued!.id);
    assert.deepEqual(
      invoice.groups.map(({ name, total }) => [name, total.amountMinor]),
      [
        ['Data', 8_476],
        ['Web', 21_190],
        [null, 4_238],
      ],
    );
    assert.equal(Date.parse(invoice.dueAt!) - Date.parse(invoice.issuedAt!), 30 * dayMs);
    const told = await noticesTo('invoice.issued');
    assert.deepEqual(
      told.map(({ personIds, words }) => [personIds, words.number]),
      [[[world.owner()], 'ACME-INV-000001']],
    );
    assert.equal(await usedMinor(), 33_904);
  });

  test('a transfer that the bank shows pays a part, once for its reference, never more than is open', async () => {
    const [{ id }] = (await consolidated('issued')) as [InvoiceSummary];
    const part = await ok<OpenInvoice>(noted(id, 10_000, 'BANK-1'));
    assert.deepEqual([part.state, part.open.amountMinor], ['partlyPaid', 23_904]);
    assert.deepEqual(await refusalOf(await noted(id, 5_000, 'BANK-1')), [409, 'bank_reference_used']);
    assert.deepEqual(await refusalOf(await noted(id, 23_905, 'BANK-2')), [422, 'amount_over_open']);
    assert.deepEqual(await refusalOf(await noted(id, 5_000, 'BANK-2', 'EUR')), [422, 'currency_mixed']);
    assert.deepEqual(await refusalOf(await noted('inv_other', 5_000, 'BANK-2')), [404, 'not_found']);
    assert.equal(await usedMinor(), 23_904);
  });

  test('⏱ it is reminded of before it is due, then overdue: nothing more is bought on credit', async () => {
    await moveTo('2026-12-28T00:20:00');
    assert.equal((await noticesTo('invoice.dueSoon')).length, 1);
    await moveTo('2026-12-31T00:30:00');
    assert.equal((await consolidated('overdue')).length, 1);
    assert.equal((await overview()).credit!.state, 'overdue');
    await assert.rejects(buy({ amountMinor: 1_000, source: credit }), { code: 'account_overdue' });
    await moveTo('2027-01-08T00:00:00');
    assert.equal((await noticesTo('invoice.overdue')).length, 2);
  });

  test('a declined card pays nothing; what waits for the bank cannot be paid twice', async () => {
    const [{ id }] = (await consolidated('overdue')) as [InvoiceSummary];
    const path = `/v1/invoices/${id}/payments`;
    const declined = await send(finance, 'POST', path, { source: await world.card('sandbox_card_decline') });
    assert.deepEqual(await refusalOf(declined), [402, 'payment_declined']);
    const source = await world.card('sandbox_card_delay');
    const amount = { amountMinor: 3_904, currency: 'USD' };
    const waiting = await ok<Invoice>(send(finance, 'POST', path, { source, amount }));
    assert.deepEqual([waiting.pending.amountMinor, waiting.open.amountMinor], [3_904, 20_000]);
    const tooMuch = await send(finance, 'POST', path, { source, amount: { amountMinor: 20_001, currency: 'USD' } });
    assert.deepEqual(await refusalOf(tooMuch), [422, 'amount_over_open']);
    assert.deepEqual(await world.proven(), []);
  });

  test('the rest is paid from the balance, once for a key; then credit can be used again', async () => {
    const [{ id }] = (await consolidated('overdue')) as [InvoiceSummary];
    const path = `/v1/invoices/${id}/payments`;
    const pay = (key: string) =>
      send(finance, 'POST', path, { source: { kind: 'balance' } }, { 'idempotency-key': key });
    assert.deepEqual(await refusalOf(await pay('poor')), [409, 'balance_too_low']);
    await world.prefund(20_000);
    const [one, again] = await Promise.all([pay('same'), pay('same')]);
    assert.deepEqual([one.status, again.status].toSorted(), [201, again.status === 201 ? 201 : 409]);
    assert.equal((await read(id)).state, 'overdue');
    world.deps().clock.advance(120_000);
    await world.runJobs();
    const paid = await read(id);
    assert.deepEqual([paid.state, paid.open.amountMinor, paid.paid], ['paid', 0, paid.total]);
    assert.deepEqual(await refusalOf(await pay('late')), [409, 'invoice_paid']);
    assert.equal(await usedMinor(), 0);
    await buy({ amountMinor: 10_000, source: credit });
    assert.deepEqual(await world.proven(), []);
  });

  test('what comes back of a paid month is a credit note, and is taken off the next month', async () => {
    const { clock } = world.deps();
    const bought = await buy({ amountMinor: 5_000, source: credit, team: 'Web' });
    await world.runJobs();
    await moveTo('2027-02-01T00:11:00');
    const [{ id }] = (await consolidated('issued')) as [InvoiceSummary];
    // Still open: it owes that much less.
    await world.refund(bought, 1_000);
    await world.runJobs();
    const open = await read(id);
    assert.deepEqual([open.total.amountMinor, open.open.amountMinor], [15_893, 14_833]);
    await world.prefund(20_000);
    await ok(send(finance, 'POST', `/v1/invoices/${id}/payments`, { source: { kind: 'balance' } }));
    await world.refund(bought, 4_000);
    await world.runJobs();
    assert.equal(await usedMinor(), -4_238);
    assert.deepEqual(await world.proven(), []);
    // Less than nothing is no invoice: it waits for something to be taken off.
    await moveTo('2027-03-01T00:11:00');
    assert.equal((await consolidated('issued')).length, 0);
    await buy({ amountMinor: 10_000, source: credit });
    await world.runJobs();
    clock.advance(31 * dayMs);
    await world.runJobs();
    const [next] = await consolidated('issued');
    const whole = await read(next!.id);
    assert.equal(whole.total.amountMinor, 10_595 - 4_238);
    assert.ok(
      whole.groups
        .flatMap(({ lines }) => lines)
        .some(({ kind, amount }) => kind === 'credit' && amount.amountMinor === -4_238),
    );
    assert.equal(await usedMinor(), 10_595 - 4_238);
    assert.deepEqual(await world.proven(), []);
  });

  test('the proof finds a limit and a debt that the ledger does not know', async () => {
    const { db } = world.deps().database;
    await db.updateTable('creditLines').set({ limitMinor: 80_001 }).execute();
    assert.match((await world.proven()).join('\n'), /The credit line of [\s\S]*the ledger gave 80000/);
    await db.updateTable('creditLines').set({ limitMinor: 80_000 }).execute();
    const [{ id }] = (await consolidated('issued')) as [InvoiceSummary];
    await db.updateTable('invoices').set({ creditedMinor: 1 }).where('id', '=', id).execute();
    assert.match((await world.proven()).join('\n'), /Credit of [\s\S]*documents say/);
    await db.updateTable('invoices').set({ creditedMinor: 0 }).where('id', '=', id).execute();
    assert.deepEqual(await world.proven(), []);
  });
});
