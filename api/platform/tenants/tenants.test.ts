import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';

const intranet = 'https://intranet.acme.example';

describe('tenants', () => {
  let app: TestApp;
  let acme: TestTenant;
  before(async () => {
    app = await openTestApp();
    acme = await createTestTenant(
      app,
      { slug: 'acme', name: 'Acme', domains: ['talent.acme.example'], origins: [intranet] },
      {
        'owner@acme.example': ['owner'],
        'admin@acme.example': ['accountAdmin'],
        'rita@acme.example': ['recruiter', 'approver'],
      },
    );
    await createTestTenant(
      app,
      { slug: 'globex', plan: 'basic', origins: ['https://globex.example'] },
      { 'olga@globex.example': ['owner'] },
    );
  });
  after(() => app.close());

  const tenantAt = async (address: string) => {
    const answer = await app.send('GET', address);
    return [answer.status, ((await answer.json()) as { slug?: string; code?: string }).slug];
  };

  it('are found by their domain or by path', async () => {
    assert.deepEqual(await tenantAt('/t/acme/v1/tenant'), [200, 'acme']);
    assert.deepEqual(await tenantAt('/t/globex/v1/tenant'), [200, 'globex']);
    assert.deepEqual(await tenantAt('http://talent.acme.example:4000/v1/tenant'), [200, 'acme']);
    assert.deepEqual(await tenantAt('http://talent.acme.example:4000/t/acme/v1/tenant'), [200, 'acme']);
  });

  it('are not found by another name, another host, or from another tenant’s host', async () => {
    for (const address of [
      '/t/nobody/v1/tenant',
      'http://talent.evil.example:4000/v1/tenant',
      'http://evil.talent.acme.example:4000/v1/tenant',
      'http://talent.acme.example:4000/t/globex/v1/tenant',
    ])
      assert.deepEqual(await refusalOf(await app.send('GET', address)), [404, 'unknown_tenant'], address);
  });

  it('show the public their brand and nothing else', async () => {
    const body = await (await app.send('GET', '/t/acme/v1/tenant')).json();
    assert.deepEqual(body, {
      slug: 'acme',
      brand: { name: 'Acme', logoUrl: null },
      plan: 'enterprise',
      locale: 'en',
      theme: {},
    });
  });

  it('grant CORS to their exact origins only, never with credentials', async () => {
    const preflight = (path: string, origin: string) =>
      app.send('OPTIONS', path, undefined, { origin, 'access-control-request-method': 'GET' });
    const granted = await preflight('/t/acme/v1/tenant', intranet);
    assert.equal(granted.status, 204);
    assert.equal(granted.headers.get('access-control-allow-origin'), intranet);
    assert.equal(granted.headers.get('access-control-allow-credentials'), null);
    assert.equal(granted.headers.get('vary'), 'Origin');
    for (const [path, origin] of [
      ['/t/acme/v1/tenant', 'https://globex.example'],
      ['/t/globex/v1/tenant', intranet],
      ['/t/acme/v1/tenant', 'null'],
      ['/v1/tenant', intranet],
      ['/t/acme/v1/auth/sign-in/email', intranet],
    ] as const) {
      const refused = await preflight(path, origin);
      assert.equal(refused.headers.get('access-control-allow-origin'), null, `${path} ${origin}`);
      assert.deepEqual(await refusalOf(refused), [403, 'origin_not_allowed'], `${path} ${origin}`);
    }
    const read = await app.send('GET', '/t/acme/v1/tenant', undefined, { origin: 'https://globex.example' });
    assert.equal(read.headers.get('access-control-allow-origin'), null);
  });

  describe('theme', () => {
    const theme = { light: { accent: '#0b5fff', accentContrast: '#ffffff' } };
    const put = (body: unknown, headers: Record<string, string>) =>
      app.send('PUT', '/t/acme/v1/tenant/theme', body, headers);
    const etag = async () => (await app.send('GET', '/t/acme/v1/tenant')).headers.get('etag')!;

    it('is saved by an admin and seen at once', async () => {
      const admin = await signIn(app, 'admin@acme.example');
      const before = await etag();
      const saved = await put({ theme }, { ...admin, 'if-match': before });
      assert.equal(saved.status, 200);
      const read = await app.send('GET', '/t/acme/v1/tenant');
      const shown = ((await read.json()) as { theme: { light: Record<string, string> } }).theme;
      assert.deepEqual(Object.keys(shown.light), ['accent', 'accentContrast']);
      assert.equal(read.headers.get('etag'), saved.headers.get('etag'));
      assert.notEqual(saved.headers.get('etag'), before);
      const again = await app.send('GET', '/t/acme/v1/tenant', undefined, {
        'if-none-match': saved.headers.get('etag')!,
      });
      assert.equal(again.status, 304);
    });

    it('is not saved over somebody’s change, nor without knowing what was there', async () => {
      const admin = await signIn(app, 'admin@acme.example');
      const old = await etag();
      assert.equal((await put({ theme: {} }, { ...admin, 'if-match': old })).status, 200);
      assert.deepEqual(await refusalOf(await put({ theme }, { ...admin, 'if-match': old })), [
        412,
        'changed_meanwhile',
      ]);
      assert.deepEqual(await refusalOf(await put({ theme }, admin)), [428, 'if_match_required']);
    });

    it('takes no CSS, no unknown token and no contrast that cannot be read', async () => {
      const admin = { ...(await signIn(app, 'admin@acme.example')), 'if-match': await etag() };
      for (const wrong of [
        { light: { accent: 'red; background: url(//evil.example)' } },
        { light: { accentt: '#000' } },
        { css: 'body{}' },
        { light: { text: '#eeeeee', surface: '#ffffff' } },
      ])
        assert.deepEqual(
          await refusalOf(await put({ theme: wrong }, admin)),
          [422, 'theme_refused'],
          JSON.stringify(wrong),
        );
      assert.deepEqual(((await (await app.send('GET', '/t/acme/v1/tenant')).json()) as { theme: object }).theme, {});
    });

    it('is for owners and admins of this tenant', async () => {
      const match = { 'if-match': await etag() };
      assert.deepEqual(await refusalOf(await put({ theme }, match)), [401, 'unauthenticated']);
      for (const email of ['rita@acme.example', 'olga@globex.example'])
        assert.deepEqual(await refusalOf(await put({ theme }, { ...match, ...(await signIn(app, email)) })), [
          403,
          'forbidden',
        ]);
    });

    it('is not changed from another site with the admin’s cookie', async () => {
      const { cookie } = await signIn(app, 'admin@acme.example');
      for (const origin of ['https://evil.example', intranet, 'null'])
        assert.deepEqual(await refusalOf(await put({ theme }, { cookie, origin, 'if-match': await etag() })), [
          403,
          'cross_site_request',
        ]);
    });
  });

  describe('origins', () => {
    const read = async (headers: object) => app.send('GET', '/t/acme/v1/tenant/origins', undefined, { ...headers });

    it('hold from the next request', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const wiki = 'https://wiki.acme.example';
      const grant = async () =>
        (await app.send('GET', '/t/acme/v1/tenant', undefined, { origin: wiki })).headers.get(
          'access-control-allow-origin',
        );
      assert.equal(await grant(), null);
      const etag = (await read(owner)).headers.get('etag')!;
      const put = await app.send(
        'PUT',
        '/t/acme/v1/tenant/origins',
        { origins: [intranet, wiki] },
        { ...owner, 'if-match': etag },
      );
      assert.equal(put.status, 200);
      assert.equal(await grant(), wiki);
    });

    it('are exact: no wildcard, path, plain http or odd scheme', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const etag = (await read(owner)).headers.get('etag')!;
      for (const origin of [
        '*',
        'null',
        'https://*.acme.example',
        'https://a.example/',
        'http://a.example',
        'https://A.example',
        'javascript:1',
        'https://u@a.example',
        'https://a.example:443',
      ]) {
        const answer = await app.send(
          'PUT',
          '/t/acme/v1/tenant/origins',
          { origins: [origin] },
          { ...owner, 'if-match': etag },
        );
        assert.deepEqual(await refusalOf(answer), [422, 'origin_not_exact'], origin);
      }
    });
  });

  describe('members', () => {
    const patch = (email: string, body: unknown, headers: Record<string, string>) =>
      app.send('PATCH', `/t/acme/v1/members/${acme.members.get(email)}`, body, headers);

    it('know who they are here and elsewhere', async () => {
      const rita = await signIn(app, 'rita@acme.example');
      const here = (await (await app.send('GET', '/t/acme/v1/me', undefined, rita)).json()) as Record<string, unknown>;
      assert.deepEqual(here.roles, ['approver', 'recruiter']);
      assert.ok((here.features as string[]).includes('widgets'));
      const there = (await (await app.send('GET', '/t/globex/v1/me', undefined, rita)).json()) as Record<
        string,
        unknown
      >;
      assert.deepEqual([there.roles, there.features], [[], []]);
      assert.deepEqual(there.memberships, [
        { tenant: { slug: 'acme', name: 'Acme' }, roles: ['approver', 'recruiter'] },
      ]);
    });

    it('of another tenant look like nobody', async () => {
      const olga = await signIn(app, 'olga@globex.example');
      const id = acme.members.get('rita@acme.example');
      const theirs = await app.send('PATCH', `/t/globex/v1/members/${id}`, { roles: ['owner'] }, olga);
      const missing = await app.send('PATCH', '/t/globex/v1/members/mb_missing', { roles: ['owner'] }, olga);
      const [a, b] = [await theirs.json(), await missing.json()] as [Record<string, unknown>, Record<string, unknown>];
      assert.deepEqual({ ...a, requestId: '' }, { ...b, requestId: '' });
      assert.deepEqual(await refusalOf(await app.send('GET', '/t/acme/v1/members', undefined, olga)), [
        403,
        'forbidden',
      ]);
    });

    it('lose at once what their new role does not give', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const admin = await signIn(app, 'admin@acme.example');
      const list = () => app.send('GET', '/t/acme/v1/members', undefined, admin);
      assert.equal((await list()).status, 200);
      assert.equal((await patch('admin@acme.example', { roles: ['viewer'] }, owner)).status, 200);
      assert.equal((await list()).status, 403);
      assert.equal((await patch('admin@acme.example', { roles: ['accountAdmin'] }, owner)).status, 200);
      assert.equal((await list()).status, 200);
      assert.equal((await patch('admin@acme.example', { disabled: true }, owner)).status, 200);
      assert.equal((await list()).status, 403);
      assert.equal((await patch('admin@acme.example', { disabled: false }, owner)).status, 200);
    });

    it('who are admins neither make nor touch owners', async () => {
      const admin = await signIn(app, 'admin@acme.example');
      assert.deepEqual(await refusalOf(await patch('admin@acme.example', { roles: ['owner'] }, admin)), [
        403,
        'forbidden',
      ]);
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { roles: ['viewer'] }, admin)), [
        403,
        'forbidden',
      ]);
      const invite = await app.send(
        'POST',
        '/t/acme/v1/members/invitations',
        { email: 'x@acme.example', roles: ['owner'] },
        admin,
      );
      assert.deepEqual(await refusalOf(invite), [403, 'forbidden']);
    });

    it('always have an owner among them', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { roles: ['viewer'] }, owner)), [
        409,
        'last_owner',
      ]);
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { disabled: true }, owner)), [
        409,
        'last_owner',
      ]);
      const id = acme.members.get('owner@acme.example');
      assert.deepEqual(await refusalOf(await app.send('DELETE', `/t/acme/v1/members/${id}`, undefined, owner)), [
        409,
        'last_owner',
      ]);
      assert.equal((await app.send('GET', '/t/acme/v1/tenant/keys', undefined, owner)).status, 200, 'still the owner');
    });

    it('two owners who demote each other at once leave one', async () => {
      const pair = await createTestTenant(
        app,
        { slug: 'pair' },
        { 'a@pair.example': ['owner'], 'b@pair.example': ['owner'] },
      );
      const [a, b] = [await signIn(app, 'a@pair.example'), await signIn(app, 'b@pair.example')];
      const demote = (email: string, by: Record<string, string>) =>
        app.send('PATCH', `/t/pair/v1/members/${pair.members.get(email)}`, { roles: ['viewer'] }, by);
      const statuses = (await Promise.all([demote('b@pair.example', a), demote('a@pair.example', b)])).map(
        ({ status }) => status,
      );
      assert.deepEqual(statuses.sort(), [200, 409]);
    });
  });

  describe('invitations', () => {
    const invite = (email: string, headers: Record<string, string>, roles = ['recruiter']) =>
      app.send('POST', '/t/acme/v1/members/invitations', { email, roles }, headers);
    const accept = (id: string, headers: Record<string, string>) =>
      app.send('POST', `/t/acme/v1/members/invitations/${id}/acceptance`, undefined, headers);

    it('reach their address in the tenant’s name and are accepted by it alone, once', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const made = await invite('Olga@globex.example', owner);
      assert.equal(made.status, 201);
      await app.deps.jobs.runDue();
      const link = new URL(await app.mailedLink('olga@globex.example'));
      assert.equal(`${link.origin}${link.pathname}`, 'http://talent.acme.example:4000/accept-invitation');
      const id = link.searchParams.get('id')!;
      assert.equal(app.ports.mailer.recent('olga@globex.example')[0]?.fromName, 'Acme');

      assert.deepEqual(await refusalOf(await accept(id, {})), [401, 'unauthenticated']);
      assert.deepEqual(await refusalOf(await accept(id, await signIn(app, 'rita@acme.example'))), [403, 'forbidden']);
      const olga = await signIn(app, 'olga@globex.example');
      const elsewhere = await app.send('POST', `/t/globex/v1/members/invitations/${id}/acceptance`, undefined, olga);
      assert.deepEqual(await refusalOf(elsewhere), [404, 'not_found']);
      assert.equal((await accept(id, olga)).status, 201);
      assert.deepEqual(await refusalOf(await accept(id, olga)), [404, 'not_found']);
      const me = (await (await app.send('GET', '/t/acme/v1/me', undefined, olga)).json()) as { roles: string[] };
      assert.deepEqual(me.roles, ['recruiter']);
      assert.deepEqual(await refusalOf(await invite('olga@globex.example', owner)), [409, 'already_member']);
    });

    it('end after seven days, when taken back, and when replaced', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      await createTestTenant(app, { slug: 'late' }, { 'late@late.example': ['owner'] });
      const late = await signIn(app, 'late@late.example');
      const idOf = async (answer: Response) => ((await answer.json()) as { id: string }).id;
      const first = await idOf(await invite('late@late.example', owner));
      const second = await idOf(await invite('late@late.example', owner));
      assert.deepEqual(await refusalOf(await accept(first, late)), [404, 'not_found']);
      const taken = await app.send('DELETE', `/t/acme/v1/members/invitations/${second}`, undefined, owner);
      assert.equal(taken.status, 204);
      assert.deepEqual(await refusalOf(await accept(second, late)), [404, 'not_found']);
      const third = await idOf(await invite('late@late.example', owner));
      app.ports.clock.advance(7 * 24 * 60 * 60 * 1000);
      assert.deepEqual(await refusalOf(await accept(third, late)), [409, 'invitation_expired']);
    });
  });

  describe('keys', () => {
    it('are shown once, named by their start, and found by nothing else', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const made = await app.send('POST', '/t/acme/v1/tenant/keys', { kind: 'secret', name: 'CI' }, owner);
      const { id, key } = (await made.json()) as { id: string; key: string };
      assert.match(key, /^sk_[\w-]{27}$/);
      const list = await (await app.send('GET', '/t/acme/v1/tenant/keys', undefined, owner)).text();
      assert.ok(list.includes(id) && list.includes(key.slice(0, 8)) && !list.includes(key));
      const stored = await app.deps.database.db.selectFrom('apiKeys').selectAll().execute();
      assert.ok(!JSON.stringify(stored).includes(key));
    });

    it('work on for the overlap when rotated, and end at once when revoked', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const ask = async (key: string) =>
        (
          await app.send(
            'POST',
            '/v1/embed/sessions',
            { member: { email: 'rita@acme.example' }, origins: [intranet], widgets: { talentSearch: {} } },
            { authorization: `Bearer ${key}` },
          )
        ).status;
      const rotated = await app.send(
        'POST',
        `/t/acme/v1/tenant/keys/${acme.secretKeyId}/rotation`,
        { overlapSeconds: 60 },
        owner,
      );
      const next = (await rotated.json()) as { id: string; key: string };
      assert.deepEqual([await ask(acme.secretKey), await ask(next.key)], [201, 201]);
      app.ports.clock.advance(60_000);
      assert.deepEqual([await ask(acme.secretKey), await ask(next.key)], [401, 201]);
      assert.equal((await app.send('DELETE', `/t/acme/v1/tenant/keys/${next.id}`, undefined, owner)).status, 204);
      assert.equal(await ask(next.key), 401);
    });

    it('are handled by owners and admins who have just signed in', async () => {
      const rita = await signIn(app, 'rita@acme.example');
      const make = (headers: Record<string, string>) =>
        app.send('POST', '/t/acme/v1/tenant/keys', { kind: 'secret', name: 'x' }, headers);
      assert.deepEqual(await refusalOf(await make(rita)), [403, 'forbidden']);
      const owner = await signIn(app, 'owner@acme.example');
      app.ports.clock.advance(30 * 60 * 1000);
      assert.deepEqual(await refusalOf(await make(owner)), [401, 'reauthentication_required']);
      assert.equal((await make(await signIn(app, 'owner@acme.example'))).status, 201);
    });

    it('that are publishable need a page on an allowed origin', async () => {
      const use = (headers: Record<string, string>) =>
        app.send('GET', '/t/acme/v1/tenant', undefined, { authorization: `Bearer ${acme.publishableKey}`, ...headers });
      assert.equal((await use({ origin: intranet })).status, 200);
      for (const headers of [{}, { origin: 'https://evil.example' }, { origin: ownOrigin }])
        assert.deepEqual(await refusalOf(await use(headers as Record<string, string>)), [403, 'origin_not_allowed']);
    });
  });
});
