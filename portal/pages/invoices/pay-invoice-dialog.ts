import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type FundingChoices,
  getPayingSources,
  type Invoice,
  type PayingSource,
  payInvoice,
} from '../../api/invoices.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { exactWords } from './figures.ts';

type Choice = { value: string; label: string; hint?: string; source: PayingSource };

/** From which source, how much, and what of it becomes free again: said before the button. */
class PayInvoiceDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    chosen: { state: true },
    amount: { state: true },
  };
  protected heading: string;
  protected submitLabel = t('invoices.pay');
  declare chosen: string;
  declare amount: MoneyValue | null | undefined;
  readonly #invoice: Invoice;
  readonly #done: () => void;
  /** One key for one intent: a second press, or a repeat after confirming who it is, pays once. */
  #key = crypto.randomUUID();

  #sources = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => getPayingSources(signal),
    onComplete: (sources) => {
      this.chosen = this.#choices(sources)[0]?.value ?? '';
    },
  });

  constructor(invoice: Invoice, done: () => void) {
    super();
    this.#invoice = invoice;
    this.#done = done;
    this.heading = t('invoices.payTitle', { number: invoice.number ?? '' });
    this.chosen = '';
    this.amount = invoice.open;
  }

  protected fields(): TemplateResult {
    return html`${this.#sources.render({
      pending: () => loading(3),
      error: (problem) => failed(problem, () => void this.#sources.run()),
      complete: (sources) => this.#form(sources),
    })}`;
  }

  #form(sources: FundingChoices): TemplateResult {
    const { currency } = this.#invoice.open;
    const choices = this.#choices(sources);
    const chosen = choices.find(({ value }) => value === this.chosen);
    if (choices.length === 0) return html`<p>${t('invoices.noSource')}</p>`;
    return html`${sources.processor.isSandbox ? html`<p class="muted small">${t('invoices.sandbox')}</p>` : nothing}
      ${radios({
        name: 'source',
        label: t('invoices.payFrom'),
        value: this.chosen,
        choices,
        error: this.errors.source,
        onChange: (value) => {
          this.chosen = value;
        },
      })}
      ${moneyField({
        id: 'amount',
        label: t('transactions.amount'),
        hint: t('invoices.openHint', { amount: exactWords(this.#invoice.open) }),
        error: this.errors.amount,
        value: this.amount ?? null,
        currency,
        onChange: (value) => {
          this.amount = value;
        },
      })}
      ${this.amount && chosen ? html`<p role="status">${t('invoices.payWhat', { amount: exactWords(this.amount), source: chosen.label })}</p>` : nothing}`;
  }

  /** An invoice for credit is not paid with credit. */
  #choices({ items }: FundingChoices): Choice[] {
    const { currency } = this.#invoice.open;
    return items.flatMap(({ source, label, available }): Choice[] => {
      if (source.kind === 'method') return [{ value: source.methodId, label, source }];
      if (source.kind !== 'balance') return [];
      const mine = available.find((one) => one.currency === currency);
      if (!mine) return [];
      const hint = t('invoices.available', { amount: exactWords(mine) });
      return [{ value: 'balance', label: t('invoices.balance'), hint, source }];
    });
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('amount') ? 'amount' : id;
  }

  protected send(event: Event): Promise<boolean> {
    const { amount } = this;
    const source = this.#sources.value
      ? this.#choices(this.#sources.value).find(({ value }) => value === this.chosen)?.source
      : undefined;
    const found = { amount: !amount && t('invoices.amountMissing'), source: !source && t('invoices.noSource') };
    return this.submit(event, found, async () => {
      const paid = await this.#pay(source!, amount!);
      const isWaiting = paid.pending.amountMinor > 0;
      toast(isWaiting ? t('invoices.paying') : t('invoices.wasPaid', { amount: exactWords(amount!) }));
      this.#done();
    });
  }

  /** What was refused is over: the next press is a new intent. What nobody answered is the same one. */
  async #pay(source: PayingSource, amount: MoneyValue): Promise<Invoice> {
    try {
      return await payInvoice(this.#invoice.id, { source, amount }, this.#key);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500)
        this.#key = crypto.randomUUID();
      throw problem;
    }
  }
}

define('portal-pay-invoice-dialog', PayInvoiceDialog);

export const openPayInvoice = (invoice: Invoice, done: () => void): void => {
  openDialog(new PayInvoiceDialog(invoice, done));
};
