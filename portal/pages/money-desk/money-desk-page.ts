import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type BankDisputeCase,
  type DeskPayout,
  getBankDisputes,
  getBatches,
  getDeskPayouts,
  getHolds,
  getUnmatchedEvents,
  type MoneyHold,
  type ProcessorEventShape,
  prepareBatch,
  type WireBatch,
} from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { payoutStatus, wireBatchStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { circleCheck } from '../../icons/icons.generated.ts';
import { currentQuery, navigate, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { boardStyles } from '../../styles/board.ts';
import './batch-case.ts';
import './ledger-case.ts';
import { disputeCase, eventCase, holdCase } from './other-cases.ts';
import './payout-case.ts';

const views = ['wires', 'batches', 'holds', 'held', 'ended', 'late', 'events', 'disputes', 'ledger'] as const;
type View = (typeof views)[number];

type Case =
  | { kind: 'payout'; id: string; payout: DeskPayout }
  | { kind: 'batch'; id: string; batch: WireBatch }
  | { kind: 'hold'; id: string; hold: MoneyHold }
  | { kind: 'event'; id: string; event: ProcessorEventShape }
  | { kind: 'dispute'; id: string; dispute: BankDisputeCase };

/** Queue left, case right: everything about money that waits for a person. */
class MoneyDeskPage extends PortalElement {
  static override pageStyles = [boardStyles];
  static override properties = { view: { attribute: false }, open: { attribute: false }, chosen: { state: true } };
  declare view: string;
  declare open: string | undefined;
  declare chosen: string | undefined;

  #load = new Task(this, {
    args: () => [this.#view] as const,
    task: ([view], { signal }) => casesOf(view, signal),
  });

  get #view(): View {
    return views.find((view) => view === this.view) ?? 'wires';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') || changed.has('view')) this.chosen = this.open;
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('desk.title'), t('desk.lead'))}
    ${pageTabs(
      t('desk.queue'),
      this.#view,
      views.map((value) => ({ value, label: t(`desk.${value}`), path: `/operator/money?show=${value}` })),
      (view) => {
        this.view = view;
        this.open = undefined;
      },
    )}
    ${
      this.#view === 'ledger'
        ? html`<portal-ledger-case></portal-ledger-case>`
        : this.#load.render({
            pending: () => html`<div class="card">${loading()}</div>`,
            error: (problem) => failed(problem, () => void this.#load.run()),
            complete: (cases) => this.#desk(cases),
          })
    }`;
  }

  #desk(cases: readonly Case[]): TemplateResult {
    if (cases.length === 0)
      return html`<div class="card">${empty(circleCheck, t('desk.empty'), t('desk.emptyText'))}</div>`;
    const chosen = cases.find(({ id }) => id === this.chosen);
    return html`${this.#view === 'wires' ? this.#prepare(cases) : nothing}
      <div class="desk">
        <nav class="card queue" aria-label=${t('desk.queue')}>
          <ul>
            ${cases.map(
              (one) => html`<li>
                <button type="button" aria-current=${one.id === this.chosen ? 'true' : nothing} @click=${() => this.#choose(one.id)}>${queueEntry(one)}</button>
              </li>`,
            )}
          </ul>
        </nav>
        <section class="case">
          ${chosen ? this.#case(chosen) : html`<p class="card pad muted">${t('desk.choose')}</p>`}
        </section>
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
      case 'dispute':
        return disputeCase(one.dispute);
    }
  }

  #choose(id: string): void {
    this.chosen = id;
    const query = currentQuery();
    query.set('case', id);
    replaceQuery(query);
  }
}

async function casesOf(view: View, signal: AbortSignal): Promise<Case[]> {
  switch (view) {
    case 'ledger':
      return [];
    case 'batches':
      return (await getBatches(signal)).items.map((batch) => ({ kind: 'batch', id: batch.id, batch }));
    case 'holds':
      return (await getHolds(signal)).items.map((hold) => ({ kind: 'hold', id: hold.id, hold }));
    case 'events':
      return (await getUnmatchedEvents(signal)).items.map((event) => ({ kind: 'event', id: event.id, event }));
    case 'disputes':
      return (await getBankDisputes(signal)).items.map((dispute) => ({ kind: 'dispute', id: dispute.id, dispute }));
    default:
      return (await getDeskPayouts(view, signal)).items.map((payout) => ({ kind: 'payout', id: payout.id, payout }));
  }
}

function queueEntry(one: Case): TemplateResult {
  switch (one.kind) {
    case 'payout': {
      const { freelancer, net, state, method, createdAt } = one.payout;
      return entry(freelancer.name, money(net), payoutStatus(state), html`${method.label}, ${timeAgo(createdAt)}`);
    }
    case 'batch': {
      const { messageId, controlSum, state, day } = one.batch;
      return entry(messageId, money(controlSum), wireBatchStatus(state), formatDate(day));
    }
    case 'hold':
      return entry(one.hold.freelancer.name, nothing, one.hold.reason, timeAgo(one.hold.placedAt));
    case 'event':
      return entry(one.event.kind, nothing, one.event.object.id, timeAgo(one.event.receivedAt));
    case 'dispute': {
      const { payment, amount, reason, openedAt } = one.dispute;
      return entry(payment.description, money(amount), reason, timeAgo(openedAt));
    }
  }
}

const entry = (name: string, sum: unknown, state: unknown, when: unknown): TemplateResult =>
  html`<span class="row apart"><strong>${name}</strong>${sum}</span>
    <span class="row apart small"><span>${state}</span><span class="muted">${when}</span></span>`;

define('portal-money-desk-page', MoneyDeskPage);
