import { purchaseOrderMaxLength } from '@portico/api/money/invoices/invoice.ts';
import { html, type TemplateResult } from 'lit';
import { type Invoice, setPurchaseOrder } from '../../api/invoices.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** The purchase order that was "not yet" when something was bought. */
class PurchaseOrderDialog extends DialogForm {
  static override properties = { ...FormElement.properties, purchaseOrder: { state: true } };
  protected heading = t('invoices.nameOrder');
  protected submitLabel = t('invoices.saveOrder');
  declare purchaseOrder: string;
  readonly #invoice: Invoice;
  readonly #etag: string | undefined;
  readonly #done: () => void;

  constructor(invoice: Invoice, etag: string | undefined, done: () => void) {
    super();
    this.#invoice = invoice;
    this.#etag = etag;
    this.#done = done;
    this.purchaseOrder = '';
  }

  protected fields(): TemplateResult {
    return html`<p>${t('invoices.orderText')}</p>
      ${textField({
        id: 'purchaseOrder',
        label: t('invoices.purchaseOrder'),
        value: this.purchaseOrder,
        maxlength: purchaseOrderMaxLength,
        error: this.errors.purchaseOrder,
        onInput: (value) => {
          this.purchaseOrder = value;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const purchaseOrder = this.purchaseOrder.trim();
    return this.submit(event, { purchaseOrder: purchaseOrder === '' && t('invoices.orderMissing') }, async () => {
      await setPurchaseOrder(this.#invoice.id, purchaseOrder, this.#etag);
      toast(t('invoices.orderSaved'));
      this.#done();
    });
  }
}

define('portal-purchase-order-dialog', PurchaseOrderDialog);

export const openPurchaseOrder = (invoice: Invoice, etag: string | undefined, done: () => void): void => {
  openDialog(new PurchaseOrderDialog(invoice, etag, done));
};
