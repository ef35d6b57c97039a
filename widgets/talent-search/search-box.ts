import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../core/icon.ts';
import type { SearchView } from './search-view.ts';
import { withFacet } from './talent-query.ts';
import type { SkillRef } from './wire.ts';

type Suggestion = { text: string; skill?: string };
const pauseBeforeAskingMs = 180;

/** The words: searches as one types and suggests skills and past queries (WAI-ARIA combobox with a list). */
export class SearchBox implements ReactiveController {
  #host: ReactiveControllerHost;
  #view: () => SearchView;
  #suggestions: Suggestion[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost, view: () => SearchView) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#close();
  }

  render(view: SearchView) {
    const { strings } = view;
    const isOpen = this.#suggestions.length > 0;
    return html`<form class="words" role="search" @submit=${this.#submit}>
      <div class="field">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          maxlength="500"
          autocomplete="off"
          aria-label=${strings.label}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="suggestions"
          aria-activedescendant=${this.#active < 0 ? nothing : `suggestion-${this.#active}`}
          placeholder=${strings.placeholder}
          .value=${live(view.query)}
          @input=${this.#input}
          @keydown=${this.#keydown}
          @blur=${this.#close}
        />
      </div>
      <ul id="suggestions" role="listbox" aria-label=${strings.suggestions} ?hidden=${!isOpen}>
        ${this.#suggestions.map(
          ({ text, skill }, index) =>
            html`<li
              id=${`suggestion-${index}`}
              role="option"
              aria-selected=${index === this.#active}
              @pointerdown=${(event: Event) => this.#take(index, event)}
            >
              ${text} ${skill ? html`<span class="muted small">${strings.skill}</span>` : nothing}
            </li>`,
        )}
      </ul>
    </form>`;
  }

  #input = (event: Event) => {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#view().search({ query: words.trim() });
      void this.#suggest(words.trim());
    }, pauseBeforeAskingMs);
  };

  #submit = (event: Event) => {
    event.preventDefault();
    this.#close();
    this.#view().search({ query: (event.target as HTMLFormElement).querySelector('input')!.value.trim() });
  };

  #keydown = (event: KeyboardEvent) => {
    const { length } = this.#suggestions;
    if (!length) return;
    if (event.key === 'ArrowDown') this.#active = (this.#active + 1) % length;
    else if (event.key === 'ArrowUp') this.#active = (this.#active <= 0 ? length : this.#active) - 1;
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#take(this.#active);
    else return;
    event.preventDefault();
    this.#host.requestUpdate();
  };

  #take(index: number, event?: Event) {
    event?.preventDefault();
    const { text, skill } = this.#suggestions[index]!;
    const view = this.#view();
    this.#close();
    if (!skill) view.search({ query: text });
    else view.search({ query: '', filters: withFacet(view.filters, { facet: 'skill', value: skill }, true) });
  }

  /** A hint that fails is no hint: the search itself reports what is wrong. */
  async #suggest(words: string) {
    this.#asking?.abort();
    if (words.length < 2) return this.#show([]);
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { api, language } = this.#view();
    try {
      const query = new URLSearchParams({ q: words });
      const found = await api.ask<{ skills: SkillRef[]; queries: string[] }>('/v1/talent/suggestions', {
        query,
        signal,
        locale: language,
      });
      this.#show([
        ...found.skills.slice(0, 5).map(({ id, name }) => ({ text: name, skill: id })),
        ...found.queries.slice(0, 4).map((text) => ({ text })),
      ]);
    } catch {
      if (!signal.aborted) this.#show([]);
    }
  }

  #show(suggestions: Suggestion[]) {
    this.#suggestions = suggestions;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  #close = () => {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#show([]);
  };
}
