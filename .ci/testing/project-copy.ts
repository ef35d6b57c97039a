import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');
const rooms = ['api', 'widgets', 'portal', 'themes', 'demo'];
const files = ['package.json', 'tsconfig.json', 'biome.json', 'vite.config.ts', '.gitignore'];
const notCopied = new Set(['node_modules', 'dist', '.data', 'screenshots']);

/** The project's source in a temporary folder, with the packages of the real one; `remove` it when done. */
export function copyProject(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'portico-copy-'));
  for (const name of [...rooms, ...files, '.ci']) {
    cpSync(join(project, name), join(root, name), {
      recursive: true,
      filter: (source) => !notCopied.has(basename(source)),
    });
  }
  linkPackages(root);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Every package by a link, but our own rooms: those of the copy know each other. */
function linkPackages(root: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(packages, '@portico'), { recursive: true });
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name !== '@portico') symlinkSync(join(project, 'node_modules', name), join(packages, name));
  }
  for (const room of rooms) symlinkSync(join(root, room), join(packages, '@portico', room));
}
