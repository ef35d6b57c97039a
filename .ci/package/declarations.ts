import ts from 'typescript';
import { type Declaration, elementsOf, type Manifest } from './manifest-shape.ts';
import { exportsOf, type Sources } from './sources.ts';
import type { TypePrinter } from './type-printer.ts';

/** Files of the package by their path. */
export type Files = Map<string, string>;

/** The `.d.ts` files that a compiler follows from `exports`: they import each other and nothing else. */
export function declarationFiles(sources: Sources, printer: TypePrinter, manifest: Manifest): Files {
  const files: Files = new Map();
  const bodies = indexBodies(sources, printer);
  for (const element of elementsOf(manifest)) {
    const noun = nounOf(element);
    files.set(`elements/${noun}.d.ts`, elementFile(element));
    files.set(`define/${noun}.d.ts`, defineFile(element, noun));
  }
  const types = namedTypes(printer);
  files.set('types.d.ts', withImports(types.join('\n\n')));
  const typeNames = types.map((text) => /export type (\w+)/.exec(text)![1]!);
  files.set('index.d.ts', indexFile(bodies, typeNames, exportsOf(sources, 'index.ts')));
  for (const [path, text] of files)
    files.set(path, indented(path.includes('/') ? importNames(text, typeNames, bodies) : text));
  return files;

  function importNames(text: string, names: readonly string[], { classes }: typeof bodies): string {
    const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`class ${name}\\b`).test(text);
    const own = names.filter(uses);
    const shared = classes.map(({ name }) => name).filter(uses);
    return [
      ...(own.length > 0 ? [`import type { ${own.join(', ')} } from '../types.js';`] : []),
      ...(shared.length > 0 ? [`import type { ${shared.join(', ')} } from '../index.js';`] : []),
      text,
    ].join('\n');
  }

  function withImports(text: string): string {
    const used = bodies.classes.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    return `${used.length > 0 ? `import type { ${used.join(', ')} } from './index.js';\n\n` : ''}${text}\n`;
  }
}

export const nounOf = ({ tagName }: Pick<Declaration, 'tagName'>): string => tagName.replace(/^\w+-/, '');

function indexBodies({ checker, ...sources }: Sources, printer: TypePrinter) {
  const classes: { name: string; text: string }[] = [];
  const functions: string[] = [];
  const types: string[] = [];
  // A page listens to it on the document, without an import.
  const elevate = exportsOf({ checker, ...sources }, 'core/later/raise.ts').find(
    ({ name }) => name === 'HireElevateDetail',
  )!;
  printer.print(checker.getDeclaredTypeOfSymbol(elevate));
  for (const symbol of exportsOf({ checker, ...sources }, 'index.ts')) {
    if (symbol.flags & ts.SymbolFlags.Class) classes.push({ name: symbol.name, text: classText(symbol) });
    else if (symbol.flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface)) {
      types.push(symbol.name);
      printer.print(checker.getDeclaredTypeOfSymbol(symbol));
    } else {
      const type = checker.getTypeOfSymbol(symbol);
      const [call] = type.getCallSignatures();
      const doc = printer.comment(symbol);
      const text = call
        ? `function ${symbol.name}${printer.signature(call, ': ')}`
        : `const ${symbol.name}: ${printer.print(type)}`;
      functions.push(`${doc}export declare ${text};`);
    }
  }
  return { classes, functions, types };

  function classText(symbol: ts.Symbol): string {
    const [declaration] = symbol.declarations!.filter(ts.isClassDeclaration);
    const type = checker.getDeclaredTypeOfSymbol(symbol) as ts.InterfaceType;
    const base = checker.getBaseTypes(type)[0]?.symbol.name;
    const own = type.getProperties().filter((property) => isPublic(property, declaration!));
    const hasConstructor = base !== undefined;
    const parameters = declaration?.members.find(ts.isConstructorDeclaration)?.parameters ?? [];
    const given = parameters.map(({ name, initializer, questionToken }) => {
      const parameter = checker.getTypeAtLocation(name);
      return `${name.getText()}${initializer || questionToken ? '?' : ''}: ${printer.print(parameter)}`;
    });
    return [
      `${printer.comment(symbol)}export declare class ${symbol.name}${base ? ` extends ${base}` : ''} {`,
      hasConstructor ? `constructor(${given.join(', ')});` : 'private constructor();',
      ...own.map((property) => printer.member(property)),
      '}',
    ].join('\n');
  }

  function isPublic(property: ts.Symbol, owner: ts.ClassDeclaration): boolean {
    const [declaration] = property.declarations ?? [];
    if (!declaration || declaration.parent !== owner || isHash(declaration)) return false;
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    if (ts.getCombinedModifierFlags(declaration) & hidden) return false;
    return !ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal');
  }
}

/** Every named type that was met on the way, and those they are made of. */
function namedTypes({ met, spell }: TypePrinter): string[] {
  const texts = new Map<string, string>();
  for (let before = -1; before < texts.size; ) {
    before = texts.size;
    for (const [name, type] of [...met]) if (!texts.has(name)) texts.set(name, spell(type));
  }
  return [...texts]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, text]) => `export type ${name} = ${text};`);
}

function indexFile(
  bodies: ReturnType<typeof indexBodies>,
  typeNames: readonly string[],
  exported: readonly ts.Symbol[],
) {
  const text = [...bodies.classes.map(({ text: body }) => body), ...bodies.functions].join('\n\n');
  const used = typeNames.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const elevates = typeNames.includes('HireElevateDetail');
  const shown = exported.filter(({ flags }) => flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface));
  const names = shown.map(({ name }) => name).filter((name) => typeNames.includes(name));
  return [
    `import type { ${[...new Set([...used, ...(elevates ? ['HireElevateDetail'] : [])])].join(', ')} } from './types.js';`,
    `export type { ${names.join(', ')} } from './types.js';`,
    `export type * from './types.js';`,
    text,
    ...(elevates
      ? ["declare global {\ninterface DocumentEventMap {\n'hire-elevate': CustomEvent<HireElevateDetail>;\n}\n}"]
      : []),
    '',
  ].join('\n\n');
}

function elementFile({ name, description, members, events, formAssociated }: Declaration): string {
  const map = `${name}EventMap`;
  const listener = (own: string, element: string) =>
    `type: K, listener: (this: ${element}, event: ${own}[K]) => unknown`;
  return [
    `/** What the element sends, by name. */\nexport interface ${map} {`,
    ...events.map((event) => `/** ${event.description} */\n'${event.name}': ${event.type.text};`),
    '}\n',
    `/** ${description} */\nexport declare class ${name} extends HTMLElement {`,
    ...(formAssociated ? ['static readonly formAssociated: true;'] : []),
    ...members.map(
      (member) =>
        `/** ${member.description} */\n${member.readonly ? 'readonly ' : ''}${member.name}: ${member.type!.text};`,
    ),
    ...['add', 'remove'].flatMap((verb) => {
      const options = verb === 'add' ? 'AddEventListenerOptions' : 'EventListenerOptions';
      const last = `options?: boolean | ${options}): void;`;
      return [
        `${verb}EventListener<K extends keyof ${map}>(${listener(map, name)}, ${last}`,
        `${verb}EventListener<K extends keyof HTMLElementEventMap>(${listener('HTMLElementEventMap', 'HTMLElement')}, ${last}`,
        `${verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, ${last}`,
      ];
    }),
    '}\n',
  ].join('\n');
}

const defineFile = ({ name, tagName }: Declaration, noun: string): string =>
  [
    `import type { ${name} } from '../elements/${noun}.js';`,
    `export type { ${name}, ${name}EventMap } from '../elements/${noun}.js';\n`,
    'declare global {',
    'interface HTMLElementTagNameMap {',
    `'${tagName}': ${name};`,
    '}',
    '}\n',
  ].join('\n');

/** Two spaces a brace. */
function indented(text: string): string {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      const isComment = line.startsWith('/**');
      const closes = isComment ? 0 : (line.match(/^[})\]]+/)?.[0].match(/\}/g)?.length ?? 0);
      const at = Math.max(0, depth - closes);
      if (!isComment) depth += (line.match(/\{/g)?.length ?? 0) - (line.match(/\}/g)?.length ?? 0);
      return line && `${'  '.repeat(at)}${line}`;
    })
    .join('\n');
}

function isHash(declaration: ts.NamedDeclaration): boolean {
  return declaration.name !== undefined && ts.isPrivateIdentifier(declaration.name);
}
