import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPersonWithPassword } from '../../platform/auth/create-person.ts';
import { setPersonDisabled } from '../../platform/auth/disable-person.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { madeInvitation, madeProposal } from '../../testing/made-proposals.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, signIn, testPasswordHash } from '../../testing/test-tenants.ts';
import type { SavedJobSearch } from './schema.ts';

type Made = Parameters<typeof madeJobPost>[1];

describe('saved job searches', () => {
  let app: TestApp;
  const tenants: Record<string, string> = {};
  before(async () => {
    app = await openTestApp();
    for (const slug of ['acme', 'globex'])
      tenants[slug] = (await createTestTenant(app, { slug, brandName: slug.toUpperCase() })).id;
    await app.jobSearch.start();
    await app.deps.jobs.runDue();
  });
  after(async () => {
    await app.jobSearch.stop();
    await app.close();
  });

  type Freelancer = { id: string; email: string; personId: string; headers: Record<string, string> };
  async function freelancer(name: string): Promise<Freelancer> {
    const email = `${name}@example.com`;
    const hash = await testPasswordHash;
    const personId = await app.identity.authority.change((trx) =>
      createPersonWithPassword(trx, app.deps, { email, name }, hash),
    );
    const headers = await signIn(app, email);
    const profile = { name, headline: 'Painter', country: 'DE', timezone: 'Europe/Berlin' };
    const made = await app.send('POST', '/v1/freelancers', profile, headers);
    assert.equal(made.status, 201);
    return { id: ((await made.json()) as { id: string }).id, email, personId, headers };
  }

  async function ask(by: Freelancer | undefined, method: string, path = '', body?: unknown, address = '') {
    const response = await app.send(method, `${address}/v1/jobs/saved-searches${path}`, body, by?.headers);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }
  async function save(by: Freelancer, q: string, alert: string, address = ''): Promise<SavedJobSearch> {
    const { status, body } = await ask(by, 'POST', '', { name: q, query: { q }, alert }, address);
    assert.equal(status, 201);
    return body;
  }
  async function newCountOf(by: Freelancer, id: string, address = '') {
    await app.jobSearch.index.refresh();
    const { items } = (await ask(by, 'GET', '', undefined, address)).body as { items: SavedJobSearch[] };
    return items.find((search) => search.id === id)?.newCount;
  }

  let made = 0;
  /** As publishing leaves it: the row and its news in one transaction. */
  async function posted(title: string, more: Partial<Made> = {}): Promise<string> {
    const { database, clock, outbox } = app.deps;
    app.ports.clock.advance(1000);
    const row = madeJobPost(clock.now(), { id: `jp_${++made}`, tenantId: tenants.acme!, title, ...more });
    await database.transaction(async (trx) => {
      await trx.insertInto('jobPosts').values(row).execute();
      const changed = { id: row.id, tenantId: row.tenantId, revision: 1 };
      await outbox.record(trx, 'jobPostChanged', row.tenantId, changed, clock.now());
    });
    return row.id;
  }
  async function later(ms: number) {
    await app.deps.jobs.runDue();
    app.ports.clock.advance(ms);
    await app.deps.jobs.runDue();
  }
  const mailsTo = ({ email }: Freelancer) =>
    app.ports.mailer.recent(email).filter(({ subject }) => /new for/.test(subject));

  test('"immediately" mails a post within seconds, once, and not what was there before', async () => {
    const ada = await freelancer('ada');
    await posted('Paint a lighthouse');
    await app.jobSearch.index.refresh();
    await save(ada, 'lighthouse', 'immediately');
    const id = await posted('Restore a lighthouse');
    await later(10_000);
    assert.equal(mailsTo(ada).length, 1);
    const [mail] = mailsTo(ada);
    assert.match(mail!.text, /Restore a lighthouse – ACME/);
    assert.doesNotMatch(mail!.text, /Paint a lighthouse/);
    assert.match(mail!.text, /http:\/\/localhost:4000\/jobs\/saved-searches\?id=/);

    const { database, clock } = app.deps;
    app.ports.clock.advance(1000);
    await database.db
      .updateTable('jobPosts')
      .set({ description: 'Said better', revision: 2, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    await posted('Something else');
    await later(10_000);
    assert.equal(mailsTo(ada).length, 1);
  });

  test('nobody is mailed a post that they may not see, hid or proposed to', async () => {
    const [insider, outsider] = [await freelancer('ines'), await freelancer('otto')];
    const search = await save(insider, 'cathedral', 'immediately');
    await save(outsider, 'cathedral', 'immediately');
    const invited = await posted('Cathedral windows', { visibility: 'invitedOnly' });
    const nowMs = app.deps.clock.now();
    const between = { tenantId: tenants.acme!, freelancerId: insider.id };
    await app.deps.database.db
      .insertInto('invitations')
      .values(madeInvitation(nowMs, { id: 'iv_1', jobPostId: invited, ...between }))
      .execute();
    const proposed = await posted('Cathedral roof');
    await app.deps.database.db
      .insertInto('proposals')
      .values(madeProposal(nowMs, { id: 'pr_1', jobPostId: proposed, ...between }))
      .execute();
    await posted('Cathedral crypt', { visibility: 'poolOnly', poolIds: ['tp_none'] });
    const hidden = await posted('Cathedral bells');
    const answer = await app.send('PUT', `/v1/jobs/${hidden}/hidden`, { reason: 'other' }, insider.headers);
    assert.equal(answer.status, 204);
    assert.equal(await newCountOf(insider, search.id), 1);
    await later(10_000);
    assert.match(mailsTo(insider)[0]!.text, /Cathedral windows/);
    assert.doesNotMatch(mailsTo(insider)[0]!.text, /roof|crypt|bells/);
    assert.match(mailsTo(outsider)[0]!.text, /Cathedral roof/);
    assert.doesNotMatch(mailsTo(outsider)[0]!.text, /windows|crypt/);
  });

  test('a post that ended, or was hidden, before the mail was sent is not in it', async () => {
    const eva = await freelancer('eva');
    const search = await save(eva, 'aqueduct', 'daily');
    const id = await posted('Mend an aqueduct');
    const other = await posted('Paint an aqueduct');
    assert.equal(await newCountOf(eva, search.id), 2);
    await app.send('PUT', `/v1/jobs/${other}/hidden`, { reason: 'other' }, eva.headers);
    const { database, clock } = app.deps;
    await database.db
      .updateTable('jobPosts')
      .set({ state: 'closed', revision: 2, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    await later(86_400_000);
    assert.deepEqual(mailsTo(eva), []);
  });

  test('"daily" mails once a day, and only what was not looked at meanwhile', async () => {
    const dora = await freelancer('dora');
    const search = await save(dora, 'windmill', 'daily');
    await posted('Paint a windmill');
    assert.equal(await newCountOf(dora, search.id), 1);
    assert.equal((await ask(dora, 'PATCH', `/${search.id}`, { seen: true })).body.newCount, 0);
    await later(86_400_000);
    assert.equal(mailsTo(dora).length, 0);
    await posted('Mend a windmill');
    await posted('Move a windmill');
    await later(10_000);
    assert.equal(mailsTo(dora).length, 0);
    await later(86_400_000);
    assert.equal(mailsTo(dora).length, 1);
    assert.match(mailsTo(dora)[0]!.subject, /2 new/);
  });

  test('saved at a tenant’s address it finds that tenant’s posts and is listed there alone', async () => {
    const ben = await freelancer('ben');
    const search = await save(ben, 'bridge', 'immediately', '/t/globex');
    await posted('Acme bridge');
    await posted('Globex bridge', { tenantId: tenants.globex! });
    await later(10_000);
    const [mail] = mailsTo(ben);
    assert.equal(mail!.fromName, 'GLOBEX');
    assert.match(mail!.text, /Globex bridge/);
    assert.doesNotMatch(mail!.text, /Acme bridge/);
    assert.match(mail!.text, /\/t\/globex\/jobs\/saved-searches\?id=/);
    assert.equal(await newCountOf(ben, search.id, '/t/globex'), 1);
    assert.equal(await newCountOf(ben, search.id), undefined);
    assert.equal((await ask(ben, 'PATCH', `/${search.id}`, { name: 'x' }, '/t/acme')).status, 404);
  });

  test('the link of a mail ends its search’s mails without signing in, and opens nothing else', async () => {
    const lea = await freelancer('lea');
    await save(lea, 'harbor', 'immediately');
    await posted('Harbor wall');
    await later(10_000);
    const token = /stop\?token=(\S+)/.exec(mailsTo(lea)[0]!.text)![1]!;
    const stopped = await ask(undefined, 'POST', `/unsubscribe?token=${token}`);
    assert.deepEqual([stopped.status, stopped.body], [200, { name: 'harbor' }]);
    assert.equal((await ask(undefined, 'POST', `/unsubscribe?token=x${token}`)).status, 404);
    await posted('Harbor lights');
    await later(10_000);
    assert.equal(mailsTo(lea).length, 1);
  });

  test('somebody disabled is mailed nothing', async () => {
    const max = await freelancer('max');
    await save(max, 'quarry', 'immediately');
    await setPersonDisabled({ authority: app.identity.authority, clock: app.deps.clock }, max.personId, true);
    await posted('Quarry wall');
    await later(10_000);
    assert.deepEqual(mailsTo(max), []);
  });

  test('nobody sees, changes or deletes another’s search; 50 are enough', async () => {
    const [mia, noa] = [await freelancer('mia'), await freelancer('noa')];
    const search = await save(mia, 'canal', 'none');
    assert.equal((await ask(noa, 'PATCH', `/${search.id}`, { name: 'mine' })).status, 404);
    assert.equal((await ask(noa, 'DELETE', `/${search.id}`)).status, 404);
    assert.deepEqual((await ask(noa, 'GET')).body.items, []);
    assert.equal((await ask(mia, 'DELETE', `/${search.id}`)).status, 204);
    assert.deepEqual((await ask(mia, 'GET')).body.items, []);
    for (let count = 0; count < 50; count++) await save(mia, `canal ${count}`, 'none');
    const { status, body } = await ask(mia, 'POST', '', { name: 'one more', query: {}, alert: 'none' });
    assert.deepEqual([status, body.code], [409, 'too_many_saved_searches']);
  });

  test('only what could be searched can be saved', async () => {
    const zoe = await freelancer('zoe');
    for (const query of [
      { kind: ['weekly'] },
      { budgetMin: 2, budgetMax: 1 },
      { limit: 3 },
      { __proto__: null, x: 1 },
    ]) {
      assert.equal(
        (await ask(zoe, 'POST', '', { name: 'x', query, alert: 'none' })).status,
        422,
        JSON.stringify(query),
      );
    }
    const long = await ask(zoe, 'POST', '', { name: 'x', query: { q: 'a'.repeat(501) }, alert: 'none' });
    assert.deepEqual([long.status, long.body.code], [422, 'query_too_long']);
  });
});
