import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { prepareBatch } from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { circleCheck } from '../../icons/icons.generated.ts';
import { currentQuery, navigate, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { boardStyles } from '../../styles/board.ts';
import './batch-case.ts';
import { disputeCase } from './dispute-case.ts';
import './ledger-case.ts';
import { eventCase, holdCase, methodCase } from './other-cases.ts';
import './payout-case.ts';
import { deskStyles } from './desk-styles.ts';
import { type Case, loadQueues, type Queues, queueEntry, views, waitingOf } from './queues.ts';

/** Queue left, case right: everything about money that waits for a person. */
class MoneyDeskPage extends PortalElement {
  static override pageStyles = [boardStyles, deskStyles];
  static override properties = { view: { attribute: false }, open: { attribute: false }, chosen: { state: true } };
  declare view: string;
  declare open: string | undefined;
  declare chosen: string | undefined;

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => loadQueues(signal),
  });

  get #view(): (typeof views)[number] {
    return views.find((view) => view === this.view) ?? 'wires';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') || changed.has('view')) this.chosen = this.open;
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('desk.title'), t('desk.lead'))}
    ${pageTabs(
      t('desk.queue'),
      this.#view,
      views.map((value) => ({
        value,
        label: t(`desk.${value}`),
        path: `/operator/money?show=${value}`,
        n: known && value !== 'ledger' ? waitingOf(known[value]) || undefined : undefined,
      })),
      (view) => {
        this.view = view;
        this.open = undefined;
      },
    )}
    ${
      this.#view === 'ledger'
        ? html`<portal-ledger-case></portal-ledger-case>`
        : this.#load.render({
            pending: () => (known ? this.#desk(known) : html`<div class="card">${loading()}</div>`),
            error: (problem) => failed(problem, () => void this.#load.run()),
            complete: (queues) => this.#desk(queues),
          })
    }`;
  }

  #desk(queues: Queues): TemplateResult {
    const view = this.#view;
    const cases = view === 'ledger' ? [] : queues[view];
    if (cases.length === 0)
      return html`<div class="card">${nothingYet({ shape: circleCheck, title: t('desk.empty'), text: wordsFor('deskEmpty', view) ?? '', next: 'itself' })}</div>`;
    const chosen = cases.find(({ id }) => id === this.chosen);
    return html`<div class="stack close">
      ${view === 'wires' ? this.#prepare(cases) : nothing}
      <div class="desk money-desk ${chosen ? 'open' : ''}">
        <nav class="card queue" aria-label=${t(`desk.${view}`)}>
          <ul>
            ${cases.map(
              (one) => html`<li>
                <button type="button" aria-current=${one.id === this.chosen ? 'true' : nothing} @click=${() => this.#choose(one.id)}>${queueEntry(one)}</button>
              </li>`,
            )}
          </ul>
        </nav>
        <section class="case" tabindex="-1">
          ${
            chosen
              ? html`<button class="button small to-queue" type="button" @click=${() => this.#choose(undefined)}>${t('desk.back')}</button>${this.#case(chosen)}`
              : html`<p class="card pad muted">${t('desk.choose')}</p>`
          }
        </section>
      </div>
    </div>`;
  }

  #prepare(cases: readonly Case[]): TemplateResult {
    const counts = new Map<string, number>();
    for (const one of cases) {
      if (one.kind !== 'payout') continue;
      const { currency } = one.payout.net;
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
    }
    return html`<p class="row">
      ${[...counts].map(
        ([currency, n]) =>
          html`<button class="button primary" type="button" @click=${() => void this.#prepareOne(currency)}>${t('desk.prepare', { n, currency })}</button>`,
      )}
    </p>`;
  }

  async #prepareOne(currency: string): Promise<void> {
    try {
      const { id } = await prepareBatch(currency);
      toast(t('desk.prepared'));
      void this.#load.run();
      void navigate(`/operator/money?show=batches&case=${encodeURIComponent(id)}`);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #case(one: Case): TemplateResult {
    const changed = () => void this.#load.run();
    switch (one.kind) {
      case 'payout':
        return html`<portal-payout-case .payoutId=${one.id} @case-changed=${changed}></portal-payout-case>`;
      case 'batch':
        return html`<portal-batch-case .batchId=${one.id} @case-changed=${changed}></portal-batch-case>`;
      case 'hold':
        return holdCase(one.hold, changed);
      case 'event':
        return eventCase(one.event, changed);
      case 'method':
        return methodCase(one.method, changed);
      case 'dispute':
        return disputeCase(one.dispute, changed);
    }
  }

  #choose(id: string | undefined): void {
    this.chosen = id;
    const query = currentQuery();
    if (id) query.set('case', id);
    else query.delete('case');
    replaceQuery(query);
    // On a phone one takes the other's place, and the focus with it.
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(id ? '.case' : '.queue button')?.focus({ preventScroll: !id }),
    );
  }
}

define('portal-money-desk-page', MoneyDeskPage);
