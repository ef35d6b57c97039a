import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const texts = new Map<string, string>();

function textOf(file: string): string {
  let text = texts.get(file);
  if (text === undefined) {
    text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    texts.set(file, text);
  }
  return text;
}

/** A file and what it imports when it is loaded, within one folder. */
export function closureOf(file: string, folder: string): readonly string[] {
  const found = new Set([file]);
  for (const one of found) {
    for (const next of importedAtOnce(one)) if (next.startsWith(`${folder}/`) && !isWords(next)) found.add(next);
  }
  return [...found];
}

const isWords = (file: string) => /\/strings\/(?:en|de|words)(?:\.ts|\/)/.test(file);

function importedAtOnce(file: string): string[] {
  const statements = textOf(file).matchAll(/^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'(\.[^']+\.ts)'/gm);
  return [...statements].map(([, path]) => resolve(dirname(file), path!));
}

export function importedLater(file: string): string[] {
  const calls = textOf(file).matchAll(/(?<![\w.])import\('(\.[^']+\.ts)'\)/g);
  return isWords(file) ? [] : [...calls].map(([, path]) => resolve(dirname(file), path!));
}

/**
 * The keys that a file can ask for: those it spells, those below a beginning that it completes from data
 * (`t(`overrun.${kind}`)`), and, where it looks words up by name, those below any name it mentions.
 */
export function keysIn(file: string, all: readonly string[]): string[] {
  const text = textOf(file);
  const spelled = new Set([...text.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map(([, key]) => key!));
  const beginnings = new Set([...text.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, start]) => start!));
  if (/\bwordsFor\b/.test(text)) {
    for (const [, name] of text.matchAll(/['"`]([a-z]\w*(?:\.\w+)*)['"`]/g)) beginnings.add(`${name}.`);
  }
  const begins = [...beginnings].filter((start) => start !== '.');
  return all.filter((key) => spelled.has(key) || begins.some((start) => key.startsWith(start)));
}
