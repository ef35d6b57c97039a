import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { PortalElement } from '../elements/portal-element.ts';
import { baseStyles } from '../styles/base.ts';
import { controlStyles } from '../styles/controls.ts';
import { fieldStyles } from '../styles/fields.ts';
import { layoutStyles } from '../styles/layout.ts';
import { partStyles } from '../styles/parts.ts';
import { tableStyles } from '../styles/table.ts';
import { tokenStyles } from '../styles/tokens.ts';
import { accessibilityPage } from './accessibility/page.ts';
import { docsStyles } from './docs-styles.ts';
import { elementPage } from './element-page.ts';
import { accessibilityPath, elements, pathOf } from './elements.ts';
import type { Facts } from './facts.ts';
import { guidePage, guideSections } from './guide-page.ts';
import { find } from './search.ts';

/** The frame of every page: whose it is, where one can go, and what was asked for. */
export class DocsApp extends PortalElement {
  static override pageStyles = [
    tokenStyles,
    baseStyles,
    controlStyles,
    fieldStyles,
    layoutStyles,
    partStyles,
    tableStyles,
    docsStyles,
  ];
  static override properties = {
    facts: { attribute: false },
    words: { state: true },
    scheme: { state: true },
    way: { state: true },
  };
  declare facts: Facts | undefined;
  declare words: string;
  declare scheme: string;
  declare way: string;

  constructor() {
    super();
    this.words = '';
    this.scheme = 'system';
    this.way = '';
  }

  get #tag(): string | undefined {
    return /\/docs\/widgets\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  }

  get #isStatement(): boolean {
    return location.pathname.endsWith('/docs/accessibility');
  }

  protected override firstUpdated(): void {
    addEventListener('hashchange', () => this.#arrive());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('facts') || !this.facts) return;
    const heading = this.querySelector('h1')?.textContent ?? 'Widgets';
    document.title = this.facts.brand ? `${heading} · ${this.facts.brand}` : heading;
    this.#arrive();
  }

  /** What an address names after # was not there yet when the browser looked for it. */
  #arrive(): void {
    if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { facts } = this;
    if (!facts) return nothing;
    return html`<a class="skip-link" href="#content">Skip to the page</a>
      <header class="top-bar">
        <a class="brand" href=${pathOf(facts.basePath)}>
          ${
            facts.logoUrl
              ? html`<img class=${facts.darkLogoUrl ? 'for-light' : ''} src=${facts.logoUrl} alt=${facts.brand ?? ''} />${facts.darkLogoUrl ? html`<img class="for-dark" src=${facts.darkLogoUrl} alt=${facts.brand ?? ''} />` : nothing}`
              : html`<span>${facts.brand ?? 'Hiring'}</span>`
          }
        </a>
        <span class="muted">${this.#isStatement ? 'Accessibility' : 'Widgets'}</span>
        <div class="top-end">
          <div class="segments" role="group" aria-label="Colors">
            ${['system', 'light', 'dark'].map(
              (scheme) =>
                html`<button type="button" aria-pressed=${this.scheme === scheme} @click=${() => this.#prefer(scheme)}>${scheme[0]!.toUpperCase() + scheme.slice(1)}</button>`,
            )}
          </div>
        </div>
      </header>
      <div class="docs-frame">
        <details class="docs-menu">
          <summary>All pages</summary>
          ${this.#navigation(facts, 'menu')}
        </details>
        <aside class="docs-nav">${this.#navigation(facts, 'side')}</aside>
        <main id="content" tabindex="-1">${this.#page(facts)}</main>
      </div>`;
  }

  #page(facts: Facts): TemplateResult {
    if (this.#isStatement) return accessibilityPage(facts);
    const tag = this.#tag;
    const element = elements.find(({ tagName }) => tagName === tag);
    if (element) return elementPage(element, facts);
    if (tag)
      return html`<article class="stack docs-page">
        <h1>No such element</h1>
        <p>There is no <code>&lt;${tag}&gt;</code>. All there are stand in the list of pages.</p>
      </article>`;
    return guidePage(facts, this.way, (way) => {
      this.way = way;
    });
  }

  #navigation({ basePath }: Facts, place: string): TemplateResult {
    const found = find(this.words, basePath);
    return html`<nav class="stack close" aria-label="Pages">
      <label class="field"
        ><span class="visually-hidden">Search in the documentation</span>
        <input class="input" type="search" placeholder="Search: event, part, token …" autocomplete="off" .value=${this.words} @input=${this.#search} />
      </label>
      ${
        this.words.trim()
          ? html`<ul class="docs-links" role="list" aria-label="Found">
              ${found.map(({ href, name, where }) => html`<li><a href=${href}>${name} <span class="muted small">${where}</span></a></li>`)}
              ${found.length === 0 ? html`<li class="muted">Nothing has this name.</li>` : nothing}
            </ul>`
          : html`<h2 id="elements-${place}">Elements</h2>
              <ul class="docs-links" role="list" aria-labelledby="elements-${place}">
                ${elements.map(
                  ({ tagName }) =>
                    html`<li><a href=${pathOf(basePath, tagName)} aria-current=${tagName === this.#tag ? 'page' : 'false'}><code>${tagName}</code></a></li>`,
                )}
              </ul>
              <h2 id="guide-${place}">Guide</h2>
              <ul class="docs-links" role="list" aria-labelledby="guide-${place}">
                ${guideSections.map(({ id, heading }) => html`<li><a href="${pathOf(basePath)}#${id}">${heading}</a></li>`)}
                <li><a href=${accessibilityPath(basePath)} aria-current=${this.#isStatement ? 'page' : 'false'}>Accessibility</a></li>
              </ul>`
      }
    </nav>`;
  }

  #search = ({ target }: Event): void => {
    this.words = (target as HTMLInputElement).value;
  };

  #prefer(scheme: string): void {
    this.scheme = scheme;
    if (scheme === 'system') delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
  }
}
