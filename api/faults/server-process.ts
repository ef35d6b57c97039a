import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

export type ServerEnvironment = Record<string, string>;

export type ServerProcess = {
  url: string;
  /** As a power cut would: nothing is said to it first. */
  kill(): Promise<void>;
};

/** A machine that does much else starts it late. */
const startMs = 180_000;
const script = fileURLToPath(new URL('../serve.ts', import.meta.url));

/** What each process of one installation is started with. */
export async function newInstallation(dataFolder: string, databaseUrl?: string): Promise<ServerEnvironment> {
  return {
    PORT: String(await freePort()),
    DATA_DIR: dataFolder,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    PORTICO_SECRET: 'a secret for faults that is long enough',
    REQUESTS_PER_MINUTE: '1000000',
    LOG_LEVEL: 'error',
    NODE_ENV: 'development',
  };
}

/** Starts the real server and resolves as soon as it listens. */
export async function startServerProcess(environment: ServerEnvironment): Promise<ServerProcess> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stopNow = () => child.kill('SIGKILL');
  process.once('exit', stopNow);
  await untilListening(child, ended);
  return {
    url: `http://localhost:${environment.PORT}`,
    kill: async () => {
      process.off('exit', stopNow);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function untilListening(child: ChildProcess, ended: Promise<unknown[]>): Promise<void> {
  const said: string[] = [];
  createInterface({ input: child.stderr! }).on('line', (line) => void (said.length < 30 && said.push(line)));
  const listening = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('Listening')) resolve();
    });
  });
  const late = AbortSignal.timeout(startMs);
  const tooLate = once(late, 'abort').then(() => {
    throw new Error(`the server does not listen after ${startMs} ms:\n${said.join('\n')}`);
  });
  const died = ended.then(() => {
    throw new Error(`the server ended by itself:\n${said.join('\n')}`);
  });
  // Its end is expected later.
  for (const one of [tooLate, died]) one.catch(() => {});
  await Promise.race([listening, tooLate, died]);
}
