import type { ReportPage } from '@portico/api/insight/reports/schema.ts';
import type { Money } from '@portico/api/money/money.ts';
import { html, nothing, svg } from 'lit-html';
import type { Api } from '../core/api.ts';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate, formatMoney, nameOf } from '../core/formats.ts';
import type { HireError } from '../core/hire-error.ts';
import { fill, plural } from '../core/locale.ts';
import { type Dimension, dimensions, periods, type SpendPeriod, type SpendStrings } from './strings.ts';

/** One value of the dimension; `key` is its row's. */
export type SpendRow = {
  key: string;
  value: string;
  label: string;
  total: Money;
  /** of all in its currency, and against the period before; basis points */
  share: number | null;
  change: number | null;
};

/** What the parts of the widget see of it. */
export type SpendView = {
  readonly strings: SpendStrings;
  readonly language: string;
  readonly api: Api;
  readonly page: ReportPage | undefined;
  readonly rows: readonly SpendRow[];
  /** what was spent in the period before */
  readonly previous: readonly Money[] | undefined;
  readonly dimension: Dimension;
  readonly period: SpendPeriod;
  readonly isBusy: boolean;
  readonly opened: SpendRow | undefined;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  choose(wish: { dimension?: Dimension; period?: SpendPeriod }): void;
  open(row: SpendRow): void;
  close(): void;
  fail(reason: unknown, retry?: () => void): HireError;
  update(): void;
};

export function spendView(view: SpendView, panel: unknown) {
  const { strings, dimension, period, rows, page, language, failure } = view;
  return html`<div class="row" part="bar">
      ${choice(strings.dimension, dimensions, dimension, strings.dimensions, (value) => view.choose({ dimension: value }))}
      ${choice(strings.period, periods, period, strings.periods, (value) => view.choose({ period: value }))}
    </div>
    ${page ? summary(view, page) : failure ? nothing : html`<div class="bone sums"></div>`}
    <p class="muted small" role="status">${page ? plural(language, strings.found, rows.length) : ''}</p>
    ${failure ? failureView(view) : nothing}
    <div class=${panel === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${panel === nothing ? nothing : html`<aside class="card" part="entries">${panel}</aside>`}
    </div>`;
}

const choice = <Value extends string>(
  label: string,
  values: readonly Value[],
  current: Value,
  words: Record<Value, string>,
  choose: (value: Value) => void,
) => html`<label class="row">
  <span class="muted small">${label}</span>
  <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
    ${values.map((value) => html`<option value=${value} .selected=${value === current}>${words[value]}</option>`)}
  </select>
</label>`;

/** The whole of it, and how it stands against the period before. */
function summary({ strings, language, previous }: SpendView, { totals, filters }: ReportPage) {
  const days = [filters.from, filters.to].map((day) => formatDate(day!, language)).join(' – ');
  return html`<dl part="summary">
    ${(totals.total as Money[]).map((total) => {
      const was = previous?.find(({ currency }) => currency === total.currency);
      return html`<div>
        <dt class="muted small">${strings.spent} · ${days}</dt>
        <dd class="large"><b>${formatMoney(total, language)}</b></dd>
        ${
          was?.amountMinor
            ? html`<dd class="small">
                ${changeWords((total.amountMinor - was.amountMinor) / Math.abs(was.amountMinor), language)}
                <span class="muted">${fill(strings.before, { amount: formatMoney(was, language) })}</span>
              </dd>`
            : nothing
        }
      </div>`;
    })}
  </dl>`;
}

function list(view: SpendView) {
  const { page, rows, strings, failure, dimension, language } = view;
  if (!page) return failure ? nothing : skeleton();
  if (!rows.length) return html`<slot name="empty"><p class="notice muted">${strings.nothing}</p></slot>`;
  const most = new Map<string, number>();
  for (const { total } of rows)
    most.set(total.currency, Math.max(most.get(total.currency) ?? 0, Math.abs(total.amountMinor)));
  return html`<table class="card" part="table">
    <thead>
      <tr class="muted small">
        <th scope="col">${strings.dimensions[dimension]}</th>
        <th scope="col" class="end">${strings.spent}</th>
        <th scope="col" class="end wide">${strings.share}</th>
        <th scope="col" class="end">${strings.change}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => rowView(view, row, most.get(row.total.currency)!))}
    </tbody>
    <tfoot>
      ${(page.totals.total as Money[]).map((total) => html`<tr><th scope="row">${total.currency}</th><td class="end"><b>${formatMoney(total, language)}</b></td><td class="wide"></td><td></td></tr>`)}
    </tfoot>
  </table>`;
}

/** The bar is drawn under the name; what it shows stands beside it as a figure. */
function rowView(view: SpendView, row: SpendRow, most: number) {
  const { strings, language, opened } = view;
  const { key, value, total, share, change } = row;
  const label = labelOf(view, row);
  const money = formatMoney(total, language);
  return html`<tr data-key=${key} aria-current=${key === opened?.key ? 'true' : nothing} part="item">
    <th scope="row" dir="auto">
      ${label}
      <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect width=${most ? (Math.abs(total.amountMinor) / most) * 100 : 0} height="1"></rect>`}
      </svg>
    </th>
    <td class="end">
      <button class="link" aria-label=${fill(strings.opens, { name: label, amount: money })} @click=${() => view.open(row)}>${money}</button>
      <slot name=${`item-actions:${value}`}></slot>
    </td>
    <td class="end wide">${share === null ? '' : percent(share / 10_000, language)}</td>
    <td class="end">${change === null ? '' : changeWords(change / 10_000, language)}</td>
  </tr>`;
}

export const labelOf = ({ dimension, strings, language }: SpendView, { label, value }: SpendRow): string => {
  if (!value) return strings.none;
  if (dimension === 'country') return nameOf('region', value, language);
  // Categories are told apart by their ids: `web-development`.
  return dimension === 'category' ? label[0]!.toUpperCase() + label.slice(1).replaceAll('-', ' ') : label;
};

const percent = (part: number, language: string, signDisplay?: 'exceptZero') =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1, signDisplay }).format(part);
const changeWords = (part: number, language: string) => percent(part, language, 'exceptZero');

export const failureView = ({
  failure,
  strings,
}: Pick<SpendView, 'failure'> & { strings: SpendView['strings'] | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

export const skeleton = () => html`<div class="bone" aria-hidden="true"></div>`;
