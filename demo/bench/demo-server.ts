import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type DemoServer = { portalUrl: string; intranetUrl: string; stop(): Promise<void> };

const startMs = 10 * 60_000;

/** The server as `npm start` runs it, with a demo world of its own, on free ports. */
export async function startDemoServer(): Promise<DemoServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'demo-bench-'));
  const [port, intranetPort] = [await freePort(), await freePort()];
  const environment = {
    PORT: `${port}`,
    INTRANET_PORT: `${intranetPort}`,
    DATA_DIR: dataFolder,
    REQUESTS_PER_MINUTE: '100000',
  };
  const root = join(import.meta.dirname, '../..');
  console.log('Making a demo world to measure on …');
  const server = spawn(process.execPath, ['demo/start.ts'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const portalUrl = `http://localhost:${port}`;
  const intranetUrl = `http://localhost:${intranetPort}`;
  const stop = async () => {
    await ended(server);
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    // The intranet listens last.
    await answers(intranetUrl, server);
  } catch (reason) {
    await stop();
    throw reason;
  }
  return { portalUrl, intranetUrl, stop };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + startMs;
  while (performance.now() < until && server.exitCode === null) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((again) => setTimeout(again, 250));
  }
  throw new Error('The demo server did not start.');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
