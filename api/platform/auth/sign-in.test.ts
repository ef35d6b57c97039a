import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, testPassword } from '../../testing/test-tenants.ts';

const password = 'correct horse battery';

describe('signing in', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp();
    await createTestTenant(
      app,
      { slug: 'acme', name: 'Acme <b>', locale: 'de', domains: ['talent.acme.example'] },
      { 'owner@acme.example': ['owner'], 'rita@acme.example': ['recruiter'], 'tia@acme.example': ['recruiter'] },
    );
  });
  after(() => app.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.send('POST', `/v1/auth${path}`, body, { origin: ownOrigin, ...headers });
  const signUp = (email: string) => post('/sign-up/email', { email, password, name: 'Ada Lovelace' });
  const me = (headers: Record<string, string>) => app.send('GET', '/v1/me', undefined, headers);

  it('needs a verified e-mail first', async () => {
    await signUp('ada@acme.example');
    const tooEarly = await post('/sign-in/email', { email: 'ada@acme.example', password });
    assert.deepEqual(tooEarly.headers.getSetCookie(), []);
    assert.deepEqual(await refusalOf(tooEarly), [403, 'email_not_verified']);

    const verified = await app.send('GET', await app.mailedLink('ada@acme.example'));
    assert.equal(verified.status, 302);
    assert.equal(verified.headers.get('location'), `${ownOrigin}/?verified=1`);

    const signedIn = await post('/sign-in/email', { email: 'ada@acme.example', password });
    assert.equal(signedIn.status, 200);
    assert.match(signedIn.headers.getSetCookie()[0]!, /^hire\.session_token=.*HttpOnly; SameSite=Lax/);
    assert.doesNotMatch(await signedIn.text(), /token/);
  });

  it('at a tenant’s domain keeps cookie and links there, in its name and language', async () => {
    const origin = 'http://talent.acme.example:4000';
    const at = (path: string, body: unknown) => app.send('POST', `${origin}/v1/auth${path}`, body, { origin });
    await at('/sign-up/email', { email: 'domain@acme.example', password, name: 'Dora' });
    const link = await app.mailedLink('domain@acme.example');
    assert.ok(link.startsWith(`${origin}/v1/auth/verify-email`), link);
    const mail = app.ports.mailer.recent('domain@acme.example')[0]!;
    assert.match(mail.subject, /bestätigen/);
    assert.ok(mail.html.includes('Acme &#60;b&#62;') && !mail.html.includes('<b>'));
    await app.send('GET', link);
    assert.equal((await at('/sign-in/email', { email: 'domain@acme.example', password })).status, 200);
  });

  it('under a tenant’s path links back to that path', async () => {
    await app.send(
      'POST',
      '/t/acme/v1/auth/sign-up/email',
      { email: 'path@acme.example', password, name: 'Pat' },
      { origin: ownOrigin },
    );
    const link = await app.mailedLink('path@acme.example');
    assert.ok(link.startsWith(`${ownOrigin}/t/acme/v1/auth/verify-email`), link);
    const verified = await app.send('GET', link);
    assert.equal(verified.headers.get('location'), `${ownOrigin}/t/acme/?verified=1`);
  });

  it('tells nobody whether an account exists', async () => {
    const shape = async (answer: Response) => {
      const { user, ...rest } = (await answer.json()) as { user?: Record<string, unknown> };
      return [
        answer.status,
        user && Object.keys(user).sort(),
        { ...rest, requestId: '' },
        answer.headers.getSetCookie(),
      ];
    };
    assert.deepEqual(await shape(await signUp('rita@acme.example')), await shape(await signUp('nobody1@acme.example')));
    const guess = (email: string) => post('/sign-in/email', { email, password: 'wrong password 1' });
    assert.deepEqual(await shape(await guess('rita@acme.example')), await shape(await guess('nobody2@acme.example')));
    const reset = (email: string) => post('/request-password-reset', { email });
    assert.deepEqual(await shape(await reset('rita@acme.example')), await shape(await reset('nobody3@acme.example')));
    const resend = (email: string) => post('/send-verification-email', { email });
    assert.deepEqual(await shape(await resend('rita@acme.example')), await shape(await resend('nobody4@acme.example')));
    await app.identity.settled();
    assert.equal(app.ports.mailer.recent('nobody2@acme.example').length, 0);
    assert.match(
      app.ports.mailer
        .recent('rita@acme.example')
        .map(({ subject }) => subject)
        .join(),
      /already have an account/,
    );
  });

  it('with a new password ends every session with the old one', async () => {
    const before = await signIn(app, 'rita@acme.example');
    assert.equal((await me(before)).status, 200);
    await post('/request-password-reset', { email: 'rita@acme.example' });
    const link = new URL(await app.mailedLink('rita@acme.example'));
    assert.equal(link.pathname, '/reset-password');
    const token = link.searchParams.get('token')!;
    assert.equal((await post('/reset-password', { newPassword: 'another horse battery', token })).status, 200);
    assert.deepEqual(await refusalOf(await me(before)), [401, 'unauthenticated']);
    assert.deepEqual(await refusalOf(await post('/reset-password', { newPassword: 'third horse battery', token })), [
      400,
      'invalid_token',
    ]);
    const old = await post('/sign-in/email', { email: 'rita@acme.example', password: testPassword });
    assert.deepEqual(await refusalOf(old), [401, 'invalid_email_or_password']);
  });

  it('cannot be forged from another site', async () => {
    const body = { email: 'owner@acme.example', password: testPassword };
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      const answer = await app.send('POST', '/v1/auth/sign-in/email', body, headers);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.deepEqual(await refusalOf(answer), [403, 'cross_site_request']);
    }
    const noOrigin = await app.send('POST', '/v1/auth/sign-in/email', body, { 'sec-fetch-site': 'cross-site' });
    assert.deepEqual(await refusalOf(noOrigin), [403, 'cross_site_request']);
  });

  it('redirects nowhere else', async () => {
    await post('/sign-up/email', {
      email: 'redirect@acme.example',
      password,
      name: 'R',
      callbackURL: 'https://evil.example',
    });
    for (const to of ['https://evil.example', '//evil.example', 'https://localhost:4000.evil.example'])
      assert.deepEqual(
        await refusalOf(await app.send('GET', `/v1/auth/verify-email?token=x&callbackURL=${encodeURIComponent(to)}`)),
        [403, 'invalid_callback_url'],
      );
  });

  it('leaves the library’s organization routes closed', async () => {
    const owner = await signIn(app, 'owner@acme.example');
    for (const path of [
      '/organization/list',
      '/organization/get-full-organization',
      '/sign-in/social',
      '/admin/list-users',
    ])
      assert.equal((await app.send('GET', `/v1/auth${path}`, undefined, owner)).status, 404, path);
    const create = await post('/organization/create', { name: 'x', slug: 'x' }, owner);
    assert.deepEqual(await refusalOf(create), [404, 'not_found']);
  });

  it('takes no name that would put a link into a mail, and no short password', async () => {
    const named = await post('/sign-up/email', {
      email: 'n@acme.example',
      password,
      name: 'Win at https://evil.example',
    });
    assert.deepEqual(await refusalOf(named), [422, 'name_not_accepted']);
    const short = await post('/sign-up/email', { email: 's@acme.example', password: 'short', name: 'S' });
    assert.deepEqual(await refusalOf(short), [400, 'password_too_short']);
  });

  it('with TOTP needs the code after the password', async () => {
    const tia = await signIn(app, 'tia@acme.example');
    const enabled = await post('/two-factor/enable', { password: testPassword }, tia);
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
    assert.ok(backupCodes.length >= 8);
    const secret = new URL(totpURI).searchParams.get('secret')!;
    const activated = await post('/two-factor/verify-totp', { code: await totpCode(secret) }, tia);
    assert.equal(activated.status, 200);

    const half = await post('/sign-in/email', { email: 'tia@acme.example', password: testPassword });
    assert.equal(((await half.json()) as { twoFactorRedirect?: boolean }).twoFactorRedirect, true);
    const cookie = half.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    assert.deepEqual(await refusalOf(await me({ cookie })), [401, 'unauthenticated']);
    assert.equal((await post('/two-factor/verify-totp', { code: '000000' }, { cookie })).status, 401);
    const whole = await post('/two-factor/verify-backup-code', { code: backupCodes[0] }, { cookie });
    assert.equal(whole.status, 200);
    const session = whole.headers.getSetCookie().find((set) => set.startsWith('hire.session_token='))!;
    assert.equal((await me({ cookie: session.split(';')[0]! })).status, 200);
  });

  it('offers passkeys for this host only', async () => {
    const owner = await signIn(app, 'owner@acme.example');
    const options = await app.send('GET', '/v1/auth/passkey/generate-register-options', undefined, owner);
    assert.equal(((await options.json()) as { rp: { id: string } }).rp.id, 'localhost');
    const domain = 'http://talent.acme.example:4000';
    const there = await app.send('GET', `${domain}/v1/auth/passkey/generate-authenticate-options`, undefined, {});
    assert.equal(((await there.json()) as { rpId: string }).rpId, 'talent.acme.example');
  });

  it('stops after too many guesses, whether or not the account exists', async () => {
    for (const email of ['owner@acme.example', 'nobody9@acme.example']) {
      const statuses = new Set<number>();
      for (let tries = 0; tries < 22; tries++)
        statuses.add((await post('/sign-in/email', { email, password: 'x' })).status);
      assert.ok(statuses.has(429), email);
    }
  });
});

/** RFC 6238 with the library's defaults: SHA-1, six digits, 30 seconds. */
async function totpCode(base32: string): Promise<string> {
  const { createOTP } = await import('@better-auth/utils/otp');
  const { base32: codec } = await import('@better-auth/utils/base32');
  return createOTP(new TextDecoder().decode(codec.decode(base32))).totp();
}
