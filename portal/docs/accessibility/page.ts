import widgets from '@portico/widgets/accessibility.generated.json' with { type: 'json' };
import engines from '@portico/widgets/engines.generated.json' with { type: 'json' };
import { html, nothing, type TemplateResult } from 'lit';
import portal from '../../accessibility.generated.json' with { type: 'json' };
import { docsTable } from '../docs-table.ts';
import type { Facts } from '../facts.ts';
import type { Runs } from './shape.ts';
import { type Section, statementLead, statementSections } from './statement.ts';

const runs = { widgets, portal, engines } as unknown as Runs;

export function accessibilityPage({ support, brand }: Facts): TemplateResult {
  return html`<article class="stack docs-page statement">
    <header class="stack tight">
      <h1 tabindex="-1">Accessibility</h1>
      <p class="lead">${statementLead(runs)}</p>
    </header>
    <section class="stack tight" id="report" tabindex="-1">
      <h2><a class="anchor" href="#report">Something keeps you out?</a></h2>
      ${howToReport(support, brand)}
    </section>
    ${statementSections(runs).map(sectionView)}
  </article>`;
}

function howToReport(support: Facts['support'], brand: string | undefined): TemplateResult {
  const address = support?.email ?? support?.url;
  const whom = address
    ? html`<a href=${support?.email ? `mailto:${support.email}?subject=${encodeURIComponent('Accessibility')}` : address} rel="noopener">${address}</a>`
    : html`${brand ? `whoever looks after hiring at ${brand}` : 'whoever runs this service for you'}`;
  return html`<p>
    Write to ${whom}. Say which page or widget it was, what you wanted to do, and with which browser and assistive technology. An
    error notice shows a request id: with it support finds what happened.
  </p>`;
}

const sectionView = ({ id, heading, paragraphs, list = [], table }: Section) =>
  html`<section class="stack tight" id=${id} tabindex="-1">
    <h2><a class="anchor" href="#${id}">${heading}</a></h2>
    ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${list.length > 0 ? html`<ul class="stack close">${list.map((line) => html`<li>${folded(line)}</li>`)}</ul>` : nothing}
    ${table ? docsTable(heading, table.head, table.rows) : nothing}
  </section>`;

/** More than anybody reads in passing waits behind what it is about. */
const longest = 480;

function folded(line: string): TemplateResult | string {
  const [about = line, ...rest] = line.split(': ');
  if (line.length <= longest || rest.length === 0) return line;
  return html`<details><summary>${about}</summary>${rest.join(': ')}</details>`;
}
