import type { ReportPage } from '@portico/api/insight/reports/schema.ts';
import type { Money } from '@portico/api/money/money.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf } from '../core/locale.ts';
import type { EntriesPanel } from './later/later-parts.ts';
import { spendStyles } from './spend-styles.ts';
import { failureView, labelOf, type SpendRow, type SpendView, skeleton, spendView } from './spend-view.ts';
import type { Dimension, SpendPeriod, SpendStrings } from './strings.ts';

/**
 * What a company spends: by team, cost center, order, project, category, country or freelancer, against the period before,
 * down to the entries of the ledger behind each figure.
 *
 * @tag hire-spend
 * @slot header - Above the figures.
 * @slot empty - Instead of the words when nothing was spent.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{value} - After the figure of one row; `{value}` is what `hire-spend-open` calls so.
 * @csspart bar - The choice of dimension and period.
 * @csspart summary - What was spent in the period, and against the one before.
 * @csspart table - The figures.
 * @csspart item - One figure.
 * @csspart entries - The entries of the ledger behind a figure.
 * @csspart error - What is said when something failed.
 */
export class Spend extends HireElement<SpendStrings> implements SpendView {
  static override properties = { ...HireElement.properties, dimension: 'dimension', period: 'period', team: 'team' };
  static override styles = [baseStyles, spendStyles];
  static override locales = {
    folder: 'spend',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** what the figures are told apart by */
  declare dimension: Dimension;
  /** the time they are of */
  declare period: SpendPeriod;
  /** name of a team: only what was spent on it */
  declare team: string | undefined;

  page: ReportPage | undefined;
  rows: readonly SpendRow[] = [];
  previous: readonly Money[] | undefined;
  isBusy = false;
  opened: SpendRow | undefined;
  #asked: string | undefined;
  #asking = new AbortController();
  #panel: EntriesPanel | undefined;

  constructor() {
    super();
    this.dimension ??= 'team';
    this.period ??= 'monthToDate';
    this.setStatus('loading');
  }

  choose(wish: { dimension?: Dimension; period?: SpendPeriod }): void {
    Object.assign(this, wish);
  }

  open(row: SpendRow): void {
    const { dimension, period, page } = this;
    const { from, to } = page!.filters;
    const detail = { dimension, period, value: row.value, label: labelOf(this, row), from, to, total: row.total };
    if (!this.emit('hire-spend-open', detail)) return;
    this.opened = row;
    this.update();
    void this.#show(row);
  }

  close = (): void => {
    const { opened } = this;
    this.opened = undefined;
    this.update();
    void this.updateComplete.then(() => this.#figure(opened)?.focus());
  };

  protected embedChanged(): void {
    this.#asking.abort();
    this.#asked = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (this.joined && `${this.#query}` !== this.#asked) void this.#ask();
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
      ${spendView(this, this.opened ? (this.#panel?.render() ?? skeleton()) : nothing)}
    </section>`;
  }

  /** From figure to figure. */
  #keydown = ({ key, target }: KeyboardEvent): void => {
    const at = target as Element;
    if (at.matches('select')) return;
    if (key === 'Escape' && this.opened) this.close();
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    const index = this.rows.findIndex((row) => row.key === at.closest<HTMLElement>('[data-key]')?.dataset.key);
    if (by && index >= 0) this.#figure(this.rows[index + by])?.focus();
  };

  #figure = (row: SpendRow | undefined) =>
    [...this.root.querySelectorAll<HTMLElement>('[data-key]')]
      .find(({ dataset }) => dataset.key === row?.key)
      ?.querySelector('button');

  async #show(row: SpendRow): Promise<void> {
    try {
      const { createEntriesPanel } = await lazy('spend/later/entries-panel', () => import('./later/entries-panel.ts'));
      this.#panel ??= createEntriesPanel(this);
      const shown = this.#panel.show(row, this.page!);
      this.update();
      await this.updateComplete;
      // Where the list gives way to the panel, what had the focus is gone.
      this.root.querySelector<HTMLElement>('aside h2')?.focus();
      await shown;
    } catch (reason) {
      this.opened = undefined;
      this.fail(reason, () => {
        this.failure = undefined;
        this.setStatus('ready');
      });
    }
  }

  /** Whole periods of the calendar, so that each value has one row and its change against the one before. */
  get #query(): URLSearchParams {
    const { dimension, period, team } = this;
    const granularity = period.replace(/ToDate$|^last/g, '').toLowerCase();
    return new URLSearchParams({ groupBy: dimension, granularity, period, limit: '500', ...(team && { team }) });
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = !this.page;
    const query = this.#query;
    this.#asked = `${query}`;
    this.opened = this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      const page = await this.#read(query, signal);
      const previous = await this.#read(monthsBefore(query, page), signal);
      if (signal.aborted) return;
      this.page = page;
      this.previous = previous.totals.total as Money[];
      this.rows = page.rows.map(rowOf).sort((one, other) => other.total.amountMinor - one.total.amountMinor);
      this.isBusy = false;
      this.setStatus(this.rows.length ? 'ready' : 'empty');
      if (isFirst) this.emit('hire-ready', { total: this.rows.length }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask());
    }
  }

  #read = (query: URLSearchParams, signal: AbortSignal) =>
    this.api.ask<ReportPage>('/v1/reports/spend', { query, signal, locale: this.language });
}

/** The same of the whole month, quarter or year before. */
function monthsBefore(query: URLSearchParams, { filters, asOf }: ReportPage): URLSearchParams {
  const months = { month: 1, quarter: 3 }[query.get('granularity')!] ?? 12;
  const [year, month] = filters.from!.split('-').map(Number) as [number, number];
  const day = (monthIndex: number, date: number) =>
    new Date(Date.UTC(year, monthIndex, date)).toISOString().slice(0, 10);
  const before = new URLSearchParams(query);
  before.delete('period');
  before.set('from', day(month - 1 - months, 1));
  before.set('to', day(month - 1, 0));
  before.set('asOf', asOf);
  before.set('limit', '1');
  return before;
}

/** A row's key is its period, its value and its currency. */
function rowOf({ key, cells }: ReportPage['rows'][number]): SpendRow {
  const [, value] = JSON.parse(key) as [string, string];
  return {
    key,
    value,
    label: String(cells.dimension),
    total: cells.total as Money,
    share: cells.share as number | null,
    change: cells.change as number | null,
  };
}
