import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createAcmeAndGlobex,
  mintEmbedToken,
  acmeIntranet as origin,
  refusalOf,
  signIn,
  type TestTenant,
} from '../../testing/test-tenants.ts';

const email = 'rita@acme.example';
const path = '/t/acme/v1/contract-status/changes';

/** A stream is opened once and asks nobody again: what its session comes from has to end it. */
describe('a stream that a widget has open', { timeout: 30_000 }, () => {
  let app: TestApp;
  let acme: TestTenant;
  let owner: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    acme = await createAcmeAndGlobex(app);
    owner = await signIn(app, 'owner@acme.example');
  });
  after(() => app.close());

  const ofKey = () =>
    mintEmbedToken(app, acme, { email, origins: [origin], widgets: { contractStatus: { read: true } } });
  async function ofPage(headers: Record<string, string>): Promise<{ id: string; token: string }> {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const redirectUrl = `${origin}/hiring`;
    const asked = { redirectUrl, codeChallenge, codeChallengeMethod: 'S256' };
    const allowed = await app.send('POST', '/t/acme/v1/embed/sign-ins', asked, headers);
    const { code } = (await allowed.json()) as { code: string };
    const body = { grantType: 'authorizationCode', code, codeVerifier, redirectUrl };
    const answer = await app.send('POST', '/t/acme/v1/embed/tokens', body, { origin });
    assert.equal(answer.status, 201);
    return (await answer.json()) as { id: string; token: string };
  }

  const open = (token: string) => app.send('GET', path, undefined, { authorization: `Bearer ${token}`, origin });
  async function listening(token: string) {
    const answer = await open(token);
    assert.equal(answer.status, 200);
    const reader = answer.body!.getReader();
    assert.equal(new TextDecoder().decode((await reader.read()).value), ': listening\n\n');
    return reader;
  }

  const cases: [name: string, start: () => Promise<{ token: string; end: () => Promise<Response> }>][] = [
    [
      'its own session',
      async () => {
        const { id, token } = await ofKey();
        return { token, end: () => app.send('DELETE', `/t/acme/v1/embed/sessions/${id}`, undefined, owner) };
      },
    ],
    [
      'the sign-in at the portal that it came from',
      async () => {
        const rita = await signIn(app, email);
        const { token } = await ofPage(rita);
        return { token, end: () => app.send('POST', '/v1/auth/sign-out', {}, rita) };
      },
    ],
    [
      'the sign-in on the page',
      async () => {
        const { id, token } = await ofPage(await signIn(app, email));
        return { token, end: () => app.send('DELETE', `/t/acme/v1/embed/sessions/${id}`, undefined, owner) };
      },
    ],
    [
      'the key of the host’s server',
      async () => {
        const { token } = await ofKey();
        const key = `/t/acme/v1/tenant/keys/${acme.secretKeyId}`;
        return { token, end: () => app.send('DELETE', key, undefined, owner) };
      },
    ],
  ];
  for (const [name, start] of cases)
    it(`ends with ${name}, and no other does`, async () => {
      const other = await listening((await ofPage(await signIn(app, email))).token);
      const { token, end } = await start();
      const reader = await listening(token);
      const ended = await end();
      assert.ok(ended.ok, `${ended.status}`);
      assert.equal((await reader.read()).done, true);
      assert.deepEqual(await refusalOf(await open(token)), [401, 'session_denied']);
      const first = await Promise.race([other.read(), Promise.resolve('still open')]);
      assert.equal(first, 'still open');
      await other.cancel();
    });
});
