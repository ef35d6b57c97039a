import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { confirmPayment, getPayment, giveUpPayment, type PaymentShape } from '../../api/payments.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { backLink } from '../../elements/back-link.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { check, circleAlert, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { paidForWords } from '../invoices/paid-for.ts';
import { openFrame } from '../payment-methods/open-frame.ts';

const marks: Record<PaymentShape['state'], TagKind> = {
  pending: 'warning',
  actionNeeded: 'warning',
  posted: 'success',
  voided: 'danger',
};

/** One payment to the cent; where its bank asks, it is answered here. */
class PaymentPage extends PortalElement {
  static override properties = { paymentId: { attribute: false }, payment: { state: true }, isBusy: { state: true } };
  declare paymentId: string;
  declare payment: PaymentShape | undefined;
  declare isBusy: boolean;

  #load = new Task(this, {
    args: () => [this.paymentId] as const,
    task: ([id], { signal }) => getPayment(id, signal),
    onComplete: (payment) => {
      this.payment = payment;
    },
  });

  protected override render(): TemplateResult {
    return html`${backLink('/billing/methods', t('payMethods.title'))}
      ${this.#load.render({
        pending: () => html`${pageHead(t('payPage.title'))}<div class="card">${loading()}</div>`,
        error: (problem) => html`${pageHead(t('payPage.title'))}${failed(problem, () => void this.#load.run())}`,
        complete: () => (this.payment ? this.#whole(this.payment) : loading()),
      })}`;
  }

  #whole(payment: PaymentShape): TemplateResult {
    const { state, refusal, isDisputed, processor } = payment;
    const reason = wordsFor('refusalReason', refusal ?? '') ?? (refusal ?? '').replaceAll('_', ' ');
    return html`${pageHead(nameOf(payment), tag(marks[state], t(`paymentState.${state}`)))}
      <div class="stack">
        ${sandboxNote(processor === 'sandbox')}
        ${payment.nextAction ? this.#question(payment) : nothing}
        ${state === 'voided' && refusal ? notice('danger', circleAlert, t('payPage.declined', { reason })) : nothing}
        ${isDisputed ? notice('warning', circleAlert, html`${t('payPage.disputed')} <a href=${href('/billing/disputes')}>${t('bankDisputes.title')}</a>`) : nothing}
        ${sums(payment)} ${refunds(payment)}
      </div>`;
  }

  #question(payment: PaymentShape): TemplateResult {
    const { total, method, confirmBy, nextAction } = payment;
    const words = { total: formatMoney(total), method, for: nameOf(payment), date: formatDate(confirmBy ?? '') };
    return html`<section class="card pad stack close" aria-live="polite">
      <h2>${t('payPage.asks')}</h2>
      <p>${t('payPage.asksText', words)}</p>
      <div class="row">
        ${
          nextAction?.kind === 'frame'
            ? actionButton({ label: t('payPage.openFrame'), kind: 'primary', run: () => this.#toFrame(payment) })
            : html`${actionButton({ label: t('payPage.confirm', { total: words.total }), kind: 'primary', shape: check, run: () => void this.#act(() => confirmPayment(payment.id, true)) })}
              ${actionButton({ label: t('payPage.refuse'), shape: x, run: () => void this.#act(() => confirmPayment(payment.id, false)) })}`
        }
        ${actionButton({ label: t('payPage.giveUp'), kind: 'plain', run: () => void this.#act(() => giveUpPayment(payment.id)) })}
      </div>
    </section>`;
  }

  #toFrame({ id, nextAction }: PaymentShape): void {
    if (nextAction?.kind !== 'frame' || !nextAction.publishableKey) return;
    const { clientSecret, publishableKey } = nextAction;
    openFrame({ kind: 'payment', id, clientSecret, publishableKey });
  }

  async #act(work: () => Promise<PaymentShape>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      this.payment = await work();
      const { state } = this.payment;
      toast(t(state === 'posted' ? 'payPage.confirmed' : state === 'voided' ? 'payPage.refused' : 'payPage.waiting'));
    } catch (problem) {
      toast(problemWords(problem));
      void this.#load.run();
    } finally {
      this.isBusy = false;
    }
  }
}

/** What is funded has a name of its own; the balance is named in the reader’s language. */
const nameOf = ({ purpose, description }: PaymentShape): string =>
  wordsFor('paymentPurpose', purpose) ?? paidForWords(description);

function sums(payment: PaymentShape): TemplateResult {
  const { amount, fee, initiation, tax, total, method, createdAt, settledAt } = payment;
  const line = (label: string, value: PaymentShape['amount']) =>
    value.amountMinor === 0 ? nothing : html`<li><span class="grow">${label}</span>${money(value)}</li>`;
  return html`<section class="card">
    <ul class="rows">
      ${line(t('payPage.amount'), amount)} ${line(t('payPage.fee'), fee)} ${line(t('payPage.initiation'), initiation)}
      ${line(t('payPage.tax'), tax)}
      <li><strong class="grow">${t('payPage.total')}</strong><strong>${money(total)}</strong></li>
    </ul>
    <dl class="facts pad">
      <dt>${t('payPage.from')}</dt><dd>${method}</dd>
      <dt>${t('payPage.at')}</dt><dd>${timeAgo(createdAt)}</dd>
      ${settledAt ? html`<dt>${t('payPage.settledAt')}</dt><dd>${timeAgo(settledAt)}</dd>` : nothing}
    </dl>
  </section>`;
}

function refunds({ refunds: given }: PaymentShape): TemplateResult | typeof nothing {
  if (given.length === 0) return nothing;
  return html`<section class="card">
    <header><h2>${t('payPage.refunds')}</h2></header>
    <ul class="rows">
      ${given.map(
        ({ amount, fee, tax, state, reason, createdAt }) => html`<li>
          <span class="grow">${reason}
            <div class="small muted">${timeAgo(createdAt)}${fee.amountMinor + tax.amountMinor > 0 ? `, ${t('payPage.refundFee')}` : ''}</div>
          </span>
          ${tag(state === 'pending' ? 'warning' : state === 'posted' ? 'success' : 'danger', t(`refundState.${state}`))}
          ${money({ ...amount, amountMinor: amount.amountMinor + fee.amountMinor + tax.amountMinor })}
        </li>`,
      )}
    </ul>
  </section>`;
}

define('portal-payment-page', PaymentPage);
