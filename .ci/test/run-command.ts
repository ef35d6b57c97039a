import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Command = {
  args: readonly string[];
  environment?: Record<string, string>;
  timeoutMs: number;
  /** Each line of output, as it comes. */
  onLine(line: string): void;
};

const running = new Set<ChildProcess>();

/** Runs our Node on `args` in its own process group, so that nothing it started outlives it. Resolves with its exit code. */
export async function runCommand({ args, environment, timeoutMs, onLine }: Command): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Each test file is a process that loads the same modules: their compiled code is kept.
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
      ...process.env,
      FORCE_COLOR: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  const timer = setTimeout(() => {
    onLine(`stopped: not finished after ${Math.round(timeoutMs / 1000)} s`);
    killGroup(child);
  }, timeoutMs);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
    // A grandchild that keeps the pipe open must not keep us waiting.
    child.on('exit', () => setTimeout(() => killGroup(child), 5000).unref());
  });
  clearTimeout(timer);
  running.delete(child);
  killGroup(child);
  return code;
}

export function killAllRunning(): void {
  for (const child of running) killGroup(child);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
