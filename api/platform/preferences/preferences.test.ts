import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, signIn } from '../../testing/test-tenants.ts';

describe('how somebody likes the portal', () => {
  let app: TestApp;
  let rita: Record<string, string>;
  let olga: Record<string, string>;

  before(async () => {
    app = await openTestApp();
    await createTestTenant(
      app,
      { slug: 'acme', origins: ['https://intranet.acme.example'] },
      { 'rita@acme.example': ['recruiter'], 'olga@acme.example': ['owner'] },
    );
    [rita, olga] = [await signIn(app, 'rita@acme.example'), await signIn(app, 'olga@acme.example')];
  });
  after(() => app.close());

  const change = (body: unknown, headers: Record<string, string>) =>
    app.send('PATCH', '/v1/me/preferences', body, headers);
  async function known(headers: Record<string, string>, at = '') {
    const { preferences, person } = (await (await app.send('GET', `${at}/v1/me`, undefined, headers)).json()) as {
      preferences?: Record<string, unknown>;
      person: { locale: string | null };
    };
    return { ...preferences, mails: person.locale };
  }
  const never = { scheme: null, density: null, locale: null, shortcuts: null };

  test('goes with the person to every device and address, and to nobody else', async () => {
    assert.deepEqual(await known(rita), { ...never, mails: null });
    assert.equal((await change({ scheme: 'dark', shortcuts: false }, rita)).status, 200);
    const answer = await change({ density: 'compact' }, await signIn(app, 'rita@acme.example'));
    const all = { scheme: 'dark', density: 'compact', locale: null, shortcuts: false };
    assert.deepEqual(await answer.json(), all);
    assert.deepEqual(await known(rita, '/t/acme'), { ...all, mails: null });
    assert.deepEqual(await known(olga), { ...never, mails: null });
  });

  test('a language is that of mails too, and stays when another choice is taken back', async () => {
    await change({ locale: 'de', scheme: 'light' }, olga);
    await change({ scheme: null }, olga);
    assert.deepEqual(await known(olga), { ...never, locale: 'de', mails: 'de' });
  });

  test('what is none of the choices is refused, and nothing of it is kept', async () => {
    const before = await known(rita);
    for (const wrong of [{ scheme: 'sepia' }, { density: 'compact', locale: '../de' }, { personId: 'pe_1' }])
      assert.equal((await change(wrong, rita)).status, 422);
    assert.deepEqual(await known(rita), before);
  });
});
