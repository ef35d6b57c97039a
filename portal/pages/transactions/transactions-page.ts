import { Task } from '@lit/task';
import { type TransactionType, transactionTypes } from '@portico/api/money/transactions/transaction.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getTransactions, type Transaction, transactionsExport } from '../../api/transactions.ts';
import { dataList } from '../../elements/data-list.ts';
import { dateRange } from '../../elements/date-range.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { selectField, textField } from '../../elements/field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { download, list } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { transactionColumns } from './transaction-columns.ts';

type Filter = { type: TransactionType | ''; team: string; from: string; to: string; contractId: string };

const typesOf = (own: boolean): readonly TransactionType[] =>
  own
    ? ['earning', 'earningReturned', 'payout', 'connects']
    : transactionTypes.filter((type) => !['earning', 'earningReturned', 'payout', 'connects'].includes(type));

/** What a company paid and got back; with `own` what a freelancer earned, took out and bought. */
class TransactionsPage extends PortalElement {
  static override properties = {
    own: { attribute: false },
    filter: { state: true },
    items: { state: true },
    nextCursor: { state: true },
  };
  declare own: boolean;
  declare filter: Filter;
  declare items: readonly Transaction[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.own, this.filter] as const,
    task: ([own], { signal }) => getTransactions(own, this.#query, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery();
    const type = transactionTypes.find((one) => one === asked.get('type')) ?? '';
    const text = (name: string) => asked.get(name) ?? '';
    this.own = false;
    this.filter = { type, team: text('team'), from: text('from'), to: text('to'), contractId: text('contractId') };
    this.items = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(Object.entries(this.filter).filter(([, value]) => value !== '')));
  }

  get #query() {
    const given = Object.entries(this.filter).filter(([, value]) => value !== '');
    return Object.fromEntries(given) as Record<string, string>;
  }

  protected override render(): TemplateResult {
    const isKnown = this.#load.value !== undefined;
    const csv = html`<a class="button" href=${href(transactionsExport(this.own, this.#query))} download>${icon(download)}${t('transactions.csv')}</a>`;
    return html`${pageHead(t('transactions.title'), this.own ? t('transactions.ownLead') : t('transactions.lead'), csv)}
      ${this.#filters()}
      <div class="card">
        ${this.#load.render({
          pending: () => (isKnown ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (this.items.length > 0 ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #filters(): TemplateResult {
    const { type, team, from, to } = this.filter;
    const types = typesOf(this.own).map((value) => ({ value, label: wordsFor('transactionType', value) ?? value }));
    return html`<form class="filter-bar" role="search" aria-label=${t('transactions.filters')} @submit=${(event: Event) => event.preventDefault()}>
      ${selectField({
        id: 'type',
        label: t('transactions.type'),
        value: type,
        choices: [{ value: '', label: t('jobPosts.all') }, ...types],
        onChange: (value) => this.#change({ type: value as Filter['type'] }),
      })}
      ${
        this.own
          ? nothing
          : textField({
              id: 'team',
              label: t('invoices.team'),
              value: team,
              onChange: (value) => this.#change({ team: value.trim() }),
            })
      }
      <div class="field"><span class="label" aria-hidden="true">${t('period.label')}</span>${dateRange('period', t('period.label'), { from, to }, (days) => this.#change(days))}</div>
      ${this.filter.contractId ? html`<button class="button small" type="button" @click=${() => this.#change({ contractId: '' })}>${t('transactions.allContracts')}</button>` : nothing}
    </form>`;
  }

  #change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  #list(): TemplateResult {
    return dataList<Transaction>({
      name: this.own ? 'ownTransactions' : 'transactions',
      label: t('transactions.title'),
      columns: transactionColumns(this.own),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: ({ type }) => wordsFor('transactionType', type) ?? type,
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(): TemplateResult {
    const isFiltered = Object.values(this.filter).some((value) => value !== '');
    if (isFiltered)
      return noneFit(list, t('transactions.noneFit'), t('transactions.noneFitText'), () =>
        this.#change({ type: '', team: '', from: '', to: '', contractId: '' }),
      );
    return nothingYet({
      shape: list,
      title: t('transactions.none'),
      text: this.own ? t('transactions.ownNoneText') : t('transactions.noneText'),
      next: 'itself',
    });
  }

  async #more(): Promise<void> {
    try {
      const page = await getTransactions(this.own, { ...this.#query, cursor: this.nextCursor ?? undefined });
      this.items = [...this.items, ...page.items];
      this.nextCursor = page.nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-transactions-page', TransactionsPage);
