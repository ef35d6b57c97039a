import { html, type TemplateResult } from 'lit';
import { type Billing, type PaymentShape, prefund } from '../../api/payments.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { methodWords } from './method-words.ts';

/** Says from where to where how much goes before the button, and what came of it after. */
class PrefundDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    amount: { state: true },
    methodId: { state: true },
    currency: { state: true },
  };
  protected heading = t('prefund.title');
  declare amount: MoneyValue | null | undefined;
  declare methodId: string;
  declare currency: string;
  readonly #billing: Billing;
  readonly #onPaid: () => void;
  /** A press that is repeated pays once. */
  #key = crypto.randomUUID();
  #next: string | undefined;

  constructor(billing: Billing, onPaid: () => void) {
    super();
    this.#billing = billing;
    this.#onPaid = onPaid;
    this.amount = null;
    this.currency = billing.balances[0]?.currency ?? 'USD';
    const usable = billing.methods.filter(({ isUsable }) => isUsable);
    this.methodId = (usable.find(({ isDefault }) => isDefault) ?? usable[0])?.id ?? '';
  }

  protected get submitLabel(): string {
    return this.amount ? t('prefund.send', { amount: formatMoney(this.amount) }) : t('prefund.sendNone');
  }

  protected fields(): TemplateResult {
    const methods = this.#billing.methods.filter(({ isUsable }) => isUsable);
    const chosen = methods.find(({ id }) => id === this.methodId);
    return html`<p class="muted">${t('prefund.text')}</p>
      ${sandboxNote(this.#billing.processor.isSandbox)}
      <div class="halves">
        ${moneyField({
          id: 'amount',
          label: t('prefund.amount'),
          error: this.errors.amount,
          value: this.amount ?? null,
          currency: this.currency,
          onChange: (amount) => {
            this.amount = amount;
            this.#changed();
          },
        })}
        ${selectField({
          id: 'currency',
          label: t('prefund.currency'),
          value: this.currency,
          choices: ['USD', 'EUR', 'GBP', 'CHF', 'JPY'].map((value) => ({ value, label: value })),
          onChange: (currency) => {
            this.currency = currency;
            this.amount = null;
            this.#changed();
          },
        })}
      </div>
      ${selectField({
        id: 'methodId',
        label: t('prefund.from'),
        value: this.methodId,
        choices: methods.map((method) => ({ value: method.id, label: methodWords(method) })),
        onChange: (methodId) => {
          this.methodId = methodId;
          this.#changed();
        },
      })}
      ${this.amount && chosen ? html`<p>${t('prefund.what', { amount: formatMoney(this.amount), method: methodWords(chosen, true) })}</p>` : ''}`;
  }

  #changed(): void {
    this.errors = {};
    this.#key = crypto.randomUUID();
  }

  protected send(event: Event): Promise<boolean> {
    const { amount, methodId } = this;
    const missing = amount === null ? t('prefund.amountMissing') : t('prefund.amountWrong');
    return this.submit(event, { amount: !amount && missing }, async () => {
      const paid = await this.#pay({ amount: amount!, methodId });
      const words = { amount: formatMoney(paid.total) };
      if (paid.state === 'actionNeeded') this.#next = `/billing/payments/${paid.id}`;
      else toast(paid.state === 'posted' ? t('prefund.done', words) : t('prefund.underWay', words));
      this.#onPaid();
    });
  }

  protected override closed(): void {
    if (this.#next) void navigate(this.#next);
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('amount') ? 'amount' : id;
  }

  /** A refused card is over: pressing again tries it anew. Without an answer it may have been charged, so the key stays. */
  async #pay(given: { amount: MoneyValue; methodId: string }): Promise<PaymentShape> {
    try {
      return await prefund(given, this.#key);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 402) this.#key = crypto.randomUUID();
      throw problem;
    }
  }
}

define('portal-prefund-dialog', PrefundDialog);

export const openPrefund = (billing: Billing, onPaid: () => void): void => {
  openDialog(new PrefundDialog(billing, onPaid));
};
