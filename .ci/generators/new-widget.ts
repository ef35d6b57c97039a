import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable, widgetNames } from './names.ts';
import { writeFromTemplates } from './write-files.ts';

const templates = new URL('widget', import.meta.url).pathname;

/**
 * Makes an element that works: four states, three languages, its definition, its test, and its entry for the loader,
 * where the build finds it.
 * @returns the files written
 */
export function newWidget(root: string, wish: string): string[] {
  const names = widgetNames(wish);
  const folder = join('widgets', wish);
  if (existsSync(join(root, folder))) throw new Unusable(`${folder} exists already; nothing was written.`);
  return writeFromTemplates(templates, root, names);
}
