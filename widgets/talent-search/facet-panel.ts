import type { FacetValue } from '@portico/api/talent/search/schema.ts';
import type { FacetName } from '@portico/api/talent/search/talent-search.ts';
import { html, nothing } from 'lit-html';
import { formatMoney, formatNumber } from '../core/formats.ts';
import type { SearchView } from './search-view.ts';
import { chosenValues, isSingle, withFacet } from './talent-query.ts';

const openAtFirst = 6;
const currency = 'USD';

/** Every filter with its count. Choosing searches at once; the counts then tell what a further choice would leave. */
export const facetPanel = (view: SearchView) =>
  facetNames(view).map((facet, index) => {
    const { strings, filters } = view;
    const values = facetValues(view, facet);
    const isChosen = values.some(({ selected }) => selected);
    if (!values.length) return nothing;
    return html`<details ?open=${index < openAtFirst || isChosen}>
      <summary>${strings.facets[facet]}</summary>
      <div class="values" role="group" aria-label=${strings.facets[facet]}>
        ${isSingle(facet) ? choice(view, facet, { value: '', label: strings.any, selected: !isChosen }) : nothing}
        ${values.map((value) => choice(view, facet, value))}
      </div>
      ${
        facet === 'skill' && filters.skill?.[1]
          ? html`<label class="choice row">
              <input
                type="checkbox"
                .checked=${filters.skillMatch === 'any'}
                @change=${({ target }: Event) =>
                  view.search({
                    filters: { ...filters, skillMatch: (target as HTMLInputElement).checked ? 'any' : 'all' },
                  })}
              /><span>${strings.anyOf}</span>
            </label>`
          : nothing
      }
    </details>`;
  });

export const facetNames = ({ strings }: SearchView) => Object.keys(strings.facets) as FacetName[];

/** What was counted, and what was chosen even if nobody has it any more: a choice can always be given up. */
export function facetValues({ filters, result, language }: SearchView, facet: FacetName): FacetValue[] {
  const counted = result?.facets[facet] ?? [];
  const chosen = chosenValues(filters, facet);
  const uncounted = chosen.filter((value) => !counted.some((each) => each.value === value));
  return [
    ...uncounted.map((value) => ({ value, label: facet === 'rate' ? range(value, language) : value, count: 0 })),
    ...counted,
  ]
    .map((each) => ({ ...each, selected: chosen.includes(each.value) }))
    .filter(({ count, selected }) => count || selected);
}

type Choice = Omit<FacetValue, 'count'> & { count?: number };

function choice(view: SearchView, facet: FacetName, { value, label, count, selected }: Choice) {
  const change = ({ target }: Event) =>
    view.search({
      filters: withFacet(view.filters, facet, value, value !== '' && (target as HTMLInputElement).checked),
    });
  return html`<label class="choice row">
    <input type=${isSingle(facet) ? 'radio' : 'checkbox'} name=${facet} .checked=${selected} @change=${change} />
    <span>${label}</span>
    ${count ? html`<span class="muted small">${formatNumber(count, view.language)}</span>` : nothing}
  </label>`;
}

const range = (value: string, language: string) =>
  value
    .split('-')
    .map((edge) => edge && formatMoney({ amountMinor: Number(edge), currency }, language))
    .join(' – ');
