import type { TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { adopt } from '../core/css.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf } from '../core/locale.ts';
import type { Later } from './later/later-parts.ts';
import { failureView, type ReviewView, reviewView, skeleton, type WeekPage } from './review-view.ts';
import type { TimesheetReviewStrings, WeekFilter } from './strings.ts';
import { timesheetReviewStyles } from './timesheet-review-styles.ts';

/**
 * The weekly review: whose weeks wait, how long and for how much, day by day with memos; accept a week or dispute parts.
 *
 * @tag hire-timesheet-review
 * @slot header - Above the list.
 * @slot empty - Instead of the words when there are no weeks.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{id} - After the button of one week; `{id}` is its id.
 * @csspart bar - The filter with its counts.
 * @csspart list - The list of weeks.
 * @csspart item - One week in the list.
 * @csspart week - The week that is open, day by day.
 * @csspart dialog - What is asked before a week is accepted or disputed.
 * @csspart sandbox - Says that no real money moves here.
 * @csspart error - What is said when something failed.
 */
export class TimesheetReview extends HireElement<TimesheetReviewStrings> implements ReviewView {
  static override properties = {
    ...HireElement.properties,
    timesheetId: 'timesheet-id',
    filter: 'filter',
    contractId: 'contract-id',
  };
  static override styles = [baseStyles, timesheetReviewStyles];
  static override locales = {
    folder: 'timesheet-review',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** id of the week that is open */
  declare timesheetId: string | undefined;
  /** which weeks: those that wait for a decision, all */
  declare filter: WeekFilter;
  /** only the weeks of one contract */
  declare contractId: string | undefined;

  page: WeekPage | undefined;
  isBusy = false;
  said = '';
  #asked = '';
  #asking = new AbortController();
  #shown: string | undefined;
  #opened: Later | undefined;

  constructor() {
    super();
    this.filter ??= 'waiting';
    this.setStatus('loading');
  }

  get mayDecide(): boolean {
    return this.joined?.features.timesheetReview?.decide === true;
  }

  look(filter: WeekFilter): void {
    this.filter = filter;
    this.said = '';
  }

  more = (): void => void this.#ask(this.page!.nextCursor!);

  open(timesheet: TimesheetSummary): void {
    const { id } = timesheet;
    if (this.emit('hire-timesheet', { action: 'open', id, timesheet })) this.timesheetId = id;
  }

  close = (): void => {
    const id = this.timesheetId;
    this.timesheetId = undefined;
    void this.updateComplete.then(() => this.#name(id)?.focus());
  };

  accept(timesheet: TimesheetSummary): void {
    const { id } = timesheet;
    if (this.emit('hire-timesheet', { action: 'accept', id, timesheet }))
      void this.#later((later) => later.accept(timesheet));
  }

  /** It stays where it is until the person looks at something else. */
  took(timesheet: TimesheetSummary): void {
    const page = this.page!;
    const known = page.items.find(({ id }) => id === timesheet.id);
    const isDecided = known?.state === 'clientReview' && timesheet.state !== 'clientReview';
    this.page = {
      ...page,
      reviewable: page.reviewable - Number(isDecided),
      items: page.items.map((each) => (each === known ? timesheet : each)),
    };
    this.update();
  }

  say(words: string): void {
    this.said = words;
    this.update();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#comeBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#comeBack);
  }

  /** Weeks change by the clock, and rarely: coming back to the page brings what is new. */
  #comeBack = (): void => {
    if (!document.hidden && this.joined && this.page) void this.#ask();
  };

  protected embedChanged(): void {
    this.#asking.abort();
    this.#asked = '';
    this.#shown = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (!this.joined) return;
    if (this.#query !== this.#asked) void this.#ask();
    if (this.timesheetId === this.#shown) return;
    const id = this.timesheetId;
    this.#shown = id;
    if (id) void this.#later((later) => later.show(id));
  }

  protected widget() {
    const { strings } = this;
    if (!strings)
      return html`<div class="root" aria-busy=${!this.failure}>${this.failure ? failureView(this) : skeleton()}</div>`;
    return html`<section
      class="root"
      dir=${directionOf(this.language)}
      lang=${this.language}
      aria-label=${strings.label}
      @keydown=${this.#keydown}
    >
      <slot name="header"></slot>
      ${reviewView(this, this.timesheetId ? (this.#opened?.week() ?? html`<div class="bone"></div>`) : nothing)}
      ${this.#opened?.dialog()}
    </section>`;
  }

  /** From week to week; nothing is decided by a key alone. */
  #keydown = ({ key, target }: KeyboardEvent): void => {
    const at = target as Element;
    if (at.matches('input, select, textarea, dialog *')) return;
    if (key === 'Escape' && this.timesheetId) this.close();
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    const ids = this.page?.items.map(({ id }) => id) ?? [];
    const next = by && ids[ids.indexOf(at.closest<HTMLElement>('[data-id]')?.dataset.id ?? '') + by];
    if (next) this.#name(next)?.focus();
  };

  #name = (id: string | undefined) => this.root.querySelector<HTMLElement>(`[data-id="${id}"] .name`);

  /** A week's days and the dialog come once the list is there. */
  async #later(use: (later: Later) => unknown): Promise<void> {
    try {
      const { createLater, styles } = await lazy('timesheet-review/later/later', () => import('./later/later.ts'));
      adopt(this.root, styles);
      this.#opened ??= createLater(this);
      await use(this.#opened);
    } catch (reason) {
      this.fail(reason, () => {
        this.failure = undefined;
        this.setStatus('ready');
      });
    }
  }

  get #query(): string {
    return `${new URLSearchParams({
      ...(this.filter === 'waiting' && { state: 'clientReview' }),
      ...(this.contractId && { contractId: this.contractId }),
      limit: '20',
    })}`;
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(cursor?: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = !this.page;
    this.#asked = this.#query;
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      const query = new URLSearchParams(this.#asked);
      if (cursor) query.set('cursor', cursor);
      const page = await this.api.ask<WeekPage>('/v1/timesheets', { query, signal, locale: this.language });
      if (signal.aborted) return;
      this.page = cursor ? { ...page, items: [...this.page!.items, ...page.items] } : page;
      this.isBusy = false;
      this.setStatus(this.page.items.length ? 'ready' : 'empty');
      // The rest is there before anybody has read the first row.
      if (isFirst) void this.#later(() => this.update());
      if (isFirst) this.emit('hire-ready', { total: page.reviewable }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask());
    }
  }
}
