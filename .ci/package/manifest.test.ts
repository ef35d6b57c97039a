import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { emitted } from './describe-events.ts';
import { createManifest } from './manifest.ts';
import { type Declaration, elementsOf, type Manifest } from './manifest-shape.ts';
import { type ElementClass, loadClasses, nouns, readSources, widgetsFolder } from './sources.ts';
import { createTypePrinter } from './type-printer.ts';

const written: Manifest = JSON.parse(readFileSync(join(widgetsFolder, 'custom-elements.generated.json'), 'utf8'));
const element = (noun: string) => elementsOf(written).find(({ tagName }) => tagName === `hire-${noun}`)!;

/** What a widget renders: its own files and what all of them share. */
const rendered = (noun: string): string =>
  globSync([`${noun}/**/*.ts`, 'core/error-notice.ts'], { cwd: widgetsFolder })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(widgetsFolder, path), 'utf8'))
    .join('\n');

const inMarkup = (text: string, attribute: string) =>
  [...text.matchAll(new RegExp(`[\\s]${attribute}=(?:"([^"]+)"|\\$\\{\`([^\`]+)\`\\})`, 'g'))].map((match) =>
    (match[1] ?? match[2]!).replace(/\$\{[^}]*\b(\w+)\}/g, '{$1}'),
  );
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
const unique = (list: readonly string[]) => [...new Set(list)].sort();

describe('the manifest tells of everything public', () => {
  let classes: Map<string, ElementClass>;
  before(async () => {
    classes = await loadClasses();
  });

  test('every tag that can be defined', () => {
    assert.deepEqual(
      elementsOf(written).map(({ tagName }) => tagName),
      nouns.map((noun) => `hire-${noun}`),
    );
  });

  for (const noun of nouns) {
    test(`<hire-${noun}>: properties, attributes, events, slots, parts and states`, () => {
      const { properties, formAssociated } = classes.get(noun)!;
      const described = element(noun);
      const text = rendered(noun);
      const settable = described.members.filter(({ readonly }) => !readonly);
      assert.deepEqual(names(settable), Object.keys(properties).sort());
      assert.deepEqual(names(described.attributes), Object.values(properties).filter(Boolean).sort());
      assert.equal(described.formAssociated, formAssociated === true);
      assert.deepEqual(names(described.events), unique([...emitted(noun).keys()]));
      const slots = [...text.matchAll(/<slot\s[^>]*>/g)].flatMap(([tag]) => inMarkup(tag, 'name'));
      assert.deepEqual(names(described.slots), unique(slots));
      assert.deepEqual(names(described.cssParts), unique(inMarkup(text, 'part').flatMap((part) => part.split(' '))));
      assert.deepEqual(names(described.cssStates), ['busy', 'empty', 'error', 'loading', 'ready']);
      assert.equal(described.cssProperties.length, 24);
    });

    test(`<hire-${noun}>: each in a sentence`, () => {
      const { description, attributes, members, events, slots, cssParts, cssProperties, cssStates }: Declaration =
        element(noun);
      assert.match(description, /\w\.$/);
      for (const each of [attributes, members, events, slots, cssParts, cssProperties, cssStates].flat())
        assert.match(each.description ?? '', /^[\p{L}`].*[.)]$/u, `${each.name} is described by: ${each.description}`);
      for (const { name, default: value } of cssProperties) assert.ok(value, `${name} has a default`);
    });
  }

  test('and is what the elements are now: otherwise run node .ci/package/write-manifest.ts', () => {
    const sources = readSources();
    assert.deepEqual(JSON.parse(JSON.stringify(createManifest(sources, createTypePrinter(sources), classes))), written);
  });
});
