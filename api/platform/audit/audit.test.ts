import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { verifyAudit } from './verify-audit.ts';

type Page = {
  items: { action: string; actor: { id: string }; requestId: string; details: unknown }[];
  nextCursor: string | null;
};

describe('the audit log', () => {
  let app: TestApp;
  let acme: TestTenant;
  let owner: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    const members = {
      'owner@acme.example': ['owner'],
      'ada@acme.example': ['auditor'],
      'rita@acme.example': ['recruiter'],
    } as const;
    acme = await createTestTenant(app, { slug: 'acme' }, members);
    await createTestTenant(app, { slug: 'globex' }, { 'olga@globex.example': ['owner'] });
    owner = await signIn(app, 'owner@acme.example');
    for (const name of ['one', 'two', 'three'])
      await app.send(
        'POST',
        '/t/acme/v1/tenant/keys',
        { kind: 'secret', name },
        { ...owner, 'x-request-id': `req-${name}` },
      );
    await app.send(
      'PATCH',
      `/t/acme/v1/members/${acme.members.get('rita@acme.example')}`,
      { roles: ['viewer'] },
      owner,
    );
  });
  after(() => app.close());

  const page = async (query: string, headers = owner) =>
    app.send('GET', `/t/acme/v1/audit${query}`, undefined, headers);

  it('shows who changed what in which request, newest first, page by page', async () => {
    const first = (await (await page('?limit=3')).json()) as Page;
    assert.deepEqual(
      first.items.map(({ action }) => action),
      ['member.changed', 'key.created', 'key.created'],
    );
    assert.deepEqual(first.items[1]?.details, { kind: 'secret', name: 'three' });
    assert.equal(first.items[1]?.requestId, 'req-three');
    const second = (await (await page(`?limit=3&cursor=${first.nextCursor}`)).json()) as Page;
    assert.deepEqual(
      second.items.map(({ requestId }) => requestId),
      ['req-one'],
    );
    assert.equal(second.nextCursor, null);
  });

  it('is read by owner, admin and auditor of this tenant alone', async () => {
    assert.equal((await page('', await signIn(app, 'ada@acme.example'))).status, 200);
    for (const email of ['rita@acme.example', 'olga@globex.example'])
      assert.deepEqual(await refusalOf(await page('', await signIn(app, email))), [403, 'forbidden']);
    const olga = await signIn(app, 'olga@globex.example');
    const theirs = (await (await app.send('GET', '/t/globex/v1/audit', undefined, olga)).json()) as Page;
    assert.deepEqual(theirs.items, []);
    const first = (await (await page('?limit=1')).json()) as Page;
    const foreign = await app.send('GET', `/t/globex/v1/audit?cursor=${first.nextCursor}`, undefined, olga);
    assert.deepEqual(await refusalOf(foreign), [400, 'invalid_cursor']);
  });

  it('holds no entry of what was refused', async () => {
    const count = async () => ((await (await page('')).json()) as Page).items.length;
    const before = await count();
    await app.send(
      'PATCH',
      `/t/acme/v1/members/${acme.members.get('owner@acme.example')}`,
      { roles: ['viewer'] },
      owner,
    );
    assert.equal(await count(), before);
  });

  it('gives away one changed byte, a missing entry and a cut end', async () => {
    const { db } = app.deps.database;
    const scope = tenantScope(acme.id);
    assert.deepEqual(await verifyAudit(db, scope), { ok: true, entries: 4 });
    const set = (columns: object, sequence: number) =>
      db
        .updateTable('auditEntries')
        .set(columns)
        .where('tenantId', '=', acme.id)
        .where('sequence', '=', sequence)
        .execute();
    const second = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('tenantId', '=', acme.id)
      .where('sequence', '=', 2)
      .executeTakeFirstOrThrow();
    for (const column of ['details', 'actorId', 'action', 'requestId'] as const) {
      await set({ [column]: `${second[column]} ` }, 2);
      assert.equal((await verifyAudit(db, scope)).ok, false, column);
      await set({ [column]: second[column] }, 2);
    }
    assert.equal((await verifyAudit(db, scope)).ok, true);
    const last = { tenantId: acme.id, sequence: 4 };
    await db
      .deleteFrom('auditEntries')
      .where('tenantId', '=', last.tenantId)
      .where('sequence', '=', last.sequence)
      .execute();
    assert.deepEqual(await verifyAudit(db, scope), {
      ok: false,
      sequence: 4,
      reason: 'the end of the chain is missing',
    });
  });
});
