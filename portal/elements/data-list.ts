import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../strings/strings.ts';
import { dataListStyles } from '../styles/data-list.ts';
import { columnMenu, keepColumns, keptColumns } from './column-choice.ts';
import { define, PortalElement } from './portal-element.ts';
import { moveInRows } from './row-keys.ts';
import { sortButton } from './sort-button.ts';

export type Column<Row> = {
  id: string;
  label: string;
  cell: (row: Row) => unknown;
  /** Figures and money stand at the end. */
  isEnd?: boolean;
  /** The API's names of its orders by this column. */
  sort?: { up?: string; down?: string };
  /** Names the row: always shown, first in a card, its link takes the focus when rows are walked with the keyboard. */
  isLead?: boolean;
  /** Can be chosen, but is not shown at first. */
  isExtra?: boolean;
  /** Gives way where the window is narrower than a desktop's. */
  isWide?: boolean;
  /** In a card its value needs no label. */
  isPlain?: boolean;
  /** A sentence: in a card it takes both columns. */
  isLong?: boolean;
};

export type DataListOptions<Row> = {
  /** Names the table, and keeps the choice of columns apart from other tables'. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What a row is called when it is chosen. */
  nameOf: (row: Row) => string;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  chosen?: readonly string[];
  onChoose?: (chosen: readonly string[]) => void;
  /** What can be done with the chosen rows at once. */
  bulk?: (chosen: readonly string[]) => unknown;
  footer?: unknown;
};

const choosableMin = 6;
/** A date, a number of a document, a name: never worth a second line. */
const shortMax = 18;

/** A dense table with a sticky head that becomes cards on a phone; typed by its helper `dataList`. */
class DataList<Row> extends PortalElement {
  static override pageStyles = [dataListStyles];
  static override properties = { options: { attribute: false }, hiddenIds: { state: true } };
  declare options: DataListOptions<Row>;
  declare hiddenIds: readonly string[] | undefined;
  #chosen: readonly string[] = [];

  protected override render(): TemplateResult {
    const { label, rows, keyOf, footer } = this.options;
    const columns = this.#shown;
    this.#chosen = this.#findChosen();
    return html`<div class="data-list">
      ${this.#bar()}
      <table class="table cards data-table" aria-label=${label}>
        <thead>
          <tr>
            ${this.#canChoose ? html`<th scope="col" class="pick">${this.#pickAll()}</th>` : nothing}
            ${columns.map((column) => this.#head(column))}
          </tr>
        </thead>
        <tbody @keydown=${moveInRows}>
          ${repeat(rows, keyOf, (row) => this.#row(row, columns))}
        </tbody>
      </table>
      ${footer && footer !== nothing ? html`<footer class="data-foot">${footer}</footer>` : nothing}
    </div>`;
  }

  get #canChoose(): boolean {
    return this.options.onChoose !== undefined;
  }

  /** A row that a filter took away is not chosen any more: nobody acts on what they do not see. */
  #findChosen(): readonly string[] {
    const { chosen = [], rows, keyOf } = this.options;
    const shown = new Set(rows.map(keyOf));
    return chosen.filter((key) => shown.has(key));
  }

  get #hiddenNow(): readonly string[] {
    return (
      this.hiddenIds ??
      keptColumns(this.options.name) ??
      this.options.columns.filter(({ isExtra }) => isExtra).map(({ id }) => id)
    );
  }

  /** A plan without teams or purchase orders fills no cell of theirs: the other columns have the room. */
  #isUnfilled({ cell, sort }: Column<Row>): boolean {
    const { rows, sort: current } = this.options;
    const isSorted = sort !== undefined && directionOf(sort, current) !== undefined;
    return rows.length > 0 && !isSorted && rows.every((row) => isNothing(cell(row)));
  }

  get #shown(): readonly Column<Row>[] {
    const hidden = this.#hiddenNow;
    return this.options.columns.filter(
      (column) => column.isLead || (!hidden.includes(column.id) && !this.#isUnfilled(column)),
    );
  }

  /** Chosen rows turn the bar into what can be done with them. */
  #bar(): TemplateResult | typeof nothing {
    const { columns, bulk } = this.options;
    const chosen = this.#chosen;
    if (chosen.length > 0)
      return html`<div class="data-bar chosen">
        <span role="status" class="strong">${t('list.chosen', { n: chosen.length })}</span>
        <div class="actions">${bulk?.(chosen)}</div>
        <button class="button plain small" type="button" @click=${() => this.options.onChoose?.([])}>${t('list.clear')}</button>
      </div>`;
    // A few columns are all worth seeing; the choice would only take room.
    if (columns.length < choosableMin) return nothing;
    return html`<div class="data-bar only-wide">
      <span class="visually-hidden" role="status"></span>
      ${columnMenu(
        this.options.name,
        columns.filter((column) => !column.isLead && !this.#isUnfilled(column)),
        this.#hiddenNow,
        (hidden) => {
          keepColumns(this.options.name, hidden);
          this.hiddenIds = hidden;
        },
      )}
    </div>`;
  }

  #pickAll(): TemplateResult {
    const keys = this.options.rows.map(this.options.keyOf);
    const n = keys.filter((key) => this.#chosen.includes(key)).length;
    return html`<input
      type="checkbox"
      aria-label=${t('list.chooseAll')}
      .checked=${n > 0 && n === keys.length}
      .indeterminate=${n > 0 && n < keys.length}
      @change=${() => this.options.onChoose?.(n === keys.length ? [] : keys)}
    />`;
  }

  #head({ label, sort, isEnd, isWide }: Column<Row>): TemplateResult {
    const { sort: current, onSort } = this.options;
    const classes = `${isEnd ? 'end' : ''} ${isWide ? 'only-roomy' : ''}`;
    // What stands below needs no word for eyes, and one for who hears the table.
    const words = label || html`<span class="visually-hidden">${t('list.actions')}</span>`;
    if (!sort || !onSort) return html`<th scope="col" class=${classes}>${words}</th>`;
    const direction = directionOf(sort, current);
    const other = direction === 'descending' ? (sort.up ?? sort.down) : (sort.down ?? sort.up);
    return html`<th scope="col" class=${classes} aria-sort=${direction ?? nothing}>
      ${sortButton(label, direction, () => onSort(other ?? ''))}
    </th>`;
  }

  #row(row: Row, columns: readonly Column<Row>[]): TemplateResult {
    const key = this.options.keyOf(row);
    const isChosen = this.#chosen.includes(key);
    return html`<tr data-key=${key} class=${isChosen ? 'is-chosen' : ''}>
      ${
        this.#canChoose
          ? html`<td class="pick">
              <input
                type="checkbox"
                aria-label=${t('list.choose', { name: this.options.nameOf(row) })}
                .checked=${isChosen}
                @change=${() => this.options.onChoose?.(isChosen ? this.#chosen.filter((one) => one !== key) : [...this.#chosen, key])}
              />
            </td>`
          : nothing
      }
      ${columns.map(({ label, cell, isLead, isEnd, isWide, isPlain, isLong }) => {
        const classes = `${isLead ? 'lead-cell' : ''} ${isEnd ? 'end' : ''} ${isWide ? 'only-roomy' : ''} ${isLong ? 'long' : ''}`;
        const content = cell(row);
        const isEmpty = isNothing(content);
        const isShort = typeof content === 'string' && content.length <= shortMax;
        return html`<td class="${classes} ${isEmpty ? 'is-empty' : ''} ${isShort ? 'nowrap' : ''}" data-label=${isLead || isPlain || !label ? nothing : label}>${content}</td>`;
      })}
    </tr>`;
  }
}

const isNothing = (content: unknown): boolean =>
  content === nothing || content === '' || content === null || content === undefined;

function directionOf({ up, down }: { up?: string; down?: string }, current: string | undefined) {
  if (current !== undefined && current === up) return 'ascending';
  return current !== undefined && current === down ? 'descending' : undefined;
}

define('portal-data-list', DataList);

export const dataList = <Row>(options: DataListOptions<Row>): TemplateResult =>
  html`<portal-data-list .options=${options}></portal-data-list>`;
