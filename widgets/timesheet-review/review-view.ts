import type { TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import type { Api } from '../core/api.ts';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate, formatMoney, formatNumber } from '../core/formats.ts';
import type { HireError } from '../core/hire-error.ts';
import { fill, plural } from '../core/locale.ts';
import type { TimesheetReviewStrings, WeekFilter } from './strings.ts';

export type WeekPage = {
  items: TimesheetSummary[];
  nextCursor: string | null;
  reviewable: number;
  isSandbox: boolean;
};

/** What the parts of the widget see of it. */
export type ReviewView = {
  readonly strings: TimesheetReviewStrings;
  readonly language: string;
  readonly api: Api;
  readonly root: ShadowRoot;
  readonly page: WeekPage | undefined;
  readonly filter: WeekFilter;
  readonly isBusy: boolean;
  readonly said: string;
  timesheetId: string | undefined;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  readonly mayDecide: boolean;
  look(filter: WeekFilter): void;
  more(): void;
  open(timesheet: TimesheetSummary): void;
  close(): void;
  accept(timesheet: TimesheetSummary): void;
  took(timesheet: TimesheetSummary): void;
  say(words: string): void;
  emit<Detail>(type: string, detail: Detail, cancelable?: boolean): boolean;
  fail(reason: unknown, retry?: () => void): HireError;
  update(): void;
  readonly updateComplete: Promise<void>;
};

export function reviewView(view: ReviewView, panel: unknown) {
  const { strings, page, language, failure, filter } = view;
  return html`<div class="row" role="group" aria-label=${strings.label} part="bar">
      ${(Object.keys(strings.filters) as WeekFilter[]).map(
        (each) => html`<button aria-pressed=${each === filter} @click=${() => view.look(each)}>
          ${strings.filters[each]}
          <span class="muted small">${page && each === 'waiting' ? formatNumber(page.reviewable, language) : ''}</span>
        </button>`,
      )}
    </div>
    <div class="row muted small">
      <p role="status">${view.said || (page ? plural(language, strings.found, page.items.length) : '')}</p>
      ${page?.isSandbox ? html`<p part="sandbox">${strings.sandbox}</p>` : nothing}
    </div>
    ${failure ? failureView(view) : nothing}
    <div class=${panel === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${panel === nothing ? nothing : html`<aside class="card" part="week">${panel}</aside>`}
    </div>`;
}

function list(view: ReviewView) {
  const { page, strings, failure, filter } = view;
  if (!page) return failure ? nothing : skeleton();
  if (!page.items.length) return html`<slot name="empty"><p class="notice muted">${strings.none[filter]}</p></slot>`;
  return html`<div class="list">
    <ul class="card" part="list">
      ${page.items.map((week) => row(view, week))}
    </ul>
    ${page.nextCursor ? html`<button @click=${view.more}>${strings.more}</button>` : nothing}
  </div>`;
}

/** One week of one person: how long, of which kind, for how much, until when it can be looked at. */
function row(view: ReviewView, week: TimesheetSummary) {
  const { strings, language } = view;
  const { id, freelancer, title, state, rights } = week;
  return html`<li class="item" part="item" data-id=${id} aria-current=${id === view.timesheetId || nothing}>
    <div class="row spread">
      <h2><button class="link large name" @click=${() => view.open(week)}>${freelancer.name}</button></h2>
      <b>${formatMoney(week.total, language)}</b>
    </div>
    <p class="muted small" dir="auto">
      ${title} · ${fill(strings.week, { date: formatDate(week.week, language) })} · ${strings.states[state]}
    </p>
    <p>${time(view, week)}</p>
    <div class="row spread">
      <p class="muted small">
        ${state === 'clientReview' ? fill(strings.until, { at: instant(week.reviewUntil, language) }) : ''}
      </p>
      ${
        view.mayDecide && rights.accept === null
          ? html`<button class="primary" @click=${() => view.accept(week)}>
              ${strings.accept}<span class="sr"> ${freelancer.name}</span>
            </button>`
          : nothing
      }
      <slot name=${`item-actions:${id}`}></slot>
    </div>
  </li>`;
}

/** `32 h billed · 2 h manual · 1 h 30 min over the limit` */
export function time({ strings, language }: Pick<ReviewView, 'strings' | 'language'>, week: TimesheetSummary) {
  const { billedMinutes, manualMinutes, overLimitMinutes } = week;
  return [
    fill(strings.billed, { time: hours(billedMinutes, language) }),
    manualMinutes ? fill(strings.manual, { time: hours(manualMinutes, language) }) : '',
    overLimitMinutes ? fill(strings.overLimit, { time: hours(overLimitMinutes, language) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `12 h 30 min` in the reader's language. */
export function hours(minutes: number, language: string): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name }).format(value);
  const rest = minutes % 60;
  const whole = (minutes - rest) / 60;
  return [whole || !rest ? unit(whole, 'hour') : '', rest ? unit(rest, 'minute') : ''].filter(Boolean).join(' ');
}

/** Instants are told in the person's own zone. */
export const instant = (iso: string, language: string) =>
  formatDate(iso, language, { timeZone: undefined, timeStyle: 'short' });

export const failureView = ({
  failure,
  strings,
}: Pick<ReviewView, 'failure'> & { strings: ReviewView['strings'] | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as weeks will be, so that nothing moves when they come. */
export const skeleton = () => html`<div class="card" aria-hidden="true">
  ${Array.from({ length: 4 }, () => html`<div class="bone"></div>`)}
</div>`;
