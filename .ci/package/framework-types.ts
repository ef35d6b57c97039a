import type { Files } from './declarations.ts';
import { nounOf } from './declarations.ts';
import { type Declaration, elementsOf, type Manifest } from './manifest-shape.ts';

/**
 * What each framework's compiler asks for a tag, all of it from one description: the same event may carry another
 * detail on another tag, so events are typed by tag.
 */
export function frameworkFiles(manifest: Manifest): Files {
  const elements = elementsOf(manifest);
  return new Map([
    ['tags.d.ts', tags(elements)],
    ['jsx.d.ts', react],
    ['preact.d.ts', preact],
    ['solid.d.ts', solid],
    ['vue.d.ts', vue(elements)],
    ['svelte.d.ts', svelte],
  ]);
}

const tags = (elements: readonly Declaration[]): string =>
  [
    ...elements.map(
      (element) => `import type { ${element.name}, ${element.name}EventMap } from './elements/${nounOf(element)}.js';`,
    ),
    '',
    ...elements.map(propsOf),
    map('TagProps', elements, ({ name }) => `${name}Props`),
    map('TagElements', elements, ({ name }) => name),
    map('TagEvents', elements, ({ name }) => `${name}EventMap`),
  ].join('\n');

const map = (name: string, elements: readonly Declaration[], type: (element: Declaration) => string) =>
  `export interface ${name} {\n${elements.map((element) => `  '${element.tagName}': ${type(element)};`).join('\n')}\n}\n`;

function propsOf({ name, tagName, description, attributes, members }: Declaration): string {
  const settable = members.filter(({ readonly }) => !readonly);
  const asAttributes = attributes.filter((attribute) => attribute.name !== attribute.fieldName);
  const orText = (text: string) => (/^(number|boolean)$/.test(text) ? `${text} | string` : text);
  return [
    `/** \`<${tagName}>\` ${description} */`,
    `export interface ${name}Props {`,
    ...settable.map(
      (member) => `  /** ${member.description} */\n  ${member.name}?: ${name}['${member.name}'] | undefined;`,
    ),
    ...asAttributes.map(
      (attribute) =>
        `  /** ${attribute.description} */\n  '${attribute.name}'?: ${orText(attribute.type.text)} | undefined;`,
    ),
    '}\n',
  ].join('\n');
}

const use = `import type { TagElements, TagEvents, TagProps } from './tags.js';\n`;
const listeners = (prefix: string) =>
  `{ [Name in keyof TagEvents[Tag] & string as \`${prefix}\${Name}\`]?: ((event: TagEvents[Tag][Name]) => void) | undefined }`;

const react = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${use}
type Own<Tag extends keyof TagProps> = TagProps[Tag] & ${listeners('on')};
type HireElements = {
  [Tag in keyof TagProps]: Omit<
    DetailedHTMLProps<HTMLAttributes<TagElements[Tag]>, TagElements[Tag]>,
    keyof Own<Tag>
  > &
    Own<Tag> & { class?: string | undefined };
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends HireElements {}
  }
}
`;

const preact = `import type { HTMLAttributes } from 'preact';
${use}
type Own<Tag extends keyof TagProps> = TagProps[Tag] & ${listeners('on')};
type HireElements = {
  [Tag in keyof TagProps]: Omit<HTMLAttributes<TagElements[Tag]>, keyof Own<Tag>> & Own<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends HireElements {}
  }
}
`;

const solid = `import type { JSX } from 'solid-js';
${use}
type Own<Tag extends keyof TagProps> = TagProps[Tag] & { [Name in keyof TagProps[Tag] & string as \`prop:\${Name}\`]?: TagProps[Tag][Name] } & { [Name in keyof TagProps[Tag] & string as \`attr:\${Name}\`]?: TagProps[Tag][Name] } & ${listeners('on:')};
type HireElements = {
  [Tag in keyof TagProps]: Omit<JSX.HTMLAttributes<TagElements[Tag]>, keyof Own<Tag>> & Own<Tag>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends HireElements {}
  }
}
`;

const camel = (name: string) => name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Its templates ask for properties and listeners in camel case, whichever way they are written. */
const vue = (elements: readonly Declaration[]): string =>
  `import type { HTMLAttributes } from 'vue';
${use}
/** In a template \`page-size="10"\` and \`:page-size="10"\` are one property. */
type Written<Props> = { [Name in keyof Props]: [Props[Name]] extends [number | undefined] ? Props[Name] | string : Props[Name] };
type HireElement<Tag extends keyof TagProps, Listeners> = new () => TagElements[Tag] & {
  $props: Omit<HTMLAttributes, keyof TagProps[Tag]> & Written<TagProps[Tag]> & Listeners;
};

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(({ tagName, events }) => {
    const named = events.map(
      ({ name }) => `      ${camel(`on-${name}`)}?: ((event: TagEvents['${tagName}']['${name}']) => void) | undefined;`,
    );
    return `    '${tagName}': HireElement<'${tagName}', {\n${named.join('\n')}\n    }>;`;
  })
  .join('\n')}
  }
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
${use}
type Own<Tag extends keyof TagProps> = TagProps[Tag] & ${listeners('on')} & ${listeners('on:')};
type HireElements = {
  [Tag in keyof TagProps]: Omit<HTMLAttributes<TagElements[Tag]>, keyof Own<Tag>> & Own<Tag>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends HireElements {}
}
`;
