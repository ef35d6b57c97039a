import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  cancelPayout,
  getOwnMoney,
  getPayoutMethods,
  getPayouts,
  type OwnMoney,
  type Payout,
  type PayoutMethods,
} from '../../api/payouts.ts';
import { dataList } from '../../elements/data-list.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { payoutStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { info, send, triangleAlert } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { moneyFigures } from '../earnings/money-places.ts';
import { openRequestPayout } from './request-payout-dialog.ts';
import './schedule-card.ts';

type Loaded = { own: OwnMoney; methods: PayoutMethods; payouts: readonly Payout[]; nextCursor: string | null };

/** What is available goes out from here, and what went out is listed. */
class PayoutsPage extends PortalElement {
  static override properties = { more: { state: true }, cursor: { state: true } };
  declare more: readonly Payout[];
  declare cursor: string | null;

  constructor() {
    super();
    this.more = [];
    this.cursor = null;
  }

  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Loaded> => {
      const [own, methods, page] = await Promise.all([
        getOwnMoney(signal),
        getPayoutMethods(signal),
        getPayouts(undefined, signal),
      ]);
      return { own, methods, payouts: page.items, nextCursor: page.nextCursor };
    },
    onComplete: ({ nextCursor }) => {
      this.more = [];
      this.cursor = nextCursor;
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('payouts.title'), t('payouts.lead'), known ? this.#actions(known) : nothing)}
    ${this.#load.render({
      pending: () => (known ? this.#page(known) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (loaded) => this.#page(loaded),
    })}`;
  }

  #actions({ own, methods }: Loaded): TemplateResult {
    const usable = methods.items.filter(({ state }) => state === 'usable');
    return html`<a class="button" href=${href('/payouts/methods')}>${t('payouts.methods')}</a>
      ${
        usable.length > 0 && own.hasTaxForm && !own.isOnHold
          ? html`<button class="button primary" type="button" @click=${() => openRequestPayout({ own, methods: usable }, () => void this.#load.run())}>${t('payouts.request')}</button>`
          : nothing
      }`;
  }

  #page({ own, methods, payouts }: Loaded): TemplateResult {
    return html`<div class="stack">
      ${sandboxNote(own.isSandbox)} ${inTheWay(own, methods)} ${own.currencies.map(moneyFigures)}
      ${own.currencies.map(
        ({ currency }) =>
          html`<portal-schedule-card .currency=${currency} .methods=${methods.items}></portal-schedule-card>`,
      )}
      <section class="card">
        <header><h2>${t('payouts.list')}</h2></header>
        ${this.#list([...payouts, ...this.more])}
      </section>
    </div>`;
  }

  #list(payouts: readonly Payout[]): TemplateResult {
    if (payouts.length === 0)
      return nothingYet({ shape: send, title: t('payouts.none'), text: t('payouts.noneText'), next: 'itself' });
    return dataList<Payout>({
      name: 'payouts',
      label: t('payouts.list'),
      rows: payouts,
      keyOf: ({ id }) => id,
      nameOf: ({ method, amount }) => `${formatMoney(amount)} ${method.label}`,
      columns: [
        {
          id: 'to',
          label: t('payouts.to'),
          isLead: true,
          cell: ({ method }) => html`<strong>${method.label}</strong>`,
        },
        { id: 'when', label: t('payouts.when'), cell: ({ createdAt }) => timeAgo(createdAt) },
        { id: 'state', label: t('payouts.state'), cell: (payout) => this.#state(payout) },
        { id: 'amount', label: t('payouts.amount'), isEnd: true, cell: ({ amount }) => exactMoney(amount) },
        { id: 'fee', label: t('payouts.fee'), isEnd: true, isWide: true, cell: ({ fee }) => exactMoney(fee) },
        {
          id: 'withheld',
          label: t('payouts.withheld'),
          isEnd: true,
          isWide: true,
          cell: ({ withheld }) => exactMoney(withheld),
        },
        { id: 'net', label: t('payouts.net'), isEnd: true, cell: ({ net }) => exactMoney(net) },
      ],
      footer: this.cursor
        ? html`<button class="button" type="button" @click=${() => void this.#showMore()}>${t('list.more')}</button>`
        : nothing,
    });
  }

  #state(payout: Payout): TemplateResult {
    const { state, reason, arrivesAt, isHeld, isInBatch } = payout;
    const note = isHeld
      ? t('payouts.byOperator')
      : state === 'requested' && isInBatch
        ? t('payouts.inFile')
        : reason
          ? (wordsFor('payoutReason', reason) ?? reason)
          : arrivesAt
            ? t('earnings.arrives', { date: formatDate(arrivesAt) })
            : undefined;
    const mayCancel = state === 'requested' && !isInBatch;
    return html`${payoutStatus(state)}
      ${note ? html`<div class="muted small">${note}</div>` : nothing}
      ${mayCancel ? html`<button class="button small" type="button" @click=${() => this.#cancel(payout)}>${t('payouts.cancel')}</button>` : nothing}`;
  }

  #cancel({ id, amount }: Payout): void {
    const text = t('payouts.cancelText', { amount: formatMoney(amount) });
    confirmThen({ title: t('payouts.cancelTitle'), text, confirm: t('payouts.cancelNow') }, async () => {
      await cancelPayout(id);
      toast(t('payouts.cancelled'));
      void this.#load.run();
    });
  }

  async #showMore(): Promise<void> {
    const { items, nextCursor } = await getPayouts(this.cursor ?? undefined);
    this.more = [...this.more, ...items];
    this.cursor = nextCursor;
  }
}

/** What has to be done before anything can go out. */
function inTheWay({ isOnHold, hasTaxForm, hasUsableMethod }: OwnMoney, { waitDays, items }: PayoutMethods) {
  return html`${isOnHold ? notice('warning', triangleAlert, t('payouts.isHeld')) : nothing}
    ${hasTaxForm ? nothing : notice('info', info, html`${t('payouts.needForm')} <a href=${href('/tax')}>${t('payouts.signForm')}</a>`)}
    ${
      hasUsableMethod || items.some(({ state }) => state === 'waiting')
        ? nothing
        : notice(
            'info',
            info,
            html`${t('payouts.needMethod', { n: waitDays })} <a href=${href('/payouts/methods')}>${t('payouts.addMethod')}</a>`,
          )
    }`;
}

define('portal-payouts-page', PayoutsPage);
