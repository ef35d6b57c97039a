import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Names, Unusable } from './names.ts';

/** Writes each template below `templates` to its path in the project; refuses to write over anything. */
export function writeFromTemplates(templates: string, root: string, names: Names): string[] {
  const planned = globSync('**/*.txt', { cwd: templates })
    .sort()
    .map((template) => ({
      path: filled(template.replace(/\.txt$/, ''), names),
      text: filled(readFileSync(join(templates, template), 'utf8'), names),
    }));
  const taken = planned.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new Unusable(`${taken.path} exists already; nothing was written.`);
  for (const { path, text } of planned) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return planned.map(({ path }) => path);
}

function filled(text: string, names: Names): string {
  return text.replace(/__[A-Za-z]+__/g, (placeholder) => {
    const name = names[placeholder];
    if (name === undefined) throw new Error(`a template says ${placeholder}, which stands for nothing`);
    return name;
  });
}

/** Changes one file by `edit`; an edit that finds no place to change says so, instead of doing nothing. */
export function changeFile(root: string, path: string, edit: (text: string) => string): string {
  const text = readFileSync(join(root, path), 'utf8');
  const changed = edit(text);
  if (changed === text)
    throw new Unusable(`${path} is not as expected, so nothing was registered in it; do it by hand.`);
  writeFileSync(join(root, path), changed);
  return path;
}
