import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ServerType, serve } from '@hono/node-server';
import { systemClock } from '@portico/api/platform/clock/clock.ts';
import { openTestApp, type TestApp } from '@portico/api/testing/test-app.ts';
import { createTestTenant } from '@portico/api/testing/test-tenants.ts';
import { demoPin } from './confirmation.ts';
import { intranet } from './server.ts';

const origin = 'http://intranet.acme.example';
const [ada, ben] = ['ada@acme.example', 'ben@acme.example'];

describe('the intranet raises a session', () => {
  let app: TestApp;
  let api: ServerType;
  let host: ReturnType<typeof intranet>;
  before(async () => {
    app = await openTestApp({ clock: systemClock });
    const acme = await createTestTenant(
      app,
      { slug: 'acme', origins: [origin] },
      { [ada]: ['hiringManager'], [ben]: ['viewer'] },
    );
    const port = await new Promise<number>((resolve) => {
      api = serve({ fetch: app.http.fetch, port: 0 }, (info) => resolve(info.port));
    });
    host = intranet({
      port: 0,
      talentBase: `http://localhost:${port}/t/acme`,
      secretKey: acme.secretKey,
      companyName: 'Acme',
      employees: [ada, ben].map((email) => ({ email, name: email, jobTitle: 'Lead' })),
    });
  });
  after(async () => {
    await new Promise((closed) => api.close(closed));
    await app.close();
  });

  const post = (path: string, headers: Record<string, string>, body?: object) =>
    host.request(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const confirm = (employee: string, pin: unknown) =>
    post('/api/confirm', { 'x-intranet': 'confirm', cookie: `intranet-employee=${employee}` }, { pin });
  const session = (reason: string, cookie: string) => post('/api/hire-session', { 'x-hire-session': reason, cookie });
  const elevatedOf = async (answer: Response): Promise<unknown> => {
    const { token } = (await answer.json()) as { token: string };
    return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).elv;
  };

  test('only for somebody who has just confirmed who they are, and for nobody else in that browser', async () => {
    assert.equal((await session('elevate', `intranet-employee=${ada}`)).status, 403);
    const confirmed = await confirm(ada, demoPin);
    assert.equal(confirmed.status, 204);
    const cookie = confirmed.headers.getSetCookie()[0]!.split(';')[0]!;
    assert.match(confirmed.headers.getSetCookie()[0]!, /HttpOnly.*SameSite=Strict/i);
    const raised = await session('elevate', `intranet-employee=${ada}; ${cookie}`);
    assert.equal(raised.status, 201);
    assert.deepEqual(await elevatedOf(raised), ['money']);
    assert.equal((await session('elevate', `intranet-employee=${ben}; ${cookie}`)).status, 403);
    const plain = await session('initial', `intranet-employee=${ada}; ${cookie}`);
    assert.deepEqual(await elevatedOf(plain), []);
  });

  test('after no wrong PIN, and after five of them for nobody for a while', async () => {
    for (const pin of ['0000', '', 2468, null, undefined]) assert.equal((await confirm(ben, pin)).status, 403);
    assert.equal((await confirm(ben, demoPin)).status, 429);
    assert.equal((await confirm(ada, demoPin)).status, 204);
  });

  test('never for another site: its requests lack the header', async () => {
    assert.equal((await post('/api/confirm', {}, { pin: demoPin })).status, 403);
    assert.equal((await post('/api/hire-session', {})).status, 403);
  });
});
