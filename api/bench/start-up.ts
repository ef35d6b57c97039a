import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const runs = 3;

/** Time from starting a process to its first `/readyz` 200, on a world of 2,000 that was seeded before. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  try {
    const firstMs = await readyAfterMs('demo/start.ts', folder);
    const demoMs: number[] = [];
    const apiMs: number[] = [];
    for (let run = 0; run < runs; run++) {
      demoMs.push(await readyAfterMs('demo/start.ts', folder));
      apiMs.push(await readyAfterMs('api/serve.ts', folder));
    }
    console.log('\nStart, 2,000 freelancers (median of 3)');
    console.table({
      'first start, world seeded': { 'ready ms': firstMs, goal: '–' },
      'second start, API + portal + intranet': { 'ready ms': median(demoMs), goal: '≤ 5000' },
      'API alone': { 'ready ms': median(apiMs), goal: '≤ 1000' },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readyAfterMs(script: string, dataFolder: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), INTRANET_PORT: String(port + 1), DATA_DIR: dataFolder },
  });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`))),
  );
  ended.catch(() => {});
  await Promise.race([ready(port), ended]);
  const tookMs = Math.round(performance.now() - startedMs);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
  return tookMs;
}

async function ready(port: number): Promise<void> {
  while (true) {
    const response = await fetch(`http://localhost:${port}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
