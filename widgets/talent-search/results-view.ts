import type { TalentSort } from '@portico/api/talent/search/talent-search.ts';
import { html, nothing } from 'lit-html';
import { errorNotice } from '../core/error-notice.ts';
import { fill, plural } from '../core/locale.ts';
import { facetNames, facetPanel, facetValues } from './facet-panel.ts';
import { icon } from './icon.ts';
import { resultRow } from './result-row.ts';
import type { SearchView } from './search-view.ts';
import { compareMax, withFacet } from './talent-query.ts';

export function resultsView(view: SearchView, box: unknown) {
  const { strings, result, language, isBusy, failure } = view;
  const chips = chosenChips(view);
  // A class and an attribute of nodes that Lit keeps: nothing else depends on whether the filters are shown.
  const toggle = () => {
    const isOpen = view.root.querySelector('aside')!.classList.toggle('open');
    view.root.querySelector('.toggle')!.setAttribute('aria-expanded', String(isOpen));
  };
  return html`<div class="row bar" part="bar">
      ${box}
      <button class="toggle" aria-expanded="false" aria-controls="filters" @click=${toggle}>
        ${icon('filters')}${strings.filters}${chips.length ? ` (${chips.length})` : ''}
      </button>
    </div>
    <div class="body">
      <aside id="filters" part="filters" aria-label=${strings.filters}>
        ${facetPanel(view)}
        <button class="primary toggle" @click=${toggle}>${plural(language, strings.show, result?.total ?? 0)}</button>
      </aside>
      <section class="stack" part="results" aria-label=${strings.label} aria-busy=${isBusy}>
        <div class="row spread">
          <b class="large count" role="status">${result ? plural(language, strings.found, result.total) : ''}</b>
          ${sortChoice(view)}
        </div>
        ${
          chips.length
            ? html`<div class="row chips small" role="group" aria-label=${strings.filters}>
                ${chips}<button class="plain" @click=${() => view.search({ filters: { sort: view.filters.sort } })}>${strings.clear}</button>
              </div>`
            : nothing
        }
        ${result?.corrected?.map((words) => html`<p class="muted">${fill(strings.corrected, words)}</p>`)}
        ${failure ? failureView(view) : nothing} ${people(view)} ${view.compared.size ? compareTray(view) : nothing}
      </section>
    </div>`;
}

export const failureView = ({
  failure,
  strings,
}: Pick<SearchView, 'failure'> & { strings: SearchView['strings'] | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as people will be, so that nothing moves when they come. */
export const skeleton = (rows: number) => html`<div class="card list" aria-hidden="true">
  ${Array.from({ length: rows }, () => html`<div class="bone"></div>`)}
</div>`;

function people(view: SearchView) {
  const { result, strings, failure } = view;
  if (!result) return failure ? nothing : skeleton(view.pageSize);
  if (!result.items.length)
    return html`<slot name="empty"
      ><div class="stack notice">
        ${icon('search')}<b>${strings.nobody}</b>
        <p class="muted">${strings.nobodyHint}</p>
      </div></slot
    >`;
  return html`<ul class="card list" @keydown=${moveBetweenPeople}>
      ${result.items.map((hit) => resultRow(view, hit))}
    </ul>
    ${
      result.nextCursor
        ? html`<button ?disabled=${view.isBusy} @click=${view.loadMore}>${strings.loadMore}</button>`
        : nothing
    }`;
}

function sortChoice({ strings, filters, search }: SearchView) {
  const change = ({ target }: Event) =>
    search({ filters: { ...filters, sort: (target as HTMLSelectElement).value as TalentSort } });
  return html`<label class="row"
    ><span class="muted small">${strings.sort}</span>
    <select @change=${change}>
      ${Object.entries(strings.sorts).map(
        ([sort, label]) =>
          html`<option value=${sort} .selected=${sort === (filters.sort ?? 'bestMatch')}>${label}</option>`,
      )}
    </select>
  </label>`;
}

const chosenChips = (view: SearchView) =>
  facetNames(view).flatMap((facet) =>
    facetValues(view, facet)
      .filter(({ selected }) => selected)
      .map(
        ({ value, label: name }) => html`<button aria-label=${fill(view.strings.remove, { name })}
          @click=${() => view.search({ filters: withFacet(view.filters, facet, value, false) })}
        >
          ${name}${icon('close')}
        </button>`,
      ),
  );

function compareTray({ strings, language, compared, openCompare, clearCompare }: SearchView) {
  const { size } = compared;
  return html`<div class="row spread card tray">
    <p role="status">
      <b>${strings.compare}: ${plural(language, strings.found, size)}</b>
      <span class="muted small">${size < compareMax ? [...compared.values()].map(({ name }) => name).join(', ') : strings.compareFull}</span>
    </p>
    <div class="row">
      <button class="plain" @click=${clearCompare}>${strings.clear}</button>
      <button class="primary" ?disabled=${size < 2} @click=${openCompare}>${strings.compareNow}</button>
    </div>
  </div>`;
}

/** Up and down go from name to name, as in a list of a mail program. */
function moveBetweenPeople(event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const name = event.target as HTMLElement;
  if (!step || !name.matches('.name')) return;
  const names = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.name')];
  names[names.indexOf(name) + step]?.focus();
  event.preventDefault();
}
