import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { search } from '../icons/icons.generated.ts';
import { define, PortalElement } from './portal-element.ts';

const pauseMs = 250;

/** Searches while one types, after a short pause; Enter does not wait. */
class SearchField extends PortalElement {
  static override properties = {
    label: { attribute: false },
    value: { attribute: false },
    onSearch: { attribute: false },
  };
  declare label: string;
  declare value: string;
  declare onSearch: (words: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    return html`<form class="search" role="search" aria-label=${this.label} @submit=${this.#submit}>
      ${icon(search)}
      <input
        class="input"
        type="search"
        autocomplete="off"
        maxlength="100"
        aria-label=${this.label}
        placeholder=${this.label}
        .value=${this.value}
        @input=${this.#typed}
      />
    </form>`;
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), pauseMs);
  }

  #submit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#tell();
  }

  #tell(): void {
    const words = this.querySelector('input')?.value.trim() ?? '';
    if (words !== this.value) this.onSearch(words);
  }
}

define('portal-search-field', SearchField);

export const searchField = (label: string, value: string, onSearch: (words: string) => void): TemplateResult =>
  html`<portal-search-field class="search" .label=${label} .value=${value} .onSearch=${onSearch}></portal-search-field>`;
