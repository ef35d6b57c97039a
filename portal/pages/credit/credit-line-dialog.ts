import { netTermDays } from '@portico/api/money/credit/credit-line.ts';
import { html, type TemplateResult } from 'lit';
import { type CreditLine, getCreditLine, setCreditLine } from '../../api/credit.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Sets what one tenant may buy before it pays. */
class CreditLineDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    slug: { state: true },
    currency: { state: true },
    limit: { state: true },
    days: { state: true },
  };
  protected heading: string;
  protected submitLabel = t('credit.save');
  declare slug: string;
  declare currency: string;
  declare limit: MoneyValue | null | undefined;
  declare days: number;
  readonly #isNew: boolean;
  readonly #done: () => void;
  #key = crypto.randomUUID();

  constructor(line: CreditLine | undefined, done: () => void) {
    super();
    this.#isNew = line === undefined;
    this.#done = done;
    this.heading = line ? t('credit.changeTitle', { name: line.tenant.name }) : t('credit.give');
    this.slug = line?.tenant.slug ?? '';
    this.currency = line?.limit?.currency ?? 'USD';
    this.limit = line?.limit ?? null;
    this.days = line?.days ?? 30;
  }

  protected fields(): TemplateResult {
    return html`<p>${t('credit.explain')}</p>
      ${
        this.#isNew
          ? textField({
              id: 'slug',
              label: t('credit.slug'),
              hint: t('credit.slugHint'),
              value: this.slug,
              error: this.errors.slug,
              onInput: (value) => {
                this.slug = value.trim();
              },
            })
          : ''
      }
      <div class="halves">
        ${textField({
          id: 'currency',
          label: t('statements.currency'),
          value: this.currency,
          maxlength: 3,
          error: this.errors.currency,
          onInput: (value) => {
            this.currency = value.toUpperCase();
            if (this.limit && value.length === 3) this.limit = { ...this.limit, currency: this.currency };
          },
        })}
        ${selectField({
          id: 'days',
          label: t('credit.days'),
          value: String(this.days),
          choices: netTermDays.map((days) => ({ value: String(days), label: t('credit.nDays', { n: days }) })),
          onChange: (value) => {
            this.days = Number(value);
          },
        })}
      </div>
      ${moneyField({
        id: 'limit',
        label: t('credit.limit'),
        hint: t('credit.limitHint'),
        error: this.errors.limit,
        value: this.limit ?? null,
        currency: this.currency,
        onChange: (value) => {
          this.limit = value;
        },
      })}`;
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('limit') ? (id.endsWith('currency') ? 'currency' : 'limit') : id;
  }

  protected send(event: Event): Promise<boolean> {
    const { limit, slug, days } = this;
    const found = {
      slug: slug === '' && t('credit.slugMissing'),
      currency: !/^[A-Z]{3}$/.test(this.currency) && t('credit.currencyMissing'),
      limit: !limit && t('invoices.amountMissing'),
    };
    return this.submit(event, found, async () => {
      // What is set is what was seen a moment ago: the newest revision of a line that may be new.
      const { etag } = await getCreditLine(slug);
      const key = this.#key;
      this.#key = crypto.randomUUID();
      await setCreditLine(slug, { limit: { ...limit!, currency: this.currency }, days }, etag, key);
      toast(t('credit.saved'));
      this.#done();
    });
  }
}

define('portal-credit-line-dialog', CreditLineDialog);

export const openCreditLine = (line: CreditLine | undefined, done: () => void): void => {
  openDialog(new CreditLineDialog(line, done));
};
