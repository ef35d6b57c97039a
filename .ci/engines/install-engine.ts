import { existsSync } from 'node:fs';
import { runQuietly } from '../set-up/run-quietly.mjs';
import type { Engine } from './engines.ts';

/**
 * The programs of an engine, installed by apt where this runs as root on Debian.
 * @throws Error saying what is missing and what to do
 */
export async function installEngine(engine: Engine, say: (text: string) => void): Promise<Record<string, string>> {
  if (missing(engine).length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`installing ${engine.packages.join(', ')} by apt …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['-qq', 'update'], { env });
    await runQuietly('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...engine.packages], { env });
  }
  const lacking = missing(engine);
  if (lacking.length > 0)
    throw new Error(
      `${engine.label} is not here (${lacking.join(', ')}), so nothing of it was tested: install ${engine.packages.join(', ')} (on Debian: apt-get install), or say where it is by ${lacking.join(', ')}.`,
    );
  return engine.programs() as Record<string, string>;
}

function missing(engine: Engine): string[] {
  return Object.entries(engine.programs())
    .filter(([, path]) => !path || !existsSync(path))
    .map(([name]) => name);
}
