import { html, type TemplateResult } from 'lit';
import { addToWeek, giveBackTime } from '../../api/time.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

type Week = { id: string; rate: MoneyValue };

/** Puts a closed week right: the client pays more, or the freelancer gives back. */
class AdjustDialog extends DialogForm {
  static override properties = { ...FormElement.properties, amount: { state: true }, reason: { state: true } };
  protected heading: string;
  protected submitLabel: string;
  declare amount: MoneyValue | null | undefined;
  declare reason: string;
  readonly #week: Week;
  readonly #side: 'client' | 'freelancer';
  readonly #onChanged: () => void;

  constructor(week: Week, side: 'client' | 'freelancer', onChanged: () => void) {
    super();
    this.#week = week;
    this.#side = side;
    this.#onChanged = onChanged;
    this.heading = t(side === 'client' ? 'time.add' : 'time.giveBack');
    this.submitLabel = this.heading;
    this.amount = null;
    this.reason = '';
  }

  protected fields(): TemplateResult {
    return html`<p>${t(this.#side === 'client' ? 'time.addText' : 'time.giveBackText')}</p>
      ${moneyField({
        id: 'amount',
        label: t('time.amount'),
        error: this.errors.amount ?? this.errors['amount/amountMinor'],
        value: this.amount ?? null,
        currency: this.#week.rate.currency,
        onChange: (amount) => {
          this.amount = amount;
        },
      })}
      ${textArea({
        id: 'reason',
        label: t('reason.label'),
        value: this.reason,
        rows: 3,
        maxlength: 1000,
        error: this.errors.reason,
        onInput: (reason) => {
          this.reason = reason;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { amount, reason } = this;
    const found = {
      amount: !amount?.amountMinor && t('time.amountMissing'),
      reason: reason.trim() === '' && t('reason.missing'),
    };
    return this.submit(event, found, async () => {
      const write = this.#side === 'client' ? addToWeek : giveBackTime;
      await write(this.#week.id, amount!, reason.trim());
    });
  }

  protected override closed(): void {
    this.#onChanged();
  }
}

define('portal-adjust-week-dialog', AdjustDialog);

export const openAdjustDialog = (week: Week, onChanged: () => void, side: 'client' | 'freelancer' = 'client'): void => {
  openDialog(new AdjustDialog(week, side, onChanged));
};
