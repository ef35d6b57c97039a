import { parseSync, Visitor } from 'vite';

export type Import = { specifier: string; isTypeOnly: boolean; line: number };
export type Source = { imports: Import[]; environmentLines: number[] };

/** Everything a file reaches for: imports, re-exports, `import()`, types by `import('…')`, and the environment. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf = lineCounter(text);
  const imports: Import[] = [];
  const environmentLines: number[] = [];
  const add = (specifier: string, isTypeOnly: boolean, start: number) =>
    imports.push({ specifier, isTypeOnly, line: lineOf(start) });

  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType), start);
  }
  for (const { entries, start } of module.staticExports) {
    const requests = new Map<string, boolean>();
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) requests.set(moduleRequest.value, isType && (requests.get(moduleRequest.value) ?? true));
    }
    for (const [specifier, isTypeOnly] of requests) add(specifier, isTypeOnly, start);
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false, start);
    },
    TSImportType({ source, start }) {
      add(source.value, true, start);
    },
    TSModuleDeclaration({ id, start }) {
      if (id.type === 'Literal' && isPath(id.value)) add(id.value, true, start);
    },
    MemberExpression({ object, property, computed, start }) {
      const isProcess = object.type === 'Identifier' && object.name === 'process';
      const isEnv = computed
        ? property.type === 'Literal' && property.value === 'env'
        : 'name' in property && property.name === 'env';
      if (isProcess && isEnv) environmentLines.push(lineOf(start));
    },
    // const { env } = process
    VariableDeclarator({ id, init, start }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier' || init.name !== 'process') return;
      const names = id.properties.map((property) => 'key' in property && 'name' in property.key && property.key.name);
      if (names.includes('env')) environmentLines.push(lineOf(start));
    },
    ImportDeclaration({ source, specifiers, start }) {
      if (source.value !== 'node:process' && source.value !== 'process') return;
      const names = specifiers.map((one) => 'imported' in one && 'name' in one.imported && one.imported.name);
      if (names.includes('env')) environmentLines.push(lineOf(start));
    },
  }).visit(program);
  return { imports, environmentLines };
}

function isPath(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('@portico/');
}

export function lineCounter(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    const index = ends.findIndex((end) => end >= offset);
    return index < 0 ? ends.length + 1 : index + 1;
  };
}
