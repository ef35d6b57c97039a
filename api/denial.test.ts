import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { memberRoles } from './platform/auth/actor.ts';
import { openApiDocument } from './platform/operation/api-reference.ts';
import { operations } from './testing/access.ts';
import type { Access } from './testing/access-rule.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { createTestTenant, mintEmbedToken, signIn, type TestTenant } from './testing/test-tenants.ts';

const intranet = 'https://intranet.acme.example';
const evil = 'https://evil.example';

/** Every operation of the API, asked by everybody who must not get it. */
/** All that asks who is there; public keys are the same for everybody and look at nobody. */
const identified = Object.keys(operations).filter((operation) => !operation.includes(' /.well-known/'));

describe('denial', () => {
  let app: TestApp;
  let acme: TestTenant;
  let tables: string[];
  const signedIn = new Map<string, Record<string, string>>();

  before(async () => {
    app = await openTestApp();
    const members = Object.fromEntries(memberRoles.map((role) => [`${role.toLowerCase()}@acme.example`, [role]]));
    acme = await createTestTenant(
      app,
      { slug: 'acme', origins: [intranet] },
      { ...members, 'gone@acme.example': ['owner'] },
    );
    await createTestTenant(app, { slug: 'globex', origins: [evil] }, { 'olga@globex.example': ['owner'] });
    for (const role of memberRoles) signedIn.set(role, await signIn(app, `${role.toLowerCase()}@acme.example`));
    signedIn.set('otherTenant', await signIn(app, 'olga@globex.example'));
    signedIn.set('disabled', await signIn(app, 'gone@acme.example'));
    const owner = signedIn.get('owner')!;
    const disabled = await app.send(
      'PATCH',
      `/t/acme/v1/members/${acme.members.get('gone@acme.example')}`,
      { disabled: true },
      owner,
    );
    assert.equal(disabled.status, 200);
    tables = (await app.deps.database.db.introspection.getTables()).map(({ name }) => name);
  });
  after(() => app.close());

  /** Rows of all tables that an operation could touch; sessions, jobs and rate counters move by themselves. */
  async function fingerprint(): Promise<string> {
    const counts = [];
    for (const table of tables.filter(
      (name) => !/^(sign|jobs|outbox|authority|rate|verif|embed(usage|sightings))/i.test(name),
    )) {
      const rows = await app.deps.database.db
        .selectFrom(table as 'jobs')
        .selectAll()
        .execute();
      counts.push([table, rows.map((row) => JSON.stringify(row)).sort()]);
    }
    return JSON.stringify(counts);
  }

  async function ask(operation: string, headers: Record<string, string> | undefined): Promise<Response> {
    const [method, path] = operation.split(' ') as [string, string];
    const { body, query, upload, params = {} } = operations[operation]!;
    const address = `/t/acme${path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'xx_0000000000')}${query ? `?${query}` : ''}`;
    if (!upload) return app.send(method, address, body, { ...headers, 'if-match': '"none"' });
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.png');
    const answer = await app.http.request(`http://localhost:4000${address}`, {
      method,
      body: form,
      headers: { ...headers, 'if-match': '"none"' },
    });
    return answer;
  }

  /** What was answered otherwise, by operation; empty when each was refused as it should be. */
  async function notDenied(
    asked: string[],
    headers: Record<string, string> | undefined,
    statuses: number[],
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const operation of asked) {
      const answer = await ask(operation, headers);
      const text = await answer.text();
      const isProblem = /problem\+json/.test(answer.headers.get('content-type') ?? '');
      if (!statuses.includes(answer.status) || !isProblem)
        wrong.push(`${operation} answered ${answer.status} ${text.slice(0, 160)}`);
    }
    return wrong;
  }

  const named = (wanted: (access: Access) => boolean) =>
    Object.entries(operations)
      .filter(([, { access }]) => wanted(access))
      .map(([name]) => name);
  const closed = named((access) => access !== 'public');
  const forRoles = named((access) => Array.isArray(access));

  test('knows every operation of openapi.json, and no other', () => {
    const { paths } = openApiDocument(app.http) as { paths: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(documented.toSorted(), Object.keys(operations).toSorted());
  });

  test('nobody signed in: 401 for all that is not public', async () => {
    const before = await fingerprint();
    assert.deepEqual(await notDenied(closed, undefined, [401]), []);
    assert.equal(await fingerprint(), before);
  });

  test('a made-up token or key: 401, public operations included', async () => {
    for (const token of ['nonsense', 'sk_nonsense', 'a.b.c', `${acme.secretKey}x`]) {
      assert.deepEqual(await notDenied(identified, { authorization: `Bearer ${token}` }, [401]), []);
    }
  });

  test('an owner of another tenant: refused like a stranger, and nothing changes', async () => {
    const before = await fingerprint();
    assert.deepEqual(await notDenied(forRoles, signedIn.get('otherTenant'), [403, 404]), []);
    assert.equal(await fingerprint(), before);
  });

  test('a disabled owner keeps nothing of the tenant', async () => {
    const before = await fingerprint();
    assert.deepEqual(await notDenied(forRoles, signedIn.get('disabled'), [401, 403, 404]), []);
    assert.equal(await fingerprint(), before);
  });

  for (const role of memberRoles) {
    test(`${role}: refused whatever the role does not allow`, async () => {
      const before = await fingerprint();
      const refused = named((access) => access === 'operator' || (Array.isArray(access) && !access.includes(role)));
      assert.deepEqual(await notDenied(refused, signedIn.get(role), [403, 404]), []);
      assert.equal(await fingerprint(), before);
    });
  }

  test('a widget session on a foreign origin: refused, without a grant to read even that', async () => {
    const { token } = await mintEmbedToken(app, acme, {
      email: 'owner@acme.example',
      origins: [intranet],
      widgets: { talentSearch: { save: true } },
    });
    for (const operation of identified) {
      const answer = await ask(operation, { authorization: `Bearer ${token}`, origin: evil });
      assert.equal(answer.status, 403, operation);
      assert.equal(answer.headers.get('access-control-allow-origin'), null, operation);
    }
  });

  test('a cookie sent by another site’s page changes nothing', async () => {
    const before = await fingerprint();
    const { cookie } = signedIn.get('owner') as { cookie: string };
    for (const operation of closed.filter((name) => !name.startsWith('GET '))) {
      const answer = await ask(operation, { cookie, origin: evil, 'sec-fetch-site': 'cross-site' });
      assert.ok([401, 403].includes(answer.status), `${operation} answered ${answer.status}`);
    }
    assert.equal(await fingerprint(), before);
  });
});
