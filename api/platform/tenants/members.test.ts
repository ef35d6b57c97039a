import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createAcmeAndGlobex,
  createTestTenant,
  refusalOf,
  signIn,
  type TestTenant,
} from '../../testing/test-tenants.ts';

describe('the people of a tenant', () => {
  let app: TestApp;
  let acme: TestTenant;
  before(async () => {
    app = await openTestApp();
    acme = await createAcmeAndGlobex(app);
  });
  after(() => app.close());

  describe('members', () => {
    const patch = (email: string, body: unknown, headers: Record<string, string>) =>
      app.send('PATCH', `/t/acme/v1/members/${acme.members.get(email)}`, body, headers);

    it('know who they are here and elsewhere', async () => {
      const rita = await signIn(app, 'rita@acme.example');
      const here = (await (await app.send('GET', '/t/acme/v1/me', undefined, rita)).json()) as Record<string, unknown>;
      assert.deepEqual(here.roles, ['approver', 'recruiter']);
      assert.ok((here.features as string[]).includes('widgets'));
      const there = (await (await app.send('GET', '/t/globex/v1/me', undefined, rita)).json()) as Record<
        string,
        unknown
      >;
      assert.deepEqual([there.roles, there.features], [[], []]);
      assert.deepEqual(there.memberships, [
        { tenant: { slug: 'acme', name: 'Acme' }, roles: ['approver', 'recruiter'] },
      ]);
    });

    it('of another tenant look like nobody', async () => {
      const olga = await signIn(app, 'olga@globex.example');
      const id = acme.members.get('rita@acme.example');
      const theirs = await app.send('PATCH', `/t/globex/v1/members/${id}`, { roles: ['owner'] }, olga);
      const missing = await app.send('PATCH', '/t/globex/v1/members/mb_missing', { roles: ['owner'] }, olga);
      const [a, b] = [await theirs.json(), await missing.json()] as [Record<string, unknown>, Record<string, unknown>];
      assert.deepEqual({ ...a, requestId: '' }, { ...b, requestId: '' });
      assert.deepEqual(await refusalOf(await app.send('GET', '/t/acme/v1/members', undefined, olga)), [
        403,
        'forbidden',
      ]);
    });

    it('lose at once what their new role does not give', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const admin = await signIn(app, 'admin@acme.example');
      const list = () => app.send('GET', '/t/acme/v1/members', undefined, admin);
      assert.equal((await list()).status, 200);
      assert.equal((await patch('admin@acme.example', { roles: ['viewer'] }, owner)).status, 200);
      assert.equal((await list()).status, 403);
      assert.equal((await patch('admin@acme.example', { roles: ['accountAdmin'] }, owner)).status, 200);
      assert.equal((await list()).status, 200);
      assert.equal((await patch('admin@acme.example', { disabled: true }, owner)).status, 200);
      assert.equal((await list()).status, 403);
      assert.equal((await patch('admin@acme.example', { disabled: false }, owner)).status, 200);
    });

    it('who are admins neither make nor touch owners', async () => {
      const admin = await signIn(app, 'admin@acme.example');
      assert.deepEqual(await refusalOf(await patch('admin@acme.example', { roles: ['owner'] }, admin)), [
        403,
        'forbidden',
      ]);
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { roles: ['viewer'] }, admin)), [
        403,
        'forbidden',
      ]);
      const invite = await app.send(
        'POST',
        '/t/acme/v1/members/invitations',
        { email: 'x@acme.example', roles: ['owner'] },
        admin,
      );
      assert.deepEqual(await refusalOf(invite), [403, 'forbidden']);
    });

    it('always have an owner among them', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { roles: ['viewer'] }, owner)), [
        409,
        'last_owner',
      ]);
      assert.deepEqual(await refusalOf(await patch('owner@acme.example', { disabled: true }, owner)), [
        409,
        'last_owner',
      ]);
      const id = acme.members.get('owner@acme.example');
      assert.deepEqual(await refusalOf(await app.send('DELETE', `/t/acme/v1/members/${id}`, undefined, owner)), [
        409,
        'last_owner',
      ]);
      assert.equal((await app.send('GET', '/t/acme/v1/tenant/keys', undefined, owner)).status, 200, 'still the owner');
    });

    it('two owners who demote each other at once leave one', async () => {
      const pair = await createTestTenant(
        app,
        { slug: 'pair' },
        { 'a@pair.example': ['owner'], 'b@pair.example': ['owner'] },
      );
      const [a, b] = [await signIn(app, 'a@pair.example'), await signIn(app, 'b@pair.example')];
      const demote = (email: string, by: Record<string, string>) =>
        app.send('PATCH', `/t/pair/v1/members/${pair.members.get(email)}`, { roles: ['viewer'] }, by);
      const statuses = (await Promise.all([demote('b@pair.example', a), demote('a@pair.example', b)])).map(
        ({ status }) => status,
      );
      const [done, refused] = statuses.sort();
      assert.equal(done, 200);
      // Whoever comes after the other's change is no owner any more.
      assert.ok(refused === 409 || refused === 403, String(refused));
      const owners = await app.deps.database.db
        .selectFrom('members')
        .select('role')
        .where('tenantId', '=', pair.id)
        .where('role', 'like', '%owner%')
        .execute();
      assert.equal(owners.length, 1);
    });
  });

  describe('invitations', () => {
    const invite = (email: string, headers: Record<string, string>, roles = ['recruiter']) =>
      app.send('POST', '/t/acme/v1/members/invitations', { email, roles }, headers);
    const accept = (id: string, headers: Record<string, string>) =>
      app.send('POST', `/t/acme/v1/members/invitations/${id}/acceptance`, undefined, headers);

    it('reach their address in the tenant’s name and are accepted by it alone, once', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      const made = await invite('Olga@globex.example', owner);
      assert.equal(made.status, 201);
      await app.deps.jobs.runDue();
      const link = new URL(await app.mailedLink('olga@globex.example'));
      assert.equal(`${link.origin}${link.pathname}`, 'http://talent.acme.example:4000/accept-invitation');
      const id = link.searchParams.get('id')!;
      assert.equal(app.ports.mailer.recent('olga@globex.example')[0]?.fromName, 'Acme');

      assert.deepEqual(await refusalOf(await accept(id, {})), [401, 'unauthenticated']);
      assert.deepEqual(await refusalOf(await accept(id, await signIn(app, 'rita@acme.example'))), [403, 'forbidden']);
      const olga = await signIn(app, 'olga@globex.example');
      const elsewhere = await app.send('POST', `/t/globex/v1/members/invitations/${id}/acceptance`, undefined, olga);
      assert.deepEqual(await refusalOf(elsewhere), [404, 'not_found']);
      assert.equal((await accept(id, olga)).status, 201);
      assert.deepEqual(await refusalOf(await accept(id, olga)), [404, 'not_found']);
      const me = (await (await app.send('GET', '/t/acme/v1/me', undefined, olga)).json()) as { roles: string[] };
      assert.deepEqual(me.roles, ['recruiter']);
      assert.deepEqual(await refusalOf(await invite('olga@globex.example', owner)), [409, 'already_member']);
    });

    it('end after seven days, when taken back, and when replaced', async () => {
      const owner = await signIn(app, 'owner@acme.example');
      await createTestTenant(app, { slug: 'late' }, { 'late@late.example': ['owner'] });
      const late = await signIn(app, 'late@late.example');
      const idOf = async (answer: Response) => ((await answer.json()) as { id: string }).id;
      const first = await idOf(await invite('late@late.example', owner));
      const second = await idOf(await invite('late@late.example', owner));
      assert.deepEqual(await refusalOf(await accept(first, late)), [404, 'not_found']);
      const taken = await app.send('DELETE', `/t/acme/v1/members/invitations/${second}`, undefined, owner);
      assert.equal(taken.status, 204);
      assert.deepEqual(await refusalOf(await accept(second, late)), [404, 'not_found']);
      const third = await idOf(await invite('late@late.example', owner));
      app.ports.clock.advance(7 * 24 * 60 * 60 * 1000);
      assert.deepEqual(await refusalOf(await accept(third, late)), [409, 'invitation_expired']);
    });
  });
});
