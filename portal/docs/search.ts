import { accessibilityPath, elements, pathOf } from './elements.ts';
import { guideSections } from './guide-page.ts';

export type Found = { name: string; where: string; href: string };

const foundMax = 20;

/** By name, in everything that has one; what begins with the words comes first. */
export function find(words: string, basePath: string): Found[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  return everything(basePath)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((one, other) => Number(begins(other, wanted)) - Number(begins(one, wanted)))
    .slice(0, foundMax);
}

const begins = ({ name }: Found, words: string) => name.toLowerCase().startsWith(words);

function everything(basePath: string): Found[] {
  const statement = { name: 'Accessibility', where: 'statement', href: accessibilityPath(basePath) };
  const guide = guideSections.map(({ id, heading }) => ({
    name: heading,
    where: 'guide',
    href: `${pathOf(basePath)}#${id}`,
  }));
  const tokens = elements[0]!.cssProperties.map(({ name }) => ({
    name,
    where: 'token',
    href: `${pathOf(basePath)}#theming`,
  }));
  const named = elements.flatMap((element) => {
    const page = pathOf(basePath, element.tagName);
    const lists = {
      attributes: element.attributes,
      properties: element.members.filter(({ attribute }) => !attribute),
      events: element.events,
      slots: element.slots,
      parts: element.cssParts,
    };
    return [
      { name: element.tagName, where: 'element', href: page },
      ...Object.entries(lists).flatMap(([anchor, list]) =>
        list.map(({ name }) => ({ name, where: `${anchor} of ${element.tagName}`, href: `${page}#${anchor}` })),
      ),
    ];
  });
  return [...guide, statement, ...named, ...tokens];
}
