import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createNetServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { openTestApp, type TestApp } from '@portico/api/testing/test-app.ts';
import { acmeIntranet, createAcmeAndGlobex, type TestTenant } from '@portico/api/testing/test-tenants.ts';

const here = (file: string) => new URL(`../hosts/servers/${file}`, import.meta.url).pathname;

/** C# is not among them: its compiler is on no machine that tests run on. */
const languages: { name: string; probe: string[]; run: (port: number) => string[] }[] = [
  { name: 'Node', probe: ['node', '--version'], run: () => ['node', here('server.mjs')] },
  { name: 'PHP', probe: ['php', '--version'], run: (port) => ['php', '-S', `127.0.0.1:${port}`, here('server.php')] },
  { name: 'Python', probe: ['python3', '--version'], run: () => ['python3', here('server.py')] },
  { name: 'Java', probe: ['javac', '-version'], run: () => ['java', here('Server.java')] },
];

describe('the server route, in each language as its page shows it', () => {
  let app: TestApp;
  let acme: TestTenant;
  let api: ReturnType<typeof serve>;
  let apiPort = 0;
  before(async () => {
    app = await openTestApp();
    acme = await createAcmeAndGlobex(app);
    await new Promise<void>((resolve) => {
      api = serve({ fetch: app.http.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
        apiPort = info.port;
        resolve();
      });
    });
  });
  after(async () => {
    await new Promise((resolve) => api.close(resolve));
    await app.close();
  });

  for (const { name, probe, run } of languages) {
    it(`${name}: makes a session for who is signed in, and for nobody else`, { skip: !isThere(probe) }, async () => {
      const port = await freePort();
      const host = start(run(port), {
        PORT: String(port),
        HIRE_API: `http://127.0.0.1:${apiPort}/t/acme`,
        HIRE_SECRET_KEY: acme.secretKey,
        HIRE_ORIGIN: acmeIntranet,
      });
      try {
        const ask = (headers: Record<string, string>) =>
          fetch(`http://127.0.0.1:${port}/api/hire-session`, { method: 'POST', headers });
        await answering(() => ask({}), host);
        const codeOf = async (headers: Record<string, string>) => {
          const answer = await ask(headers);
          return [answer.status, ((await answer.json()) as { code: string }).code];
        };
        assert.deepEqual(await codeOf({}), [403, 'header_missing']);
        const initial = { 'x-hire-session': 'initial' };
        assert.deepEqual(await codeOf(initial), [401, 'not_signed_in']);
        const nobody = { ...initial, 'x-remote-user': 'nobody@acme.example' };
        assert.deepEqual(await codeOf(nobody), [403, 'unknown_member']);
        const rita = { ...initial, 'x-remote-user': 'rita@acme.example' };
        const made = await ask(rita);
        const { token, expiresAt } = (await made.json()) as { token: string; expiresAt: string };
        assert.deepEqual([made.status, made.headers.get('cache-control')], [200, 'no-store']);
        assert.ok(token.length > 100 && Date.parse(expiresAt) > app.ports.clock.now());
        const elevate = { ...rita, 'x-hire-session': 'elevate' };
        assert.deepEqual(await codeOf(elevate), [403, 'confirm_first']);
        const seconds = String(Math.floor(app.ports.clock.now() / 1000) - 10);
        assert.equal((await ask({ ...elevate, 'x-remote-auth-time': seconds })).status, 200);
      } finally {
        host.kill();
        await once(host, 'exit');
      }
    });
  }
});

function isThere([command = '', ...args]: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function start([command = '', ...args]: string[], settings: Record<string, string>): ChildProcess {
  return spawn(command, args, { env: { ...process.env, ...settings }, stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Until the port is open: a compiler takes its time. */
async function answering(ask: () => Promise<Response>, host: ChildProcess): Promise<void> {
  for (;;) {
    assert.equal(host.exitCode, null, 'the server ended by itself');
    const answer = await ask().catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
