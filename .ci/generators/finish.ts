import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from './names.ts';

/** Runs a generator from the command line: its files formatted, what follows from them written, and what to do next. */
export function runGenerator(make: (root: string, args: string[]) => { files: string[]; next: string }): void {
  const root = join(import.meta.dirname, '..', '..');
  try {
    const { files, next } = make(root, process.argv.slice(2));
    format(root, files);
    if (files.includes('api/app.ts') && existsSync(join(root, 'api/openapi.json'))) {
      runNode(root, ['api/commands/openapi.ts']);
      files.push('api/openapi.json');
    }
    console.log(`Written:\n${files.map((file) => `  ${file}`).join('\n')}\n\n${next}`);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Imports sorted, lines broken, as `npm run lint` wants them. */
export function format(root: string, files: readonly string[]): void {
  const sources = files.filter((file) => file.endsWith('.ts'));
  runNode(root, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...sources]);
}

function runNode(root: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}
