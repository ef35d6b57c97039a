import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getTimesheet, getTimesheets, type Timesheet, type TimesheetSummary, type Timesheets } from '../../api/time.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { chevronDown, chevronUp, clock } from '../../icons/icons.generated.ts';
import { replacePath } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { timeStyles } from '../../styles/time.ts';
import { weekLine } from './week-review.ts';

export type TimesheetsView = 'review' | 'all';

/** The weekly review: each week opens in place, with the decision under it. */
class TimesheetsPage extends PortalElement {
  static override pageStyles = [timeStyles];
  static override properties = {
    view: { attribute: false },
    open: { attribute: false },
    detail: { state: true },
    problem: { state: true },
    more: { state: true },
  };
  declare view: TimesheetsView;
  /** The week that is unfolded. */
  declare open: string | undefined;
  declare detail: Timesheet | undefined;
  declare problem: unknown;
  declare more: readonly Timesheets[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.view] as const,
    task: ([view], { signal }) => getTimesheets(view === 'review' ? { state: 'clientReview' } : {}, signal),
    onComplete: ({ items }) => {
      this.more = [];
      // The only week to decide needs no press to be seen.
      const first = this.open ?? (this.view === 'review' && items.length === 1 ? items[0]!.id : undefined);
      if (first) void this.#unfold(first);
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('time.reviewTitle'), t('time.reviewLead'))}
      ${sandboxNote(known?.isSandbox)}
      ${pageTabs(
        t('time.reviewTitle'),
        this.view,
        [
          { value: 'review', label: t('time.toReview'), path: '/timesheets', n: known?.reviewable },
          { value: 'all', label: t('time.allWeeks'), path: '/timesheets?show=all' },
        ],
        (view) => {
          this.view = view;
          this.open = undefined;
          this.detail = undefined;
        },
      )}
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (page) => this.#list(page),
      })}`;
  }

  #list(first: Timesheets): TemplateResult {
    const items = [first, ...this.more].flatMap((page) => page.items);
    const { nextCursor } = this.more.at(-1) ?? first;
    // A link from a mail opens its week, also where it waits for nobody any more.
    const isElsewhere = this.detail && !items.some(({ id }) => id === this.detail!.id);
    if (items.length === 0 && !isElsewhere)
      return html`<div class="card pad">${nothingYet({
        shape: clock,
        title: this.view === 'review' ? t('time.noReview') : t('time.noWeeks'),
        text: this.view === 'review' ? t('time.noReviewText') : t('time.noWeeksClient'),
        next: 'itself',
      })}</div>`;
    return html`<div class="stack close">
      ${isElsewhere ? this.#card(this.detail!) : nothing}${items.map((item) => this.#card(item))}
      ${nextCursor ? html`<button class="button" type="button" @click=${() => void this.#more(nextCursor)}>${t('list.more')}</button>` : nothing}
    </div>`;
  }

  #card(item: TimesheetSummary): TemplateResult {
    const isOpen = this.open === item.id;
    const detail = isOpen && this.detail?.id === item.id ? this.detail : undefined;
    const toggle = () => (isOpen ? this.#fold() : void this.#unfold(item.id));
    return html`<article class="card week-review">
      <header>
        <div class="row grow">${weekLine(item)}</div>
        <button class="button plain icon-only" type="button" aria-expanded=${String(isOpen)} aria-label=${t(isOpen ? 'time.fold' : 'time.unfold', { name: item.freelancer.name })} @click=${toggle}>${icon(isOpen ? chevronUp : chevronDown)}</button>
      </header>
      ${
        isOpen
          ? this.problem
            ? html`<div class="pad">${failed(this.problem, () => void this.#unfold(item.id))}</div>`
            : detail
              ? html`<portal-week-review .timesheet=${detail} .onChanged=${() => this.#changed(item.id)}></portal-week-review>`
              : loading(4)
          : nothing
      }
    </article>`;
  }

  async #unfold(id: string): Promise<void> {
    this.open = id;
    this.problem = undefined;
    replacePath(`/timesheets?${new URLSearchParams({ ...(this.view === 'all' && { show: 'all' }), open: id })}`);
    try {
      const detail = await getTimesheet(id);
      if (this.open === id) this.detail = detail;
    } catch (problem) {
      this.problem = problem;
    }
  }

  #fold(): void {
    this.open = undefined;
    this.detail = undefined;
    replacePath(this.view === 'all' ? '/timesheets?show=all' : '/timesheets');
  }

  #changed(id: string): void {
    void this.#unfold(id);
    void this.#load.run();
  }

  async #more(cursor: string): Promise<void> {
    const query = { cursor, ...(this.view === 'review' && { state: 'clientReview' }) };
    this.more = [...this.more, await getTimesheets(query)];
  }
}

define('portal-timesheets-page', TimesheetsPage);
