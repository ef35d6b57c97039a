import type { Cell, Column, ReportRow } from '@portico/api/insight/reports/report.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReportPage } from '../../api/reports.ts';
import { columnMenu, keepColumns, keptColumns } from '../../elements/column-choice.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { moveInRows } from '../../elements/row-keys.ts';
import { icon } from '../../icons/icon.ts';
import { arrowRight } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { dataListStyles } from '../../styles/data-list.ts';
import { exactWords } from '../invoices/figures.ts';
import { cellWords, isFigure, isMoney, numberWords } from './cell-words.ts';
import type { Follow } from './follow.ts';
import { columnWords, reportName } from './report-words.ts';

export type ReportTableOptions = {
  page: ReportPage;
  rows: readonly ReportRow[];
  follow: (row: ReportRow) => readonly Follow[];
  /** A figure of a row, or with null the total of its column. */
  onOpen: (row: ReportRow | null, column: Column) => void;
  footer: unknown;
};

const longMin = 25;
const briefTypes: readonly Column['type'][] = ['instant', 'day', 'week', 'month', 'period'];
/** Tells rows apart for machines; a person has names. */
const isReference = ({ key, type }: Column): boolean => type === 'id' || key === 'entryIds';
const isBrief = ({ type }: Column): boolean => briefTypes.includes(type);

/** Below nothing in these, somebody has to act. */
const restKeys: readonly string[] = ['variance', 'remaining'];

function toneOf({ key }: Column, cell: Cell | undefined): string {
  const value = isMoney(cell) ? cell.amountMinor : cell;
  if (value === 0) return 'is-zero';
  return typeof value === 'number' && value < 0 && restKeys.includes(key) ? 'is-over' : '';
}

/** A row is called by its name; where it would begin with an id, by the first words it has. */
const leadOf = (columns: readonly Column[]): Column | undefined =>
  columns[0] && isReference(columns[0]) ? columns.find(({ type }) => type === 'text') : columns[0];

/** Over this a phone shows rows as cards: they would be scrolled blindly. */
const narrowMax = 4;
const choosableMin = 6;

/** All figures of a report; those with entries behind them are buttons. */
class ReportTable extends PortalElement {
  static override pageStyles = [dataListStyles];
  static override properties = { options: { attribute: false }, hiddenIds: { state: true } };
  declare options: ReportTableOptions;
  declare hiddenIds: readonly string[] | undefined;

  /** What no row has, and ids and hashes, which nobody reads until they look for one: a file holds them all. */
  get #hidden(): readonly string[] {
    const { columns } = this.options.page;
    const unread = () => columns.filter((column) => isReference(column) || this.#isEmpty(column)).map(({ key }) => key);
    return this.hiddenIds ?? keptColumns(this.#name) ?? unread();
  }

  #isEmpty({ key }: Column): boolean {
    return this.options.rows.every(({ cells }) => {
      const cell = cells[key] ?? '';
      return cell === '' || (Array.isArray(cell) && cell.length === 0);
    });
  }

  get #name(): string {
    return `report-${this.options.page.slug}`;
  }

  protected override render(): TemplateResult {
    const { page, rows, footer } = this.options;
    const label = reportName(page.slug);
    const lead = leadOf(page.columns);
    if (!lead) return html``;
    const others = page.columns.filter((column) => column !== lead).sort((a, b) => +isReference(a) - +isReference(b));
    const columns = [lead, ...others.filter(({ key }) => !this.#hidden.includes(key))];
    const isWide = columns.length > narrowMax;
    return html`<div class="report-table">
      ${page.columns.length >= choosableMin ? this.#bar(others) : nothing}
      <div class="report-scroll" role="region" tabindex="0" aria-label=${t('reports.table')}>
        <table class="table ${isWide ? 'cards' : ''}" aria-label=${label}>
          <thead>
            <tr>${columns.map((column) => html`<th scope="col" class=${isFigure(column) ? 'end' : ''}>${columnWords(page, column.key)}</th>`)}</tr>
          </thead>
          <tbody @keydown=${moveInRows}>
            ${repeat(
              rows,
              ({ key }) => key,
              (row) => this.#row(row, columns),
            )}
          </tbody>
          ${page.columns.some(({ sums }) => sums) ? this.#totals(columns) : nothing}
        </table>
      </div>
      ${footer && footer !== nothing ? html`<footer class="data-foot no-print">${footer}</footer>` : nothing}
    </div>`;
  }

  #bar(columns: readonly Column[]): TemplateResult {
    const { page } = this.options;
    return html`<div class="data-bar no-print">
      <span class="grow muted small number">${t('reports.rows', { n: page.rowCount })}</span>
      ${columnMenu(
        this.#name,
        columns.map(({ key }) => ({ id: key, label: columnWords(page, key) })),
        this.#hidden,
        (hidden) => {
          keepColumns(this.#name, hidden);
          this.hiddenIds = hidden;
        },
      )}
    </div>`;
  }

  #row(row: ReportRow, columns: readonly Column[]): TemplateResult {
    const { page, follow } = this.options;
    const links = follow(row);
    const name = this.#nameOf(row, columns);
    return html`<tr>
      ${columns.map((column, at) => {
        const words = cellWords(page, column, row.cells[column.key]);
        const size = isFigure(column) ? 'end' : isBrief(column) || words.length < longMin ? 'brief' : 'long';
        const classes = `${at === 0 ? 'lead-cell' : ''} ${size} ${words ? '' : 'is-empty'}`;
        return html`<td class=${classes} data-label=${at === 0 ? nothing : columnWords(page, column.key)}>${at === 0 && links.length > 0 ? html`<div class="follow-name"><span>${this.#cell(row, column, words, name)}</span>${followMenu(row.key, name, links)}</div>` : this.#cell(row, column, words, name)}</td>`;
      })}
    </tr>`;
  }

  #cell(row: ReportRow, column: Column, words: string, name: string): unknown {
    const { page, onOpen } = this.options;
    if (words === '')
      return column.key === 'dimension' ? html`<span class="muted">${t('reports.nowhere')}</span>` : nothing;
    const tone = toneOf(column, row.cells[column.key]);
    if (!column.opens) return isFigure(column) ? html`<span class="money ${tone}">${words}</span>` : words;
    const label = t('reports.figureOf', { figure: `${columnWords(page, column.key)} ${words}`, what: name });
    return html`<button class="link-button money ${tone}" type="button" aria-label=${label} @click=${() => onOpen(row, column)}>${words}</button>`;
  }

  /** What the row is called when one of its figures is. */
  #nameOf(row: ReportRow, columns: readonly Column[]): string {
    const words = columns
      .filter((column) => !isFigure(column))
      .map((column) => cellWords(this.options.page, column, row.cells[column.key]));
    return words.filter(Boolean).slice(0, 2).join(', ') || t('reports.nowhere');
  }

  #totals(columns: readonly Column[]): TemplateResult {
    const { page } = this.options;
    return html`<tfoot>
      <tr>
        ${columns.map((column, at) => {
          if (at === 0) return html`<th scope="row">${t('reports.total')}</th>`;
          const words = this.#totalWords(column);
          return html`<td class=${isFigure(column) ? 'end' : ''} data-label=${words.length > 0 ? columnWords(page, column.key) : nothing}>${words.map((one) => this.#total(column, one))}</td>`;
        })}
      </tr>
    </tfoot>`;
  }

  #totalWords({ key, type, sums }: Column): readonly string[] {
    const total = sums ? this.options.page.totals[key] : undefined;
    if (total === undefined) return [];
    return typeof total === 'number' ? [numberWords(type, total)] : total.map(exactWords);
  }

  #total(column: Column, words: string): TemplateResult {
    if (!column.opens) return html`<strong class="money total-line">${words}</strong>`;
    const label = t('reports.figureOf', {
      figure: `${columnWords(this.options.page, column.key)} ${words}`,
      what: t('reports.total'),
    });
    return html`<button class="link-button money total-line strong" type="button" aria-label=${label} @click=${() => this.options.onOpen(null, column)}>${words}</button>`;
  }
}

const followMenu = (key: string, name: string, links: readonly Follow[]): TemplateResult =>
  popoverMenu(
    `follow-${hashOf(key)}`,
    html`${icon(arrowRight)}<span class="visually-hidden">${t('reports.followed')}: ${name}</span>`,
    links.map(({ label, path }) => html`<a class="menu-item" href=${href(path)}>${label}</a>`),
    'plain small icon-only follow no-print',
  );

/** An id that any key makes, for the menu of its row. */
const hashOf = (text: string): string =>
  [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7).toString(36);

define('portal-report-table', ReportTable);

export const reportTable = (options: ReportTableOptions): TemplateResult =>
  html`<portal-report-table .options=${options}></portal-report-table>`;

export const rowsFoot = (shown: number, all: number, more: () => void): unknown =>
  shown >= all
    ? nothing
    : html`<span class="muted small">${t('reports.shown', { n: shown, all: formatNumber(all) })}</span>
        <button class="button small" type="button" @click=${more}>${t('reports.more')}</button>`;
