import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatMoney, nameOf } from '../core/formats.ts';
import { fill, plural } from '../core/locale.ts';
import type { SearchView } from './search-view.ts';
import { chosenValues, facetControls, type TalentFilters, withFacet } from './talent-query.ts';
import type { FacetName, FacetValue } from './wire.ts';

const shownAtFirst = 6;
const openAtFirst: FacetName[] = ['category', 'skill', 'rate', 'jobSuccess', 'badge', 'availability'];
const currency = 'USD';

/** Every filter with its count. Choosing searches at once; the counts then tell what a further choice would leave. */
export const facetPanel = (view: SearchView, expanded: Set<FacetName>, expand: (facet: FacetName) => void) =>
  facetControls.map(({ name, kind }) => {
    const values = facetValues(view, name);
    if (!values.length && name !== 'rate') return nothing;
    const { strings, filters } = view;
    const shown = expanded.has(name) ? values : values.slice(0, shownAtFirst);
    const isChosen = values.some(({ selected }) => selected);
    return html`<details ?open=${openAtFirst.includes(name) || isChosen}>
      <summary>${strings.facets[name]}</summary>
      <div role=${kind === 'one' ? 'radiogroup' : 'group'} aria-label=${strings.facets[name]}>
        ${name === 'skill' && (filters.skill?.length ?? 0) > 1 ? skillMatch(view) : nothing}
        ${kind === 'one' ? choice(view, name, 'radio', { value: '', label: strings.any, selected: !isChosen }) : nothing}
        ${shown.map((value) => choice(view, name, kind === 'one' ? 'radio' : 'checkbox', value))}
        ${name === 'rate' ? rateInputs(view) : nothing}
        ${
          values.length > shownAtFirst
            ? html`<button type="button" class="link small" @click=${() => expand(name)}>
                ${expanded.has(name) ? strings.fewer : fill(strings.more, { n: String(values.length) })}
              </button>`
            : nothing
        }
      </div>
    </details>`;
  });

export function facetLabel({ strings, language, result }: SearchView, facet: FacetName, value: string): string {
  const known = result?.facets[facet]?.find((each) => each.value === value)?.label;
  switch (facet) {
    case 'badge':
      return strings.badges[value as keyof typeof strings.badges] ?? value;
    case 'availability':
      return strings.availability[value as keyof typeof strings.availability] ?? value;
    case 'verified':
    case 'workedWithUs':
      return strings.yes[facet];
    case 'country':
      return nameOf('region', value, language);
    case 'language': {
      const [code = '', level] = value.split(':') as [string, keyof typeof strings.levels | undefined];
      return nameOf('language', code, language) + (level ? ` (${strings.levels[level]})` : '');
    }
    case 'rate':
      return rateLabel(strings, language, value);
    case 'jobSuccess':
      return fill(strings.atLeast, {
        n: new Intl.NumberFormat(language, { style: 'percent' }).format(Number(value) / 100),
      });
    case 'overlap':
      return plural(language, strings.overlap, Number(value));
    default:
      return known ?? value;
  }
}

/** What was counted, and what was chosen even if nobody has it any more: a choice can always be given up. */
function facetValues({ filters, result }: SearchView, facet: FacetName) {
  const chosen = chosenValues(filters, facet);
  const counted = result?.facets[facet] ?? [];
  const missing = chosen.filter((value) => !counted.some((each) => each.value === value));
  return [
    ...missing.map((value): FacetValue => ({ value, label: value, count: 0, selected: true })),
    ...counted.map((each) => ({ ...each, selected: chosen.includes(each.value) })),
  ].filter(({ count, selected }) => count > 0 || selected);
}

function choice(
  view: SearchView,
  facet: FacetName,
  type: 'radio' | 'checkbox',
  { value, label, count, selected }: Pick<FacetValue, 'value' | 'label' | 'selected'> & { count?: number },
) {
  const change = (event: Event) =>
    view.search({
      filters: withFacet(view.filters, { facet, value }, value !== '' && (event.target as HTMLInputElement).checked),
    });
  return html`<label class="choice">
    <input type=${type} name=${facet} .checked=${live(selected)} @change=${change} />
    <span>${value ? facetLabel(view, facet, value) : label}</span>
    ${count === undefined ? nothing : html`<span class="muted small">${new Intl.NumberFormat(view.language).format(count)}</span>`}
  </label>`;
}

function skillMatch({ strings, filters, search }: SearchView) {
  const change = (event: Event) =>
    search({ filters: { ...filters, skillMatch: (event.target as HTMLSelectElement).value as 'all' | 'any' } });
  return html`<select aria-label=${strings.facets.skill} .value=${live(filters.skillMatch ?? 'all')} @change=${change}>
    <option value="all">${strings.all}</option>
    <option value="any">${strings.anyOf}</option>
  </select>`;
}

/** Whole units are typed, minor units are asked: nobody types cents per hour. */
function rateInputs({ strings, filters, search }: SearchView) {
  const input = (edge: 'rateMin' | 'rateMax', label: string) =>
    html`<input
      class="field"
      type="number"
      min="0"
      step="5"
      inputmode="numeric"
      aria-label=${`${label} (${currency})`}
      placeholder=${label}
      .value=${live(filters[edge] === undefined ? '' : String(filters[edge] / 100))}
      @change=${(event: Event) => {
        const { value, validity } = event.target as HTMLInputElement;
        if (!validity.badInput)
          search({ filters: { ...filters, [edge]: value ? Math.round(Math.abs(Number(value)) * 100) : undefined } });
      }}
    />`;
  return html`<div class="edges">${input('rateMin', strings.minRate)}${input('rateMax', strings.maxRate)}</div>`;
}

function rateLabel(strings: SearchView['strings'], language: string, value: string): string {
  const [from, to] = value
    .split('-')
    .map((edge) => edge && formatMoney({ amountMinor: Number(edge), currency }, language));
  if (from && to) return `${from} – ${to}`;
  return fill(from ? strings.from : strings.upTo, { n: from || to || '' });
}

export const chosenCount = (filters: TalentFilters): number =>
  facetControls.reduce((sum, { name }) => sum + chosenValues(filters, name).length, 0);
