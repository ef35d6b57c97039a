import type { JobFacetName } from '@portico/api/hiring/job-search/job-search.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { JobFacetValue, JobQuery, JobSearchResult } from '../../api/jobs.ts';
import { icon } from '../../icons/icon.ts';
import { x } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { toggled } from './facet-choice.ts';

type Facets = JobSearchResult['facets'];
type Choose = (search: JobQuery) => void;

/** In the order people narrow by; the first few stand open. */
const order = [
  'reach',
  'category',
  'kind',
  'rate',
  'budget',
  'postedWithin',
  'level',
  'duration',
  'weeklyHours',
  'openTo',
  'connects',
  'proposals',
  'clientCountry',
  'clientHires',
  'skill',
] as const satisfies readonly JobFacetName[];
const openAtFirst = new Set<JobFacetName>(['reach', 'category', 'kind', 'rate', 'postedWithin']);
const shownMax = 8;

export function jobFilters(facets: Facets, search: JobQuery, choose: Choose): TemplateResult {
  return html`${order.map((name) => group(name, worthShowing(facets[name] ?? []), search, choose))}
    ${mayOpen('freelancer') ? hiddenToo(search, choose) : nothing}`;
}

const hiddenToo = (search: JobQuery, choose: Choose): TemplateResult => html`<label class="check facet-value">
      <input type="checkbox" .checked=${search.includeHidden ?? false} @change=${() => choose(withHidden(search))} />
      <span class="grow">${t('findWork.includeHidden')}</span>
    </label>`;

/** What is chosen, each to be taken away again. */
export function chosenFilters(facets: Facets, search: JobQuery, choose: Choose): TemplateResult | typeof nothing {
  const chosen = order.flatMap((name) =>
    (facets[name] ?? []).filter(({ selected }) => selected).map((one) => [name, one] as const),
  );
  if (chosen.length === 0) return nothing;
  const { q, sort } = search;
  return html`<ul class="chips chosen" aria-label=${t('findWork.chosen')}>
    ${chosen.map(
      ([name, { value, label }]) => html`<li class="chip on">
        ${label}<button type="button" aria-label=${t('findWork.takeAway', { filter: label })} @click=${() => choose(toggled(search, name, value))}>${icon(x)}</button>
      </li>`,
    )}
    <li><button class="button plain small" type="button" @click=${() => choose({ ...(q && { q }), ...(sort && { sort }) })}>${t('findWork.clear')}</button></li>
  </ul>`;
}

export const countChosen = (facets: Facets): number =>
  order.reduce((sum, name) => sum + (facets[name] ?? []).filter(({ selected }) => selected).length, 0);

function group(
  name: (typeof order)[number],
  values: readonly JobFacetValue[],
  search: JobQuery,
  choose: Choose,
): TemplateResult | typeof nothing {
  if (values.length === 0) return nothing;
  const isOpen = openAtFirst.has(name) || values.some(({ selected }) => selected);
  const first = values.filter(({ selected }, at) => at < shownMax || selected);
  const rest = values.filter((value) => !first.includes(value));
  const row = (value: JobFacetValue) => facetValue(name, value, search, choose);
  return html`<details class="facet" ?open=${isOpen}>
    <summary>${wordsFor('findWork.facet', name)}</summary>
    <div class="facet-values">
      ${first.map(row)}
      ${rest.length > 0 ? html`<details class="facet-more"><summary>${t('findWork.moreValues', { n: rest.length })}</summary>${rest.map(row)}</details>` : nothing}
    </div>
  </details>`;
}

const facetValue = (
  name: JobFacetName,
  { value, label, count, selected }: JobFacetValue,
  search: JobQuery,
  choose: Choose,
): TemplateResult => html`<label class="check facet-value">
  <input type="checkbox" .checked=${selected} @change=${() => choose(toggled(search, name, value))} />
  <span class="grow">${label}</span><span class="count">${formatNumber(count)}</span>
</label>`;

/** What nobody can choose is left out, unless it is chosen. */
const worthShowing = (values: readonly JobFacetValue[]) =>
  values.filter(({ count, selected }) => count > 0 || selected);

function withHidden({ includeHidden, ...search }: JobQuery): JobQuery {
  return includeHidden ? search : { ...search, includeHidden: true };
}
