import { html, type TemplateResult } from 'lit';
import { elements, pathOf } from './elements.ts';
import type { Facts } from './facts.ts';
import { beginSections } from './guide-begin.ts';
import type { Section } from './guide-parts.ts';
import { useSections } from './guide-use.ts';
import { title } from './words.ts';

const sections: readonly Section[] = [...beginSections, ...useSections];

export const guideSections: readonly { id: string; heading: string }[] = sections;

export function guidePage(facts: Facts, way: string, choose: (way: string) => void): TemplateResult {
  return html`<article class="stack docs-page">
    <header class="stack tight">
      <h1 tabindex="-1">Hiring inside your own pages</h1>
      <p class="lead">
        Custom elements for your intranet or product: one shadow root each, no iframe, no cookie, nothing from third parties.
        They work in every framework, and in none.
      </p>
    </header>
    <ul class="docs-cards" role="list">
      ${elements.map(
        ({ tagName, noun, description }) =>
          html`<li class="card pad"><a href=${pathOf(facts.basePath, tagName)}><strong>${title(noun)}</strong></a><p class="muted small">${description}</p></li>`,
      )}
    </ul>
    ${sections.map(
      ({ id, heading, body }) =>
        html`<section class="stack tight" id=${id} tabindex="-1">
          <h2><a class="anchor" href="#${id}">${heading}</a></h2>
          ${body(facts, { way, choose })}
        </section>`,
    )}
  </article>`;
}
