import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { acmeIntranet, createAcmeAndGlobex, refusalOf, signIn } from '../../testing/test-tenants.ts';

describe('tenants', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp();
    await createAcmeAndGlobex(app);
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
      brand: {
        ...{ name: 'Acme', logoUrl: null, darkLogoUrl: null, faviconUrl: null, density: 'comfortable' },
        ...{ support: { email: null, url: null }, legal: [], words: {} },
        signIn: { headline: null, text: null, pictureUrl: null },
      },
      plan: 'enterprise',
      locale: 'en',
      theme: {},
    });
  });

  it('grant CORS to their exact origins only, never with credentials', async () => {
    const preflight = (path: string, origin: string) =>
      app.send('OPTIONS', path, undefined, { origin, 'access-control-request-method': 'GET' });
    const granted = await preflight('/t/acme/v1/tenant', acmeIntranet);
    assert.equal(granted.status, 204);
    assert.equal(granted.headers.get('access-control-allow-origin'), acmeIntranet);
    assert.equal(granted.headers.get('access-control-allow-credentials'), null);
    assert.equal(granted.headers.get('vary'), 'Origin');
    for (const [path, origin] of [
      ['/t/acme/v1/tenant', 'https://globex.example'],
      ['/t/globex/v1/tenant', acmeIntranet],
      ['/t/acme/v1/tenant', 'null'],
      ['/v1/tenant', acmeIntranet],
      ['/t/acme/v1/auth/sign-in/email', acmeIntranet],
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

    it('saved by two at once keeps one change and refuses the other', async () => {
      const headers = { ...(await signIn(app, 'admin@acme.example')), 'if-match': await etag() };
      const answers = await Promise.all([put({ theme: {} }, headers), put({ theme: {} }, headers)]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
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
      for (const origin of ['https://evil.example', acmeIntranet, 'null'])
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
        { origins: [acmeIntranet, wiki] },
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
        const [status, code] = await refusalOf(answer);
        assert.equal(status, 422, origin);
        assert.match(String(code), /^origin_(not_exact|wildcard|not_secure)$/, origin);
      }
    });
  });
});
