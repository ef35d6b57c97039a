import { html, nothing, type TemplateResult } from 'lit';
import type { PurchaseOrder } from '../../api/spending.ts';
import { exactMoney, type MoneyValue } from '../../elements/money-field.ts';
import { sums } from '../../elements/sums.ts';
import { exactMoneyWords, formatMoney, formatPercent } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

const parts = ['paid', 'held', 'openOffers', 'fixedRest', 'weeklyExposure'] as const;

/** How much of a sum is gone, as a bar with its words. Set as a property: a style attribute is against the page's policy. */
export const useMeter = (usedPercent: number): TemplateResult =>
  html`<div class="use-meter ${usedPercent >= 100 ? 'over' : ''}">
    <span class="money">${formatPercent(usedPercent)}</span>
    <div class="burn-bar" aria-hidden="true"><i .style=${`inline-size: ${Math.min(100, usedPercent)}%`}></i></div>
  </div>`;

/** Every part of a purchase order beside the others, and under them their figures. */
export function burnDown({ use, amount, usedPercent }: PurchaseOrder): TemplateResult {
  const whole = Math.max(
    amount.amountMinor,
    parts.reduce((sum, part) => sum + use[part].amountMinor, 0),
  );
  return html`<p><strong>${t('purchaseOrders.usedOf', { percent: formatPercent(usedPercent), amount: formatMoney(amount) })}</strong></p>
    <div class="burn-bar" aria-hidden="true">
      ${parts.map((part) =>
        use[part].amountMinor > 0
          ? html`<i class=${part} .style=${`inline-size: ${(use[part].amountMinor / whole) * 100}%`}></i>`
          : nothing,
      )}
    </div>
    ${sums([
      ...parts.map((part) => ({
        label: html`<span class="burn-key ${part}">${t(`purchaseOrders.${part}`)}</span>`,
        value: exactMoney(use[part]),
      })),
      { label: t('purchaseOrders.left'), value: signed(use.left), isTotal: true },
    ])}`;
}

/** Below zero it is said by the sign, and shown in the color of danger. */
export const signed = (value: MoneyValue): TemplateResult =>
  html`<span class="money ${value.amountMinor < 0 ? 'below' : ''}">${exactMoneyWords(value)}</span>`;
