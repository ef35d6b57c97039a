import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import { setPersonDisabled } from '../auth/disable-person.ts';

const intranet = 'https://intranet.acme.example';
const wiki = 'https://wiki.acme.example';
const redirectUrl = `${intranet}/hiring?team=7`;

type Session = { id: string; token: string; expiresAt: string; refreshToken: string };

describe('sign-in on a host’s page without a server', () => {
  let app: TestApp;
  let acme: TestTenant;
  let rita: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    const members = { 'owner@acme.example': ['owner'], 'rita@acme.example': ['recruiter'] } as const;
    acme = await createTestTenant(app, { slug: 'acme', origins: [intranet, wiki] }, members);
    await createTestTenant(
      app,
      { slug: 'globex', origins: [intranet] },
      { 'olga@globex.example': ['owner'], 'bo@globex.example': ['owner'] },
    );
    rita = await signIn(app, 'rita@acme.example');
  });
  after(() => app.close());

  const pair = () => {
    const verifier = randomBytes(32).toString('base64url');
    return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
  };
  const allow = (challenge: string, headers = rita, more = {}, tenant = 'acme') =>
    app.send(
      'POST',
      `/t/${tenant}/v1/embed/sign-ins`,
      { redirectUrl, codeChallenge: challenge, codeChallengeMethod: 'S256', ...more },
      headers,
    );
  const token = (body: object, origin = intranet, tenant = 'acme') =>
    app.send('POST', `/t/${tenant}/v1/embed/tokens`, body, { origin });
  async function codeFor(headers = rita) {
    const { verifier, challenge } = pair();
    const answer = await allow(challenge, headers);
    assert.equal(answer.status, 201);
    const { code } = (await answer.json()) as { code: string };
    return { grantType: 'authorizationCode', code, codeVerifier: verifier, redirectUrl };
  }
  async function started(headers = rita): Promise<Session> {
    const answer = await token(await codeFor(headers));
    assert.equal(answer.status, 201);
    return (await answer.json()) as Session;
  }
  const refresh = ({ refreshToken }: Pick<Session, 'refreshToken'>, origin = intranet) =>
    token({ grantType: 'refreshToken', refreshToken }, origin);
  const me = (bearer: string, origin = intranet) =>
    app.send('GET', '/t/acme/v1/me', undefined, { authorization: `Bearer ${bearer}`, origin });
  const refused = [401, 'sign_in_refused'];

  it('gives the page a session of at most 15 minutes for the person’s own role, bound to its origin', async () => {
    const session = await started();
    assert.equal(Date.parse(session.expiresAt) - app.ports.clock.now(), 900_000);
    const answer = await me(session.token);
    assert.equal(answer.headers.get('access-control-allow-origin'), intranet);
    assert.deepEqual(((await answer.json()) as { roles: string[] }).roles, ['recruiter']);
    assert.deepEqual(await refusalOf(await me(session.token, wiki)), [403, 'origin_not_allowed']);
  });

  it('takes a code once; twice ends what it gave', async () => {
    const asked = await codeFor();
    const session = (await (await token(asked)).json()) as Session;
    assert.equal((await me(session.token)).status, 200);
    assert.deepEqual(await refusalOf(await token(asked)), refused);
    assert.deepEqual(await refusalOf(await me(session.token)), [401, 'session_denied']);
    assert.deepEqual(await refusalOf(await refresh(session)), refused);
  });

  it('takes a code from nobody but who asked: other verifier, address, origin, tenant, or a minute later', async () => {
    const asked = await codeFor();
    assert.deepEqual(await refusalOf(await token({ ...asked, codeVerifier: pair().verifier })), refused);
    assert.deepEqual(await refusalOf(await token({ ...asked, redirectUrl: `${intranet}/` })), refused);
    assert.deepEqual(await refusalOf(await token(asked, wiki)), refused);
    assert.deepEqual(await refusalOf(await token(asked, intranet, 'globex')), refused);
    assert.deepEqual(await refusalOf(await token({ ...asked, code: pair().verifier })), refused);
    app.ports.clock.advance(60_000);
    assert.deepEqual(await refusalOf(await token(asked)), refused);
  });

  it('sends nobody back to a page that the company did not name', async () => {
    for (const wrong of [
      'https://evil.example/',
      `${intranet}.evil.example/`,
      `http://intranet.acme.example/`,
      `https://rita@intranet.acme.example/`,
      `${redirectUrl}#code`,
    ]) {
      const answer = await allow(pair().challenge, rita, { redirectUrl: wrong });
      assert.deepEqual(await refusalOf(answer), [422, 'redirect_not_allowed'], wrong);
    }
    const plain = await allow(pair().challenge, rita, { codeChallengeMethod: 'plain' });
    assert.deepEqual(await refusalOf(plain), [422, 'invalid_input']);
  });

  it('is allowed by the person at the portal alone: not by a widget, a stranger, or from another page', async () => {
    const { token: bearer } = await started();
    const { challenge } = pair();
    const byWidget = await allow(challenge, { authorization: `Bearer ${bearer}`, origin: intranet });
    assert.deepEqual(await refusalOf(byWidget), [403, 'forbidden']);
    assert.equal((await allow(challenge, await signIn(app, 'olga@globex.example'))).status, 403);
    assert.deepEqual(await refusalOf(await allow(challenge, { ...rita, origin: intranet })), [
      403,
      'cross_site_request',
    ]);
  });

  it('refreshes with a new token each time; an old one ends the sign-in for whoever has it', async () => {
    const first = await started();
    const second = (await (await refresh(first)).json()) as Session;
    assert.equal((await me(second.token)).status, 200);
    assert.deepEqual(await refusalOf(await refresh(second, wiki)), refused);
    app.ports.clock.advance(60_000);
    const third = (await (await refresh(second)).json()) as Session;
    app.ports.clock.advance(31_000);
    assert.deepEqual(await refusalOf(await refresh(second)), refused);
    assert.deepEqual(await refusalOf(await refresh(third)), refused);
    assert.deepEqual(await refusalOf(await me(third.token)), [401, 'session_denied']);
  });

  it('forgives an answer that was lost on the way', async () => {
    const first = await started();
    assert.equal((await refresh(first)).status, 201);
    app.ports.clock.advance(5_000);
    const again = (await (await refresh(first)).json()) as Session;
    assert.equal((await refresh(again)).status, 201);
  });

  it('ends with the sign-in at the portal, at once', async () => {
    const headers = await signIn(app, 'rita@acme.example');
    const session = await started(headers);
    assert.equal((await app.send('POST', '/v1/auth/sign-out', {}, headers)).status, 200);
    assert.deepEqual(await refusalOf(await me(session.token)), [401, 'session_denied']);
    assert.deepEqual(await refusalOf(await refresh(session)), refused);
  });

  it('ends when its session is ended, and by the company’s hours', async () => {
    const session = await started();
    const owner = await signIn(app, 'owner@acme.example');
    assert.equal((await app.send('DELETE', `/t/acme/v1/embed/sessions/${session.id}`, undefined, owner)).status, 204);
    assert.deepEqual(await refusalOf(await refresh(session)), refused);
    const long = await started(await signIn(app, 'rita@acme.example'));
    app.ports.clock.advance(12 * 60 * 60 * 1000);
    assert.deepEqual(await refusalOf(await refresh(long)), refused);
    rita = await signIn(app, 'rita@acme.example');
  });

  it('asks for a confirmation at the portal before its session moves money', async () => {
    app.ports.clock.advance(31 * 60 * 1000);
    const old = await allow(pair().challenge, rita, { elevate: ['money'] });
    assert.deepEqual(await refusalOf(old), [401, 'elevation_required']);
    rita = await signIn(app, 'rita@acme.example');
    const { verifier, challenge } = pair();
    const { code } = (await (await allow(challenge, rita, { elevate: ['money'] })).json()) as { code: string };
    const asked = { grantType: 'authorizationCode', code, codeVerifier: verifier, redirectUrl };
    const session = (await (await token(asked)).json()) as Session;
    assert.equal(Date.parse(session.expiresAt) - app.ports.clock.now(), 300_000);
    const plain = (await (await refresh(session)).json()) as Session;
    assert.equal(Date.parse(plain.expiresAt) - app.ports.clock.now(), 900_000);
    const log = await app.send('GET', '/t/acme/v1/audit', undefined, await signIn(app, 'owner@acme.example'));
    const { items } = (await log.json()) as { items: { action: string }[] };
    const actions = new Set(items.map(({ action }) => action));
    for (const action of ['embedSignIn.allowed', 'embedSignIn.ended', 'embedSession.elevated'])
      assert.ok(actions.has(action), action);
  });

  it('is told who asks, and whether they were here before', async () => {
    const request = (url: string, headers = rita) =>
      app.send(
        'GET',
        `/t/acme/v1/embed/sign-ins/request?${new URLSearchParams({ redirectUrl: url })}`,
        undefined,
        headers,
      );
    assert.deepEqual(await (await request(redirectUrl)).json(), { origin: intranet, isKnown: true });
    const owner = await signIn(app, 'owner@acme.example');
    assert.deepEqual(await (await request(redirectUrl, owner)).json(), { origin: intranet, isKnown: false });
    assert.deepEqual(await refusalOf(await request('https://evil.example/')), [422, 'redirect_not_allowed']);
  });

  it('ends with the person', async () => {
    const session = await started();
    const person = await app.deps.database.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'rita@acme.example')
      .executeTakeFirstOrThrow();
    await setPersonDisabled({ ...app.identity, clock: app.ports.clock }, person.id, true);
    assert.deepEqual(await refusalOf(await me(session.token)), [401, 'session_denied']);
    assert.deepEqual(await refusalOf(await refresh(session)), refused);
  });
});
