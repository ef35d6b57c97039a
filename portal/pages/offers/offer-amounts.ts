import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../api/offers.ts';
import { sums } from '../../elements/sums.ts';
import { formatAlike, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { recipientOf } from './offer-words.ts';

/** Who pays what and who gets what, fees included, for the whole or for one hour. */
export function offerAmounts(offer: Offer): TemplateResult | typeof nothing {
  const { amounts } = offer;
  if (!amounts) return nothing;
  const shown = formatAlike([amounts.gross, amounts.clientFee, amounts.clientTotal]);
  return html`<p class="muted small">${amounts.basis === 'hour' ? t('offer.perHourEach') : t('offer.forTheWhole')}</p>
    ${sums([
      { label: t('offer.gross'), value: shown(amounts.gross) },
      { label: t('offer.clientFee'), value: shown(amounts.clientFee) },
      { label: t('offer.youPay'), value: shown(amounts.clientTotal), isTotal: true },
    ])}
    <p class="muted small">${t('offer.theyGet', { name: recipientOf(offer), net: formatMoney(amounts.freelancerNet), fee: formatMoney(amounts.freelancerFee) })}</p>`;
}
