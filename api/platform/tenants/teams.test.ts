import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import type { TeamBody } from './team-schema.ts';
import { peopleWithRolesFor, teamReach } from './teams.ts';
import { tenantScope } from './tenant-scope.ts';

describe('teams', () => {
  let app: TestApp;
  let acme: TestTenant;
  let owner: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    acme = await createTestTenant(
      app,
      { slug: 'acme' },
      {
        'owner@acme.example': ['owner'],
        'tom@acme.example': ['viewer'],
        'sam@acme.example': ['approver'],
      },
    );
    await createTestTenant(app, { slug: 'globex' }, { 'olga@globex.example': ['owner'] });
    owner = await signIn(app, 'owner@acme.example');
  });
  after(() => app.close());

  const send = (method: string, path: string, body?: unknown, who = owner) =>
    app.send(method, `/t/acme/v1/teams${path}`, body, who);
  const make = async (name: string) => (await (await send('POST', '', { name })).json()) as TeamBody;
  const person = (email: string) => app.identity.authority.person(idOf(email));
  const idOf = (email: string) => personIds.get(email) ?? '';
  const personIds = new Map<string, string>();
  before(async () => {
    const listed = await app.send('GET', '/t/acme/v1/members', undefined, owner);
    const { items } = (await listed.json()) as { items: { email: string; personId: string }[] };
    for (const { email, personId } of items) personIds.set(email, personId);
  });

  it('have one name each, whatever the case of its letters', async () => {
    await make('Digital');
    assert.deepEqual(await refusalOf(await send('POST', '', { name: 'digital' })), [409, 'team_exists']);
    assert.deepEqual(await refusalOf(await send('POST', '', { name: ' ' })), [422, 'invalid_input']);
  });

  it('give roles that hold from the next request and reach no further than the team', async () => {
    const { id } = await make('Plant');
    const scope = tenantScope(acme.id);
    const tom = await signIn(app, 'tom@acme.example');
    const member = acme.members.get('tom@acme.example');
    assert.equal((await send('PUT', `/${id}/members/${idOf('tom@acme.example')}`, { roles: ['viewer'] })).status, 200);
    assert.equal((await app.send('PATCH', `/t/acme/v1/members/${member}`, { roles: [] }, owner)).status, 200);

    const me = (await (await app.send('GET', '/t/acme/v1/me', undefined, tom)).json()) as Record<string, unknown>;
    assert.deepEqual([me.roles, me.teamRoles], [[], [{ team: { id, name: 'Plant' }, roles: ['viewer'] }]]);
    const rights = (await person('tom@acme.example'))!.memberships[0]!;
    assert.deepEqual(await teamReach(app.deps.database.db, scope, rights, ['viewer']), ['Plant']);
    assert.deepEqual(await teamReach(app.deps.database.db, scope, rights, ['approver']), []);
    // What shows the whole company stays closed.
    assert.equal((await app.send('GET', '/t/acme/v1/contracts', undefined, tom)).status, 403);

    assert.equal((await send('DELETE', `/${id}/members/${idOf('tom@acme.example')}`)).status, 204);
    const after = (await person('tom@acme.example'))!.memberships[0]!;
    assert.deepEqual(await teamReach(app.deps.database.db, scope, after, ['viewer']), []);
    assert.equal((await app.send('PATCH', `/t/acme/v1/members/${member}`, { roles: ['viewer'] }, owner)).status, 200);
  });

  it('are dissolved with every role they gave', async () => {
    const { id } = await make('Pilots');
    const scope = tenantScope(acme.id);
    await send('PUT', `/${id}/members/${idOf('tom@acme.example')}`, { roles: ['approver'] });
    const approvers = () => peopleWithRolesFor(app.deps.database.db, scope, ['approver'], 'Pilots');
    assert.deepEqual((await approvers()).sort(), [idOf('sam@acme.example'), idOf('tom@acme.example')].sort());
    assert.equal((await send('DELETE', `/${id}`)).status, 204);
    assert.deepEqual(await approvers(), [idOf('sam@acme.example')]);
    assert.deepEqual((await person('tom@acme.example'))!.memberships[0]!.teamRoles, {});
  });

  it('take in nobody who is no member, give no role of the whole company, and hide from others', async () => {
    const { id } = await make('Closed');
    const olga = await signIn(app, 'olga@globex.example');
    assert.deepEqual(await refusalOf(await send('PUT', `/${id}/members/pn_nobody`, { roles: ['viewer'] })), [
      409,
      'not_a_member',
    ]);
    const tom = idOf('tom@acme.example');
    assert.deepEqual(await refusalOf(await send('PUT', `/${id}/members/${tom}`, { roles: ['owner'] })), [
      422,
      'invalid_input',
    ]);
    assert.deepEqual(await refusalOf(await send('DELETE', '/tm_missing')), [404, 'not_found']);
    const foreign = await app.send('DELETE', `/t/globex/v1/teams/${id}`, undefined, olga);
    assert.deepEqual(await refusalOf(foreign), [404, 'not_found']);
    assert.deepEqual(await refusalOf(await send('GET', '', undefined, olga)), [403, 'forbidden']);
  });
});
