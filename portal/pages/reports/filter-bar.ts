import { html, nothing, type TemplateResult } from 'lit';
import type { NamedPeriod, ReportFilters, ReportOffer } from '../../api/reports.ts';
import { dateRange, daysWords } from '../../elements/date-range.ts';
import { icon } from '../../icons/icon.ts';
import { x } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { filterChoice } from './filter-choice.ts';
import { countChosen, listFilters, namedPeriods, withFilter } from './question-url.ts';
import { groupWords } from './report-words.ts';

export type FilterBar = {
  offer: Pick<ReportOffer, 'slug' | 'filters' | 'groupBys' | 'granularities' | 'statuses'>;
  filters: ReportFilters;
  /** The period as the server resolved it. */
  resolved: ReportFilters | undefined;
  onChange: (filters: ReportFilters) => void;
  /** Tax years that can be asked for in one choice. */
  years?: readonly number[];
};

/** What is asked, in one line that wraps; everything is in the address too. */
export function filterBar({ offer, filters, resolved, onChange, years = [] }: FilterBar): TemplateResult {
  const lists = listFilters.filter(
    (name) => offer.filters.includes(name) && (name !== 'status' || offer.statuses.length > 0),
  );
  const chosen = countChosen(filters);
  return html`<div class="report-filters no-print" role="search" aria-label=${t('reports.filters')}>
    ${offer.filters.includes('period') ? period(filters, resolved, onChange, years) : nothing}
    ${offer.groupBys.length > 1 ? groupBy(offer, filters, onChange) : nothing}
    ${offer.granularities.length > 0 ? granularity(offer, filters, onChange) : nothing}
    <div class="filter-lists" role="group" aria-label=${t('reports.filters')}>
      ${lists.map((name) =>
        filterChoice({
          report: offer.slug,
          name,
          chosen: filters[name] ?? [],
          known: name === 'status' ? offer.statuses : undefined,
          onChange: (values) => onChange(withFilter(filters, name, values)),
        }),
      )}
      ${chosen > 0 ? html`<button class="button plain small" type="button" @click=${() => onChange(lists.reduce((rest, name) => withFilter(rest, name, []), filters))}>${icon(x)}${t('reports.clear')}</button>` : nothing}
    </div>
  </div>`;
}

const custom = 'custom';

function period(
  filters: ReportFilters,
  resolved: ReportFilters | undefined,
  onChange: FilterBar['onChange'],
  years: readonly number[],
): TemplateResult {
  const { period: _, from: __, to: ___, ...rest } = filters;
  const year = years.find((one) => filters.from === yearDays(one).from && filters.to === yearDays(one).to);
  const isCustom = year === undefined && (filters.from !== undefined || filters.to !== undefined);
  const choose = (value: string) =>
    onChange(
      years.includes(Number(value))
        ? { ...rest, ...yearDays(Number(value)) }
        : value === custom
          ? { ...rest, ...daysOf(resolved) }
          : value
            ? { ...rest, period: value as NamedPeriod }
            : rest,
    );
  return html`<label class="inline-field">
      <span>${t('period.label')}</span>
      <select class="input small-input" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${!isCustom && !filters.period && year === undefined ? html`<option value="" selected>${resolved?.from ? daysWords({ from: '', to: '', ...resolved }) : t('period.default')}</option>` : nothing}
        ${years.map((one) => html`<option value=${one} .selected=${one === year}>${t('earningsReport.year')} ${String(one)}</option>`)}
        ${namedPeriods.map((name) => html`<option value=${name} .selected=${filters.period === name}>${wordsFor('period', name)}</option>`)}
        <option value=${custom} .selected=${isCustom}>${t('period.custom')}</option>
      </select>
    </label>
    ${
      isCustom
        ? dateRange('period', t('period.custom'), { from: filters.from ?? '', to: filters.to ?? '' }, (days) =>
            onChange({ ...rest, ...daysOf(days) }),
          )
        : nothing
    }
    ${!isCustom && filters.period && resolved?.from ? html`<span class="muted small number">${daysWords({ from: '', to: '', ...resolved })}</span>` : nothing}`;
}

const yearDays = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const daysOf = (filters: ReportFilters | undefined) => ({
  ...(filters?.from && { from: filters.from }),
  ...(filters?.to && { to: filters.to }),
});

function groupBy(offer: FilterBar['offer'], filters: ReportFilters, onChange: FilterBar['onChange']): TemplateResult {
  const names = offer.groupBys.filter((name) => name !== 'customField');
  const current = filters.groupBy ?? names[0];
  const all = current && !names.includes(current) ? [...names, current] : names;
  return html`<label class="inline-field">
    <span>${t('reportFilter.groupBy')}</span>
    <select class="input small-input" @change=${(event: Event) => onChange({ ...filters, groupBy: (event.target as HTMLSelectElement).value })}>
      ${all.map((name) => html`<option value=${name} .selected=${name === current}>${groupWords(name)}</option>`)}
    </select>
  </label>`;
}

function granularity(
  offer: FilterBar['offer'],
  filters: ReportFilters,
  onChange: FilterBar['onChange'],
): TemplateResult {
  const current = filters.granularity ?? offer.granularities[0];
  return html`<label class="inline-field">
    <span>${t('reportFilter.granularity')}</span>
    <select
      class="input small-input"
      @change=${(event: Event) => {
        onChange({
          ...filters,
          granularity: offer.granularities.find((one) => one === (event.target as HTMLSelectElement).value),
        });
      }}
    >
      ${offer.granularities.map((name) => html`<option value=${name} .selected=${name === current}>${wordsFor('granularity', name)}</option>`)}
    </select>
  </label>`;
}
