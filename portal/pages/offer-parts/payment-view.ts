import type { Money } from '@portico/api/money/money.ts';
import { html, type TemplateResult } from 'lit';
import type { MilestoneTerms, PaymentTerms } from '../../api/offers.ts';
import { sums } from '../../elements/sums.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** How something pays in one line, for lists. */
export const paymentWords = (payment: PaymentTerms | null): string => {
  if (!payment) return t('offer.noPayment');
  return payment.kind === 'fixed'
    ? formatMoney(payment.total)
    : t('jobPost.perHour', { rate: formatMoney(payment.rate) });
};

/** How an offer or a contract pays, the same for both sides. */
export function paymentView(payment: PaymentTerms | null): TemplateResult {
  if (!payment) return html`<p class="muted">${t('offer.noPayment')}</p>`;
  if (payment.kind === 'fixed') return milestoneSums(payment.milestones, payment.total);
  const { weeklyLimitHours, manualTimeAllowed } = payment;
  return html`<dl class="facts number">
    <dt>${t('offer.rate')}</dt><dd><strong class="money">${paymentWords(payment)}</strong></dd>
    <dt>${t('offer.weeklyLimit')}</dt><dd>${weeklyLimitHours === null ? t('offer.noLimit') : t('freelancer.hours', { n: weeklyLimitHours })}</dd>
    <dt>${t('offer.manualTime')}</dt><dd>${manualTimeAllowed ? t('proposal.yes') : t('proposal.no')}</dd>
  </dl>`;
}

export const milestoneSums = (milestones: readonly MilestoneTerms[], total: Money): TemplateResult =>
  sums([
    ...milestones.map(({ description, dueOn, amount }, index) => ({
      label: description || t('milestones.what', { n: index + 1 }),
      note: dueOn ? `· ${formatDate(dueOn)}` : '',
      value: formatMoney(amount),
    })),
    { label: t('offer.total'), value: formatMoney(total), isTotal: true },
  ]);
