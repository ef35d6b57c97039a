import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { confirmed, signedIn } from '../../testing/actors.ts';
import { billingWorld, finance } from '../../testing/billing-world.ts';
import { refusalOf } from '../../testing/test-tenants.ts';
import type { Invoice, InvoiceSummary, LineEntries, Spend } from './schema.ts';

type Page = { items: InvoiceSummary[]; nextCursor: string | null };

describe('invoices', () => {
  const world = billingWorld();
  const { send, ok, buy } = world;
  const list = (query = '') => ok<Page>(send(finance, 'GET', `/v1/invoices${query}`));
  const read = (id: string) => ok<Invoice>(send(finance, 'GET', `/v1/invoices/${id}`));
  const newest = async () => read((await list('?limit=1')).items[0]!.id);

  test('a payment from the balance gets an invoice: work, fees and tax sum to what was paid', async () => {
    await world.prefund(1_000_000);
    await buy({
      amountMinor: 24_000,
      initiationMinor: 1_000,
      team: 'Web',
      details: { minutes: 480, rateMinor: 3_000 },
    });
    await world.runJobs();
    const invoice = await newest();
    assert.deepEqual(
      invoice.groups[0]!.lines.map(({ kind, amount, quantityMinutes, tax }) => [
        kind,
        amount.amountMinor,
        quantityMinutes,
        tax,
      ]),
      [
        ['work', 24_000, 480, null],
        ['fee', 1_200, null, null],
        ['initiation', 1_000, null, null],
        // 19 % of 22.00
        ['tax', 418, null, { basisPoints: 1900, country: 'DE' }],
      ],
    );
    const { state, number, net, tax, total, open, payments, billTo } = invoice;
    assert.deepEqual([state, number, billTo.name], ['paid', 'ACME-INV-000001', 'Acme']);
    assert.deepEqual(
      [net, tax, total, open].map(({ amountMinor }) => amountMinor),
      [26_200, 418, 26_618, 0],
    );
    assert.deepEqual(
      payments.map(({ via, amount }) => [via, amount.amountMinor]),
      [['balance', 26_618]],
    );
    const [first] = invoice.groups[0]!.lines;
    assert.deepEqual(first!.contract, { id: 'ct_1', title: 'Website ct_1' });
    assert.deepEqual(first!.freelancer, { id: 'fr_ada', name: 'Ada Lovelace' });
  });

  test('each line opens the ledger entries that sum to it', async () => {
    const { id, groups } = await newest();
    for (const { number, amount } of groups[0]!.lines) {
      const { items, total } = await ok<LineEntries>(
        send(finance, 'GET', `/v1/invoices/${id}/lines/${number}/entries`),
      );
      assert.deepEqual(total, amount);
      assert.ok(items.length > 0);
    }
    for (const line of ['0', '9', '1e0', '-1', 'x'])
      assert.deepEqual(await refusalOf(await send(finance, 'GET', `/v1/invoices/${id}/lines/${line}/entries`)), [
        404,
        'not_found',
      ]);
  });

  test('the news of a payment may come twice: there is one invoice, and no number is lost', async () => {
    const { writeDownPayment } = await import('./write-down.ts');
    const bought = await Promise.all(Array.from({ length: 8 }, (_, n) => buy({ amountMinor: 100 + n })));
    await Promise.all(
      [...bought, ...bought].map(({ id }) => writeDownPayment(world.deps(), id, 'again').catch(() => undefined)),
    );
    await world.runJobs();
    const { items } = await list();
    assert.deepEqual(
      items.map(({ number }) => number).toSorted(),
      Array.from({ length: 9 }, (_, n) => `ACME-INV-00000${n + 1}`),
    );
    assert.deepEqual(await world.proven(), []);
  });

  test('a card tops up the balance for a receipt; a declined one leaves none', async () => {
    const before = (await list()).items.length;
    await buy({ amountMinor: 5_000, purpose: 'prefund', source: await world.card('sandbox_card_success') });
    await buy({ amountMinor: 5_000, purpose: 'prefund', source: await world.card('sandbox_card_decline') });
    await world.runJobs();
    const receipt = await newest();
    assert.equal((await list()).items.length, before + 1);
    assert.deepEqual([receipt.kind, receipt.number], ['topUp', 'ACME-REC-000001']);
    assert.deepEqual(
      receipt.payments.map(({ label }) => label),
      ['Visa ending in 4242'],
    );
  });

  test('a refund is a credit note that names its invoice, which is credited once all of it is back', async () => {
    const payment = await buy({ amountMinor: 10_000 });
    await world.runJobs();
    const { id, total } = await newest();
    await world.refund(payment, 4_000);
    await world.runJobs();
    const note = await newest();
    assert.deepEqual([note.kind, note.number, note.credits?.id], ['creditNote', 'ACME-CN-000001', id]);
    // 40.00, 5 % of it, 19 % of that.
    assert.equal(note.total.amountMinor, -4_238);
    const part = await read(id);
    assert.deepEqual([part.state, part.credited.amountMinor, part.open.amountMinor], ['paid', 4_238, 0]);
    await world.refund(payment, 6_000);
    await world.runJobs();
    const whole = await read(id);
    assert.deepEqual([whole.state, whole.credited], ['credited', total]);
    assert.deepEqual(
      whole.creditNotes.map(({ number }) => number),
      ['ACME-CN-000001', 'ACME-CN-000002'],
    );
    assert.deepEqual(await world.proven(), []);
  });

  test('spend is by month and team, fees in and refunds off', async () => {
    await buy({ amountMinor: 10_000, team: 'Data' });
    await world.runJobs();
    const spend = await ok<Spend>(send(finance, 'GET', '/v1/billing/spend?months=2'));
    assert.deepEqual(spend.months, ['2026-10', '2026-11']);
    const data = spend.groups.find(({ name }) => name === 'Data');
    assert.deepEqual(data?.amountsMinor, [0, 10_595]);
    const all = (await list('?limit=100')).items.filter(({ kind }) => kind !== 'topUp');
    assert.equal(
      spend.total.amountMinor,
      all.reduce((sum, { total }) => sum + total.amountMinor, 0),
    );
  });

  test('invoices are made out to who the settings say, from the next one on', async () => {
    const known = await send(finance, 'GET', '/v1/billing/details');
    const details = {
      legalName: 'Acme GmbH',
      street: 'Hauptstr. 1',
      postalCode: '10115',
      city: 'Berlin',
      region: '',
      country: 'DE',
      vatId: 'DE123456789',
      reference: 'K-7',
      splitBy: 'none',
    };
    const etag = known.headers.get('etag')!;
    const saved = await send(finance, 'PUT', '/v1/billing/details', details, { 'if-match': etag });
    assert.equal(saved.status, 200);
    const stale = await send(finance, 'PUT', '/v1/billing/details', details, { 'if-match': etag });
    assert.deepEqual(await refusalOf(stale), [412, 'changed_meanwhile']);
    const earlier = await newest();
    await buy({ amountMinor: 1_000 });
    await world.runJobs();
    assert.deepEqual((await newest()).billTo, {
      name: 'Acme GmbH',
      address: ['Hauptstr. 1', '10115 Berlin', 'Germany'],
      vatId: 'DE123456789',
      reference: 'K-7',
    });
    assert.equal((await read(earlier.id)).billTo.name, 'Acme');
  });

  test('a purchase order that was to follow is named once, by who sees the newest', async () => {
    const { id } = await newest();
    const etag = (await send(finance, 'GET', `/v1/invoices/${id}`)).headers.get('etag')!;
    const path = `/v1/invoices/${id}/purchase-order`;
    const named = await ok<Invoice>(send(finance, 'PUT', path, { purchaseOrder: 'PO-4711' }, { 'if-match': etag }));
    assert.equal(named.purchaseOrder, 'PO-4711');
    assert.ok(named.groups[0]!.lines.every(({ purchaseOrder }) => purchaseOrder === 'PO-4711'));
    const stale = await send(finance, 'PUT', path, { purchaseOrder: 'PO-1' }, { 'if-match': etag });
    assert.deepEqual(await refusalOf(stale), [412, 'changed_meanwhile']);
    const now = (await send(finance, 'GET', `/v1/invoices/${id}`)).headers.get('etag')!;
    const again = await send(finance, 'PUT', path, { purchaseOrder: 'PO-1' }, { 'if-match': now });
    assert.deepEqual(await refusalOf(again), [409, 'purchase_order_set']);
  });

  test('a document is the same bytes each time, whose names stand in it', async () => {
    const { id, number } = await newest();
    const [one, other] = await Promise.all([1, 2].map(() => send(finance, 'GET', `/v1/invoices/${id}/document`)));
    assert.equal(one!.headers.get('content-disposition'), `attachment; filename="${number}.pdf"`);
    const bytes = Buffer.from(await one!.arrayBuffer());
    assert.deepEqual(bytes.subarray(0, 5).toString(), '%PDF-');
    assert.ok(bytes.equals(Buffer.from(await other!.arrayBuffer())));
  });

  test('pages follow each other without a gap or a double', async () => {
    const all = (await list('?limit=100')).items.map(({ id }) => id);
    const seen: string[] = [];
    let next = '';
    do {
      const page: Page = await list(`?limit=3${next}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
    } while (next);
    assert.deepEqual(seen, all);
    const [cursor] = [(await list('?limit=3')).nextCursor!];
    const foreign = await send(finance, 'GET', `/v1/invoices?kind=topUp&cursor=${encodeURIComponent(cursor)}`);
    assert.deepEqual(await refusalOf(foreign), [400, 'invalid_cursor']);
  });

  test('who reads, who pays, and who sees nothing', async () => {
    const { id } = await newest();
    const path = `/v1/invoices/${id}`;
    const auditor = confirmed(signedIn('pe_auditor', ['auditor']));
    const recruiter = confirmed(signedIn('pe_recruiter', ['recruiter']));
    assert.equal((await send(auditor, 'GET', path)).status, 200);
    const pay = { source: { kind: 'balance' } };
    assert.deepEqual(await refusalOf(await send(auditor, 'POST', `${path}/payments`, pay)), [403, 'forbidden']);
    assert.deepEqual(await refusalOf(await send(recruiter, 'GET', path)), [403, 'forbidden']);
    const elsewhere = await send(finance, 'GET', path, undefined, {}, world.globex());
    assert.deepEqual(await refusalOf(elsewhere), [404, 'not_found']);
    const unconfirmed = signedIn('pe_finance', ['financeAdmin']);
    assert.deepEqual(await refusalOf(await send(unconfirmed, 'POST', `${path}/payments`, pay)), [
      401,
      'elevation_required',
    ]);
  });

  test('the proof finds a changed line, a changed sum and a lost number', async () => {
    const { db } = world.deps().database;
    const { id } = await newest();
    const planted: [() => Promise<unknown>, () => Promise<unknown>, RegExp][] = [
      [
        () =>
          db
            .updateTable('invoiceLines')
            .set({ amountMinor: 1_001 })
            .where('invoiceId', '=', id)
            .where('kind', '=', 'work')
            .execute(),
        () =>
          db
            .updateTable('invoiceLines')
            .set({ amountMinor: 1_000 })
            .where('invoiceId', '=', id)
            .where('kind', '=', 'work')
            .execute(),
        /its lines sum to[\s\S]*its entries in/,
      ],
      [
        () => db.updateTable('invoices').set({ paidMinor: 1 }).where('id', '=', id).execute(),
        () => db.updateTable('invoices').set({ paidMinor: 1_060 }).where('id', '=', id).execute(),
        /its payments sum to/,
      ],
      [
        () =>
          db
            .updateTable('invoiceSeries')
            .set({ last: 99 })
            .where('code', '=', 'ACME')
            .where('series', '=', 'CN')
            .execute(),
        () =>
          db
            .updateTable('invoiceSeries')
            .set({ last: 2 })
            .where('code', '=', 'ACME')
            .where('series', '=', 'CN')
            .execute(),
        /ACME-CN is at 99; 2 documents/,
      ],
    ];
    for (const [plant, undo, found] of planted) {
      await plant();
      assert.match((await world.proven()).join('\n'), found);
      await undo();
    }
    assert.deepEqual(await world.proven(), []);
  });
});
