import { Task } from '@lit/task';
import { type InvoiceSplit, invoiceSplits } from '@portico/api/money/invoices/invoice.ts';
import { html, type TemplateResult } from 'lit';
import { type BillingDetails, getBillingDetails, saveBillingDetails } from '../../api/invoices.ts';
import { backLink } from '../../elements/back-link.ts';
import { selectField, type TextField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { countryChoices } from '../../elements/place-choices.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Text = Exclude<keyof BillingDetails, 'splitBy' | 'country'>;
const limits: Record<Text, number> = {
  legalName: 200,
  street: 200,
  postalCode: 20,
  city: 100,
  region: 100,
  vatId: 40,
  reference: 60,
};

/** Who invoices are made out to, and how the month's is told apart. */
class BillingDetailsPage extends FormElement {
  static override properties = { ...FormElement.properties, details: { state: true } };
  declare details: BillingDetails | undefined;
  #etag: string | undefined;

  #load = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => getBillingDetails(signal),
    onComplete: ({ data, etag }) => {
      this.details = data;
      this.#etag = etag;
    },
  });

  protected override render(): TemplateResult {
    return html`${backLink('/billing', t('billingHome.title'))}
      ${pageHead(t('billingDetails.title'), t('billingDetails.lead'))}
      ${this.#load.render({
        pending: () => loading(8),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: () => (this.details ? this.#form(this.details) : loading(8)),
      })}`;
  }

  #form(details: BillingDetails): TemplateResult {
    return html`<form class="card pad stack close" novalidate @submit=${this.#submit}>
      ${this.problemNotice()}
      ${this.#text('legalName', details, { autocomplete: 'organization' })}
      ${this.#text('street', details, { autocomplete: 'street-address' })}
      <div class="halves">
        ${this.#text('postalCode', details, { autocomplete: 'postal-code' })} ${this.#text('city', details)}
      </div>
      <div class="halves">
        ${this.#text('region', details, { optional: true })}
        ${selectField({
          id: 'country',
          label: t('billingDetails.country'),
          value: details.country ?? '',
          choices: [{ value: '', label: t('tax.chooseCountry') }, ...countryChoices()],
          error: this.errors.country,
          onChange: (value) => this.#change({ country: value || null }),
        })}
      </div>
      <div class="halves">
        ${this.#text('vatId', details, { optional: true })}
        ${this.#text('reference', details, { optional: true, hint: t('billingDetails.referenceHint') })}
      </div>
      ${selectField({
        id: 'splitBy',
        label: t('billingDetails.splitBy'),
        hint: t('billingDetails.splitHint'),
        value: details.splitBy,
        choices: invoiceSplits.map((value) => ({ value, label: wordsFor('invoiceSplit', value) ?? value })),
        onChange: (value) => this.#change({ splitBy: value as InvoiceSplit }),
      })}
      <div class="actions">${submitButton(t('billingDetails.save'), this.isBusy)}</div>
    </form>`;
  }

  #text(id: Text, details: BillingDetails, more: Partial<TextField> = {}): TemplateResult {
    return textField({
      id,
      label: t(`billingDetails.${id}`),
      value: details[id],
      maxlength: limits[id],
      error: this.errors[id],
      onInput: (value) => this.#change({ [id]: value }),
      ...more,
    });
  }

  #change(change: Partial<BillingDetails>): void {
    this.details = { ...this.details!, ...change };
  }

  async #submit(event: Event): Promise<void> {
    await this.submit(event, {}, async () => {
      const { data, etag } = await saveBillingDetails(this.details!, this.#etag);
      this.details = data;
      this.#etag = etag;
      toast(t('billingDetails.saved'));
    });
  }
}

define('portal-billing-details-page', BillingDetailsPage);
