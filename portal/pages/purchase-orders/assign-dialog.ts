import { html, type TemplateResult } from 'lit';
import {
  assignWaiting,
  getPurchaseOrders,
  type PurchaseOrderSummary,
  type WaitingForPurchaseOrder,
} from '../../api/spending.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** The number that somebody said “not yet” to. */
class AssignDialog extends DialogForm {
  static override properties = { ...FormElement.properties, orders: { state: true }, orderId: { state: true } };
  protected heading = t('procurement.assign');
  protected submitLabel = t('procurement.assign');
  declare orders: readonly PurchaseOrderSummary[];
  declare orderId: string;
  readonly #waiting: readonly WaitingForPurchaseOrder[];
  readonly #done: () => void;

  constructor(waiting: readonly WaitingForPurchaseOrder[], done: () => void) {
    super();
    this.#waiting = waiting;
    this.#done = done;
    this.orders = [];
    this.orderId = '';
    void getPurchaseOrders({ state: 'open' }).then((orders) => {
      this.orders = orders;
    });
  }

  protected fields(): TemplateResult {
    const sums = Map.groupBy(this.#waiting, ({ open }) => open.currency);
    const amounts = [...sums]
      .filter(([currency]) => currency.trim() !== '')
      .map(([currency, rows]) =>
        formatMoney({ currency, amountMinor: rows.reduce((sum, { open }) => sum + open.amountMinor, 0) }),
      );
    return html`<p>${t('procurement.assignText', { amount: amounts.join(' + ') || '0' })}</p>
      ${selectField({
        id: 'orderId',
        label: t('jobPost.purchaseOrder'),
        value: this.orderId,
        error: this.errors.orderId,
        choices: [
          { value: '', label: '–' },
          ...this.orders.map(({ id, number, title, left }) => ({
            value: id,
            label: [number, title, t('procurement.left', { amount: formatMoney(left) })].filter(Boolean).join(' · '),
          })),
        ],
        onChange: (orderId) => {
          this.orderId = orderId;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, { orderId: !this.orderId && t('purchaseOrders.missing') }, async () => {
      const { number } = await assignWaiting(
        this.orderId,
        this.#waiting.map(({ id }) => id),
      );
      toast(t('procurement.assigned', { number }));
      this.#done();
    });
  }
}

define('portal-assign-dialog', AssignDialog);

export const openAssignment = (waiting: readonly WaitingForPurchaseOrder[], done: () => void): void => {
  openDialog(new AssignDialog(waiting, done));
};
