import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable, widgetNames } from './names.ts';
import { changeFile, writeFromTemplates } from './write-files.ts';

const templates = new URL('widget', import.meta.url).pathname;

/**
 * Makes an element that works: four states, three languages, its definition, its entry for the loader, its test.
 * @returns the files written or changed
 */
export function newWidget(root: string, wish: string): string[] {
  const names = widgetNames(wish);
  const folder = join('widgets', wish);
  if (existsSync(join(root, folder))) throw new Unusable(`${folder} exists already; nothing was written.`);
  return [
    ...writeFromTemplates(templates, root, names),
    changeFile(root, 'vite.config.ts', (text) => withEntry(text, wish)),
  ];
}

/** After the last entry of the loader's widgets. */
function withEntry(text: string, name: string): string {
  const entry = [...text.matchAll(/^( +)'?[\w-]+'?: at\('widgets\/loader\/widgets\/[\w-]+\.ts'\),\n/gm)].at(-1);
  if (!entry) return text;
  const end = entry.index + entry[0].length;
  const key = name.includes('-') ? `'${name}'` : name;
  return `${text.slice(0, end)}${entry[1]}${key}: at('widgets/loader/widgets/${name}.ts'),\n${text.slice(end)}`;
}
