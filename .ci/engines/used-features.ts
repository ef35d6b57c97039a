import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/run-command.ts';
import type { Feature } from './features.ts';

const rooms = { widgets: ['widgets', 'themes'], pages: ['portal'] };

const sources = Object.fromEntries(
  Object.entries(rooms).map(([room, folders]) => [
    room,
    globSync(
      folders.map((folder) => `${folder}/**/*.{ts,html,css}`),
      {
        cwd: root,
        exclude: (path) => /node_modules|\/testing\/|\.(test|generated)\.ts$/.test(path),
      },
    ).map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) })),
  ]),
);

/** Which of our rooms use it: `widgets`, `pages`. */
export const usedBy = ({ used }: Pick<Feature, 'used'>): string[] =>
  Object.keys(sources).filter((room) => sources[room]!.some(({ text }) => used.test(text)));

export const filesUsing = ({ used }: Pick<Feature, 'used'>): string[] =>
  Object.values(sources)
    .flat()
    .flatMap(({ path, text }) => (used.test(text) ? [path] : []));

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
