import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { type AccountStatement, getStatement } from '../../api/transactions.ts';
import { dateRange } from '../../elements/date-range.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { selectField } from '../../elements/field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { list } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { exact } from '../invoices/figures.ts';

type Line = AccountStatement['lines'][number];
type Filter = { account: string; currency: string; from: string; to: string };

const accountsOf = (own: boolean) => (own ? ['available', 'pending'] : ['funding', 'credit', 'escrow']);

/** One account over a period: what it began with, what came and went, what it ended with. */
class StatementsPage extends PortalElement {
  static override properties = {
    own: { attribute: false },
    filter: { state: true },
    lines: { state: true },
    nextCursor: { state: true },
  };
  declare own: boolean;
  declare filter: Filter;
  declare lines: readonly Line[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.own, this.filter] as const,
    task: ([own], { signal }) => getStatement(own, this.#query(), signal),
    onComplete: ({ lines, nextCursor }) => {
      this.lines = lines;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const text = (name: string) => currentQuery().get(name) ?? '';
    this.own = false;
    this.filter = { account: text('account'), currency: text('currency'), from: text('from'), to: text('to') };
    this.lines = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(Object.entries(this.filter).filter(([, value]) => value !== '')));
  }

  /** An address may name what is no account here. */
  get #account(): string {
    const accounts = accountsOf(this.own);
    return accounts.find((account) => account === this.filter.account) ?? accounts[0]!;
  }

  #query(cursor?: string): Record<string, string> {
    const asked = { ...this.filter, account: this.#account, ...(cursor && { cursor }) };
    return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('statements.title'), t('statements.lead'))} ${this.#filters(known)}
      ${this.#load.render({
        pending: () => (known ? this.#view(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (statement) => this.#view(statement),
      })}`;
  }

  #filters(known: AccountStatement | undefined): TemplateResult {
    const { from, to, currency } = this.filter;
    const currencies = known?.currencies ?? [];
    return html`<form class="filter-bar" role="search" aria-label=${t('transactions.filters')} @submit=${(event: Event) => event.preventDefault()}>
      ${selectField({
        id: 'account',
        label: t('statements.account'),
        value: this.#account,
        choices: accountsOf(this.own).map((value) => ({ value, label: wordsFor('statementAccount', value) ?? value })),
        onChange: (account) => this.#change({ account }),
      })}
      ${
        currencies.length > 1
          ? selectField({
              id: 'currency',
              label: t('statements.currency'),
              value: currency || (known?.currency ?? ''),
              choices: currencies.map((value) => ({ value, label: value })),
              onChange: (value) => this.#change({ currency: value }),
            })
          : nothing
      }
      <div class="field"><span class="label" aria-hidden="true">${t('period.label')}</span>${dateRange('period', t('period.label'), { from: from || (known?.from ?? ''), to: to || (known?.to ?? '') }, (days) => this.#change(days))}</div>
    </form>`;
  }

  #change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  #view(statement: AccountStatement): TemplateResult {
    const { opening, received, given, closing, held } = statement;
    return html`<div class="stack">
      <dl class="figures">
        <div><dt>${t('statements.opening')}</dt><dd>${exact(opening)}</dd></div>
        <div><dt>${t('statements.received')}</dt><dd>${exact(received)}</dd></div>
        <div><dt>${t('statements.given')}</dt><dd>${exact(given)}</dd></div>
        <div><dt>${t('statements.closing')}</dt><dd>${exact(closing)}</dd></div>
        ${held.amountMinor > 0 ? html`<div><dt>${t('statements.held')}</dt><dd>${exact(held)}</dd></div>` : nothing}
      </dl>
      <section class="card">
        ${this.lines.length === 0 ? nothingYet({ shape: list, title: t('statements.none'), text: t('statements.noneText'), next: 'itself' }) : this.#table()}
        ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}
      </section>
    </div>`;
  }

  #table(): TemplateResult {
    return html`<table class="table cards" aria-label=${t('statements.title')}>
      <thead>
        <tr>
          <th scope="col">${t('transactions.type')}</th>
          <th scope="col">${t('statements.booked')}</th>
          <th scope="col" class="end">${t('transactions.amount')}</th>
          <th scope="col" class="end">${t('statements.balance')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.lines.map(
          ({ kind, contract, amount, balance, bookedAt }) => html`<tr>
            <td class="lead-cell"><span class="strong">${wordsFor('transferKind', kind) ?? kind}</span>
              ${contract ? html`<div class="small"><a href=${href(this.own ? `/my/contracts/${contract.id}` : `/contracts/${contract.id}`)}>${contract.title ?? contract.id}</a></div>` : nothing}</td>
            <td class="muted" data-label=${t('statements.booked')}>${timeAgo(bookedAt)}</td>
            <td class="end" data-label=${t('transactions.amount')}>${exact(amount)}</td>
            <td class="end muted" data-label=${t('statements.balance')}>${exact(balance)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  async #more(): Promise<void> {
    try {
      const page = await getStatement(this.own, this.#query(this.nextCursor ?? undefined));
      this.lines = [...this.lines, ...page.lines];
      this.nextCursor = page.nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-statements-page', StatementsPage);
