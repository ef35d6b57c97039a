import type { Money } from '@portico/api/money/money.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../api/offers.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { recipientOf } from './offer-words.ts';

/** Who pays what and who gets what, fees included, for the whole or for one hour. */
export function offerAmounts(offer: Offer): TemplateResult | typeof nothing {
  const { amounts } = offer;
  if (!amounts) return nothing;
  const line = (label: string, money: Money, isTotal = false) =>
    html`<div class="sum-line ${isTotal ? 'total' : ''}"><span>${label}</span><span class="money">${formatMoney(money)}</span></div>`;
  return html`<div class="sums">
    <p class="muted small">${amounts.basis === 'hour' ? t('offer.perHourEach') : t('offer.forTheWhole')}</p>
    ${line(t('offer.gross'), amounts.gross)} ${line(t('offer.clientFee'), amounts.clientFee)} ${line(t('offer.youPay'), amounts.clientTotal, true)}
    <p class="muted small under-sum">${t('offer.theyGet', { name: recipientOf(offer), net: formatMoney(amounts.freelancerNet), fee: formatMoney(amounts.freelancerFee) })}</p>
  </div>`;
}
