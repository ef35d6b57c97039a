import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/portal-element.ts';
import { code } from './code.ts';
import { docsTable } from './docs-table.ts';
import type { ElementDocs } from './elements.ts';
import type { Facts } from './facts.ts';
import { DocsPlayground } from './playground.ts';
import { title } from './words.ts';

define('docs-playground', DocsPlayground);

type Row = readonly (string | TemplateResult)[];

const word = (text: string) => html`<code>${text}</code>`;
/** Where the line is too short, what a type is of stands below it. */
const typeName = (text: string) =>
  html`<code>${text.split('<').map((part, at) => (at ? html`<wbr />&lt;${part}` : part))}</code>`;
/** Backquotes in a description are code. */
const prose = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

function table(id: string, heading: string, lead: string, head: readonly string[], rows: readonly Row[]) {
  if (rows.length === 0) return nothing;
  return html`<section class="stack tight" id=${id} tabindex="-1">
    <h2><a class="anchor" href="#${id}">${heading}</a></h2>
    ${lead ? html`<p class="muted">${prose(lead)}</p>` : nothing}
    ${docsTable(heading, head, rows)}
  </section>`;
}

export function elementPage(element: ElementDocs, facts: Facts): TemplateResult {
  const { tagName, noun, description, formAssociated, attributes, members, events } = element;
  const properties = members.filter(({ attribute }) => !attribute);
  return html`<article class="stack docs-page">
    <header class="stack tight">
      <p class="muted small">Element</p>
      <h1 tabindex="-1">${title(noun)}</h1>
      <p><code class="tag-name">&lt;${tagName}&gt;</code></p>
      <p class="lead">${prose(description)}</p>
      ${formAssociated ? html`<p>Takes part in a form: with a <code>name</code>, its <code>value</code> is sent with the form around it.</p>` : nothing}
    </header>
    <section class="stack tight" id="playground" tabindex="-1">
      <h2><a class="anchor" href="#playground">Playground</a></h2>
      <p class="muted">
        The real element over invented data. Its settings are in this page’s address: copy it to show somebody what you see.
      </p>
      <docs-playground .element=${element} .facts=${facts}></docs-playground>
    </section>
    <section class="stack tight" id="import" tabindex="-1">
      <h2><a class="anchor" href="#import">Import</a></h2>
      <p class="muted">With the script tag nothing is imported: the script finds the tag. With a bundler:</p>
      ${code(`import '${facts.packageName}/define/${noun}';`)}
    </section>
    ${table(
      'attributes',
      'Attributes',
      'Each is a property too. An attribute that is taken away puts its default back.',
      ['Attribute', 'Property', 'Type', 'Default', 'What it does'],
      attributes.map(({ name, fieldName, type, default: initial, description: says }) => [
        word(name),
        word(fieldName),
        typeName(type.text),
        initial ? word(initial) : '–',
        html`${prose(says)}`,
      ]),
    )}
    ${table(
      'properties',
      'Properties without an attribute',
      'Set them from a script; what is set before the element is defined is kept.',
      ['Property', 'Type', 'Default', 'What it does'],
      properties.map(({ name, type, default: initial, readonly, description: says }) => [
        word(name),
        typeName(type.text),
        initial ? word(initial) : '–',
        html`${prose(says)}${readonly ? ' Read only.' : ''}`,
      ]),
    )}
    ${table(
      'events',
      'Events',
      'All bubble and cross shadow roots. What can be prevented is an intent: call `preventDefault()`, and the page does it instead.',
      ['Event', 'Type', 'Can be prevented', 'What it tells'],
      events.map(({ name, type, cancelable, description: says }) => [
        word(name),
        typeName(type.text),
        cancelable ? 'yes' : 'no',
        html`${prose(says)}`,
      ]),
    )}
    ${described('slots', 'Slots', 'Children of the element with `slot="…"` stand there, in the page’s own styles.', 'Slot', element.slots)}
    ${described('states', 'States', `For selectors: \`${tagName}:state(loading)\`.`, 'State', element.cssStates)}
    ${described('parts', 'CSS parts', `For selectors: \`${tagName}::part(item)\`.`, 'Part', element.cssParts)}
    ${table(
      'tokens',
      'CSS custom properties',
      'The same 24 for every element. Set anywhere above it, they win over the company’s theme.',
      ['Property', 'Syntax', 'Default', 'What it colors or measures'],
      element.cssProperties.map(({ name, syntax, default: initial, description: says }) => [
        word(name),
        word(syntax),
        word(initial),
        says,
      ]),
    )}
  </article>`;
}

const described = (
  id: string,
  heading: string,
  lead: string,
  head: string,
  list: readonly { name: string; description: string }[],
) =>
  table(
    id,
    heading,
    lead,
    [head, 'What it is'],
    list.map(({ name, description }) => [word(name), html`${prose(description)}`]),
  );
