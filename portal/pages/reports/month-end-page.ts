import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getReports, type ReportOffer, type ReportSlug, startExport } from '../../api/reports.ts';
import { actionButton } from '../../elements/action-button.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, loading, notice } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { chevronLeft, chevronRight, circleAlert, circleCheck, download } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { watch } from '../../shell/state.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMonth } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import type { PlainKey } from '../../strings/text-keys.ts';
import { reportTableStyles } from '../../styles/report-table.ts';
import { reportStyles } from '../../styles/reports.ts';
import { exact } from '../invoices/figures.ts';
import { exportRows } from './export-rows.ts';
import { watchExport, watchedExports } from './export-watch.ts';
import { daysOfPeriod, offeredFilters } from './follow.ts';
import { byWeight, type Check, type CheckKind, type Compared, checksOf } from './month-checks.ts';
import { refused } from './report-states.ts';

const titles: Record<CheckKind, PlainKey> = {
  ledgerAndInvoices: 'monthEnd.differ',
  overdueInvoices: 'monthEnd.overdueInvoices',
  openInvoices: 'monthEnd.openInvoices',
  overrun: 'monthEnd.overrun',
  overBudget: 'monthEnd.overBudget',
  noOrder: 'monthEnd.noOrder',
  noCostCenter: 'monthEnd.noCostCenter',
  unsettled: 'monthEnd.unsettled',
  disputed: 'monthEnd.disputed',
};
const tags: Record<Check['result'], TagKind> = { differs: 'danger', open: 'warning', matches: 'success' };

const files: readonly ReportSlug[] = ['transactions', 'spend', 'consolidated-invoice', 'purchase-orders'];

type Found = { checks: Check[]; unchecked: CheckKind[]; offers: readonly ReportOffer[] };

/** One page to close a month with: what does not match on top, and all of its files. */
class MonthEndPage extends PortalElement {
  static override pageStyles = [reportStyles, reportTableStyles];
  static override properties = { month: { state: true }, startedIds: { state: true } };
  /** `2026-10` */
  declare month: string;
  declare startedIds: readonly string[];

  constructor() {
    super();
    const asked = currentQuery().get('month') ?? '';
    this.month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthsFrom(thisMonth(), -1);
    this.startedIds = [];
    watch(this, watchedExports);
  }

  #load = new Task(this, {
    args: () => [this.month] as const,
    task: async ([month], { signal }): Promise<Found> => {
      const offers = await getReports(signal);
      const wanted = checksOf(daysOfPeriod(month)!, offers);
      const results = await Promise.allSettled(wanted.map(({ run }) => run(signal)));
      signal.throwIfAborted();
      return {
        checks: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])).sort(byWeight),
        unchecked: wanted.filter((_, at) => results[at]?.status === 'rejected').map(({ kind }) => kind),
        offers,
      };
    },
  });

  protected override updated(): void {
    replaceQuery(new URLSearchParams({ month: this.month }));
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    const all = actionButton({
      label: t('monthEnd.exportAll'),
      shape: download,
      kind: 'primary',
      run: () => void this.#exportAll(),
    });
    return html`${pageHead(t('monthEnd.title'), t('monthEnd.lead'), known ? all : nothing)} ${this.#months()}
      <div class="stack">
        ${this.#load.render({
          pending: () => (known ? this.#found(known) : html`<div class="card">${loading(8)}</div>`),
          error: (problem) =>
            html`<div class="card">${refused(problem, { retry: this.#again, withoutTeam: this.#again, shorter: this.#again })}</div>`,
          complete: (found) => this.#found(found),
        })}
      </div>`;
  }

  #again = () => void this.#load.run();

  #months(): TemplateResult {
    const step = (by: number) => () => {
      this.month = monthsFrom(this.month, by);
    };
    return html`<div class="report-bar no-print" role="group" aria-label=${t('monthEnd.month')}>
      <div class="row">
        <button class="button small icon-only" type="button" aria-label=${t('monthEnd.before')} @click=${step(-1)}>${icon(chevronLeft)}</button>
        <strong class="number" role="status">${formatMonth(this.month)}</strong>
        <button class="button small icon-only" type="button" aria-label=${t('monthEnd.after')} ?disabled=${this.month >= thisMonth()} @click=${step(1)}>${icon(chevronRight)}</button>
      </div>
    </div>`;
  }

  #found({ checks, unchecked }: Found): TemplateResult {
    const wrong = checks.filter(({ result }) => result === 'differs').length;
    const compared = checks.find(({ kind }) => kind === 'ledgerAndInvoices')?.compared;
    return html`<section class="card" aria-labelledby="findings-title">
        <header><h2 id="findings-title"><span role="status">${wrong > 0 ? t('monthEnd.findings', { n: wrong }) : t('monthEnd.clear')}</span></h2></header>
        ${wrong === 0 && checks.every(({ result }) => result === 'matches') ? empty(circleCheck, t('monthEnd.clear'), t('monthEnd.clearText', { month: formatMonth(this.month) })) : nothing}
        <ul class="rows findings">${checks.map(row)}</ul>
      </section>
      ${unchecked.length > 0 ? notice('warning', circleAlert, t('monthEnd.unchecked', { what: unchecked.map((kind) => t(titles[kind])).join(', ') })) : nothing}
      ${compared && compared.length > 0 ? comparison(compared) : nothing} ${this.#files()}`;
  }

  #files(): TemplateResult {
    const started = this.startedIds.flatMap((id) => watchedExports.get().get(id) ?? []);
    return html`<section class="card">
      <header><h2>${t('monthEnd.exports')}</h2></header>
      ${started.length > 0 ? exportRows(started) : html`<p class="pad muted">${t('monthEnd.exportText')}</p>`}
    </section>`;
  }

  async #exportAll(): Promise<void> {
    const wanted = this.#load.value?.offers.filter(({ slug }) => files.includes(slug)) ?? [];
    const days = daysOfPeriod(this.month)!;
    // One instant for all of them, so that the files agree with each other.
    const asOf = new Date(now() - 1000).toISOString();
    try {
      const started = await Promise.all(
        wanted.map((offer) => startExport(offer.slug, 'xlsx', { filters: offeredFilters(days, offer), asOf })),
      );
      for (const one of started) watchExport(one);
      this.startedIds = started.map(({ id }) => id);
      toast(t('monthEnd.exporting', { n: started.length }));
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const row = ({ kind, result, cases, amounts, path }: Check): TemplateResult =>
  html`<li>
    ${tag(tags[result], result === 'matches' ? t('monthEnd.fine') : t('monthEnd.cases', { n: cases }))}
    <div class="grow">
      <span class=${result === 'matches' ? '' : 'strong'}>${kind === 'ledgerAndInvoices' && result === 'matches' ? t('monthEnd.agree') : t(titles[kind])}</span>
      ${amounts.length > 0 ? html`<div class="row small">${amounts.map(exact)}</div>` : nothing}
    </div>
    <a class="button small" href=${href(path)}>${t('monthEnd.show')}<span class="visually-hidden">: ${t(titles[kind])}</span></a>
  </li>`;

const comparison = (compared: readonly Compared[]): TemplateResult =>
  html`<section class="card" aria-labelledby="compared-title">
    <header>
      <div><h2 id="compared-title">${t('monthEnd.compared')}</h2><p class="muted small">${t('monthEnd.comparedText')}</p></div>
    </header>
    <div class="report-scroll" role="region" tabindex="0" aria-label=${t('reports.table')}>
    <table class="table" aria-labelledby="compared-title">
      <thead>
        <tr>
          <th scope="col">${t('reports.currency')}</th>
          <th scope="col" class="end">${t('monthEnd.ledger')}</th>
          <th scope="col" class="end">${t('monthEnd.invoices')}</th>
          <th scope="col" class="end">${t('monthEnd.difference')}</th>
        </tr>
      </thead>
      <tbody>
        ${compared.map(
          ({ currency, ledgerMinor, invoicesMinor }) => html`<tr>
            <th scope="row">${currency}</th>
            <td class="end">${exact({ amountMinor: ledgerMinor, currency })}</td>
            <td class="end">${exact({ amountMinor: invoicesMinor, currency })}</td>
            <td class="end"><strong>${exact({ amountMinor: ledgerMinor - invoicesMinor, currency })}</strong></td>
          </tr>`,
        )}
      </tbody>
    </table>
    </div>
  </section>`;

const thisMonth = (): string => new Date(now()).toISOString().slice(0, 7);

function monthsFrom(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

define('portal-month-end-page', MonthEndPage);
