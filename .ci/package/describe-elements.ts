import { neutral } from '@portico/themes/ready/neutral.ts';
import { cssName, elementThemeCss } from '@portico/themes/theme-css.ts';
import { colorTokens, numberRules, shapeTokens, type Token } from '@portico/themes/tokens.ts';
import ts from 'typescript';
import { describeEvents } from './describe-events.ts';
import type { Attribute, CssProperty, Declaration, Manifest, Member, Named } from './manifest-shape.ts';
import { type ElementClass, nouns, type Sources } from './sources.ts';
import { tokenWords } from './token-words.ts';
import type { TypePrinter } from './type-printer.ts';

type Described = { customElementsManifest: unknown };

/**
 * What the analyzer cannot know of our elements: public are the properties that an element names in `properties`, with
 * the attribute each has there, and what is marked `@public`. Everything else serves the views.
 */
export function describeElements(
  sources: Sources,
  printer: TypePrinter,
  classes: ReadonlyMap<string, ElementClass>,
): { name: string; packageLinkPhase(described: Described): void } {
  return {
    name: 'hire-elements',
    packageLinkPhase({ customElementsManifest }) {
      const manifest = customElementsManifest as Manifest;
      // The first that knows CSS states.
      manifest.schemaVersion = '2.0.0';
      const base = manifest.modules
        .flatMap(({ declarations }) => declarations)
        .find(({ name }) => name === 'HireElement');
      manifest.modules = nouns.flatMap((noun) => {
        const found = manifest.modules.find(({ path }) => path === `${noun}/${noun}.ts`);
        const element = found?.declarations.find(({ tagName }) => tagName);
        if (!element) throw new Error(`widgets/${noun}/${noun}.ts describes no element: give its class a @tag`);
        const { members, attributes } = describeMembers(noun, element.name, sources, printer, classes.get(noun)!);
        const description = element.description.replace(/\s+/g, ' ').trim();
        const whole: Declaration = {
          kind: 'class',
          name: element.name,
          tagName: element.tagName,
          customElement: true,
          description,
          summary: description.split(/[;:.]/)[0]!,
          formAssociated: classes.get(noun)!.formAssociated === true,
          superclass: { name: 'HTMLElement' },
          attributes,
          members,
          events: describeEvents(noun, sources, printer),
          slots: named(element.slots),
          cssParts: named(element.cssParts),
          cssProperties: cssProperties(),
          cssStates: named(base?.cssStates),
        };
        return modulesOf(noun, whole);
      });
    },
  };
}

function modulesOf(noun: string, element: Declaration): Manifest['modules'] {
  const path = `elements/${noun}.js`;
  const reference = { name: element.name, module: path };
  return [
    {
      kind: 'javascript-module',
      path,
      declarations: [element],
      exports: [{ kind: 'js', name: element.name, declaration: reference }],
    },
    {
      kind: 'javascript-module',
      path: `define/${noun}.js`,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration: reference }],
    },
  ];
}

function describeMembers(
  noun: string,
  className: string,
  { checker, file }: Sources,
  printer: TypePrinter,
  { properties }: ElementClass,
): { members: Member[]; attributes: Attribute[] } {
  const source = file(`${noun}/${noun}.ts`);
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .find(({ name }) => name === className)!;
  // A closed list of words says more than its name.
  const shown = (of: ts.Type) =>
    of.isUnion() && of.types.every((each) => !each.isUnion() && !(each.flags & ts.TypeFlags.Object))
      ? printer.spell(of)
      : printer.print(of);
  const members: Member[] = [];
  const attributes: Attribute[] = [];
  for (const property of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
    const isMarked = property.getJsDocTags(checker).some(({ name }) => name === 'public');
    const attribute = Object.hasOwn(properties, property.name) ? properties[property.name] : undefined;
    if (attribute === undefined && !isMarked) continue;
    const type = checker.getTypeOfSymbol(property);
    const description = sentence(ts.displayPartsToString(property.getDocumentationComment(checker)));
    const text = shown(type);
    const initial = new RegExp(`this\\.${property.name} \\?\\?= ([^;]+);`).exec(source.text)?.[1];
    const isReadonly = property.declarations?.every(ts.isGetAccessor);
    members.push({
      kind: 'field',
      name: property.name,
      type: { text },
      ...(initial && { default: initial }),
      description,
      ...(attribute && { attribute }),
      ...(isReadonly && { readonly: true }),
    });
    if (!attribute) continue;
    const given = { text: shown(checker.getNonNullableType(type)) };
    attributes.push({
      name: attribute,
      fieldName: property.name,
      type: given,
      ...(initial && { default: initial }),
      description,
    });
  }
  const order = [...Object.keys(properties), ''];
  const byOrder = (one: { fieldName?: string; name: string }, other: { fieldName?: string; name: string }) =>
    order.indexOf(one.fieldName ?? one.name) - order.indexOf(other.fieldName ?? other.name);
  return { members: members.sort(byOrder), attributes: attributes.sort(byOrder) };
}

const sentence = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line && `${line[0]!.toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`;
};

const named = (list: readonly Named[] | undefined): Named[] =>
  (list ?? []).map(({ name, description }) => ({ name, description: description.replace(/^-\s*/, '') }));

/** The defaults are those of the neutral theme; a tenant's may differ. */
function cssProperties(): CssProperty[] {
  const initial = Object.fromEntries(
    [...elementThemeCss(neutral).matchAll(/var\((--hire-[\w-]+),((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].map(
      ([, name, value]) => [name, value!],
    ),
  );
  return [...colorTokens, ...shapeTokens].map((token) => ({
    name: cssName(token),
    syntax: syntaxOf(token),
    default: initial[cssName(token)]!,
    description: tokenWords[token],
  }));
}

function syntaxOf(token: Token): string {
  if ((colorTokens as readonly string[]).includes(token)) return '<color>';
  if (token === 'fontFamily') return '<font-family>';
  if (token === 'shadow') return '<shadow>';
  const { unit } = numberRules[token as keyof typeof numberRules];
  return unit === 'px' ? '<length>' : unit === 'ms' ? '<time>' : '<number>';
}
