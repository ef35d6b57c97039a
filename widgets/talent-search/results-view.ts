import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../core/icon.ts';
import { fill, plural } from '../core/locale.ts';
import { chosenCount, facetLabel, facetPanel } from './facet-panel.ts';
import { resultRow } from './result-row.ts';
import type { SearchView } from './search-view.ts';
import { chosenFilters, type TalentFilters, withFacet, withoutFacets } from './talent-query.ts';
import type { FacetName } from './wire.ts';

type Layout = {
  box: unknown;
  error: unknown;
  isBusy: boolean;
  pageSize: number;
  showsFilters: boolean;
  toggleFilters: () => void;
  expanded: Set<FacetName>;
  expand: (facet: FacetName) => void;
  loadMore: () => void;
  openCompare: () => void;
  clearCompare: () => void;
};

export function resultsView(view: SearchView, layout: Layout) {
  const { strings, filters, result, language } = view;
  const chosen = chosenCount(filters);
  return html`<div class="bar" part="bar">
      ${layout.box}
      <button type="button" class="toggle" aria-expanded=${layout.showsFilters} aria-controls="filters" @click=${layout.toggleFilters}>
        ${icon('filters')}${strings.filters}${chosen ? ` (${chosen})` : ''}
      </button>
    </div>
    <div class="body">
      <aside id="filters" part="filters" class=${layout.showsFilters ? 'open' : ''} aria-label=${strings.filters}>
        ${facetPanel(view, layout.expanded, layout.expand)}
        ${
          result
            ? html`<button type="button" class="primary toggle" @click=${layout.toggleFilters}>${plural(language, strings.show, result.total)}</button>`
            : nothing
        }
      </aside>
      <section class="results" part="results" aria-label=${strings.label} aria-busy=${layout.isBusy}>
        <div class="row summary">
          <p class="count" role="status">${result ? plural(language, strings.found, result.total) : strings.searching}</p>
          ${sortChoice(view)}
        </div>
        ${chosen ? chosenChips(view) : nothing}
        ${result?.corrected?.map((words) => html`<p class="muted">${fill(strings.corrected, words)}</p>`)}
        ${layout.error} ${people(view, layout)} ${view.compared.size ? compareTray(view, layout) : nothing}
      </section>
    </div>`;
}

/** Rows as high as people will be, so that nothing moves when they come. */
export const skeletonView = (rows: number) => html`<div class="root" aria-busy="true">${skeletonList(rows)}</div>`;

function people(view: SearchView, { error, isBusy, pageSize, loadMore }: Layout) {
  const { result, strings } = view;
  if (!result) return error === nothing ? skeletonList(pageSize) : nothing;
  if (!result.items.length) {
    return html`<slot name="empty"
      ><div class="notice">
        ${icon('search')}
        <p><b>${strings.nobody}</b></p>
        <p class="muted">${strings.nobodyHint}</p>
      </div></slot
    >`;
  }
  return html`<ul class="list" @keydown=${moveBetweenPeople}>
      ${repeat(
        result.items,
        ({ id }) => id,
        (hit) => resultRow(view, hit),
      )}
    </ul>
    ${
      result.nextCursor
        ? html`<button type="button" class="load" ?disabled=${isBusy} @click=${loadMore}>${strings.loadMore}</button>`
        : nothing
    }`;
}

const skeletonList = (rows: number) => html`<ul class="list" aria-hidden="true">
  ${Array.from(
    { length: rows },
    () => html`<li class="skeleton">
      <div class="bone portrait"></div>
      <div class="who"><div class="bone title"></div></div>
      <div class="more"><div class="bone block"></div></div>
    </li>`,
  )}
</ul>`;

function sortChoice({ strings, filters, search }: SearchView) {
  const change = (event: Event) =>
    search({ filters: { ...filters, sort: (event.target as HTMLSelectElement).value as TalentFilters['sort'] } });
  return html`<label class="row"
    ><span class="muted small">${strings.sort}</span>
    <select @change=${change}>
      ${Object.entries(strings.sorts).map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === (filters.sort ?? 'bestMatch')}>${label}</option>`,
      )}
    </select>
  </label>`;
}

function chosenChips(view: SearchView) {
  const { strings, filters } = view;
  return html`<div class="chips" role="group" aria-label=${strings.chosenFilters}>
    ${chosenFilters(filters).map((each) => {
      const name = facetLabel(view, each.facet, each.value);
      return html`<button
        type="button"
        aria-label=${fill(strings.remove, { name })}
        @click=${() => view.search({ filters: withFacet(filters, each, false) })}
      >
        ${name}${icon('close')}
      </button>`;
    })}
    <button type="button" class="plain" @click=${() => view.search({ filters: withoutFacets(filters) })}>${strings.clear}</button>
  </div>`;
}

function compareTray(
  { strings, language, compared, compareIsFull }: SearchView,
  { openCompare, clearCompare }: Layout,
) {
  return html`<div class="row tray">
    <p role="status">
      <b>${plural(language, strings.comparing, compared.size)}</b>
      <span class="muted small">${compareIsFull ? strings.compareFull : [...compared.values()].map(({ name }) => name).join(', ')}</span>
    </p>
    <div class="row">
      <button type="button" class="plain" @click=${clearCompare}>${strings.clear}</button>
      <button type="button" class="primary" ?disabled=${compared.size < 2} @click=${openCompare}>${strings.compareNow}</button>
    </div>
  </div>`;
}

/** Up and down go from name to name, as in a list of a mail program. */
function moveBetweenPeople(event: KeyboardEvent) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const name = event.target as HTMLElement;
  if (!step || !name.matches('.name')) return;
  const names = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.name')];
  names[names.indexOf(name) + step]?.focus();
  event.preventDefault();
}
