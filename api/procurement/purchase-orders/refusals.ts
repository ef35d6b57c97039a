import { formatMoney, money } from '../../money/money.ts';
import { conflict, Refusal, unprocessable } from '../../platform/http/problem.ts';
import type { PurchaseOrderRow } from './table.ts';

/** Why something cannot be put on a purchase order; each says what is left to do. */

export const purchaseOrderUnknown = (number: string) =>
  unprocessable(
    'purchase_order_unknown',
    `There is no purchase order ${number}; nothing was changed. Choose one that is open, or say “not yet”.`,
    [{ pointer: '/purchaseOrder', code: 'purchase_order_unknown', message: `There is no purchase order ${number}.` }],
  );

export const purchaseOrderNotYours = ({ number }: Pick<PurchaseOrderRow, 'number'>) =>
  new Refusal(
    403,
    'purchase_order_not_yours',
    `Purchase order ${number} is kept for other teams or people; nothing was changed. Choose another or ask who keeps it.`,
  );

export const purchaseOrderOtherCostCenter = (number: string, allowed: readonly string[]) =>
  conflict(
    'purchase_order_other_cost_center',
    `Purchase order ${number} pays for cost center ${allowed.join(', ')} only; nothing was changed. Choose one of them.`,
  );

export const purchaseOrderOtherCurrency = ({ number, currency }: PurchaseOrderRow, asked: string) =>
  unprocessable(
    'purchase_order_other_currency',
    `Purchase order ${number} is in ${currency} and this is in ${asked}; nothing was changed. Choose one in ${asked}.`,
  );

/** What keeps an amount off a purchase order that is there and may be used. */
export function whyRefused(row: PurchaseOrderRow, more: number, currency: string, nowMs: number): Refusal {
  const { number, state, validThrough, validFrom } = row;
  if (row.currency !== currency) return purchaseOrderOtherCurrency(row, currency);
  if (state === 'closed')
    return conflict(
      'purchase_order_closed',
      `Purchase order ${number} is closed; nothing was changed. Choose another, or have it reopened.`,
    );
  if (state === 'draft')
    return conflict(
      'purchase_order_draft',
      `Purchase order ${number} is still a draft; nothing was changed. Open it first, or choose another.`,
    );
  if (state === 'expired' || row.endsAt <= nowMs)
    return conflict(
      'purchase_order_expired',
      `Purchase order ${number} was valid through ${validThrough}; nothing was changed. Choose another, or have it extended.`,
    );
  if (row.startsAt > nowMs)
    return conflict(
      'purchase_order_not_valid_yet',
      `Purchase order ${number} is valid from ${validFrom}; nothing was changed. Choose another until then.`,
    );
  const words = (amountMinor: number) => formatMoney(money(amountMinor, row.currency), 'en');
  const left = row.amountMinor - row.committedMinor - row.spentMinor;
  return conflict(
    'purchase_order_exceeded',
    `This takes ${words(more)} of purchase order ${number} and ${words(Math.max(0, left))} are left; nothing was changed. Choose another, or have its amount raised.`,
  );
}
