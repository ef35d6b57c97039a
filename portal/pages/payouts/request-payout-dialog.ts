import { html, nothing, type TemplateResult } from 'lit';
import { type OwnMoney, type PayoutMethod, type PayoutQuote, quotePayout, requestPayout } from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, money, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { notice } from '../../elements/states.ts';
import { triangleAlert } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatDeduction, formatMoney, formatPercent } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

type Given = { own: OwnMoney; methods: readonly PayoutMethod[] };

/** Says from where, to where, what it costs and what arrives before the button; the same after it. */
class RequestPayoutDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    methodId: { state: true },
    amount: { state: true },
    quote: { state: true },
  };
  protected heading = t('payouts.requestTitle');
  declare methodId: string;
  declare amount: MoneyValue | null | undefined;
  declare quote: PayoutQuote | undefined;
  readonly #given: Given;
  readonly #onDone: () => void;
  /** A press that is repeated pays once. */
  #key = crypto.randomUUID();
  #asking: AbortController | undefined;

  constructor(given: Given, onDone: () => void) {
    super();
    this.#given = given;
    this.#onDone = onDone;
    this.methodId = given.methods[0]!.id;
    this.amount = this.#available;
    void this.#ask();
  }

  get #method(): PayoutMethod {
    return this.#given.methods.find(({ id }) => id === this.methodId)!;
  }

  get #available(): MoneyValue {
    const { currency } = this.#method;
    return this.#given.own.currencies.find((of) => of.currency === currency)?.available ?? { amountMinor: 0, currency };
  }

  protected get submitLabel(): string {
    return this.amount ? t('payouts.pay', { amount: formatMoney(this.amount) }) : t('payouts.request');
  }

  protected fields(): TemplateResult {
    const { currency } = this.#method;
    return html`${selectField({
      id: 'methodId',
      label: t('payouts.method'),
      value: this.methodId,
      choices: this.#given.methods.map(({ id, label, currency: of }) => ({ value: id, label: `${label}, ${of}` })),
      onChange: (methodId) => {
        this.methodId = methodId;
        this.amount = this.#available;
        this.#changed();
      },
    })}
    ${moneyField({
      id: 'amount',
      label: t('payouts.howMuch'),
      hint: t('payouts.everything', { amount: formatMoney(this.#available) }),
      value: this.amount ?? null,
      currency,
      error: this.errors.amount ?? this.errors['amount/amountMinor'],
      onChange: (amount) => {
        this.amount = amount;
        this.#changed();
      },
    })}
    ${this.quote ? summary(this.quote, this.#method) : nothing} ${sandboxNote(this.#method.isSandbox)}`;
  }

  #changed(): void {
    this.#key = crypto.randomUUID();
    this.errors = {};
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.quote = undefined;
    if (!this.amount || this.amount.amountMinor <= 0) return;
    const quote = await quotePayout(this.methodId, this.amount, asking.signal).catch((problem: unknown) => {
      if (!asking.signal.aborted) this.errors = { amount: problemWords(problem) };
      return undefined;
    });
    if (!asking.signal.aborted) this.quote = quote;
  }

  protected send(event: Event): Promise<boolean> {
    const { amount } = this;
    return this.submit(event, { amount: !amount?.amountMinor && t('payouts.amountMissing') }, async () => {
      const { net, method } = await requestPayout(this.methodId, amount!, this.#key);
      toast(t('payouts.onItsWay', { amount: formatMoney(net), method: method.label }));
      this.#onDone();
    });
  }
}

function summary(quote: PayoutQuote, { label }: PayoutMethod): TemplateResult {
  const { amount, fee, withheld, withholdingBasisPoints, net, left, arrivesAt, refusal } = quote;
  return html`${refusal ? notice('warning', triangleAlert, refusal.detail) : nothing}
    <dl class="sums">
      <div><dt>${t('payouts.from')}</dt><dd>${money(amount)}</dd></div>
      ${withheld.amountMinor > 0 ? html`<div><dt>${t('payouts.tax', { percent: formatPercent(withholdingBasisPoints / 100) })}</dt><dd class="money">${formatDeduction(withheld)}</dd></div>` : nothing}
      <div><dt>${t('payouts.fees')}</dt><dd class="money">${fee.amountMinor > 0 ? formatDeduction(fee) : t('payouts.noFee')}</dd></div>
      <div class="total"><dt>${t('payouts.net')}: ${label}</dt><dd><strong>${money(net)}</strong></dd></div>
      <div class="muted"><dt>${t('payouts.left')}</dt><dd>${money(left)}</dd></div>
    </dl>
    <p class="muted small">${t('payouts.usually', { date: formatDate(arrivesAt) })}</p>`;
}

define('portal-request-payout-dialog', RequestPayoutDialog);

export const openRequestPayout = (given: Given, onDone: () => void): void => {
  openDialog(new RequestPayoutDialog(given, onDone));
};
