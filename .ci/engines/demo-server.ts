import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../test/postgres.ts';
import { root } from '../test/run-command.ts';

export type DemoServer = { intranetUrl: string; stop(): Promise<void> };

const readyMs = 15 * 60_000;

/** The real server with a fresh demo world on free ports, as the stories have it. */
export async function startDemo(): Promise<DemoServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portico-engines-'));
  const [port, intranetPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['demo/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), INTRANET_PORT: String(intranetPort), DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lastLines.splice(0, lastLines.push(line) - 20));
  const stop = async () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // Already gone.
    }
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = AbortSignal.timeout(readyMs);
  const answers = (address: string) =>
    fetch(address, { signal: deadline }).then(
      ({ ok }) => ok,
      () => false,
    );
  const intranetUrl = `http://localhost:${intranetPort}`;
  while (!((await answers(`http://localhost:${port}/readyz`)) && (await answers(intranetUrl)))) {
    if (deadline.aborted || child.exitCode !== null) {
      await stop();
      throw new Error(`The demo server did not start:\n${lastLines.join('\n')}`);
    }
    await new Promise((later) => setTimeout(later, 250));
  }
  return { intranetUrl, stop };
}
