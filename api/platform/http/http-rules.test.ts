import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import fc from 'fast-check';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { nestingDepth } from './body-rules.ts';
import type { HttpEnv } from './environment.ts';
import { matchesIfNoneMatch, requireIfMatch, revisionEtag } from './etag.ts';
import { onceByKey } from './idempotency.ts';
import { createCursors } from './paging.ts';
import { Refusal } from './problem.ts';
import { json, jsonBody, newRoutes, problems, z } from './routes.ts';
import { partsOf, tenantSlugOf, withoutTenantPath } from './tenant-path.ts';

const thing = z.strictObject({ n: z.number().int() });
const putThing = createRoute({
  method: 'put',
  path: '/v1/things/{id}',
  request: { params: z.strictObject({ id: z.string() }), body: jsonBody(thing) },
  responses: { 200: json(thing, 'The thing'), ...problems(409, 412, 428) },
});

describe('the edge', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<ReturnType<typeof sliceApp>['as']>;
  let effects = 0;

  before(async () => {
    deps = await testDeps();
    app = sliceApp(thingRoutes()).as();
  });
  after(() => deps.database.close());

  function thingRoutes(): OpenAPIHono<HttpEnv> {
    const routes = newRoutes();
    routes.openapi(putThing, async (c) => {
      requireIfMatch(c, revisionEtag('th', 3));
      return c.json(c.req.valid('json'), 200);
    });
    routes.post('/v1/pay', async (c) => {
      const answer = await onceByKey(c, deps.database, 'tn_acme', deps.clock.now(), async () => {
        effects++;
        return { status: 201, body: { effect: effects } };
      });
      return c.json(answer.body as object, answer.status as 201);
    });
    routes.get('/v1/broken', () => {
      throw new Error('a secret about the inside');
    });
    routes.get('/v1/cached', (c) =>
      matchesIfNoneMatch(c, '"a.1"') ? c.body(null, 304) : c.text('a', 200, { etag: '"a.1"' }),
    );
    return routes;
  }

  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  const refused: { name: string; request: () => Response | Promise<Response>; status: number; code: string }[] = [
    {
      name: 'an unknown property',
      request: () => app.request('PUT', '/v1/things/a', { n: 1, m: 2 }),
      status: 422,
      code: 'invalid_input',
    },
    {
      name: 'a wrong type',
      request: () => app.request('PUT', '/v1/things/a', { n: '1' }),
      status: 422,
      code: 'invalid_input',
    },
    { name: 'malformed JSON', request: () => raw('{"n":'), status: 400, code: 'malformed_json' },
    {
      name: 'an unpaired surrogate in a broken body',
      request: () => raw('{"n":\ud800'),
      status: 400,
      code: 'malformed_json',
    },
    {
      name: 'JSON nested 33 deep',
      request: () => raw(`${'['.repeat(33)}${']'.repeat(33)}`),
      status: 400,
      code: 'json_too_deep',
    },
    { name: 'JSON nested 500,000 deep', request: () => raw('['.repeat(500_000)), status: 400, code: 'json_too_deep' },
    {
      name: 'a body that is no JSON by its type',
      request: () => raw('n=1', 'application/x-www-form-urlencoded'),
      status: 415,
      code: 'json_expected',
    },
    { name: '10 MB', request: () => raw(JSON.stringify('x'.repeat(10_000_000))), status: 413, code: 'body_too_large' },
    {
      name: 'a change without If-Match',
      request: () => app.request('PUT', '/v1/things/a', { n: 1 }),
      status: 428,
      code: 'if_match_required',
    },
    {
      name: 'a change with a stale If-Match',
      request: () => app.request('PUT', '/v1/things/a', { n: 1 }, { 'if-match': '"th.2"' }),
      status: 412,
      code: 'changed_meanwhile',
    },
    {
      name: 'an address that is nothing',
      request: () => app.request('GET', '/v1/nothing'),
      status: 404,
      code: 'not_found',
    },
    {
      name: 'a money command without a key',
      request: () => app.request('POST', '/v1/pay', {}),
      status: 400,
      code: 'idempotency_key_required',
    },
  ];

  function raw(body: string, type = 'application/json') {
    return app.http.request('/v1/things/a', {
      method: 'PUT',
      body,
      headers: { 'content-type': type, 'if-match': '"th.3"' },
    });
  }

  for (const { name, request, status, code } of refused) {
    test(`${name} is refused as ${code}`, async () => {
      const response = await request();
      assert.equal(response.status, status);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(await codeOf(response), code);
    });
  }

  test('what is right passes', async () => {
    const response = await app.request('PUT', '/v1/things/a', { n: 1 }, { 'if-match': '"th.3"' });
    assert.deepEqual([response.status, await response.json()], [200, { n: 1 }]);
  });

  test('a failure that nobody foresaw tells the request id and nothing of the inside', async () => {
    const response = await app.request('GET', '/v1/broken');
    const body = await response.text();
    assert.equal(response.status, 500);
    assert.match(body, /req_test/);
    assert.doesNotMatch(body, /secret|inside|Error:|\.ts/);
  });

  test('a page that is current answers 304', async () => {
    assert.equal((await app.request('GET', '/v1/cached', undefined, { 'if-none-match': '"z", "a.1"' })).status, 304);
    assert.equal((await app.request('GET', '/v1/cached', undefined, { 'if-none-match': '"a.2"' })).status, 200);
  });

  test('a repeated key does the effect once and answers the same', async () => {
    const before = effects;
    const first = await app.request('POST', '/v1/pay', { sum: 5 }, { 'idempotency-key': 'k1' });
    const again = await app.request('POST', '/v1/pay', { sum: 5 }, { 'idempotency-key': 'k1' });
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.deepEqual(await first.json(), await again.json());
    assert.equal(effects, before + 1);
  });

  test('a key used for another body is refused', async () => {
    await app.request('POST', '/v1/pay', { sum: 5 }, { 'idempotency-key': 'k2' });
    const response = await app.request('POST', '/v1/pay', { sum: 6 }, { 'idempotency-key': 'k2' });
    assert.deepEqual([response.status, await codeOf(response)], [422, 'idempotency_key_reused']);
  });

  test('of 32 requests with one key at once, one has an effect and none fails', async () => {
    const before = effects;
    const responses = await Promise.all(
      Array.from({ length: 32 }, () => app.request('POST', '/v1/pay', { sum: 7 }, { 'idempotency-key': 'k3' })),
    );
    assert.equal(effects, before + 1);
    assert.ok(responses.every(({ status }) => status === 201 || status === 409));
    assert.ok(responses.some(({ status }) => status === 201));
  });
});

describe('cursors', () => {
  const cursors = createCursors('one secret');

  test('come back as they were sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (position, binding) => {
        assert.deepEqual(
          cursors.decode(binding, cursors.encode(binding, position)),
          JSON.parse(JSON.stringify(position)),
        );
      }),
    );
  });

  test('of another tenant, another secret, or changed, are refused', () => {
    const cursor = cursors.encode('tn_acme talent', { after: 3 });
    const isRefused = (work: () => unknown) =>
      assert.throws(work, (error) => error instanceof Refusal && error.code === 'invalid_cursor');
    isRefused(() => cursors.decode('tn_other talent', cursor));
    isRefused(() => createCursors('another secret').decode('tn_acme talent', cursor));
    for (let i = 0; i < cursor.length; i++) {
      const changed = `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`;
      // The last character of base64url may carry unused bits; such a change means the same bytes.
      if (i < cursor.length - 1) isRefused(() => cursors.decode('tn_acme talent', changed));
    }
    for (const text of ['', '.', 'a.b.c', 'undefined', '-1', '💥']) isRefused(() => cursors.decode('x', text));
  });
});

test('nesting is counted outside strings only', () => {
  const table: [string, number][] = [
    ['1', 0],
    ['{}', 1],
    ['[[{}]]', 3],
    ['"[[[["', 0],
    ['{"a":"\\"[[["}', 1],
    ['[{"a":[1]},{"b":{}}]', 3],
  ];
  for (const [text, depth] of table) assert.equal(nestingDepth(text), depth, text);
});

test('a tenant path is a prefix of the same address without it', () => {
  assert.equal(tenantSlugOf('/t/acme/v1/me'), 'acme');
  assert.equal(withoutTenantPath('/t/acme/v1/me'), '/v1/me');
  assert.equal(withoutTenantPath('/t/acme'), '/');
  for (const path of ['/v1/me', '/t/', '/t/UPPER/v1', '/t/a%2Fb/v1', '/talent']) {
    assert.equal(tenantSlugOf(path), undefined, path);
    assert.equal(withoutTenantPath(path), path);
  }
});

test('host and path are read from an address as a URL reads them', () => {
  const addresses = [
    'http://[::1]:4000/v1/me',
    'http://talent.example',
    'https://a.example/t/acme/v1/me?q=/t/b/#/c',
  ].concat('http://127.0.0.1:4000/v1/a%2Fb', 'http://LOCALHOST/v1', 'http://x@y.example/v1', 'http://büro.example/ü');
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...addresses), fc.webUrl({ withQueryParameters: true })), (address) => {
      const normalized = new Request(new URL(address.replace('x@', ''))).url;
      const { hostname, pathname } = new URL(normalized);
      assert.deepEqual(partsOf(normalized), { host: hostname, path: pathname });
    }),
  );
  assert.deepEqual(partsOf('http://1.2.3.4.5/v1/me'), { host: '', path: '/' });
});
