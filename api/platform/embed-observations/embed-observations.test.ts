import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  acmeIntranet,
  createAcmeAndGlobex,
  mintEmbedToken,
  refusalOf,
  signIn,
  type TestTenant,
} from '../../testing/test-tenants.ts';
import type { EmbedStatus, EmbedUsage } from './schema.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('what is seen of pages that embed us', () => {
  let app: TestApp;
  let acme: TestTenant;
  let owner: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    acme = await createAcmeAndGlobex(app);
    owner = await signIn(app, 'owner@acme.example');
  });
  after(() => app.close());

  const read = async <Body>(path: string): Promise<Body> => {
    const answer = await app.send('GET', `/t/acme/v1/tenant/embed/${path}`, undefined, owner);
    assert.equal(answer.status, 200);
    return (await answer.json()) as Body;
  };
  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    app.send(method, `/t/acme${path}`, body, headers);
  const asked = (key: string, more: Record<string, unknown> = {}) =>
    ask(
      'POST',
      '/v1/embed/sessions',
      { authorization: `Bearer ${key}` },
      { member: { email: 'rita@acme.example' }, origins: [acmeIntranet], widgets: { talentSearch: {} }, ...more },
    );

  it('names the page, the session and the page that used it', async () => {
    const { token } = await mintEmbedToken(app, acme, { email: 'rita@acme.example', origins: [acmeIntranet] });
    const page = { authorization: `Bearer ${token}`, origin: acmeIntranet };
    assert.equal((await ask('GET', '/v1/tenant', page)).status, 200);
    assert.equal((await ask('GET', '/v1/skills/categories', page)).status, 200);
    const { pages, lastSession, lastUse, liveSessions } = await read<EmbedStatus>('status');
    assert.deepEqual(
      pages.map(({ origin, isAllowed, loads }) => [origin, isAllowed, loads]),
      [[acmeIntranet, true, 1]],
    );
    assert.deepEqual([lastSession?.key?.id, lastSession?.origins], [acme.secretKeyId, [acmeIntranet]]);
    assert.equal(lastUse?.origin, acmeIntranet);
    assert.equal(liveSessions, 1);
  });

  it('says why sessions were refused, without naming people or keys', async () => {
    assert.equal((await asked(acme.secretKey, { origins: ['https://new.acme.example'] })).status, 422);
    assert.equal((await asked(acme.secretKey, { member: { email: 'nobody@acme.example' } })).status, 422);
    assert.equal((await asked(`sk_${'x'.repeat(27)}`)).status, 401);
    const made = await app.send('POST', '/t/acme/v1/tenant/keys', { kind: 'secret', name: 'Old' }, owner);
    const { id, key } = (await made.json()) as { id: string; key: string };
    assert.equal((await app.send('DELETE', `/t/acme/v1/tenant/keys/${id}`, undefined, owner)).status, 204);
    assert.equal((await asked(key)).status, 401);
    assert.equal((await asked(key)).status, 401);
    const { refusals } = await read<EmbedStatus>('status');
    const seen = refusals.map(({ of, code, origin, detail, count }) => [of, code, origin, detail, count]);
    for (const wanted of [
      ['session', 'origin_not_allowed', 'https://new.acme.example', null, 1],
      ['session', 'unknown_member', acmeIntranet, 'n…@acme.example', 1],
      ['session', 'key_unknown', null, 'sk_xxxxx', 1],
      ['session', 'key_revoked', null, key.slice(0, 8), 2],
    ])
      assert.ok(
        seen.some((one) => JSON.stringify(one) === JSON.stringify(wanted)),
        `${wanted} is not in ${JSON.stringify(seen)}`,
      );
  });

  it('tells a page that is not allowed from one that is, and nothing of it to other tenants', async () => {
    const stranger = 'https://new.acme.example';
    assert.equal(
      (await ask('OPTIONS', '/v1/tenant', { origin: stranger, 'access-control-request-method': 'GET' })).status,
      403,
    );
    assert.equal((await ask('GET', '/v1/tenant', { origin: stranger })).status, 200);
    const { pages, refusals } = await read<EmbedStatus>('status');
    assert.equal(pages.find(({ origin }) => origin === stranger)?.isAllowed, false);
    assert.ok(
      refusals.some(({ of, code, origin }) => of === 'request' && code === 'origin_not_allowed' && origin === stranger),
    );
    const olga = await signIn(app, 'olga@globex.example');
    const theirs = await app.send('GET', '/t/globex/v1/tenant/embed/status', undefined, olga);
    assert.ok(!(await theirs.text()).includes('acme'));
  });

  it('counts people and sessions once a day, actions and errors each time', async () => {
    const { token } = await mintEmbedToken(app, acme, {
      email: 'rita@acme.example',
      origins: [acmeIntranet],
      widgets: { talentSearch: { save: true } },
    });
    const page = { authorization: `Bearer ${token}`, origin: acmeIntranet };
    for (let n = 0; n < 3; n++) await ask('GET', '/v1/skills/categories', page);
    await ask('GET', '/v1/contract-status/cn_none', page);
    const { widgets, days, origins, errors } = await read<EmbedUsage>('usage?days=7');
    const search = widgets.find(({ widget }) => widget === 'talentSearch');
    assert.deepEqual(search, { widget: 'talentSearch', sessions: 2, people: 1, requests: 4, actions: 0, errors: 0 });
    assert.deepEqual([days.length, days.at(-1)?.sessions, days.at(-1)?.pageLoads], [7, 2, 1]);
    assert.deepEqual([origins[0]?.origin, origins[0]?.people], [acmeIntranet, 1]);
    assert.deepEqual([errors[0]?.widget, errors[0]?.count], ['contractStatus', 1]);
    const csv = await app.send('GET', '/t/acme/v1/tenant/embed/usage.csv?days=7', undefined, owner);
    assert.match(await csv.text(), /"https:\/\/intranet\.acme\.example","talentSearch","request","",4\r\n/);
    const people = await app.deps.database.db.selectFrom('embedUsageSubjects').selectAll().execute();
    assert.ok(people.length > 0 && !JSON.stringify(people).includes('pn_'));
  });

  it('keeps what a policy blocked by directive and origin, from allowed pages alone', async () => {
    const report = (page: string, extra = {}) => ({
      'csp-report': {
        'document-uri': `${page}/team?person=rita`,
        'violated-directive': 'script-src-elem',
        'blocked-uri': 'http://localhost:4000/t/acme/embed/1.0.0/loader.js?x=1',
        ...extra,
      },
    });
    const send = async (body: unknown, type: string) =>
      (
        await app.http.request('http://localhost:4000/t/acme/v1/embed/csp-reports', {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': type, origin: acmeIntranet },
        })
      ).status;
    assert.equal(await send(report(acmeIntranet), 'application/csp-report'), 204);
    assert.equal(await send(report('https://evil.example'), 'application/csp-report'), 204);
    const modern = {
      type: 'csp-violation',
      url: `${acmeIntranet}/team`,
      body: {
        documentURL: `${acmeIntranet}/team`,
        effectiveDirective: 'script-src-elem',
        blockedURL: 'http://localhost:4000/t/acme/embed/1.0.0/core.js',
        disposition: 'enforce',
      },
    };
    assert.equal(await send([modern, { type: 'deprecation', body: {} }], 'application/reports+json'), 204);
    assert.equal(
      await send(report(acmeIntranet, { 'script-sample': 'x'.repeat(70_000) }), 'application/csp-report'),
      413,
    );
    const { blocked } = await read<EmbedStatus>('status');
    assert.deepEqual(
      blocked.map(({ origin, directive, blocked: what, count, fix }) => [origin, directive, what, count, fix]),
      [[acmeIntranet, 'script-src-elem', 'http://localhost:4000', 2, 'script-src http://localhost:4000']],
    );
    assert.ok(
      !JSON.stringify(await app.deps.database.db.selectFrom('embedCspReports').selectAll().execute()).includes('rita'),
    );
  });

  it('refuses to fetch a page inside a private network, with a sentence', async () => {
    for (const url of ['http://127.0.0.1:1/', 'http://169.254.169.254/latest', 'http://[::1]/'])
      assert.deepEqual(await refusalOf(await ask('POST', '/v1/tenant/embed/page-checks', owner, { url })), [
        422,
        'page_address_private',
      ]);
  });

  it('is forgotten after 30 days, while counts of a day stay', async () => {
    app.ports.clock.advance(31 * dayMs);
    await app.deps.jobs.runDue();
    owner = await signIn(app, 'owner@acme.example');
    const { refusals, blocked, pages } = await read<EmbedStatus>('status');
    assert.deepEqual([refusals, blocked, pages.map(({ loads }) => loads)], [[], [], [0]]);
    const { widgets } = await read<EmbedUsage>('usage?days=60');
    assert.equal(widgets.find(({ widget }) => widget === 'talentSearch')?.requests, 4);
  });
});
