import { html, type TemplateResult } from 'lit';
import { noteBankTransfer, type OpenInvoice } from '../../api/credit.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { exactWords } from '../invoices/figures.ts';

/** Money that the bank account shows for an invoice. */
class BankTransferDialog extends DialogForm {
  static override properties = { ...FormElement.properties, amount: { state: true }, reference: { state: true } };
  protected heading: string;
  protected submitLabel = t('credit.noteTransfer');
  declare amount: MoneyValue | null | undefined;
  declare reference: string;
  readonly #invoice: OpenInvoice;
  readonly #done: () => void;
  #key = crypto.randomUUID();

  constructor(invoice: OpenInvoice, done: () => void) {
    super();
    this.#invoice = invoice;
    this.#done = done;
    this.heading = t('credit.transferTitle', { number: invoice.number });
    this.amount = invoice.open;
    this.reference = '';
  }

  protected fields(): TemplateResult {
    const { open, tenant } = this.#invoice;
    return html`<p>${t('credit.transferText', { name: tenant.name })}</p>
      ${moneyField({
        id: 'amount',
        label: t('transactions.amount'),
        hint: t('invoices.openHint', { amount: exactWords(open) }),
        error: this.errors.amount,
        value: this.amount ?? null,
        currency: open.currency,
        onChange: (value) => {
          this.amount = value;
        },
      })}
      ${textField({
        id: 'reference',
        label: t('credit.reference'),
        hint: t('credit.referenceHint'),
        value: this.reference,
        maxlength: 140,
        error: this.errors.reference,
        onInput: (value) => {
          this.reference = value;
        },
      })}`;
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('amount') ? 'amount' : id;
  }

  protected send(event: Event): Promise<boolean> {
    const { amount } = this;
    const reference = this.reference.trim();
    const found = {
      amount: !amount && t('invoices.amountMissing'),
      reference: reference === '' && t('credit.referenceMissing'),
    };
    return this.submit(event, found, async () => {
      try {
        await noteBankTransfer(this.#invoice.id, { amount: amount!, reference }, this.#key);
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500)
          this.#key = crypto.randomUUID();
        throw problem;
      }
      toast(t('credit.noted'));
      this.#done();
    });
  }
}

define('portal-bank-transfer-dialog', BankTransferDialog);

export const openBankTransfer = (invoice: OpenInvoice, done: () => void): void => {
  openDialog(new BankTransferDialog(invoice, done));
};
