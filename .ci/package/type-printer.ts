import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { pascal, root, type Sources } from './sources.ts';

/**
 * Writes types so that they stand alone: what a schema infers is spelled out, what has a name in the house keeps it and
 * is written once, and only names of the platform (`AbortSignal`, `Promise`) are left to the reader's own compiler.
 */
export function createTypePrinter({ checker, own }: Sources) {
  const names = namesByType(checker, own);
  /** Named types that were met, by their name. */
  const met = new Map<string, ts.Type>();
  const classes = new Set<string>();

  const named = (type: ts.Type): string | undefined => {
    const name = names.get(type) ?? (isOwn(type.aliasSymbol) && !type.aliasTypeArguments ? type.aliasSymbol!.name : '');
    if (!name) return undefined;
    met.set(name, type);
    return name;
  };

  const print = (type: ts.Type): string => named(type) ?? spell(type);

  /** As it is made, also where it has a name. */
  function spell(type: ts.Type): string {
    if (type.isUnion()) return union(type.types);
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return object(type as ts.ObjectType);
    if (type.isTypeParameter()) return type.symbol.name;
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType);
  }

  function union(types: readonly ts.Type[]): string {
    const isBoolean = types.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const parts = types
      .filter(({ flags }) => !isBoolean || !(flags & ts.TypeFlags.BooleanLiteral))
      .map((type) => (isFunction(type) ? `(${print(type)})` : print(type)));
    if (isBoolean) parts.push('boolean');
    const last = (part: string) => (part === 'undefined' || part === 'null' ? 1 : 0);
    return [...new Set(parts)].sort((one, other) => last(one) - last(other)).join(' | ');
  }

  function object(type: ts.ObjectType): string {
    if (checker.isTupleType(type))
      return `[${checker
        .getTypeArguments(type as ts.TypeReference)
        .map(print)
        .join(', ')}]`;
    if (checker.isArrayType(type)) {
      const of = print(checker.getTypeArguments(type as ts.TypeReference)[0]!);
      return /[|&]|=>/.test(of) ? `(${of})[]` : `${of}[]`;
    }
    const { symbol } = type;
    if (symbol && symbol.flags & ts.SymbolFlags.Class && isOwn(symbol)) {
      classes.add(symbol.name);
      return symbol.name;
    }
    if (symbol && symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class) && isPlatform(symbol)) {
      const given = checker.getTypeArguments(type as ts.TypeReference);
      return given.length > 0 ? `${symbol.name}<${given.map(print).join(', ')}>` : symbol.name;
    }
    const [call] = type.getCallSignatures();
    if (call && type.getProperties().length === 0) return signature(call, ' => ');
    const inside = [
      ...checker.getIndexInfosOfType(type).map(({ keyType, type: of }) => `[key: ${print(keyType)}]: ${print(of)};`),
      ...type.getProperties().map((property) => member(property)),
    ];
    return inside.length > 0 ? `{\n${inside.join('\n')}\n}` : '{}';
  }

  /** One line of an object or class. */
  function member(property: ts.Symbol): string {
    const type = checker.getTypeOfSymbol(property);
    const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
    const isReadonly = property.declarations?.some(
      (declaration) =>
        ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly ||
        (ts.isGetAccessor(declaration) && !property.declarations?.some(ts.isSetAccessor)),
    );
    const name = /^[A-Za-z_$][\w$]*$/.test(property.name) ? property.name : JSON.stringify(property.name);
    const [call] = type.getCallSignatures();
    const doc = comment(property);
    if (property.flags & ts.SymbolFlags.Method && call) return `${doc}${name}${signature(call, ': ')};`;
    const shown = isOptional ? checker.getNonNullableType(type) : type;
    const isNullable = isOptional && type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
    const text = `${print(shown)}${isNullable ? ' | null' : ''}`;
    return `${doc}${isReadonly ? 'readonly ' : ''}${name}${isOptional ? '?' : ''}: ${text};`;
  }

  function signature(call: ts.Signature, arrow: string): string {
    const generics = call.typeParameters?.map(({ symbol }) => symbol.name) ?? [];
    const parameters = call.getParameters().map((parameter, index) => {
      const declaration = parameter.valueDeclaration as ts.ParameterDeclaration | undefined;
      const isOptional = declaration && (declaration.questionToken || declaration.initializer);
      const isRest = declaration?.dotDotDotToken ? '...' : '';
      const name = /^(?!__)\w+$/.test(parameter.name) ? parameter.name : `options${index || ''}`;
      return `${isRest}${name}${isOptional ? '?' : ''}: ${print(checker.getTypeOfSymbol(parameter))}`;
    });
    const head = generics.length > 0 ? `<${generics.join(', ')}>` : '';
    return `${head}(${parameters.join(', ')})${arrow}${print(call.getReturnType())}`;
  }

  function comment(symbol: ts.Symbol): string {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
    return text ? `/** ${text.replace(/\s*\n\s*/g, ' ')} */\n` : '';
  }

  const isFunction = (type: ts.Type) => type.getCallSignatures().length > 0 && !named(type);
  return { print, spell, member, signature, comment, met, classes };
}

export type TypePrinter = ReturnType<typeof createTypePrinter>;

const placeOf = (symbol: ts.Symbol) => symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
const isOwn = (symbol: ts.Symbol | undefined) =>
  symbol !== undefined && placeOf(symbol).startsWith(root) && !placeOf(symbol).includes('/node_modules/');
const isPlatform = (symbol: ts.Symbol) => /\/lib\.[\w.]+\.d\.ts$/.test(placeOf(symbol));

/** What a schema infers has lost its name; the one alias that is this very type gives it back. */
function namesByType(checker: ts.TypeChecker, files: readonly ts.SourceFile[]): Map<ts.Type, string> {
  const names = new Map<ts.Type, string>();
  const taken = new Set<string>();
  for (const file of files) {
    for (const node of file.statements) {
      if (!ts.isTypeAliasDeclaration(node) && !ts.isInterfaceDeclaration(node)) continue;
      const symbol = checker.getSymbolAtLocation(node.name)!;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      const isPlain = !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union | ts.TypeFlags.Intersection));
      if (node.typeParameters || isPlain || names.has(type) || checker.isArrayType(type)) continue;
      const { name } = node.name.text === 'default' ? { name: '' } : { name: node.name.text };
      const free = taken.has(name) ? `${pascal(basename(dirname(file.fileName)))}${name}` : name;
      taken.add(free);
      names.set(type, free);
    }
  }
  return names;
}
