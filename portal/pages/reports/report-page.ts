import { Task, TaskStatus } from '@lit/task';
import type { Column, ReportRow } from '@portico/api/insight/reports/report.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  getReport,
  getReportEntries,
  getReports,
  type Question,
  type ReportFilters,
  type ReportOffer,
  type ReportPage,
  type ReportSlug,
} from '../../api/reports.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { loading } from '../../elements/states.ts';
import { chartColumn } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { reportTableStyles } from '../../styles/report-table.ts';
import { reportStyles } from '../../styles/reports.ts';
import { asOfMenu, proofLine } from './as-of.ts';
import { cellWords, columnLabel, isFigure, isMoney } from './cell-words.ts';
import { openFigure } from './entries-panel.ts';
import { filterBar } from './filter-bar.ts';
import { followRow } from './follow.ts';
import { countChosen, questionFromUrl, reportPath, urlFromQuestion, withFilter } from './question-url.ts';
import { rememberReport } from './recent.ts';
import { reportActions } from './report-actions.ts';
import { chartCurrencies, chartTitle, reportChart } from './report-chart.ts';
import { refused } from './report-states.ts';
import { reportTable, rowsFoot } from './report-table.ts';

type Figure = { row: string | null; column: string };

/** What a freelancer's own report offers; those of a company are in its catalogue. */
const ownOffer: ReportOffer = {
  id: 'R18',
  slug: 'earnings',
  filters: ['period', 'granularity'],
  groupBys: [],
  granularities: ['month', 'quarter', 'year'],
  statuses: [],
  columns: [],
  teams: null,
};

/** One report: question, filters, chart, table, what is behind each figure. With `own` a freelancer's. */
class ReportPageElement extends PortalElement {
  static override pageStyles = [reportStyles, reportTableStyles];
  static override properties = {
    slug: { attribute: false },
    own: { attribute: false },
    question: { state: true },
    rows: { state: true },
    nextCursor: { state: true },
    currency: { state: true },
  };
  declare slug: ReportSlug;
  declare own: boolean;
  declare question: Question;
  declare rows: readonly ReportRow[];
  declare nextCursor: string | null;
  declare currency: string | undefined;
  #figure: Figure | undefined;

  constructor() {
    super();
    const query = currentQuery();
    const column = query.get('figure');
    this.own = false;
    this.question = questionFromUrl(query);
    this.rows = [];
    this.nextCursor = null;
    this.#figure = column ? { column, row: query.get('row') } : undefined;
  }

  #offers = new Task(this, {
    args: () => [this.own] as const,
    task: async ([own], { signal }): Promise<ReportOffer[]> => (own ? [ownOffer] : getReports(signal)),
  });

  #load = new Task(this, {
    args: () => [this.slug, this.own, this.question] as const,
    task: ([report, own, question], { signal }) => getReport({ report, own, question }, signal),
    onComplete: (page) => {
      this.rows = page.rows as readonly ReportRow[];
      this.nextCursor = page.nextCursor;
      const path = reportPath(this.slug, this.question);
      if (!this.own) rememberReport({ report: this.slug, path, at: new Date(now()).toISOString() });
      if (this.#figure) this.#openFigure(page, this.#figure);
    },
  });

  protected override updated(): void {
    const query = urlFromQuestion(this.question);
    if (this.#figure) {
      query.set('figure', this.#figure.column);
      if (this.#figure.row !== null) query.set('row', this.#figure.row);
    }
    replaceQuery(query);
  }

  get #offer(): ReportOffer | undefined {
    return this.#offers.value?.find(({ slug }) => slug === this.slug);
  }

  #ask = (filters: ReportFilters): void => {
    this.question = { ...this.question, filters };
  };

  protected override render(): TemplateResult {
    const page = this.#load.value;
    const offer = this.#offer;
    const name = wordsFor('reportName', this.slug) ?? this.slug;
    // A freelancer has one report: a number in a catalogue says nothing.
    const lead = page && !this.own ? html`${page.id} · ${name}` : name;
    const actions = page
      ? reportActions({ page, question: this.question, own: this.own, mayKeep: !this.own })
      : nothing;
    return html`${pageHead(wordsFor('reportQuestion', this.slug) ?? name, lead, actions)}
      ${
        offer
          ? html`<div class="report-bar">
              ${filterBar({ offer, filters: this.question.filters, resolved: page?.filters, onChange: this.#ask, years: this.own ? taxYears() : [] })}
              <div class="no-print">${asOfMenu(this.question.asOf, (asOf) => {
                this.question = { ...this.question, asOf };
              })}</div>
            </div>`
          : nothing
      }
      <div class="stack close" aria-busy=${String(this.#load.status === TaskStatus.PENDING)}>
        ${this.#load.render({
          pending: () => (page ? this.#report(page) : html`<div class="card">${loading(10)}</div>`),
          error: (problem) => html`<div class="card">${refused(problem, this.#remedies)}</div>`,
          complete: (complete) => this.#report(complete),
        })}
      </div>`;
  }

  #remedies = {
    retry: () => void this.#load.run(),
    withoutTeam: () => this.#ask(withFilter(this.question.filters, 'team', [])),
    shorter: () => this.#ask(lastYear(this.question.filters)),
  };

  #report(page: ReportPage): TemplateResult {
    if (page.rowCount === 0) return html`<div class="card">${this.#nothing()}</div>${proofLine(page)}`;
    return html`${this.#chart(page)}
      <div class="card">
        ${reportTable({
          page,
          rows: this.rows,
          follow: (row) => (this.own ? [] : followRow(page, row, this.question, this.#offers.value ?? [])),
          onOpen: (row, column) => this.#openFigure(page, { row: row?.key ?? null, column: column.key }),
          footer: rowsFoot(this.rows.length, page.rowCount, () => void this.#more()),
        })}
      </div>
      ${proofLine(page)}`;
  }

  #nothing(): TemplateResult {
    if (this.own && countChosen(this.question.filters) === 0)
      return nothingYet({
        shape: chartColumn,
        title: t('reports.nothing'),
        text: t('reports.nothingEarned'),
        next: html`<a class="button" href=${href('/earnings')}>${t('earnings.all')}</a>`,
      });
    const isAsked = countChosen(this.question.filters) > 0;
    const clear = html`<button class="button" type="button" @click=${() => this.#ask(lastYear({}))}>${isAsked ? t('reports.clear') : t('reports.shorter')}</button>`;
    return nothingYet({ shape: chartColumn, title: t('reports.nothing'), text: t('reports.nothingText'), next: clear });
  }

  #chart(page: ReportPage): TemplateResult | typeof nothing {
    const { chart: drawn } = page;
    if (!drawn?.series.some(({ points }) => points.length > 0)) return nothing;
    const currencies = chartCurrencies(drawn);
    const currency = currencies.find((one) => one === this.currency) ?? currencies[0];
    const title = chartTitle(page, drawn);
    return html`<section class="card report-chart" aria-labelledby="chart-title">
      <header>
        <h2 id="chart-title">${title}</h2>
        ${
          currencies.length > 1 && currency
            ? segments<string>(
                t('reports.currency'),
                currency,
                currencies.map((value) => ({ value, label: value })),
                (value) => {
                  this.currency = value;
                },
              )
            : nothing
        }
      </header>
      <div class="pad">${reportChart(page, drawn, currency, title)}</div>
    </section>`;
  }

  #openFigure(page: ReportPage, figure: Figure): void {
    const column = page.columns.find(({ key }) => key === figure.column);
    const row = figure.row === null ? null : this.rows.find(({ key }) => key === figure.row);
    if (!column?.opens || row === undefined) return;
    this.#figure = figure;
    this.requestUpdate();
    const { slug } = page;
    const cell = row?.cells[column.key];
    const total = page.totals[column.key];
    const amounts = row ? (isMoney(cell) ? [cell] : []) : Array.isArray(total) ? total : [];
    const words = row
      ? cellWords(page, column, cell)
      : amounts.map((amount) => cellWords(page, column, amount)).join(' + ');
    const asked = { ...this.question, asOf: page.asOf };
    openFigure({
      figure: `${columnLabel(slug, column.key)} ${words}`,
      of: row ? rowName(page, row) : t('reports.total'),
      amounts,
      own: this.own,
      read: (cursor, signal) =>
        getReportEntries({ report: slug, own: this.own, question: asked, cursor }, figure, signal),
      onClose: () => {
        this.#figure = undefined;
        this.requestUpdate();
      },
    });
  }

  async #more(): Promise<void> {
    try {
      const { asOf } = this.#load.value ?? this.question;
      const page = await getReport({
        report: this.slug,
        own: this.own,
        question: { ...this.question, asOf },
        cursor: this.nextCursor ?? undefined,
      });
      this.rows = [...this.rows, ...(page.rows as readonly ReportRow[])];
      this.nextCursor = page.nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

function lastYear({ from: _, to: __, ...filters }: ReportFilters): ReportFilters {
  return { ...filters, period: 'last12Months' };
}

const taxYearsShown = 4;
const taxYears = (): number[] => {
  const year = new Date(now()).getUTCFullYear();
  return Array.from({ length: taxYearsShown }, (_, back) => year - back);
};

const rowName = (page: ReportPage, row: ReportRow): string =>
  page.columns
    .filter((column: Column) => !isFigure(column))
    .map((column) => cellWords(page, column, row.cells[column.key]))
    .filter(Boolean)
    .slice(0, 3)
    .join(', ');

define('portal-report-page', ReportPageElement);
