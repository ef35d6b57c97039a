import type { TalentSuggestions } from '@portico/api/talent/search/schema.ts';
import { html, nothing } from 'lit-html';
import { icon } from '../core/icon.ts';
import type { SearchView } from './search-view.ts';
import { withFacet } from './talent-query.ts';

type Suggestion = { text: string; skill?: string };
const pauseBeforeAskingMs = 180;

/** The words: searches as one types and suggests skills and searches (WAI-ARIA combobox with a list). */
export class SearchBox {
  #view: SearchView;
  #suggestions: Suggestion[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(view: SearchView) {
    this.#view = view;
  }

  render() {
    const { strings, query } = this.#view;
    const list = this.#suggestions;
    return html`<form class="words" role="search" @submit=${this.#submit}>
      <div class="field row">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          maxlength="500"
          autocomplete="off"
          aria-label=${strings.label}
          aria-autocomplete="list"
          aria-expanded=${list.length > 0}
          aria-controls="suggestions"
          aria-activedescendant=${this.#active < 0 ? nothing : `suggestion-${this.#active}`}
          placeholder=${strings.placeholder}
          .value=${query}
          @input=${this.#input}
          @keydown=${this.#keydown}
          @blur=${this.close}
        />
      </div>
      <ul id="suggestions" role="listbox" aria-label=${strings.label} ?hidden=${!list.length}>
        ${list.map(
          ({ text, skill }, index) =>
            html`<li
              id=${`suggestion-${index}`}
              role="option"
              class="row spread"
              aria-selected=${index === this.#active}
              @pointerdown=${(event: Event) => this.#take(index, event)}
            >
              ${text} <span class="muted small">${skill ? strings.facets.skill : ''}</span>
            </li>`,
        )}
      </ul>
    </form>`;
  }

  close = () => {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#show([]);
  };

  #input = ({ target }: Event) => {
    const query = (target as HTMLInputElement).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#view.search({ query });
      void this.#suggest(query);
    }, pauseBeforeAskingMs);
  };

  #submit = (event: Event) => {
    event.preventDefault();
    this.close();
    this.#view.search({ query: this.#view.root.querySelector('input')!.value.trim() });
  };

  #keydown = (event: KeyboardEvent) => {
    const { length } = this.#suggestions;
    const { key } = event;
    if (!length) return;
    if (key === 'ArrowDown') this.#active = (this.#active + 1) % length;
    else if (key === 'ArrowUp') this.#active = (this.#active <= 0 ? length : this.#active) - 1;
    else if (key === 'Escape') this.close();
    else if (key === 'Enter' && this.#active >= 0) this.#take(this.#active);
    else return;
    event.preventDefault();
    this.#view.update();
  };

  #take(index: number, event?: Event) {
    // The focus stays in the box.
    event?.preventDefault();
    const { text, skill } = this.#suggestions[index]!;
    this.close();
    const { filters } = this.#view;
    this.#view.search(skill ? { query: '', filters: withFacet(filters, 'skill', skill, true) } : { query: text });
  }

  /** A hint that fails is no hint: the search itself reports what is wrong. */
  async #suggest(q: string) {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { api, language: locale } = this.#view;
    const query = new URLSearchParams({ q });
    try {
      const { skills, queries } =
        q.length < 2
          ? { skills: [], queries: [] }
          : await api.ask<TalentSuggestions>('/v1/talent/suggestions', { query, signal, locale });
      if (signal.aborted) return;
      this.#show([
        ...skills.slice(0, 5).map(({ id, name }) => ({ text: name, skill: id })),
        ...queries.slice(0, 4).map((text) => ({ text })),
      ]);
    } catch {
      if (!signal.aborted) this.#show([]);
    }
  }

  #show(suggestions: Suggestion[]) {
    this.#suggestions = suggestions;
    this.#active = -1;
    this.#view.update();
  }
}
