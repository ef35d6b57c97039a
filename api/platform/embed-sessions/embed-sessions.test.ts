import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, mintEmbedToken, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import { changePlan } from '../tenants/change-plan.ts';
import type { Plan } from '../tenants/plan.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';

const intranet = 'https://intranet.acme.example';
const wiki = 'https://wiki.acme.example';
const evil = 'https://evil.example';

describe('embed sessions', () => {
  let app: TestApp;
  let acme: TestTenant;
  let globex: TestTenant;
  before(async () => {
    app = await openTestApp();
    acme = await createTestTenant(
      app,
      { slug: 'acme', origins: [intranet, wiki] },
      {
        'owner@acme.example': ['owner'],
        'rita@acme.example': ['recruiter'],
        'val@acme.example': ['viewer'],
        'gone@acme.example': ['recruiter'],
        'down@acme.example': ['recruiter'],
      },
    );
    globex = await createTestTenant(app, { slug: 'globex', origins: [evil] }, { 'olga@globex.example': ['owner'] });
  });
  after(() => app.close());

  const me = (token: string, origin: string | null = intranet, path = '/t/acme/v1/me', headers = {}) =>
    app.send('GET', path, undefined, { authorization: `Bearer ${token}`, ...(origin && { origin }), ...headers });
  const ask = (body: object, key = acme.secretKey, path = '/v1/embed/sessions', headers = {}) =>
    app.send('POST', path, body, { authorization: `Bearer ${key}`, ...headers });
  const good = {
    member: { email: 'rita@acme.example' },
    origins: [intranet],
    widgets: { talentSearch: { invite: true } },
  };

  it('act as the member, on the named origin, readable by its page', async () => {
    const session = await mintEmbedToken(app, acme, { email: 'Rita@ACME.example', origins: [intranet] });
    assert.equal(session.apiBase, `${ownOrigin}/t/acme`);
    assert.equal(Date.parse(session.expiresAt) - app.ports.clock.now(), 900_000);
    const answer = await me(session.token);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), intranet);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    assert.match(answer.headers.get('vary') ?? '', /Origin/);
    const body = (await answer.json()) as { roles: string[]; memberships: unknown[]; person: { email: string } };
    assert.deepEqual([body.person.email, body.roles, body.memberships], ['rita@acme.example', ['recruiter'], []]);
  });

  it('belong to a plan that includes widgets: a smaller one starts none and stops those that run', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const plan = (to: Plan) =>
      changePlan({ ...app.deps, ...app.identity }, tenantScope(acme.id), nobody, () => to, { reason: 'A test' });
    const nobody = { actor: { kind: 'clock' } as const, requestId: 'req_1' };
    await plan('pro');
    assert.deepEqual(await refusalOf(await me(token)), [403, 'plan_does_not_include']);
    assert.deepEqual(await refusalOf(await ask(good)), [403, 'plan_does_not_include']);
    await plan('enterprise');
    assert.equal((await me(token)).status, 200);
  });

  it('name their tenant by themselves when the address names none', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const answer = await me(token, intranet, '/v1/me');
    assert.deepEqual(((await answer.json()) as { roles: string[] }).roles, ['recruiter']);
  });

  it('are refused to another origin, without a CORS grant, even an allowed one', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    for (const origin of [
      wiki,
      evil,
      'null',
      `${intranet}.evil.example`,
      'http://intranet.acme.example',
      ownOrigin,
      null,
    ]) {
      const answer = await me(token, origin);
      assert.equal(answer.headers.get('access-control-allow-origin'), null, String(origin));
      assert.deepEqual(await refusalOf(answer), [403, 'origin_not_allowed'], String(origin));
    }
  });

  it('are for one tenant', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    assert.deepEqual(await refusalOf(await me(token, intranet, '/t/globex/v1/me')), [401, 'session_denied']);
  });

  it('end with their time', async () => {
    const { token } = await mintEmbedToken(app, acme, {
      email: 'rita@acme.example',
      origins: [intranet],
      ttlSeconds: 60,
    });
    const unread = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet], ttlSeconds: 60 });
    assert.equal((await me(token)).status, 200);
    app.ports.clock.advance(59_000);
    assert.equal((await me(token)).status, 200);
    app.ports.clock.advance(1_000);
    const late = await me(token);
    assert.equal(late.headers.get('access-control-allow-origin'), intranet, 'the widget reads why');
    assert.deepEqual(await refusalOf(late), [401, 'session_expired']);
    assert.deepEqual(await refusalOf(await me(unread.token)), [401, 'session_expired']);
  });

  it('cannot be made up or changed', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, tid: globex.id })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const wrong = [
      `${head}.${forged}.${signature}`,
      `${none}.${body}.`,
      `${head}.${body}.${'A'.repeat(43)}`,
      'x',
      `${token}x`,
    ];
    for (const made of wrong) assert.deepEqual(await refusalOf(await me(made)), [401, 'session_denied'], made);
  });

  it('follow a changed role on the next request', async () => {
    const owner = await signIn(app, 'owner@acme.example');
    const { token } = await mintEmbedToken(app, acme, { email: 'down@acme.example', origins: [intranet] });
    assert.deepEqual(((await (await me(token)).json()) as { roles: string[] }).roles, ['recruiter']);
    const id = acme.members.get('down@acme.example');
    assert.equal((await app.send('PATCH', `/t/acme/v1/members/${id}`, { roles: ['viewer'] }, owner)).status, 200);
    assert.deepEqual(((await (await me(token)).json()) as { roles: string[] }).roles, ['viewer']);
    await app.send('PATCH', `/t/acme/v1/members/${id}`, { disabled: true }, owner);
    assert.deepEqual(await refusalOf(await me(token)), [401, 'session_denied']);
    assert.deepEqual(await refusalOf(await ask({ ...good, member: { email: 'down@acme.example' } })), [
      422,
      'unknown_member',
    ]);
  });

  it('end when the member is removed', async () => {
    const owner = await signIn(app, 'owner@acme.example');
    const { token } = await mintEmbedToken(app, acme, { email: 'gone@acme.example', origins: [intranet] });
    assert.equal((await me(token)).status, 200);
    const id = acme.members.get('gone@acme.example');
    assert.equal((await app.send('DELETE', `/t/acme/v1/members/${id}`, undefined, owner)).status, 204);
    assert.deepEqual(await refusalOf(await me(token)), [401, 'session_denied']);
  });

  it('can be revoked, by their server and not by another tenant’s', async () => {
    const { id, token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [intranet] });
    const end = (key: string) =>
      app.send('DELETE', `/v1/embed/sessions/${id}`, undefined, { authorization: `Bearer ${key}` });
    assert.deepEqual(await refusalOf(await end(globex.secretKey)), [404, 'not_found']);
    assert.equal((await me(token)).status, 200);
    assert.equal((await end(acme.secretKey)).status, 204);
    assert.deepEqual(await refusalOf(await me(token)), [401, 'session_denied']);
  });

  it('open no settings, whatever their person may do at the portal', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'owner@acme.example', origins: [intranet] });
    for (const [method, path, body] of [
      ['GET', '/v1/members', undefined],
      ['GET', '/v1/audit', undefined],
      ['GET', '/v1/tenant/keys', undefined],
      ['PUT', '/v1/tenant/origins', { origins: [evil] }],
      ['POST', '/v1/embed/sessions', good],
      ['POST', '/v1/embed/sessions/own', undefined],
    ] as const) {
      const answer = await app.send(method, `/t/acme${path}`, body, {
        authorization: `Bearer ${token}`,
        origin: intranet,
      });
      assert.deepEqual(await refusalOf(answer), [403, 'forbidden'], `${method} ${path}`);
    }
  });

  describe('are minted', () => {
    it('only for origins of the tenant', async () => {
      for (const origin of [evil, 'https://*.acme.example', `${intranet}/`, 'null'])
        assert.deepEqual(await refusalOf(await ask({ ...good, origins: [intranet, origin] })), [
          422,
          'origin_not_allowed',
        ]);
    });

    it('only for members of the tenant', async () => {
      for (const email of ['nobody@acme.example', 'olga@globex.example'])
        assert.deepEqual(await refusalOf(await ask({ ...good, member: { email } })), [422, 'unknown_member']);
    });

    it('only with a secret key of that tenant, from a server', async () => {
      assert.deepEqual(await refusalOf(await ask(good, 'sk_doesnotexist')), [401, 'key_unknown']);
      assert.deepEqual(await refusalOf(await ask(good, globex.secretKey, '/t/acme/v1/embed/sessions')), [
        401,
        'key_unknown',
      ]);
      assert.deepEqual(await refusalOf(await ask(good, globex.secretKey)), [422, 'origin_not_allowed']);
      const inBrowser = await ask(good, acme.secretKey, '/t/acme/v1/embed/sessions', { origin: intranet });
      assert.deepEqual(await refusalOf(inBrowser), [403, 'secret_key_in_browser']);
      const publishable = await ask(good, acme.publishableKey, '/t/acme/v1/embed/sessions', { origin: intranet });
      assert.deepEqual(await refusalOf(publishable), [403, 'forbidden']);
      assert.deepEqual(await refusalOf(await app.send('POST', '/v1/embed/sessions', good)), [401, 'unauthenticated']);
      const owner = await signIn(app, 'owner@acme.example');
      assert.deepEqual(await refusalOf(await app.send('POST', '/v1/embed/sessions', good, owner)), [403, 'forbidden']);
    });

    it('for 15 minutes at most, known widgets and features, and nothing unknown', async () => {
      for (const wrong of [
        { ...good, ttlSeconds: 901 },
        { ...good, widgets: { talentSearch: { rule: true } } },
        { ...good, widgets: { everything: {} } },
        { ...good, roles: ['owner'] },
        { ...good, origins: [] },
      ])
        assert.deepEqual(await refusalOf(await ask(wrong)), [422, 'invalid_input'], JSON.stringify(wrong));
    });
  });

  describe('of the portal itself', () => {
    const own = (headers: Record<string, string>, path = '/t/acme/v1/embed/sessions/own') =>
      app.send('POST', path, undefined, headers);

    it('serve whoever is signed in, on our own pages only', async () => {
      const { token } = (await (await own(await signIn(app, 'val@acme.example'))).json()) as { token: string };
      // Browsers send no Origin with a same-origin GET.
      assert.equal((await me(token, null, '/t/acme/v1/me', { 'sec-fetch-site': 'same-origin' })).status, 200);
      assert.equal((await me(token, ownOrigin)).status, 200);
      assert.deepEqual(await refusalOf(await me(token, intranet)), [403, 'origin_not_allowed']);
    });

    it('are not given to another site that rides on the cookie', async () => {
      const { cookie } = await signIn(app, 'val@acme.example');
      for (const origin of [evil, intranet]) {
        const answer = await own({ cookie, origin });
        assert.deepEqual(await refusalOf(answer), [403, 'cross_site_request']);
      }
      assert.deepEqual(await refusalOf(await own({ cookie })), [403, 'cross_site_request']);
    });

    it('end with the sign-in they came from', async () => {
      const headers = await signIn(app, 'val@acme.example');
      const { token } = (await (await own(headers)).json()) as { token: string };
      assert.equal((await me(token, ownOrigin)).status, 200);
      assert.equal((await app.send('POST', '/v1/auth/sign-out', {}, headers)).status, 200);
      assert.deepEqual(await refusalOf(await me(token, ownOrigin)), [401, 'session_denied']);
      assert.deepEqual(await refusalOf(await app.send('GET', '/v1/me', undefined, headers)), [401, 'unauthenticated']);
    });
  });
});
