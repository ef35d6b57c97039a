import type { OfferTerms, PaymentTerms, PurchaseOrderReference } from '@portico/api/hiring/offers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../../elements/money-field.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** The terms of an offer or a contract as facts, the same for both sides. */
export function termsFacts({
  payment,
  startsOn,
  endsOn,
  purchaseOrder,
  nda,
}: Omit<OfferTerms, 'text' | 'title' | 'template'>): TemplateResult {
  return html`<dl class="facts">
      <dt>${t('terms.payment')}</dt><dd>${payment ? paymentWords(payment) : t('terms.open')}</dd>
      ${
        payment?.kind === 'hourly'
          ? html`<dt>${t('terms.weeklyLimit')}</dt><dd>${payment.weeklyLimitHours === null ? t('terms.noLimit') : t('terms.hours', { n: payment.weeklyLimitHours })}</dd>
              <dt>${t('terms.manualTime')}</dt><dd>${payment.manualTimeAllowed ? t('terms.allowed') : t('terms.notAllowed')}</dd>`
          : nothing
      }
      <dt>${t('terms.starts')}</dt><dd>${startsOn ? formatDate(startsOn) : t('terms.onSigning')}</dd>
      <dt>${t('terms.ends')}</dt><dd>${endsOn ? formatDate(endsOn) : t('terms.open')}</dd>
      ${purchaseOrder ? html`<dt>${t('terms.purchaseOrder')}</dt><dd>${orderWords(purchaseOrder)}</dd>` : nothing}
      <dt>${t('terms.nda')}</dt><dd>${nda ? t('terms.ndaYes') : t('terms.ndaNo')}</dd>
    </dl>
    ${payment?.kind === 'fixed' ? milestoneTable(payment) : nothing}`;
}

export function paymentWords(payment: PaymentTerms): TemplateResult {
  return payment.kind === 'hourly'
    ? html`${money(payment.rate)} <span class="muted">${t('propose.perHour')}</span>`
    : html`${money(payment.total)} <span class="muted">${t('terms.fixed')}</span>`;
}

const orderWords = (order: PurchaseOrderReference): string =>
  order.kind === 'number' ? order.number : t('terms.orderNotYet');

const milestoneTable = ({ milestones, total }: PaymentTerms & { kind: 'fixed' }) =>
  html`<table class="table cards" aria-label=${t('propose.milestones')}>
    <thead>
      <tr><th scope="col">${t('terms.milestone')}</th><th scope="col">${t('propose.milestoneDue')}</th><th scope="col" class="end">${t('propose.milestoneAmount')}</th></tr>
    </thead>
    <tbody>
      ${milestones.map(
        ({ description, dueOn, amount }, index) =>
          html`<tr>
            <td>${index + 1}. ${description}</td>
            <td data-label=${t('propose.milestoneDue')}>${dueOn ? formatDate(dueOn) : nothing}</td>
            <td class="end" data-label=${t('propose.milestoneAmount')}>${money(amount)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr><th scope="row" colspan="2">${t('propose.sum')}</th><td class="end strong">${formatMoney(total)}</td></tr>
    </tfoot>
  </table>`;
