import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { Webhook } from 'standardwebhooks';
import { assembleInsight } from './assemble-insight.ts';
import { definitions } from './insight/reports/definitions.ts';
import { compareContracts, walkFigures } from './insight/reports/every-figure.ts';
import type { ReportExport } from './insight/reports/exports/schema.ts';
import { hasLabel } from './insight/reports/files/labels.ts';
import { neutralText } from './insight/reports/files/neutral-text.ts';
import { nextRun } from './insight/reports/schedules/next-run.ts';
import type { ReportDelivery, ReportSchedule } from './insight/reports/schedules/schema.ts';
import type { ReportEntries, ReportOffer, ReportPage } from './insight/reports/schema.ts';
import type { Person } from './platform/auth/actor.ts';
import { isoInstant } from './platform/clock/clock.ts';
import { createOutbound } from './platform/webhooks/outbound.ts';
import { signedIn } from './testing/actors.ts';
import { addContract, type PaidWork, seedPaidWork, submitAll } from './testing/paid-work-world.ts';
import { sliceApp } from './testing/slice-app.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';

const outbound = createOutbound({ allowed: ['127.0.0.1'], acceptsHttp: true });
let app: TestApp;
let work: PaidWork;
let owner: Person;
let slice: ReturnType<typeof sliceApp>;
const days = 86_400_000;

before(async () => {
  app = await openTestApp({ outbound });
  work = await seedPaidWork(app, { slug: 'payer', freelancers: 2, prefundMinor: 10_000_00 });
  for (const freelancer of work.freelancers)
    await addContract(app, work, freelancer, { milestones: 2, amountMinor: 500_00 });
  await submitAll(app, work, work.contracts);
  await settled();
  const person = await app.deps.database.db
    .selectFrom('members')
    .select('personId')
    .where('tenantId', '=', work.tenant.id)
    .executeTakeFirstOrThrow();
  owner = signedIn(person.personId, ['owner']);
  slice = sliceAppOf();
});
after(() => app.reports.close().then(() => app.close()));

const sliceAppOf = () => {
  const { routes } = assembleInsight({ ...app.deps, ...app.identity });
  const [first, ...others] = routes;
  for (const other of others) first!.route('/', other);
  return sliceApp(first!);
};

async function settled(): Promise<void> {
  await app.deps.jobs.runDue();
  await app.reports.settled();
  await app.deps.jobs.runDue();
}

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  as: Person = owner,
  plan: 'enterprise' | 'pro' = 'enterprise',
): Promise<T & { status: number; code?: string }> {
  const answer = await slice.as(as, { ...work.tenant, plan }).request(method, path, body);
  return { status: answer.status, ...(answer.status === 204 ? {} : await answer.json()) };
}
const tenantAsked = () => {
  const nowMs = app.deps.clock.now();
  return { audience: { kind: 'tenant', tenantId: work.tenant.id, reach: 'all' } as const, asOfMs: nowMs, nowMs };
};

describe('reports', () => {
  test('every figure of every report sums to its entries, whatever is filtered', async () => {
    const { db } = app.deps.database;
    const [contract] = work.contracts;
    let figures = 0;
    for (const definition of definitions.values())
      for (const filters of [
        {},
        { contract: [contract!.id] },
        { freelancer: [work.freelancers[1]!.id] },
        { period: 'lastWeek' as const },
      ]) {
        const offered = Object.keys(filters).every((key) => definition.filters.includes(key as 'contract'));
        if (!offered || definition.audience !== 'tenant') continue;
        const walked = await walkFigures(db, definition, tenantAsked(), filters);
        assert.deepEqual(walked.broken, []);
        figures += walked.figures;
      }
    for (const { id } of work.freelancers) {
      const asked = { ...tenantAsked(), audience: { kind: 'freelancer', freelancerId: id } as const };
      assert.deepEqual((await walkFigures(db, definitions.get('earnings')!, asked, {})).broken, []);
    }
    assert.ok(figures > 50, `${figures} figures`);
  });

  test('R1, R2 and R8 say the same of each contract', async () => {
    const ids = work.contracts.map(({ id }) => id);
    assert.deepEqual(await compareContracts(app.deps.database.db, tenantAsked(), {}, ids), []);
    const { totals } = await ask<ReportPage>('GET', '/v1/reports/spend');
    assert.deepEqual(totals.total, [{ amountMinor: 4 * 525_00, currency: 'USD' }]);
    assert.deepEqual(totals.fixed, [{ amountMinor: 4 * 500_00, currency: 'USD' }]);
  });

  test('a figure on screen opens its entries page by page', async () => {
    const page = await ask<ReportPage>('GET', '/v1/reports/spend?groupBy=freelancer');
    const [row] = page.rows;
    const path = `/v1/reports/spend/entries?groupBy=freelancer&asOf=${page.asOf}&column=total&row=${encodeURIComponent(row!.key)}&limit=3`;
    const first = await ask<ReportEntries>('GET', path);
    const second = await ask<ReportEntries>('GET', `${path}&cursor=${encodeURIComponent(first.nextCursor!)}`);
    assert.deepEqual([first.count, first.items.length + second.items.length, second.nextCursor], [4, 4, null]);
    assert.deepEqual(first.sums, [row!.cells.total]);
    const labels = await ask('GET', '/v1/reports/spend/entries?column=dimension');
    assert.equal(labels.status, 404);
  });

  test('as of an instant a report stays as it was: after a rename, another charge and in any format', async () => {
    const was = await ask<ReportPage>('GET', '/v1/reports/transactions');
    const weeks = await ask<ReportPage>('GET', '/v1/reports/weekly-summary');
    app.ports.clock.advance(days);
    await app.deps.database.db
      .updateTable('contracts')
      .set({ title: '=cmd|calc' })
      .where('id', '=', work.contracts[0]!.id)
      .execute();
    await app.deps.database.db
      .updateTable('freelancers')
      .set({ name: '\uff1dA1' })
      .where('id', '=', work.freelancers[0]!.id)
      .execute();
    const one = await addContract(app, work, work.freelancers[0]!, { milestones: 1, amountMinor: 70_00 });
    await submitAll(app, work, [one]);
    await settled();
    const now = await ask<ReportPage>('GET', '/v1/reports/transactions');
    assert.ok(now.rowCount > was.rowCount);
    assert.notEqual(now.contentHash, was.contentHash);
    const { asOf, filters } = was;
    const then = await ask<ReportPage>(
      'GET',
      `/v1/reports/transactions?asOf=${asOf}&from=${filters.from}&to=${filters.to}`,
    );
    assert.deepEqual([then.contentHash, then.rowCount, then.rows], [was.contentHash, was.rowCount, was.rows]);
    const weeksThen = await ask<ReportPage>(
      'GET',
      `/v1/reports/weekly-summary?asOf=${weeks.asOf}&from=${weeks.filters.from}&to=${weeks.filters.to}`,
    );
    assert.equal(weeksThen.contentHash, weeks.contentHash);
    for (const format of ['csv', 'xlsx', 'pdf', 'json']) {
      const file = await exported('transactions', { format, filters, asOf });
      assert.equal(file.made.contentHash, was.contentHash, format);
      assert.equal(createHash('sha256').update(file.bytes).digest('hex'), file.made.file!.digest);
    }
  });

  test('what a spreadsheet would run is text in every file', async () => {
    const csv = await exported('transactions', { format: 'csv' });
    const rows: Record<string, string>[] = parse(csv.bytes, { columns: true, bom: true });
    assert.ok(
      rows.some(({ Contract }) => Contract === "'=cmd|calc") &&
        rows.some(({ Freelancer }) => Freelancer === "'\uff1dA1"),
    );
    const book = new Workbook();
    await book.xlsx.load((await exported('transactions', { format: 'xlsx' })).bytes as never);
    const sheet = book.worksheets[0]!;
    const cells = sheet.getRow(rows.length + 1).values as unknown[];
    assert.ok(cells[1] instanceof Date);
    const types = new Set<unknown>();
    sheet.eachRow((row) => row.eachCell((cell) => types.add(typeof cell.formula)));
    assert.deepEqual([...types], ['undefined']);
    const total = sheet.getRow(rows.length + 2);
    assert.deepEqual(
      [total.getCell(1).value, total.getCell(11).value, total.getCell(12).value],
      ['Total', 2173.5, 10_000],
    );
    for (const text of ['=1', '+1', '-1', '@A', '\t=1', '\r1', ' =1', '\uff0b1', '\u200b=1'])
      assert.equal(neutralText(text), `'${text}`);
    for (const text of ['1-2', 'a=b', '']) assert.equal(neutralText(text), text);
  });

  test('refusals name their reason', async () => {
    const viewer = { ...signedIn('pe_viewer'), teamRoles: { tm_1: ['viewer' as const] } };
    await app.deps.database.db
      .insertInto('teams')
      .values({ id: 'tm_1', tenantId: work.tenant.id, name: 'Web', createdAt: 0 })
      .execute();
    const cases: [string, Person, number, string][] = [
      ['/v1/reports/spend?from=2010-01-01&to=2026-01-01', owner, 422, 'report_period_too_long'],
      ['/v1/reports/spend?groupBy=colour', owner, 422, 'group_by_unknown'],
      ['/v1/reports/escrow-ageing?period=lastWeek', owner, 422, 'filter_not_offered'],
      ['/v1/reports/spend?asOf=2031-01-01T00:00:00Z', owner, 422, 'as_of_in_future'],
      ['/v1/reports/earnings', owner, 403, 'report_not_yours'],
      ['/v1/reports/spend?team=Data', viewer, 403, 'team_not_yours'],
      ['/v1/reports/spend', signedIn('pe_recruiter', ['recruiter']), 403, 'report_not_yours'],
    ];
    for (const [path, as, status, code] of cases) {
      const refused = await ask('GET', path, undefined, as);
      assert.deepEqual([refused.status, refused.code], [status, code], path);
    }
    const small = await ask('GET', '/v1/reports/spend', undefined, owner, 'pro');
    assert.deepEqual([small.status, small.code], [403, 'plan_does_not_include']);
    const ofTeam = await ask<ReportPage>('GET', '/v1/reports/transactions', undefined, viewer);
    assert.deepEqual([ofTeam.status, ofTeam.rowCount], [200, 0]);
    const { items } = await ask<{ items: ReportOffer[] }>('GET', '/v1/reports', undefined, viewer);
    assert.deepEqual(items.find(({ slug }) => slug === 'spend')?.teams, ['Web']);
  });

  test('who sees one team sees its figures and no other, nor the balance of the company', async () => {
    const { db } = app.deps.database;
    const viewer = { ...signedIn('pe_viewer'), teamRoles: { tm_1: ['viewer' as const] } };
    const [ofWeb, ofData] = work.contracts;
    for (const [team, contract] of [
      ['Web', ofWeb!],
      ['Data', ofData!],
    ] as const)
      await db.updateTable('payments').set({ team }).where('contractId', '=', contract.id).execute();
    // What was asked of the same instant before is not asked again.
    app.ports.clock.advance(1_000);
    for (const slug of ['transactions', 'weekly-summary', 'spend', 'consolidated-invoice']) {
      const all = await ask<ReportPage>('GET', `/v1/reports/${slug}?contract=${ofWeb!.id}`);
      const seen = await ask<ReportPage>('GET', `/v1/reports/${slug}`, undefined, viewer);
      assert.ok(all.rowCount > 0, slug);
      assert.deepEqual([seen.rowCount, seen.totals], [all.rowCount, all.totals], slug);
      if (slug === 'transactions')
        assert.deepEqual(new Set(seen.rows.map(({ cells }) => cells.balance)), new Set([null]));
    }
    await db.updateTable('payments').set({ team: null }).where('team', 'in', ['Web', 'Data']).execute();
  });

  test('a file is its maker’s, can be cancelled, and is forgotten when its days are over', async () => {
    const { made } = await exported('spend', { format: 'csv' });
    const stranger = signedIn('pe_other', ['owner']);
    assert.equal((await ask('GET', `/v1/reports/exports/${made.id}`, undefined, stranger)).status, 404);
    const queued = await ask<ReportExport>('POST', '/v1/reports/spend/exports', { format: 'csv' });
    assert.equal((await ask<ReportExport>('DELETE', `/v1/reports/exports/${queued.id}`)).state, 'cancelled');
    await settled();
    assert.equal((await ask<ReportExport>('GET', `/v1/reports/exports/${queued.id}`)).state, 'cancelled');
    app.ports.clock.advance(31 * days);
    await settled();
    assert.equal((await ask<ReportExport>('GET', `/v1/reports/exports/${made.id}`)).state, 'expired');
    assert.equal((await ask('GET', `/v1/reports/exports/${made.id}/file`)).code, 'export_not_ready');
  });

  test('⏱ a schedule sends a signed webhook whose file can be fetched; a redirect is not followed', async () => {
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    let status = 200;
    const receiver = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      got.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const when = { every: 'daily', hour: 6, weekday: null, dayOfMonth: null };
    const made = await ask<ReportSchedule>('POST', '/v1/reports/schedules', {
      report: 'spend',
      name: 'Daily',
      filters: { period: 'last12Months' },
      format: 'csv',
      ...when,
      delivery: { kind: 'webhook', url },
    });
    assert.equal(made.status, 201);
    app.ports.clock.advance(days);
    await settled();
    const { body, headers } = got[0]!;
    const sent = new Webhook(made.signingSecret!, {}).verify.bind(new Webhook(made.signingSecret!));
    // The receiver’s own clock is far from this test’s.
    assert.throws(() => sent(body, headers as never), /timestamp/i);
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    assert.equal(
      new Webhook(made.signingSecret!).sign(String(headers['webhook-id']), at, body),
      headers['webhook-signature'],
    );
    const { data } = JSON.parse(body);
    const path = new URL(data.file.url).pathname.replace(/^\/t\/payer/, '') + new URL(data.file.url).search;
    const file = await slice.as().request('GET', path);
    assert.equal(
      createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex'),
      data.file.sha256,
    );
    assert.equal((await slice.as().request('GET', path.replace('signature=', 'signature=x'))).status, 404);
    assert.equal((await ask<ReportSchedule>('GET', `/v1/reports/schedules/${made.id}`)).signingSecret, null);
    status = 302;
    const tested = await ask<ReportDelivery>('POST', `/v1/reports/schedules/${made.id}/test`);
    await settled();
    const { items } = await ask<{ items: ReportDelivery[] }>('GET', `/v1/reports/schedules/${made.id}/deliveries`);
    const test = items.find(({ id }) => id === tested.id)!;
    assert.deepEqual([test.isTest, test.state], [true, 'failed']);
    assert.match(test.failure!, /elsewhere \(302\)/);
    receiver.close();
  });

  test('⏱ a schedule mails its file to those who may see it, and stops when its owner may not', async () => {
    const when = { every: 'daily', hour: 6, weekday: null, dayOfMonth: null };
    const made = await ask<ReportSchedule>('POST', '/v1/reports/schedules', {
      report: 'spend',
      name: 'Mailed',
      filters: {},
      format: 'xlsx',
      ...when,
      delivery: { kind: 'mail', personIds: [owner.personId] },
    });
    app.ports.clock.advance(days);
    await settled();
    const [mail] = app.ports.mailer.recent(work.ownerEmail).filter(({ subject }) => subject.startsWith('Mailed'));
    assert.match(mail!.attachments![0]!.name, /^R4-spend-.*\.xlsx$/);
    await app.identity.authority.change((trx) =>
      trx.updateTable('members').set({ role: 'recruiter' }).where('personId', '=', owner.personId).execute(),
    );
    app.ports.clock.advance(days);
    await settled();
    const stopped = await ask<ReportSchedule>('GET', `/v1/reports/schedules/${made.id}`);
    assert.deepEqual([stopped.state, stopped.stopReason, stopped.nextRunAt], ['stopped', 'roleLost', null]);
    await app.identity.authority.change((trx) =>
      trx.updateTable('members').set({ role: 'owner' }).where('personId', '=', owner.personId).execute(),
    );
  });

  test('no private address is reached, whatever it is called', async () => {
    const strict = createOutbound({ acceptsHttp: true });
    for (const url of [
      'http://127.0.0.1:9/',
      'http://[::ffff:127.0.0.1]:9/',
      'http://localhost:9/',
      'http://169.254.169.254/',
      'http://10.0.0.1/',
      'http://[::1]:9/',
      'http://2130706433:9/',
    ])
      await assert.rejects(strict.post(url, '{}', {}), /not allowed|Not allow/i, url);
    await assert.rejects(createOutbound().post('http://example.com/', '{}', {}), /https/);
  });

  test('a schedule comes at its hour in its zone, over the change of clocks too', () => {
    const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
    const rows: [Parameters<typeof nextRun>[0], string, string, string][] = [
      [
        { every: 'daily', hour: 6, weekday: null, dayOfMonth: null },
        'Europe/Berlin',
        '2026-03-28T05:00:00Z',
        '2026-03-29T04:00:00Z',
      ],
      [
        { every: 'daily', hour: 2, weekday: null, dayOfMonth: null },
        'Europe/Berlin',
        '2026-03-28T12:00:00Z',
        '2026-03-29T01:00:00Z',
      ],
      [
        { every: 'weekly', hour: 8, weekday: 1, dayOfMonth: null },
        'UTC',
        '2026-11-23T08:00:00Z',
        '2026-11-30T08:00:00Z',
      ],
      [
        { every: 'monthly', hour: 0, weekday: null, dayOfMonth: 28 },
        'UTC',
        '2026-01-28T00:00:00Z',
        '2026-02-28T00:00:00Z',
      ],
    ];
    for (const [when, zone, from, to] of rows)
      assert.equal(isoInstant(nextRun(when, zone, at(from))), isoInstant(at(to)));
  });

  test('every column has a name in every language of files', () => {
    for (const { slug, columns } of definitions.values())
      for (const { key } of columns)
        for (const locale of ['en', 'de']) assert.ok(hasLabel(slug, key, locale), `${slug}.${key} in ${locale}`);
  });
});

async function exported(slug: string, body: object) {
  const started = await ask<ReportExport>('POST', `/v1/reports/${slug}/exports`, body);
  assert.equal(started.status, 202, JSON.stringify(started));
  await settled();
  const made = await ask<ReportExport>('GET', `/v1/reports/exports/${started.id}`);
  assert.equal(made.state, 'ready', made.failure ?? '');
  const answer = await slice.as(owner, { ...work.tenant, plan: 'enterprise' }).request('GET', made.file!.path);
  return { made, bytes: Buffer.from(await answer.arrayBuffer()) };
}
