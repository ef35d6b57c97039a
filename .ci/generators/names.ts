import { wings } from '../arrows/place.ts';

/** All spellings of a noun that the templates use, by the placeholder that stands for them. */
export type Names = Record<string, string>;

/** A wish that cannot be fulfilled, in one sentence. */
export class Unusable extends Error {
  override name = 'Unusable';
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @param wish `talent/thing`; @param plural only where English is irregular */
export function sliceNames(wish: string, plural?: string): Names {
  const [wing = '', noun = '', ...rest] = wish.split('/');
  if (!(wings as readonly string[]).includes(wing) || wing === 'platform' || rest.length > 0)
    throw new Unusable(`Say a wing and a noun, such as talent/thing; wings are ${wings.slice(1).join(', ')}.`);
  requireKebab(noun);
  const folder = plural ?? pluralOf(noun);
  requireKebab(folder);
  return { ...spellings(noun, folder), __wing__: wing, __id__: idKind(noun) };
}

export function widgetNames(wish: string): Names {
  requireKebab(wish);
  return spellings(wish, pluralOf(wish));
}

function requireKebab(noun: string): void {
  if (!kebab.test(noun))
    throw new Unusable(`"${noun}" is no name: use small letters and hyphens, such as purchase-order.`);
}

function spellings(noun: string, folder: string): Names {
  return {
    __kebab__: noun,
    __kebabs__: folder,
    __camel__: camel(noun),
    __snake__: noun.replaceAll('-', '_'),
    __camels__: camel(folder),
    __Pascal__: pascal(noun),
    __Pascals__: pascal(folder),
    __word__: noun.replaceAll('-', ' '),
    __words__: folder.replaceAll('-', ' '),
    __Words__: capital(folder.replaceAll('-', ' ')),
    __Word__: capital(noun.replaceAll('-', ' ')),
  };
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `purchase-order` → `po`, `milestone` → `mil`: ids carry their kind. */
function idKind(noun: string): string {
  const initials = noun.split('-').map((word) => word[0]);
  return initials.length > 1 ? initials.join('') : noun.slice(0, 3);
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const pascal = (text: string) => text.split('-').map(capital).join('');
const camel = (text: string) =>
  text
    .split('-')
    .map((word, index) => (index === 0 ? word : capital(word)))
    .join('');
