import manifest from '@portico/widgets/custom-elements.generated.json' with { type: 'json' };

export type Described = { name: string; description: string };
export type Attribute = Described & { fieldName: string; type: { text: string }; default?: string };
export type Property = Described & { type: { text: string }; default?: string; attribute?: string; readonly?: boolean };
export type ElementDocs = {
  name: string;
  tagName: string;
  noun: string;
  summary: string;
  description: string;
  formAssociated: boolean;
  attributes: Attribute[];
  members: Property[];
  events: (Described & { type: { text: string }; cancelable: boolean })[];
  slots: Described[];
  cssParts: Described[];
  cssProperties: (Described & { syntax: string; default: string })[];
  cssStates: Described[];
};

/** The three the product is named for come first. */
const first = ['talent-search', 'job-post', 'contract-status'];

export const elements: readonly ElementDocs[] = (manifest.modules as unknown as { declarations: ElementDocs[] }[])
  .flatMap(({ declarations }) => declarations)
  .map((element) => ({ ...element, noun: element.tagName.replace('hire-', '') }))
  .sort((one, other) => order(one) - order(other));

function order(element: ElementDocs): number {
  const index = first.indexOf(element.noun);
  return index >= 0 ? index : first.length;
}

/** `'waiting' | 'open' | 'all'` → its words; undefined where any text will do. */
export function choicesOf({ type }: { type: { text: string } }): string[] | undefined {
  const words = type.text.split(' | ').filter((word) => word !== 'undefined');
  return words.every((word) => /^'[^']*'$/.test(word)) ? words.map((word) => word.slice(1, -1)) : undefined;
}

export const accessibilityPath = (basePath: string): string => `${basePath}/docs/accessibility`;
export const pathOf = (basePath: string, tagName?: string): string =>
  `${basePath}/docs/widgets${tagName ? `/${tagName}` : ''}`;
