import type { TalentSuggestions } from '@portico/api/talent/search/schema.ts';
import { html, nothing } from 'lit-html';
import { icon } from './icon.ts';
import type { SearchView } from './search-view.ts';
import { withFacet } from './talent-query.ts';

type Suggestion = { text: string; skill?: string };
const pauseBeforeAskingMs = 180;

/** The words: searches as one types and suggests skills and searches (WAI-ARIA combobox with a list). */
export function createSearchBox(view: SearchView) {
  let suggestions: Suggestion[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout>;
  let asking = new AbortController();

  function show(found: Suggestion[]) {
    suggestions = found;
    active = -1;
    view.update();
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    show([]);
  }

  function take({ text, skill }: Suggestion) {
    close();
    view.search(skill ? { query: '', filters: withFacet(view.filters, 'skill', skill, true) } : { query: text });
  }

  function typed({ target }: Event) {
    const query = (target as HTMLInputElement).value.trim();
    clearTimeout(timer);
    timer = setTimeout(() => {
      view.search({ query });
      void suggest(query);
    }, pauseBeforeAskingMs);
  }

  function submit(event: Event) {
    event.preventDefault();
    close();
    view.search({ query: view.root.querySelector('input')!.value.trim() });
  }

  function keydown(event: KeyboardEvent) {
    const { length } = suggestions;
    const { key } = event;
    if (!length) return;
    if (key === 'ArrowDown') active = (active + 1) % length;
    else if (key === 'ArrowUp') active = (active <= 0 ? length : active) - 1;
    else if (key === 'Escape') close();
    else if (key === 'Enter' && active >= 0) take(suggestions[active]!);
    else return;
    event.preventDefault();
    view.update();
  }

  /** A hint that fails is no hint: the search itself reports what is wrong. */
  async function suggest(q: string) {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    let found: Suggestion[] = [];
    if (q.length > 1) {
      const query = new URLSearchParams({ q });
      const { skills, queries } = await view.api
        .ask<TalentSuggestions>('/v1/talent/suggestions', { query, signal, locale: view.language })
        .catch(() => ({ skills: [], queries: [] }));
      found = [
        ...skills.slice(0, 5).map(({ id, name }) => ({ text: name, skill: id })),
        ...queries.slice(0, 4).map((text) => ({ text })),
      ];
    }
    if (!signal.aborted) show(found);
  }

  function render() {
    const { strings, query } = view;
    return html`<form class="words" role="search" @submit=${submit}>
      <div class="field row">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          maxlength="500"
          autocomplete="off"
          aria-label=${strings.label}
          aria-autocomplete="list"
          aria-expanded=${suggestions.length > 0}
          aria-controls="suggestions"
          aria-activedescendant=${active < 0 ? nothing : `suggestion-${active}`}
          placeholder=${strings.placeholder}
          .value=${query}
          @input=${typed}
          @keydown=${keydown}
          @blur=${close}
        />
      </div>
      <ul id="suggestions" class="card" role="listbox" aria-label=${strings.label} ?hidden=${!suggestions.length}>
        ${suggestions.map(
          (suggestion, index) =>
            html`<li
              id=${`suggestion-${index}`}
              role="option"
              class="row spread"
              aria-selected=${index === active}
              @mousedown=${(event: Event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              ${suggestion.text} <span class="muted small">${suggestion.skill ? strings.facets.skill : ''}</span>
            </li>`,
        )}
      </ul>
    </form>`;
  }

  return { render, close };
}
