import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import type { HttpEnv } from './environment.ts';
import { securityHeaders } from './security-headers.ts';

describe('security headers', () => {
  const edge = (step: typeof securityHeaders) =>
    new Hono<HttpEnv>()
      .onError((_, c) => c.json({}, 500))
      .use(step)
      .get('/json', (c) => c.json({}))
      .get('/raw', () => new Response('x'))
      .get('/own', (c) => c.body('x', 200, { 'cross-origin-resource-policy': 'cross-origin' }))
      .get('/own-raw', () => new Response('x', { headers: { 'cross-origin-resource-policy': 'cross-origin' } }))
      .get('/later', async (c, next) => {
        await next();
        c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
      })
      .get('/thrown', () => {
        throw new Error('unforeseen');
      });

  for (const path of ['/json', '/raw', '/own', '/own-raw', '/later', '/thrown', '/missing'])
    test(`are those of hono/secure-headers on ${path}`, async () => {
      const [ours, theirs] = await Promise.all([
        edge(securityHeaders).request(path),
        edge(secureHeaders({ overwrite: false, strictTransportSecurity: 'max-age=31536000' })).request(path),
      ]);
      assert.deepEqual([ours.status, ...ours.headers], [theirs.status, ...theirs.headers]);
      assert.equal(ours.headers.get('x-content-type-options'), 'nosniff');
    });
});

describe('what every answer of the API says', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp();
  });
  after(() => app.close());

  const answers: [name: string, method: string, path: string, body?: object][] = [
    ['a refusal', 'GET', '/v1/me'],
    ['what is missing', 'GET', '/v1/nothing'],
    ['a list', 'GET', '/v1/skills?q=re'],
    ['the auth library', 'POST', '/v1/auth/sign-in/email', { email: 'nobody@x.example', password: 'wrong password' }],
  ];
  for (const [name, method, path, body] of answers)
    test(`${name} carries the request id, rate limits and security headers`, async () => {
      const { headers } = await app.send(method, path, body, { 'x-request-id': 'given-1' });
      assert.equal(headers.get('x-request-id'), 'given-1');
      assert.match(headers.get('ratelimit') ?? '', /^"api";r=\d+;t=\d+$/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('vary') ?? '', /\bOrigin$/);
    });
});
