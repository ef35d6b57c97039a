import { Task } from '@lit/task';
import type { ConnectsAccount, ConnectsMovement } from '@portico/api/hiring/connects/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getConnects } from '../../api/own-work.ts';
import { dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { coins } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate, formatMonth, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openBuyConnects } from './buy-connects-dialog.ts';

/** Credits to propose: how many, until when, and why each came or went. */
class ConnectsPage extends PortalElement {
  static override properties = { more: { state: true } };
  declare more: readonly ConnectsAccount[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getConnects(undefined, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(
      t('connects.title'),
      t('connects.lead'),
      html`<button class="button primary" type="button" @click=${() => openBuyConnects(() => void this.#load.run())}>${t('connects.buy')}</button>`,
    )}
      ${this.#load.render({
        pending: () => (known ? this.#account(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (account) => this.#account(account),
      })}`;
  }

  #account(account: ConnectsAccount): TemplateResult {
    const { balance, held, monthlyGrant, nextGrantAt, lots } = account;
    const movements = [account, ...this.more].flatMap((page) => page.movements);
    const { nextCursor } = this.more.at(-1) ?? account;
    return html`<div class="stack">
      <dl class="figures">
        <div><dt>${t('connects.balance')}</dt><dd>${formatNumber(balance)}</dd></div>
        <div><dt>${t('connects.held')}</dt><dd>${formatNumber(held)}</dd></div>
        <div><dt>${t('connects.nextGrant', { n: monthlyGrant })}</dt><dd>${formatDate(nextGrantAt)}</dd></div>
      </dl>
      ${
        lots.length > 0
          ? html`<section class="card">
              <header><h2>${t('connects.lots')}</h2><span class="muted small">${t('connects.oldestFirst')}</span></header>
              <ul class="rows">
                ${lots.map(({ from, remaining, expiresAt }) => html`<li><span class="grow">${wordsFor('connects.lotFrom', from) ?? from}</span><span class="muted">${t('connects.until', { date: formatDate(expiresAt) })}</span><strong class="number">${formatNumber(remaining)}</strong></li>`)}
              </ul>
            </section>`
          : nothing
      }
      <section class="card">
        <header><h2>${t('connects.movements')}</h2></header>
        ${
          movements.length === 0
            ? nothingYet({
                shape: coins,
                title: t('connects.noMovements'),
                text: t('connects.noMovementsText'),
                next: html`<a class="button" href=${href('/jobs')}>${t('ownProposals.find')}</a>`,
              })
            : dataList<ConnectsMovement>({
                name: 'connects',
                label: t('connects.movements'),
                rows: movements,
                keyOf: ({ id }) => id,
                nameOf: (movement) => why(movement),
                columns: [
                  { id: 'why', label: t('connects.why'), isLead: true, cell: whyCell },
                  { id: 'when', label: t('connects.when'), cell: ({ occurredAt }) => timeAgo(occurredAt) },
                  {
                    id: 'connects',
                    label: t('connects.title'),
                    isEnd: true,
                    cell: amountCell,
                  },
                ],
                footer: nextCursor
                  ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
                  : nothing,
              })
        }
      </section>
    </div>`;
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getConnects(cursor)];
  }
}

/** What came to nothing never moved. */
function amountCell({ connects, state }: ConnectsMovement): TemplateResult {
  const words = `${connects > 0 ? '+' : '−'}${formatNumber(Math.abs(connects))}`;
  return state === 'voided'
    ? html`<s class="muted number">${words}</s>`
    : html`<strong class="number">${words}</strong>`;
}

/** The reason in a sentence of its own. */
function why({ kind, reason, month }: ConnectsMovement): string {
  if (kind === 'grant' && month) return t('connects.grantOf', { month: formatMonth(month) });
  if (kind === 'returned' && reason) return wordsFor('connects.returned', reason) ?? reason;
  return wordsFor('connects.movement', kind) ?? kind;
}

const stateTag = (state: ConnectsMovement['state']): TemplateResult =>
  tag(state === 'pending' ? 'warning' : 'neutral', wordsFor('connects.movementState', state) ?? state);

const whyCell = (movement: ConnectsMovement): TemplateResult =>
  html`<span class="strong">${why(movement)}</span>
    ${movement.state === 'posted' ? nothing : html`<div>${stateTag(movement.state)}</div>`}
    ${
      movement.jobPost
        ? html`<div class="small"><a href=${href(movement.proposalId ? `/my/proposals/${movement.proposalId}` : `/jobs/${movement.jobPost.id}`)}>${movement.jobPost.title}</a></div>`
        : nothing
    }`;

define('portal-connects-page', ConnectsPage);
