import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { createAcmeAndGlobex, refusalOf, signIn, testPassword } from '../../testing/test-tenants.ts';
import { createOutbound } from '../webhooks/outbound.ts';
import { hostOf } from './domain.ts';
import type { DomainBody } from './schema.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('own domains', () => {
  let app: TestApp;
  let owner: Record<string, string>;
  const records = new Map<string, string>();
  const resolver = {
    resolveTxt: async (name: string) => {
      const text = records.get(name);
      if (text === undefined) throw Object.assign(new Error('no record'), { code: 'ENOTFOUND' });
      return [[text]];
    },
  };
  before(async () => {
    app = await openTestApp({ resolver });
    await createAcmeAndGlobex(app);
    owner = await signIn(app, 'owner@acme.example');
  });
  after(() => app.close());

  const path = '/t/acme/v1/tenant/domains';
  const add = (host: string, headers = owner, at = path) => app.send('POST', at, { host }, headers);
  const check = async (host: string, headers = owner, at = path) =>
    (await (await app.send('POST', `${at}/${host}/check`, undefined, headers)).json()) as DomainBody;
  const asTenant = (host: string) => app.send('GET', `http://${host}:4000/v1/tenant`);
  const prove = ({ proof }: DomainBody) => records.set(proof!.record.name, proof!.record.value);

  it('are exact names', () => {
    const refused = (typed: string) => {
      const judged = hostOf(typed, false);
      return judged.ok ? judged.host : judged.reason;
    };
    assert.deepEqual(
      [
        '*.acme.example',
        'acme.example:8443',
        '10.0.0.1',
        '[::1]',
        'intranet',
        'a b.example',
        'x.localhost',
        'a/b.c',
      ].map(refused),
      ['wildcard', 'has_port', 'an_address', 'not_a_host', 'one_label', 'not_a_host', 'local_only', 'not_a_host'],
    );
    assert.equal(refused('https://Jöbs.Acme.example./'), 'xn--jbs-sna.acme.example');
  });

  it('are served once control was proven, linked to once somebody came, and gone at once when removed', async () => {
    const added = (await (await add('jobs.acme.example')).json()) as DomainBody;
    assert.deepEqual([added.state, added.proof?.record.name], ['pending', '_hire-domain.jobs.acme.example']);
    assert.deepEqual(await refusalOf(await asTenant('jobs.acme.example')), [404, 'unknown_tenant']);
    assert.equal((await check('jobs.acme.example')).reason, 'proof_missing');
    records.set('_hire-domain.jobs.acme.example', 'hire-domain=somebody-else');
    assert.equal((await check('jobs.acme.example')).reason, 'proof_other');
    prove(added);
    assert.deepEqual(
      [await check('jobs.acme.example')].map(({ state, method }) => [state, method]),
      [['verified', 'dns']],
    );
    const primary = () => app.send('PUT', `${path}/jobs.acme.example/primary`, undefined, owner);
    assert.deepEqual(await refusalOf(await primary()), [409, 'domain_not_active']);
    const served = await asTenant('jobs.acme.example');
    assert.equal(((await served.json()) as { slug: string }).slug, 'acme');
    assert.equal(((await (await primary()).json()) as DomainBody).isPrimary, true);
    assert.equal((await app.send('GET', '/v1/domains/served?domain=jobs.acme.example')).status, 204);
    assert.equal((await app.send('DELETE', `${path}/jobs.acme.example`, undefined, owner)).status, 204);
    assert.equal((await asTenant('jobs.acme.example')).status, 404);
    assert.equal((await app.send('GET', '/v1/domains/served?domain=jobs.acme.example')).status, 404);
    const { entries } = await actions();
    assert.deepEqual(entries, [
      'domain.added',
      'domain.verified',
      'domain.activated',
      'domain.madePrimary',
      'domain.removed',
    ]);
  });

  const actions = async () => ({
    entries: (
      await app.deps.database.db
        .selectFrom('auditEntries')
        .select('action')
        .where('objectId', '=', 'jobs.acme.example')
        .orderBy('sequence')
        .execute()
    ).map(({ action }) => action),
  });

  it('are one tenant’s: who proves first has it, whoever asked first', async () => {
    await app.deps.database.db
      .updateTable('tenants')
      .set({ plan: 'enterprise' })
      .where('slug', '=', 'globex')
      .execute();
    await app.identity.authority.change(async (trx) => {
      await app.identity.authority.record(trx, { tenantId: (await app.identity.directory.bySlug('globex'))!.id });
    });
    const olga = await signIn(app, 'olga@globex.example');
    const globex = '/t/globex/v1/tenant/domains';
    const theirs = (await (await add('shared.example', olga, globex)).json()) as DomainBody;
    const ours = (await (await add('shared.example')).json()) as DomainBody;
    assert.notEqual(theirs.proof?.record.value, ours.proof?.record.value);
    prove(ours);
    await check('shared.example');
    assert.equal((await check('shared.example', olga, globex)).state, 'pending');
    prove(theirs);
    const late = await check('shared.example', olga, globex);
    assert.deepEqual([late.state, late.reason], ['failed', 'host_taken']);
    assert.equal(((await (await asTenant('shared.example')).json()) as { slug: string }).slug, 'acme');
    assert.deepEqual(await refusalOf(await add('talent.acme.example', olga, globex)), [409, 'host_taken']);
  });

  it('end when their proof stays away for days, and not for one bad day', async () => {
    records.delete('_hire-domain.shared.example');
    const lookAgain = async () => {
      await app.deps.jobs.runDue();
      owner = await signIn(app, 'owner@acme.example');
    };
    app.ports.clock.advance(20 * minuteMs);
    await lookAgain();
    assert.equal((await asTenant('shared.example')).status, 200);
    app.ports.clock.advance(4 * dayMs);
    await lookAgain();
    assert.equal((await asTenant('shared.example')).status, 404);
  });

  it('under .localhost need no proof where the installation is local, and carry a sign-in of their own', async () => {
    const { state, method } = (await (await add('talent.acme.localhost')).json()) as DomainBody;
    assert.deepEqual([state, method], ['active', 'local']);
    const origin = 'http://talent.acme.localhost:4000';
    const signedIn = await app.send(
      'POST',
      `${origin}/v1/auth/sign-in/email`,
      { email: 'owner@acme.example', password: testPassword },
      { origin },
    );
    const [set = ''] = signedIn.headers.getSetCookie().filter((one) => one.includes('session_token'));
    assert.ok(signedIn.status === 200 && !/domain=/i.test(set));
    const cookie = set.split(';')[0]!;
    const change = (from: string) =>
      app.send(
        'POST',
        `${origin}/v1/members/invitations`,
        { email: 'new@acme.example', roles: ['viewer'] },
        { cookie, origin: from },
      );
    assert.deepEqual(await refusalOf(await change(ownOrigin)), [403, 'cross_site_request']);
    assert.equal((await change(origin)).status, 201);
  });

  it('are proven by a file too, fetched from no private address', async () => {
    const added = (await (await add('files.acme.example')).json()) as DomainBody;
    const server = createServer((_, answer) => answer.end(`${added.proof!.file.text}\n`));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { lookForProof } = await import('./look-for-proof.ts');
    const token = added.proof!.file.text.replace('hire-domain=', '');
    const look = (allowed: string[]) =>
      lookForProof(
        { resolver, outbound: createOutbound({ allowed }), isLocalInstallation: false },
        `127.0.0.1:${port}`,
        token,
      );
    assert.deepEqual(await look(['127.0.0.1']), { ok: true, method: 'file' });
    assert.deepEqual(await look([]), { ok: false, reason: 'address_private' });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the host that a proxy passes on', () => {
  it('counts only from a configured proxy', async () => {
    for (const [trustedProxies, wanted] of [
      [['local'], 'acme'],
      [[], undefined],
    ] as const) {
      const app = await openTestApp({ trustedProxies: [...trustedProxies] });
      await createAcmeAndGlobex(app);
      const answer = await app.send('GET', '/v1/tenant', undefined, { 'x-forwarded-host': 'talent.acme.example:443' });
      const slug = answer.status === 200 ? ((await answer.json()) as { slug: string }).slug : undefined;
      assert.equal(slug, wanted);
      await app.close();
    }
  });
});

describe('behind proxies that end TLS', () => {
  const origin = 'https://talent.acme.example';
  let app: TestApp;
  before(async () => {
    app = await openTestApp({ baseUrl: 'https://installation.example:8443', trustedProxies: ['local'] });
    await createAcmeAndGlobex(app);
  });
  after(() => app.close());

  /** As a proxy passes it on: over http, with its own idea of what the visitor used. */
  const passedOn = (path: string, body: object, headers: Record<string, string>) =>
    app.send('POST', `http://talent.acme.example${path}`, body, { 'x-forwarded-proto': 'http', ...headers });
  const credentials = { email: 'owner@acme.example', password: testPassword };

  it('cookies are secure and bound to the name, and changes come from its https pages alone', async () => {
    const signedIn = await passedOn('/v1/auth/sign-in/email', credentials, { origin });
    const [set = ''] = signedIn.headers.getSetCookie().filter((one) => one.includes('session_token'));
    assert.match(set, /^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    for (const other of ['http://talent.acme.example', 'https://talent.acme.example:8443'])
      assert.deepEqual(await refusalOf(await passedOn('/v1/auth/sign-in/email', credentials, { origin: other })), [
        403,
        'cross_site_request',
      ]);
  });

  it('links in mails and the address of widgets begin with the name, without the installation’s port', async () => {
    const redirectTo = '/password/new';
    await passedOn('/v1/auth/request-password-reset', { email: credentials.email, redirectTo }, { origin });
    assert.equal(new URL(await app.mailedLink(credentials.email)).origin, origin);
    const { cookie } = await signIn(app, credentials.email, origin);
    const status = await app.send('GET', `${origin}/v1/tenant/embed/status`, undefined, { cookie });
    assert.equal(((await status.json()) as { base: string }).base, origin);
    const atOurs = await signIn(app, credentials.email, 'https://installation.example:8443');
    assert.match(atOurs.cookie, /^__Host-/);
  });
});
