import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { lineCounter } from '../arrows/imports.ts';

export type SourceFile = {
  path: string;
  text: string;
  program: ReturnType<typeof parseSync>['program'];
  isTest: boolean;
  lineOf(offset: number): number;
};

const notOurs = new Set(['node_modules', 'dist', '.data', '.git', 'coverage', 'test-results']);

/** Every file of the project, hidden ones too, relative to `root`. */
export function allPaths(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? allPaths(root, path) : [path];
    })
    .sort();
}

export function readSourceFiles(root: string): SourceFile[] {
  return allPaths(root)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const { program } = parseSync(path, text);
      return { path, text, program, isTest: /\.(test|spec)\.ts$/.test(path), lineOf: lineCounter(text) };
    });
}
