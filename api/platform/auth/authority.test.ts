import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp } from '../../app.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, mintEmbedToken, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import { GuardedCache } from './guarded-cache.ts';

const intranet = 'https://intranet.acme.example';

describe('authority', () => {
  let app: TestApp;
  let acme: TestTenant;
  /** A second node over the same database. */
  let other: TestApp;
  before(async () => {
    app = await openTestApp();
    acme = await createTestTenant(
      app,
      { slug: 'acme', origins: [intranet] },
      { 'owner@acme.example': ['owner'], 'rita@acme.example': ['recruiter'], 'val@acme.example': ['viewer'] },
    );
    other = { ...app, ...createApp(app.ports as never) };
    other.send = (method, path, body, headers = {}) =>
      Promise.resolve(
        other.http.request(`http://localhost:4000${path}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          headers: { 'content-type': 'application/json', ...headers },
        }),
      );
  });
  after(() => app.close());

  const me = (at: TestApp, headers: Record<string, string>) => at.send('GET', '/t/acme/v1/me', undefined, headers);
  const rolesAt = async (at: TestApp, headers: Record<string, string>) =>
    ((await (await me(at, headers)).json()) as { roles: string[] }).roles;

  it('changed on one node holds on another within a second', async () => {
    const owner = await signIn(app, 'owner@acme.example');
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const widget = { authorization: `Bearer ${token}`, origin: intranet };
    assert.deepEqual(await rolesAt(other, widget), ['recruiter']);
    await app.send(
      'PATCH',
      `/t/acme/v1/members/${acme.members.get('rita@acme.example')}`,
      { roles: ['viewer'] },
      owner,
    );
    assert.deepEqual(await rolesAt(app, widget), ['viewer']);
    app.ports.clock.advance(999);
    assert.deepEqual(await rolesAt(other, widget), ['viewer']);
  });

  it('ended on one node is ended on another within a second', async () => {
    const val = await signIn(app, 'val@acme.example');
    assert.equal((await me(other, val)).status, 200);
    await app.send('POST', '/v1/auth/sign-out', {}, val);
    assert.equal((await me(app, val)).status, 401);
    app.ports.clock.advance(999);
    assert.equal((await me(other, val)).status, 401);

    const { id, token } = await mintEmbedToken(app, acme, { email: 'val@acme.example', origins: [intranet] });
    const widget = { authorization: `Bearer ${token}`, origin: intranet };
    assert.equal((await me(other, widget)).status, 200);
    const server = { authorization: `Bearer ${acme.secretKey}` };
    await app.send('DELETE', `/v1/embed/sessions/${id}`, undefined, server);
    app.ports.clock.advance(999);
    assert.deepEqual(await refusalOf(await me(other, widget)), [401, 'session_denied']);
  });

  it('is ended for a node that starts afterwards', async () => {
    const { id, token } = await mintEmbedToken(app, acme, { email: 'val@acme.example', origins: [intranet] });
    await app.send('DELETE', `/v1/embed/sessions/${id}`, undefined, { authorization: `Bearer ${acme.secretKey}` });
    const late = createApp(app.ports as never);
    const headers = { authorization: `Bearer ${token}`, origin: intranet };
    const answer = await late.http.request('http://localhost:4000/t/acme/v1/me', { headers });
    assert.deepEqual(await refusalOf(answer), [401, 'session_denied']);
  });

  it('needs no database on a widget’s hot path', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const widget = { authorization: `Bearer ${token}`, origin: intranet };
    await me(app, widget);
    let reads = 0;
    const db = app.deps.database.db as { selectFrom: unknown };
    const real = db.selectFrom;
    db.selectFrom = function (this: unknown, ...given: unknown[]) {
      reads++;
      return (real as (...given: unknown[]) => unknown).apply(this, given);
    };
    try {
      assert.equal((await me(app, widget)).status, 200);
    } finally {
      db.selectFrom = real;
    }
    assert.equal(reads, 0);
  });

  it('of a person who is disabled or unverified is none', async () => {
    const val = await signIn(app, 'val@acme.example');
    const { personId } = (await app.deps.database.db
      .selectFrom('people')
      .select('id as personId')
      .where('email', '=', 'val@acme.example')
      .executeTakeFirstOrThrow()) as { personId: string };
    const change = (columns: object) =>
      app.identity.authority.change(async (trx) => {
        await trx.updateTable('people').set(columns).where('id', '=', personId).execute();
        await app.identity.authority.record(trx, { personId });
      });
    const { token } = await mintEmbedToken(app, acme, { email: 'val@acme.example', origins: [intranet] });
    const widget = { authorization: `Bearer ${token}`, origin: intranet };
    for (const [off, on] of [
      [{ disabledAt: 1 }, { disabledAt: null }],
      [{ emailVerified: false }, { emailVerified: true }],
    ] as const) {
      assert.deepEqual([(await me(app, val)).status, (await me(app, widget)).status], [200, 200]);
      await change(off);
      assert.deepEqual([(await me(app, val)).status, (await me(app, widget)).status], [401, 401], JSON.stringify(off));
      await change(on);
    }
  });
});

describe('a remembered value', () => {
  it('forgotten while it is read is not brought back by the reader', async () => {
    const cache = new GuardedCache<string>(10);
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = cache.get('rita', () => promise);
    cache.forget('rita');
    resolve('recruiter');
    assert.equal(await reading, 'recruiter');
    assert.equal(await cache.get('rita', async () => 'viewer'), 'viewer');
  });

  it('goes when newer ones need its place', async () => {
    const cache = new GuardedCache<number>(2);
    for (const [index, key] of ['a', 'b', 'c'].entries()) await cache.get(key, async () => index);
    assert.equal(await cache.get('a', async () => 9), 9);
    assert.equal(await cache.get('c', async () => 9), 2);
  });
});
