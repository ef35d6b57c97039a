import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { amountFromText, amountToText } from '../strings/amount.ts';
import { exactMoneyWords, formatMoney } from '../strings/format.ts';
import { field } from './field.ts';
import { define, PortalElement } from './portal-element.ts';

export type MoneyValue = { amountMinor: number; currency: string };

/** Right-aligned with tabular figures wherever money stands in a column. */
export const money = (value: MoneyValue): TemplateResult => html`<span class="money">${formatMoney(value)}</span>`;

/** With all its decimals: figures under each other end alike. */
export const exactMoney = (value: MoneyValue): TemplateResult =>
  html`<span class="money">${exactMoneyWords(value)}</span>`;

type Options = {
  id: string;
  label: string;
  hint?: unknown;
  error?: string | undefined;
  optional?: boolean;
  value: MoneyValue | null;
  currency: string;
  suffix?: string;
  /** null: the field is empty; undefined: what stands there is no amount. */
  onChange: (value: MoneyValue | null | undefined) => void;
};

/** Keeps the text as it is typed: `1.000,` is on its way to an amount and must not be rewritten. */
class MoneyField extends PortalElement {
  static override properties = { options: { attribute: false }, text: { state: true } };
  declare options: Options;
  declare text: string;
  #known: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('options')) return;
    const { value, currency } = this.options;
    // Nothing and zero are the same figure: `0.50` begins with a zero that must stay.
    const given = `${value?.amountMinor || ''} ${value?.currency ?? currency}`;
    if (given === this.#known) return;
    this.#known = given;
    this.text = value ? amountToText(value) : '';
  }

  protected override render(): TemplateResult {
    const { id, error, currency, suffix } = this.options;
    return field(
      this.options,
      (describedBy) => html`<div class="affix">
        <span aria-hidden="true">${currency}</span>
        <input
          class="input end"
          id=${id}
          name=${id}
          inputmode="decimal"
          autocomplete="off"
          maxlength="20"
          .value=${this.text}
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${ifDefined(describedBy)}
          @input=${this.#typed}
          @change=${this.#tidy}
        />
        ${suffix ? html`<span aria-hidden="true">${suffix}</span>` : ''}
      </div>`,
    );
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    const { currency, onChange } = this.options;
    const amount = amountFromText(this.text, currency);
    this.#known = `${amount || ''} ${currency}`;
    if (this.text.trim() === '') onChange(null);
    else onChange(amount === undefined ? undefined : { amountMinor: amount, currency });
  }

  /** Left: shown as the amount that was understood. */
  #tidy(): void {
    const { currency } = this.options;
    const amount = amountFromText(this.text, currency);
    if (amount !== undefined) this.text = amountToText({ amountMinor: amount, currency });
  }
}

define('portal-money-field', MoneyField);

export const moneyField = (options: Options): TemplateResult =>
  html`<portal-money-field .options=${options}></portal-money-field>`;
