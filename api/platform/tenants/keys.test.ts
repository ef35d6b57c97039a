import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { acmeIntranet, createAcmeAndGlobex, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';

describe('a tenant’s keys', () => {
  let app: TestApp;
  let acme: TestTenant;
  before(async () => {
    app = await openTestApp();
    acme = await createAcmeAndGlobex(app);
  });
  after(() => app.close());

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
            { member: { email: 'rita@acme.example' }, origins: [acmeIntranet], widgets: { talentSearch: {} } },
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
      assert.equal((await use({ origin: acmeIntranet })).status, 200);
      for (const headers of [{}, { origin: 'https://evil.example' }, { origin: ownOrigin }])
        assert.deepEqual(await refusalOf(await use(headers as Record<string, string>)), [403, 'origin_not_allowed']);
    });
  });
});
