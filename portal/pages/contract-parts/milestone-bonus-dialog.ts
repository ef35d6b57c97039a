import { bonusNoteMaxLength } from '@portico/api/work/bonuses/bonus.ts';
import { type RetainerSpan, retainerSpans } from '@portico/api/work/retainers/retainer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type FundingSource,
  type PaymentQuote,
  payBonus,
  proposeRetainer,
  quoteBonus,
  quoteRetainer,
} from '../../api/milestones.ts';
import { openDialog } from '../../elements/dialog.ts';
import { radios, textArea, textField } from '../../elements/field.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { MoneyDialog } from './milestone-dialog.ts';
import { moneySteps, sandboxLine } from './milestone-money.ts';

/** A sum that the client names: its amount, a word with it, and what pays it. */
abstract class SumDialog extends MoneyDialog<PaymentQuote> {
  protected readonly currency: string;
  protected readonly contractId: string;
  protected readonly changed: () => void;

  constructor(contractId: string, currency: string, changed: () => void) {
    super();
    this.contractId = contractId;
    this.currency = currency;
    this.changed = changed;
    this.amount = null;
  }

  /** What stands between the amount and what pays it. */
  protected abstract between(): TemplateResult | typeof nothing;

  protected fields(): TemplateResult {
    return html`${moneyField({
      id: 'amount',
      label: t('milestone.amount'),
      value: this.amount ?? null,
      currency: this.currency,
      error: this.errors.amount,
      onChange: (amount) => {
        this.amount = amount;
      },
    })}
    ${this.between()}
    ${textArea({
      id: 'note',
      label: t('bonuses.note'),
      optional: true,
      value: this.note,
      rows: 2,
      maxlength: bonusNoteMaxLength,
      error: this.errors.note,
      onInput: (note) => {
        this.note = note;
      },
    })}
    ${this.sourceView()}
    ${this.amount ? html`<h3>${t('milestone.willHappen')}</h3>` : nothing} ${this.quoteView()}`;
  }

  protected quoted({ charge, steps, isSandbox }: PaymentQuote): TemplateResult {
    return html`${moneySteps(steps, { label: t('milestone.total'), amount: charge.total })}${sandboxLine(isSandbox)}`;
  }
}

class BonusDialog extends SumDialog {
  protected heading = t('bonuses.dialogTitle');

  protected get submitLabel(): string {
    const total = this.amount ? this.quote.value?.charge.total : undefined;
    return total ? t('milestone.pay', { amount: formatMoney(total) }) : t('bonuses.pay');
  }

  protected between(): typeof nothing {
    return nothing;
  }

  protected quoteFor(amount: MoneyValue, source: FundingSource['kind'], signal: AbortSignal): Promise<PaymentQuote> {
    return quoteBonus(this.contractId, amount, source, signal);
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, this.found(), async () => {
      const body = { amount: this.amount!, note: this.note.trim(), source: this.source! };
      const bonus = await payBonus(this.contractId, body, this.keyFor(body));
      if (bonus.state === 'pendingApproval') toast(t('fundingApproval.asked', { amount: formatMoney(bonus.amount) }));
      else toast(bonus.state === 'paid' ? t('bonuses.paid') : t('milestone.underWay'));
      this.changed();
    });
  }
}

class RetainerDialog extends SumDialog {
  static override properties = { ...SumDialog.properties, span: { state: true }, startsOn: { state: true } };
  declare span: RetainerSpan;
  declare startsOn: string;
  protected heading = t('retainers.dialogTitle');

  constructor(contractId: string, currency: string, changed: () => void) {
    super(contractId, currency, changed);
    this.span = 'month';
    this.startsOn = '';
  }

  protected get submitLabel(): string {
    return this.amount ? t('retainers.button', { amount: formatMoney(this.amount) }) : t('retainers.propose');
  }

  protected between(): TemplateResult {
    return html`<p class="muted">${t('retainers.text')}</p>
      ${radios({
        name: 'span',
        label: t('retainers.span'),
        value: this.span,
        choices: retainerSpans.map((span) => ({ value: span, label: wordsFor('retainerSpan', span) ?? span })),
        onChange: (span) => {
          this.span = span;
        },
      })}
      ${textField({
        id: 'startsOn',
        label: t('retainers.startsOn'),
        hint: t('retainers.startsOnHint'),
        type: 'date',
        optional: true,
        value: this.startsOn,
        error: this.errors.startsOn,
        onInput: (startsOn) => {
          this.startsOn = startsOn;
        },
      })}`;
  }

  protected quoteFor(amount: MoneyValue, source: FundingSource['kind'], signal: AbortSignal): Promise<PaymentQuote> {
    return quoteRetainer(this.contractId, amount, source, signal);
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, this.found(), async () => {
      const sum = { amount: this.amount!, note: this.note.trim(), source: this.source! };
      const body = { ...sum, span: this.span, startsOn: this.startsOn || null };
      await proposeRetainer(this.contractId, body, this.keyFor(body));
      toast(t('retainers.proposed'));
      this.changed();
    });
  }
}

define('portal-bonus-dialog', BonusDialog);
define('portal-retainer-dialog', RetainerDialog);

export const openBonus = (contractId: string, currency: string, changed: () => void): void => {
  openDialog(new BonusDialog(contractId, currency, changed));
};
export const openRetainer = (contractId: string, currency: string, changed: () => void): void => {
  openDialog(new RetainerDialog(contractId, currency, changed));
};
