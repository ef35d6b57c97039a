import { neutral } from '@portico/themes/ready/neutral.ts';
import { readyThemes } from '@portico/themes/ready-themes.ts';
import { completeTheme, pageThemeCss } from '@portico/themes/theme-css.ts';
import { createEmbed, type Embed } from '@portico/widgets';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { PortalElement } from '../elements/portal-element.ts';
import { tabs } from './code.ts';
import { codeFor } from './code-for.ts';
import { choicesOf, type ElementDocs } from './elements.ts';
import type { Facts } from './facts.ts';
import {
  languages,
  readSettings,
  type Settings,
  schemes,
  states,
  widths,
  writeSettings,
} from './playground-settings.ts';
import { answerWith, apiBase, session } from './playground-world.ts';
import { title } from './words.ts';

const definitions: Record<string, () => Promise<unknown>> = {
  approvals: () => import('@portico/widgets/define/approvals.ts'),
  'contract-status': () => import('@portico/widgets/define/contract-status.ts'),
  'job-post': () => import('@portico/widgets/define/job-post.ts'),
  proposals: () => import('@portico/widgets/define/proposals.ts'),
  spend: () => import('@portico/widgets/define/spend.ts'),
  'talent-pool': () => import('@portico/widgets/define/talent-pool.ts'),
  'talent-search': () => import('@portico/widgets/define/talent-search.ts'),
  'timesheet-review': () => import('@portico/widgets/define/timesheet-review.ts'),
};

const loggedMax = 30;
const themeNames = Object.keys(readyThemes);
const sheet = new CSSStyleSheet();
type Logged = { at: string; type: string; detail: string };

/** The real element over invented people and contracts; nothing it does leaves the page. */
export class DocsPlayground extends PortalElement {
  static override properties = {
    element: { attribute: false },
    facts: { attribute: false },
    settings: { state: true },
    logged: { state: true },
    way: { state: true },
  };
  declare element: ElementDocs;
  declare facts: Facts;
  declare settings: Settings;
  declare logged: readonly Logged[];
  declare way: string;

  #embed: Embed | undefined;
  #shown: HTMLElement | undefined;

  constructor() {
    super();
    this.logged = [];
    this.way = 'HTML';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#embed?.destroy();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('element')) this.settings = readSettings(this.element, themeNames);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('settings')) return;
    const before = changed.get('settings') as Settings | undefined;
    writeSettings(this.settings);
    this.#paint();
    if (!before || before.state !== this.settings.state || !this.#shown) void this.#mount();
    else this.#set();
  }

  /** Only another state of the world needs another element: everything else is switched live. */
  async #mount(): Promise<void> {
    const { noun, tagName } = this.element;
    await definitions[noun]!();
    this.#embed?.destroy();
    this.#shown?.remove();
    answerWith(noun, this.settings.state);
    this.#embed = createEmbed({ apiBase, fetchSession: session, theme: {}, onEvent: this.#log });
    this.#shown = document.createElement(tagName);
    this.#set();
    this.querySelector('.stage-width')!.append(this.#shown);
  }

  #set(): void {
    for (const { name } of this.element.attributes) {
      const value = this.settings.attributes[name];
      if (value) this.#shown!.setAttribute(name, value);
      else this.#shown!.removeAttribute(name);
    }
  }

  /** A page's own custom properties win over a theme, and this page is in its company's theme already. */
  #paint(): void {
    const theme =
      readyThemes[this.settings.theme as keyof typeof readyThemes] ?? completeTheme(neutral, this.facts.theme);
    sheet.replaceSync(pageThemeCss(theme, '.stage'));
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  }

  #log = ({ type, detail }: CustomEvent): void => {
    const at = new Date().toLocaleTimeString('en-GB');
    this.logged = [{ at, type, detail: JSON.stringify(detail, null, 2) ?? '' }, ...this.logged].slice(0, loggedMax);
  };

  protected override render(): TemplateResult {
    const { scheme, width, attributes } = this.settings;
    const given = Object.entries(attributes).flatMap(([name, value]) => (value ? [{ name, value }] : []));
    return html`<div class="playground card">
      <form class="controls" @submit=${(event: Event) => event.preventDefault()} @change=${this.#change}>
        ${this.element.attributes.map((attribute) => this.#field(attribute.name, attribute))}
        ${select('state', 'What happens', this.settings.state, states)}
        ${select('theme', 'Theme', this.settings.theme, ['', ...themeNames], (name) => name || 'this address’s')}
        ${select('scheme', 'Colors', scheme, schemes, (name) => (name === 'page' ? 'as the page' : name))}
        ${select('width', 'Width', width, widths, (name) => (name === 'full' ? 'as there is' : `${name} px`))}
      </form>
      <div class="stage" .style=${scheme === 'page' ? '' : `color-scheme: ${scheme}`}>
        <div class="stage-width" .style=${width === 'full' ? '' : `max-inline-size: ${width}px`}></div>
      </div>
      <details class="log" ?open=${this.logged.length > 0}>
        <summary>Events <span class="count number">${this.logged.length}</span></summary>
        ${
          this.logged.length === 0
            ? html`<p class="muted small">What the element sends is listed here, newest first.</p>`
            : html`<ol aria-live="polite">
                ${this.logged.map(
                  ({ at, type, detail }) =>
                    html`<li>
                      <details>
                        <summary><time class="muted number">${at}</time> <code>${type}</code></summary>
                        <pre tabindex="0">${detail}</pre>
                      </details>
                    </li>`,
                )}
              </ol>`
        }
      </details>
      <div class="code-ways">
        ${tabs('Written for', codeFor(this.element, given, this.facts.packageName), this.way, (name) => {
          this.way = name;
        })}
      </div>
    </div>`;
  }

  #field(name: string, attribute: ElementDocs['attributes'][number]): TemplateResult {
    const value = this.settings.attributes[name] ?? '';
    const words = name === 'locale' ? [...languages] : choicesOf(attribute);
    if (words)
      return select(
        name,
        name,
        value,
        ['', ...words],
        (word) => word || (attribute.default?.replaceAll("'", '') ?? 'not set'),
        true,
      );
    const type = attribute.type.text === 'number' ? 'number' : 'text';
    return html`<label class="field"
      ><code>${name}</code>
      <input class="input" name=${name} type=${type} .value=${value} placeholder=${attribute.default?.replaceAll("'", '') ?? 'not set'} />
    </label>`;
  }

  #change = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (['state', 'theme', 'scheme', 'width'].includes(name)) this.settings = { ...this.settings, [name]: value };
    else this.settings = { ...this.settings, attributes: { ...this.settings.attributes, [name]: value } };
  };
}

const select = (
  name: string,
  label: string,
  value: string,
  words: readonly string[],
  shown: (word: string) => string = title,
  isCode = false,
): TemplateResult =>
  html`<label class="field"
    >${isCode ? html`<code>${label}</code>` : html`<span>${label}</span>`}
    <select class="input" name=${name}>
      ${words.map((word) => html`<option value=${word} ?selected=${word === value}>${shown(word)}</option>`)}
    </select>
    ${nothing}
  </label>`;
