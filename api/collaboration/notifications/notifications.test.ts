import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { notify } from '../../platform/notices/notice.ts';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, mintEmbedToken, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import type { Notification } from './schema.ts';

const dayMs = 86_400_000;
type Headers = Record<string, string>;
type Page = { items: Notification[]; nextCursor: string | null; unread: number };

let app: TestApp;
let acme: TestTenant;
let globex: TestTenant;
let rita: { id: string; headers: Headers };
let olga: { id: string; headers: Headers };

before(async () => {
  app = await openTestApp();
  acme = await createTestTenant(
    app,
    { slug: 'acme', name: 'Acme', domains: ['talent.acme.example'], origins: ['https://intranet.acme.example'] },
    { 'rita@acme.example': ['recruiter'] },
  );
  globex = await createTestTenant(app, { slug: 'globex', name: 'Globex' }, { 'olga@globex.example': ['owner'] });
  rita = await personOf('rita@acme.example');
  olga = await personOf('olga@globex.example');
});
after(() => app.close());
beforeEach(async () => {
  await app.deps.jobs.runDue();
  await app.deps.database.db.deleteFrom('notifications').execute();
});

async function personOf(email: string) {
  const row = await app.deps.database.db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return { id: row.id, headers: await signIn(app, email) };
}

async function tell({
  personIds = [rita.id],
  tenantId = acme.id as string | null,
  title = 'Website',
  kind = 'offer.sent' as const,
} = {}) {
  await app.deps.database.transaction((trx) =>
    notify(trx, app.deps, {
      personIds,
      kind,
      subject: { kind: 'offer', id: 'of_1' },
      words: { client: 'Acme', title },
      path: '/offers/of_1',
      tenantId,
    }),
  );
  await app.deps.jobs.runDue();
}

async function read(headers: Headers, query = '', at = ''): Promise<Page> {
  const answer = await app.send('GET', `${at}/v1/notifications${query}`, undefined, headers);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Page;
}
const titles = (page: Page) => page.items.map(({ title }) => title);

describe('what people are told', () => {
  test('each of them once, also when the event is handed out again', async () => {
    await tell({ personIds: [rita.id, rita.id, olga.id] });
    const job = app.deps.database.db.updateTable('jobs').set({ state: 'queued', runAt: 0 });
    await job.where('kind', '=', 'notifications.write').execute();
    await app.deps.jobs.runDue();
    assert.deepEqual(titles(await read(rita.headers)), ['Offer from Acme: Website']);
    assert.deepEqual(titles(await read(olga.headers)), ['Offer from Acme: Website']);
  });

  test('in the language asked for, with the brand it comes from', async () => {
    await tell();
    const { items } = await read(rita.headers, '?locale=de-AT');
    assert.equal(items[0]?.title, 'Auftrag von Acme: Website');
    assert.match(items[0]!.body, /^Acme bietet Ihnen „Website“ an\./);
    assert.deepEqual(
      [items[0]?.tenant, items[0]?.path, items[0]?.subject, items[0]?.readAt],
      [{ slug: 'acme', name: 'Acme' }, '/offers/of_1', { kind: 'offer', id: 'of_1' }, null],
    );
  });

  test('at a tenant’s address only its news and the installation’s; elsewhere all', async () => {
    await tell({ title: 'of Acme' });
    await tell({ title: 'of Globex', tenantId: globex.id });
    await tell({ title: 'of nobody', tenantId: null });
    const seen = async (at: string) =>
      titles(await read(rita.headers, '', at))
        .map((title) => title.slice(-9))
        .toSorted();
    assert.deepEqual(await seen('/t/acme'), [': of Acme', 'of nobody']);
    assert.deepEqual(await seen('/t/globex'), ['of Globex', 'of nobody']);
    assert.equal((await seen('')).length, 3);
    const count = await app.send('GET', '/t/acme/v1/notifications/unread-count', undefined, rita.headers);
    assert.deepEqual(await count.json(), { unread: 2 });
  });

  test('newest first, page by page, without gap or repeat while more come in', async () => {
    for (let n = 0; n < 5; n++) {
      await tell({ title: `n${n}` });
      if (n % 2) app.ports.clock.advance(1000);
    }
    const first = await read(rita.headers, '?limit=2');
    await tell({ title: 'late' });
    const second = await read(rita.headers, `?limit=2&cursor=${first.nextCursor}`);
    const third = await read(rita.headers, `?limit=2&cursor=${second.nextCursor}`);
    const seen = [first, second, third].flatMap(titles);
    assert.equal(new Set(seen).size, 5);
    assert.equal(third.nextCursor, null);
    const foreign = await app.send(
      'GET',
      `/v1/notifications?limit=2&cursor=${first.nextCursor}`,
      undefined,
      olga.headers,
    );
    assert.deepEqual(await refusalOf(foreign), [400, 'invalid_cursor']);
  });
});

describe('reading', () => {
  const put = (id: string, headers: Headers, method = 'PUT') =>
    app.send(method, `/v1/notifications/${id}/read`, undefined, headers);

  test('one is marked as read, keeps the first instant, and can be marked unread', async () => {
    await tell();
    const [{ id } = { id: '' }] = (await read(rita.headers)).items;
    assert.equal((await put(id, rita.headers)).status, 204);
    const { items, unread } = await read(rita.headers);
    app.ports.clock.advance(1000);
    assert.equal((await put(id, rita.headers)).status, 204);
    assert.equal((await read(rita.headers)).items[0]?.readAt, items[0]?.readAt);
    assert.equal(unread, 0);
    assert.deepEqual((await read(rita.headers, '?unread=true')).items, []);
    assert.equal((await put(id, rita.headers, 'DELETE')).status, 204);
    assert.equal((await read(rita.headers)).unread, 1);
  });

  test('somebody else’s answers exactly like one that is not there', async () => {
    await tell();
    const [{ id } = { id: '' }] = (await read(rita.headers)).items;
    const answers = [await put(id, olga.headers), await put('nt_none', olga.headers)];
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ ...((await answer.json()) as object), requestId: '' })),
    );
    assert.deepEqual(bodies[0], bodies[1]);
    assert.equal(answers[0]?.status, 404);
    assert.equal((await read(rita.headers)).unread, 1);
  });

  test('all are marked up to the newest one seen; what came since stays', async () => {
    await tell({ title: 'seen' });
    const newest = (await read(rita.headers)).items[0]!.createdAt;
    app.ports.clock.advance(1000);
    await tell({ title: 'since' });
    await tell({ title: 'seen too, elsewhere', personIds: [olga.id] });
    const answer = await app.send('POST', '/v1/notifications/read-all', { upTo: newest }, rita.headers);
    assert.deepEqual(await answer.json(), { unread: 1 });
    assert.deepEqual(titles(await read(rita.headers, '?unread=true')), ['Offer from Acme: since']);
    assert.equal((await read(olga.headers)).unread, 1);
  });

  test('at a tenant’s address all of that tenant are marked, and no other’s', async () => {
    await tell();
    await tell({ tenantId: globex.id });
    const upTo = (await read(rita.headers)).items[0]!.createdAt;
    await app.send('POST', '/t/acme/v1/notifications/read-all', { upTo }, rita.headers);
    assert.deepEqual(
      (await read(rita.headers, '?unread=true')).items.map(({ tenant }) => tenant?.slug),
      ['globex'],
    );
  });

  test('a widget reads no news', async () => {
    const { token } = await mintEmbedToken(app, acme, {
      email: 'rita@acme.example',
      origins: ['https://intranet.acme.example'],
    });
    const answer = await app.send('GET', '/v1/notifications', undefined, {
      authorization: `Bearer ${token}`,
      origin: 'https://intranet.acme.example',
    });
    assert.deepEqual(await refusalOf(answer), [403, 'forbidden']);
  });

  test('it is forgotten after 180 days', async () => {
    await tell();
    app.ports.clock.advance(179 * dayMs);
    await app.deps.jobs.runDue();
    const row = () => app.deps.database.db.selectFrom('notifications').selectAll().execute();
    assert.equal((await row()).length, 1);
    app.ports.clock.advance(2 * dayMs);
    await app.deps.jobs.runDue();
    assert.equal((await row()).length, 0);
    rita = await personOf('rita@acme.example');
    olga = await personOf('olga@globex.example');
  });
});

describe('mails', () => {
  const mails = (to: string) => app.ports.mailer.recent(to);

  test('what cannot wait is mailed at once, in the tenant’s brand and with its link', async () => {
    const before = mails('rita@acme.example').length;
    await tell({ title: 'Mailed <b>' });
    const [mail] = mails('rita@acme.example');
    assert.equal(mails('rita@acme.example').length, before + 1);
    assert.deepEqual([mail?.fromName, mail?.subject], ['Acme', 'Offer from Acme: Mailed <b>']);
    assert.match(mail!.text, /http:\/\/talent\.acme\.example:4000\/offers\/of_1/);
    assert.doesNotMatch(mail!.text + mail!.html, /localhost/);
    assert.match(mail!.html, /Mailed &#60;b&#62;/);
  });

  test('a mail server that was down gets it once it is back, once', async () => {
    const send = app.ports.mailer.send;
    const before = mails('olga@globex.example').length;
    app.ports.mailer.send = () => Promise.reject(new Error('down'));
    try {
      await tell({ personIds: [olga.id], tenantId: globex.id });
    } finally {
      app.ports.mailer.send = send;
    }
    assert.deepEqual(titles(await read(olga.headers)), ['Offer from Acme: Website']);
    assert.equal(mails('olga@globex.example').length, before);
    for (let n = 0; n < 3; n++) {
      app.ports.clock.advance(2000);
      await app.deps.jobs.runDue();
    }
    assert.equal(mails('olga@globex.example').length, before + 1);
  });

  test('nobody disabled is mailed', async () => {
    const before = mails('olga@globex.example').length;
    const disable = (disabledAt: number | null) =>
      app.identity.authority.change(async (trx) => {
        await trx.updateTable('people').set({ disabledAt }).where('id', '=', olga.id).execute();
        await app.identity.authority.record(trx, { personId: olga.id });
      });
    await disable(1);
    await tell({ personIds: [olga.id] });
    await disable(null);
    assert.equal(mails('olga@globex.example').length, before);
  });
});

describe('live', () => {
  async function listen(headers: Headers, at = '') {
    const answer = await app.send('GET', `${at}/v1/notifications/stream`, undefined, headers);
    if (answer.status !== 200) return { answer };
    const reader = answer.body!.getReader();
    const decoder = new TextDecoder();
    return {
      answer,
      next: async () => {
        const { done, value } = await reader.read();
        return done ? 'end' : decoder.decode(value);
      },
      stop: () => reader.cancel(),
    };
  }
  const unread = (count: number) => `event: unread\ndata: {"unread":${count}}\n\n`;

  test('the count comes at once, and whenever something is told or read', async () => {
    await tell();
    const stream = await listen(rita.headers, '/t/acme');
    assert.equal(stream.answer.headers.get('content-type'), 'text/event-stream');
    assert.equal(await stream.next!(), unread(1));
    await tell({ title: 'elsewhere', tenantId: globex.id });
    await tell({ title: 'another' });
    assert.equal(await stream.next!(), unread(2));
    const [{ id } = { id: '' }] = (await read(rita.headers, '', '/t/acme')).items;
    await app.send('PUT', `/v1/notifications/${id}/read`, undefined, rita.headers);
    assert.equal(await stream.next!(), unread(1));
    await stream.stop!();
  });

  test('a person has so many streams and no more, and gets one back by closing one', async () => {
    const open = [];
    for (let n = 0; n < 6; n++) open.push(await listen(olga.headers));
    assert.deepEqual(await refusalOf((await listen(olga.headers)).answer), [429, 'too_many_streams']);
    const others = await listen(rita.headers);
    assert.equal(others.answer.status, 200);
    await open[0]!.stop!();
    const again = await listen(olga.headers);
    assert.equal(again.answer.status, 200);
    for (const stream of [...open.slice(1), others, again]) await stream.stop!();
  });

  test('it ends with the sign-in', async () => {
    const headers = await signIn(app, 'rita@acme.example');
    const stream = await listen(headers);
    assert.equal(await stream.next!(), unread(0));
    assert.equal((await app.send('POST', '/v1/auth/sign-out', {}, { ...headers, origin: ownOrigin })).status, 200);
    assert.equal(await stream.next!(), 'end');
  });

  test('a reader who does not read is let go instead of being waited for', async () => {
    const stream = await listen(rita.headers);
    for (let n = 0; n < 20; n++) await tell({ title: `n${n}` });
    const events = [];
    for (let event = await stream.next!(); event !== 'end'; event = await stream.next!()) events.push(event);
    assert.ok(events.length <= 17, `${events.length} events waited`);
  });

  test('closing the server ends every stream', async () => {
    const stream = await listen(rita.headers);
    assert.equal(await stream.next!(), unread(0));
    app.notificationStreams.close();
    assert.equal(await stream.next!(), 'end');
    assert.equal((await listen(rita.headers)).answer.status, 429);
  });
});
