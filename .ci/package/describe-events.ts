import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { EventDescription } from './manifest-shape.ts';
import { exportsOf, pascal, type Sources, widgetsFolder } from './sources.ts';
import type { TypePrinter } from './type-printer.ts';

/** What an element sends: by the map in its `…-events.ts`, in the words written beside each detail's type. */
export function describeEvents(noun: string, sources: Sources, printer: TypePrinter): EventDescription[] {
  const { checker } = sources;
  const map = exportsOf(sources, `${noun}/${noun}-events.ts`).find(({ name }) => name === `${pascal(noun)}Events`);
  if (!map) throw new Error(`widgets/${noun}/${noun}-events.ts exports no ${pascal(noun)}Events`);
  const calls = emitted(noun);
  return checker
    .getDeclaredTypeOfSymbol(map)
    .getProperties()
    .map((property) => {
      const type = checker.getTypeOfSymbol(property);
      const detail = printer.print(type);
      const symbol = type.aliasSymbol ?? type.symbol;
      const words = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
      return {
        name: property.name,
        type: { text: `CustomEvent<${detail}>` },
        description: words,
        detail,
        cancelable: calls.get(property.name) === true,
      };
    });
}

/** Event names in a widget's sources, each with whether a host may prevent it. */
export function emitted(noun: string): Map<string, boolean> {
  const files = globSync([`${noun}/**/*.ts`, 'core/*.ts'], { cwd: widgetsFolder }).filter(
    (path) => !/\.test\.ts$/.test(path),
  );
  const found = new Map<string, boolean>();
  for (const path of files) {
    const text = readFileSync(join(widgetsFolder, path), 'utf8');
    for (const match of text.matchAll(/\.emit\(\s*'([^']+)'/g)) {
      const isCancelable = !/,\s*false,?\s*\)$/.test(callAt(text, match.index));
      found.set(match[1]!, found.get(match[1]!) !== false && isCancelable);
    }
  }
  return found;
}

function callAt(text: string, from: number): string {
  let depth = 0;
  for (let index = text.indexOf('(', from); index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')' && --depth === 0) return text.slice(from, index + 1);
  }
  return text.slice(from);
}
