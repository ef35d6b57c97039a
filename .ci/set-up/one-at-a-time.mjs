import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './paths.mjs';

const unreadableForMs = 5000;

/** Two commands started together on a fresh checkout must not install over each other: the second waits. */
export async function oneAtATime(work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const lock = join(tmpdir(), `portico-set-up-${process.getuid?.() ?? 0}-${key}.lock`);
  while (!acquired(lock)) await delay(300);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquired(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned(lock)) rmSync(lock, { force: true });
  return false;
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs > unreadableForMs;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
