import type { FacetValue } from '@portico/api/talent/search/schema.ts';
import type { FacetName } from '@portico/api/talent/search/talent-search.ts';
import { html, nothing } from 'lit-html';
import { formatMoney, formatNumber } from '../core/formats.ts';
import { fill } from '../core/locale.ts';
import type { SearchView } from './search-view.ts';
import { chosenValues, isSingle, withFacet } from './talent-query.ts';

const shownAtFirst = 6;
const openAtFirst = 6;
const currency = 'USD';
const shownInFull = new WeakMap<ShadowRoot, Set<FacetName>>();

/** Every filter with its count. Choosing searches at once; the counts then tell what a further choice would leave. */
export function facetPanel(view: SearchView) {
  const { strings, filters, root } = view;
  const inFull = shownInFull.get(root) ?? new Set();
  shownInFull.set(root, inFull);
  return facetNames(view).map((facet, index) => {
    const values = facetValues(view, facet);
    const isChosen = values.some(({ selected }) => selected);
    const isRate = facet === 'rate';
    if (!values.length && !isRate) return nothing;
    const showAll = () => {
      inFull.add(facet);
      view.update();
    };
    const isShort = values.length > shownAtFirst && !inFull.has(facet);
    return html`<details ?open=${index < openAtFirst || isChosen}>
      <summary>${strings.facets[facet]}</summary>
      <div role="group" aria-label=${strings.facets[facet]}>
        ${isSingle(facet) ? choice(view, facet, { value: '', label: strings.any, selected: !isChosen }) : nothing}
        ${(isShort ? values.slice(0, shownAtFirst) : values).map((value) => choice(view, facet, value))}
        ${isRate ? html`<div class="edges row">${edge(view, 'rateMin')}${edge(view, 'rateMax')}</div>` : nothing}
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
        ${
          isShort
            ? html`<button class="link" @click=${showAll}>${fill(strings.more, { n: formatNumber(values.length, view.language) })}</button>`
            : nothing
        }
      </div>
    </details>`;
  });
}

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

/** Whole units are typed, minor units are asked: nobody types cents per hour. */
function edge({ strings, filters, search }: SearchView, name: 'rateMin' | 'rateMax') {
  const change = ({ target }: Event) => {
    const { value } = target as HTMLInputElement;
    search({ filters: { ...filters, [name]: value ? Math.round(Math.abs(Number(value)) * 100) : undefined } });
  };
  return html`<input
    class="field"
    type="number"
    min="0"
    aria-label=${`${strings[name]} (${currency})`}
    placeholder=${strings[name]}
    .value=${filters[name] === undefined ? '' : String(filters[name] / 100)}
    @change=${change}
  />`;
}

const range = (value: string, language: string) =>
  value
    .split('-')
    .map((edge) => edge && formatMoney({ amountMinor: Number(edge), currency }, language))
    .join(' – ');
