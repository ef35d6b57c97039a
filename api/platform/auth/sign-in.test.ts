import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';

const password = 'correct horse battery';

describe('signing in', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp();
  });
  after(() => app.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.send('POST', `/v1/auth${path}`, body, { origin: ownOrigin, ...headers });
  const signUp = (email: string) => post('/sign-up/email', { email, password, name: 'Ada Lovelace' });

  it('needs a verified e-mail first', async () => {
    await signUp('ada@acme.example');
    const tooEarly = await post('/sign-in/email', { email: 'ada@acme.example', password });
    assert.equal(tooEarly.status, 403);
    assert.equal(((await tooEarly.json()) as { code: string }).code, 'email_not_verified');
    assert.deepEqual(tooEarly.headers.getSetCookie(), []);

    const verified = await app.send('GET', await app.mailedLink('ada@acme.example'));
    assert.equal(verified.status, 302);
    assert.equal(verified.headers.get('location'), `${ownOrigin}/?verified=1`);

    const signedIn = await post('/sign-in/email', { email: 'ada@acme.example', password });
    assert.equal(signedIn.status, 200);
    assert.match(signedIn.headers.getSetCookie()[0]!, /^hire\.session_token=.*HttpOnly; SameSite=Lax/);
    assert.equal('token' in ((await signedIn.json()) as object), false);
  });
});
