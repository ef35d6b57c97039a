import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, testPassword } from '../../testing/test-tenants.ts';

const origin = 'https://talent.example';
const domain = 'https://jobs.acme.example';

describe('over https', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp({ baseUrl: origin });
    await createTestTenant(app, { slug: 'acme', domains: ['jobs.acme.example'] }, { 'owner@acme.example': ['owner'] });
  });
  after(() => app.close());

  it('cookies are bound to their host and never leave it', async () => {
    for (const at of [origin, domain]) {
      const body = { email: 'owner@acme.example', password: testPassword };
      const answer = await app.send('POST', `${at}/v1/auth/sign-in/email`, body, { origin: at });
      const cookies = answer.headers.getSetCookie();
      assert.ok(cookies.length > 0);
      for (const cookie of cookies) {
        assert.match(cookie, /^__Host-hire\./);
        assert.match(cookie, /; Path=\/(;|$)/);
        assert.match(cookie, /; HttpOnly/);
        assert.match(cookie, /; Secure/);
        assert.match(cookie, /; SameSite=Lax/);
        assert.doesNotMatch(cookie, /Domain=/i);
      }
      const headers = { cookie: cookies[0]!.split(';')[0]! };
      assert.equal((await app.send('GET', `${at}/v1/me`, undefined, headers)).status, 200);
    }
  });

  it('nothing a stranger sends is answered with a failure of ours', async () => {
    const requests: [string, string, Record<string, string>, unknown?][] = [
      ['GET', '/v1/me', { authorization: 'Bearer' }],
      ['GET', '/v1/me', { authorization: `Bearer ${'a.'.repeat(20_000)}` }],
      ['GET', '/v1/me', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
      ['GET', '/v1/me', { authorization: 'Basic YTpi' }],
      ['GET', '/v1/me', { authorization: 'Bearer sk_' }],
      ['GET', '/v1/me', { cookie: '__Host-hire.session_token=%E0%A4%A' }],
      ['GET', '/v1/me', { cookie: '__Host-hire.session_token=a.b; __Host-hire.session_token=' }],
      ['GET', '/v1/me', { origin: 'x'.repeat(5000) }],
      ['GET', '/t/%00/v1/me', {}],
      ['GET', `/t/${'a'.repeat(5000)}/v1/me`, {}],
      ['GET', '/v1/audit?cursor=x', {}],
      ['OPTIONS', '/t/acme/v1/me', { origin: 'null', 'access-control-request-method': 'X' }],
      ['POST', '/v1/auth/sign-in/email', { origin }, { email: ['a'], password: {} }],
      ['POST', '/v1/auth/sign-in/email', { origin }, []],
      ['POST', '/v1/auth/sign-in/email', { origin }, null],
      [
        'POST',
        '/v1/auth/sign-up/email',
        { origin },
        { email: 'a@b.example', password: 'long enough 1', name: { a: 1 } },
      ],
      ['POST', '/v1/auth/reset-password', { origin }, { token: 'x', newPassword: 'long enough 1' }],
      ['GET', '/v1/auth/verify-email', {}],
      ['GET', '/v1/auth/verify-email?token=x.y.z', {}],
      ['POST', '/v1/auth/passkey/verify-authentication', { origin }, { response: {} }],
      ['POST', '/v1/auth/two-factor/verify-totp', { origin }, { code: '1' }],
      ['POST', '/v1/embed/sessions', { authorization: 'Bearer sk_x' }, { widgets: null }],
    ];
    for (const [method, path, headers, body] of requests) {
      const answer = await app.send(method, `${origin}${path}`, body, headers);
      const text = await answer.text();
      assert.ok(answer.status >= 300 && answer.status < 500, `${method} ${path} → ${answer.status} ${text}`);
      if (answer.status >= 400) assert.equal((JSON.parse(text) as { status: number }).status, answer.status, path);
    }
  });
});
