import { amountOfSegments, segmentMinutes } from '@portico/api/work/time-entries/time-entry.ts';
import type { TimeSegment, Timesheet } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import { longField } from '../../core/controls/field.ts';
import { formatDate, formatMoney } from '../../core/formats.ts';
import type { HireError } from '../../core/hire-error.ts';
import { icon } from '../../core/icon.ts';
import { fill } from '../../core/locale.ts';
import { hours, type ReviewView, time } from '../review-view.ts';
import { costs } from './costs.ts';
import { refusalWords } from './refusal.ts';
import type { LaterStrings } from './strings.ts';

/** What somebody has done with the week so far. */
export type WeekView = {
  readonly view: ReviewView;
  readonly words: LaterStrings;
  readonly week: Timesheet;
  readonly chosen: ReadonlySet<string>;
  readonly reason: string;
  readonly isBusy: boolean;
  readonly refusal: HireError | undefined;
  choose(segments: readonly TimeSegment[], on: boolean): void;
  write(reason: string): void;
  dispute(event: Event): void;
};

/** A week day by day: what was done when, tracked or written by hand, and what of it somebody may dispute. */
export function weekPanel(panel: WeekView) {
  const { view, words, week } = panel;
  const { strings, language } = view;
  const { rights } = week;
  const why = rights.dispute && (words.why[rights.dispute as keyof LaterStrings['why']] ?? words.why.week_decided);
  return html`<div class="stack" aria-busy=${panel.isBusy}>
    <div class="row spread head">
      <h2 tabindex="-1" class="large">${week.freelancer.name}</h2>
      <button class="plain" @click=${view.close}>${icon('close')}${strings.close}</button>
    </div>
    <p dir="auto">${week.title} · ${fill(strings.week, { date: formatDate(week.week, language) })} · ${strings.states[week.state]}</p>
    <p>${time(view, week)}</p>
    ${
      week.dispute
        ? html`<p class="muted small" dir="auto">
            ${fill(words.earlierDispute, { time: hours(week.dispute.minutes, language), amount: formatMoney(week.dispute.amount, language) })}
            “${week.dispute.reason}”
          </p>`
        : nothing
    }
    ${costs(view, words, week)}
    <section class="stack part" aria-label=${words.days}>
      <h3>${words.days}</h3>
      ${week.days.map(({ date, minutes, segments }) => day(panel, date, minutes, segments))}
    </section>
    ${
      view.mayDecide && !why
        ? panel.chosen.size
          ? disputeForm(panel)
          : html`<p class="muted small">${words.choose}</p>`
        : html`<p class="muted small">${why}</p>`
    }
    ${
      view.mayDecide && rights.accept === null && !panel.chosen.size
        ? html`<button class="primary" @click=${() => view.accept(week)}>${strings.accept}</button>`
        : nothing
    }
  </div>`;
}

function day(panel: WeekView, date: string, minutes: number, segments: readonly TimeSegment[]) {
  const { language } = panel.view;
  return html`<div class="day">
    <p class="row spread">
      <b>${formatDate(date, language, { weekday: 'long', dateStyle: undefined, day: 'numeric', month: 'long' })}</b>
      <span>${hours(minutes, language)}</span>
    </p>
    <ul class="rows">
      ${stretches(segments).map((stretch) => entry(panel, stretch))}
    </ul>
  </div>`;
}

/** Segments that were recorded together and follow each other. */
function stretches(segments: readonly TimeSegment[]): TimeSegment[][] {
  const found: TimeSegment[][] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const follows =
      before?.entryId === segment.entryId &&
      Date.parse(segment.startsAt) - Date.parse(before.startsAt) === segmentMinutes * 60_000;
    if (follows) last!.push(segment);
    else found.push([segment]);
  }
  return found;
}

function entry(panel: WeekView, stretch: readonly TimeSegment[]) {
  const { view, words, chosen, week } = panel;
  const { language } = view;
  const [first] = stretch;
  const { kind, memo, activityCode } = first!;
  const isChoosable = view.mayDecide && week.rights.dispute === null;
  const on = stretch.filter(({ id }) => chosen.has(id)).length;
  const span = `${clock(first!.startsAt, language)}–${clock(endOf(stretch.at(-1)!), language)}`;
  const overLimit = stretch.filter(({ isOverLimit }) => isOverLimit).length;
  const disputed = stretch.filter(({ isDisputed }) => isDisputed).length;
  const gaps = [...new Set(stretch.flatMap((segment) => segment.gaps))].filter(
    (gap) => gap !== 'overLimit' && gap !== 'manual',
  );
  const marks = [
    words.kinds[kind],
    activityCode ? `${activityCode.code} ${activityCode.name}` : '',
    overLimit ? fill(words.overLimit, { time: hours(overLimit * segmentMinutes, language) }) : '',
    disputed ? fill(words.disputed, { time: hours(disputed * segmentMinutes, language) }) : '',
    ...gaps.map((gap) => words.gaps[gap]),
  ];
  return html`<li>
    <label class="row entry">
      ${
        isChoosable
          ? html`<input
              type="checkbox"
              .checked=${on === stretch.length}
              .indeterminate=${on > 0 && on < stretch.length}
              @change=${({ target }: Event) => panel.choose(stretch, (target as HTMLInputElement).checked)}
            />`
          : nothing
      }
      <span><b>${span}</b> ${hours(stretch.length * segmentMinutes, language)}</span>
    </label>
    <p dir="auto">${memo || html`<span class="muted">${words.noMemo}</span>`}</p>
    <p class="muted small">${marks.filter(Boolean).join(' · ')}</p>
    ${isChoosable && stretch.length > 1 ? pieces(panel, stretch) : nothing}
  </li>`;
}

/** Ten minutes each: what is right in an hour that is partly wrong stays accepted. */
function pieces(panel: WeekView, stretch: readonly TimeSegment[]) {
  const { view, words, chosen } = panel;
  return html`<details>
    <summary class="small">${words.segments}</summary>
    <div class="row">
      ${stretch.map(
        (segment) => html`<label class="row small piece">
          <input
            type="checkbox"
            .checked=${chosen.has(segment.id)}
            @change=${({ target }: Event) => panel.choose([segment], (target as HTMLInputElement).checked)}
          />${clock(segment.startsAt, view.language)}
        </label>`,
      )}
    </div>
  </details>`;
}

function disputeForm(panel: WeekView) {
  const { view, words, week, chosen, isBusy, refusal } = panel;
  const { language } = view;
  const billed = week.days
    .flatMap(({ segments }) => segments)
    .filter(({ id, isOverLimit }) => chosen.has(id) && !isOverLimit);
  const values = {
    time: hours(chosen.size * segmentMinutes, language),
    amount: formatMoney(amountOfSegments(week.rate, billed.length), language),
  };
  return html`<form class="stack part" novalidate @submit=${panel.dispute}>
    <h3>${fill(words.dispute, values)}</h3>
    <p>${fill(words.disputeMeans, values)}</p>
    ${longField({ id: 'reason', label: words.reason, rows: 3, required: true, value: panel.reason, change: panel.write })}
    ${refusal ? html`<p class="wrong" role="alert">${refusalWords(view, refusal)}</p>` : nothing}
    <button class="primary" ?disabled=${isBusy || !panel.reason.trim()}>${words.send}</button>
  </form>`;
}

const endOf = ({ startsAt }: TimeSegment) => new Date(Date.parse(startsAt) + segmentMinutes * 60_000).toISOString();

/** In the person's own zone. */
const clock = (iso: string, language: string) =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso));
