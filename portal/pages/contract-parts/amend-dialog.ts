import type { AgreedTerms } from '@portico/api/work/contracts/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type AmendmentPreview,
  type ContractStatus,
  getSigned,
  previewAmendment,
  proposeAmendment,
  type TermsChange,
} from '../../api/contract-status.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea, textField } from '../../elements/field.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { differencesView } from '../offer-parts/differences-view.ts';

type Draft = {
  amount: MoneyValue | null | undefined;
  weeklyLimit: string;
  endsOn: string;
  order: string;
  text: string;
  message: string;
};

/** Other terms in two steps: what should be other than it is, then the differences under one's own name. */
class AmendDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    draft: { state: true },
    preview: { state: true },
    typedName: { state: true },
  };
  protected heading = t('amend.title');
  protected override readonly isWide = true;
  declare draft: Draft;
  declare preview: AmendmentPreview | undefined;
  declare typedName: string;
  readonly #status: ContractStatus;
  readonly #terms: AgreedTerms;
  readonly #onChanged: () => void;
  #change: TermsChange = {};

  constructor(status: ContractStatus, terms: AgreedTerms, onChanged: () => void) {
    super();
    this.#status = status;
    this.#terms = terms;
    this.#onChanged = onChanged;
    this.typedName = '';
    const { payment, endsOn, purchaseOrder, text } = terms;
    this.draft = {
      amount: payment.kind === 'fixed' ? payment.total : payment.rate,
      weeklyLimit: payment.kind === 'hourly' ? String(payment.weeklyLimitHours ?? '') : '',
      endsOn: endsOn ?? '',
      order: purchaseOrder?.kind === 'number' ? purchaseOrder.number : '',
      text,
      message: '',
    };
  }

  protected get submitLabel(): string {
    return this.preview ? t('amend.sign') : t('amend.next');
  }
  protected set submitLabel(_label: string) {}

  protected fields(): TemplateResult {
    return this.preview ? this.#signature(this.preview) : this.#terms0();
  }

  #terms0(): TemplateResult {
    const { payment } = this.#terms;
    const isHourly = payment.kind === 'hourly';
    const { amount, weeklyLimit, endsOn, order, text, message } = this.draft;
    const { currency } = isHourly ? payment.rate : payment.total;
    return html`<p>${t('amend.text')}</p>
      <div class="halves">
        ${moneyField({
          id: isHourly ? 'rate' : 'total',
          label: isHourly ? t('amend.rate') : t('amend.total'),
          hint: isHourly ? t('amend.rateHint') : t('amend.totalHint'),
          error: this.errors.rate ?? this.errors.total,
          value: amount ?? null,
          currency,
          onChange: (value) => this.#set({ amount: value }),
        })}
        ${
          isHourly
            ? textField({
                id: 'weeklyLimitHours',
                label: t('amend.weeklyLimit'),
                hint: t('amend.weeklyLimitHint'),
                type: 'number',
                min: 1,
                max: 168,
                value: weeklyLimit,
                error: this.errors.weeklyLimitHours,
                onInput: (value) => this.#set({ weeklyLimit: value }),
              })
            : nothing
        }
        ${textField({
          id: 'endsOn',
          label: t('amend.endsOn'),
          hint: t('amend.endsOnHint'),
          type: 'date',
          value: endsOn,
          error: this.errors.endsOn,
          onInput: (value) => this.#set({ endsOn: value }),
        })}
        ${textField({
          id: 'purchaseOrder',
          label: t('amend.order'),
          optional: true,
          maxlength: 60,
          value: order,
          error: this.errors.purchaseOrder,
          onInput: (value) => this.#set({ order: value }),
        })}
      </div>
      ${textArea({
        id: 'text',
        label: t('amend.words'),
        rows: 8,
        value: text,
        error: this.errors.text,
        onInput: (value) => this.#set({ text: value }),
      })}
      ${textArea({
        id: 'message',
        label: t('amend.message'),
        optional: true,
        rows: 2,
        maxlength: 2000,
        value: message,
        onInput: (value) => this.#set({ message: value }),
      })}`;
  }

  #signature({ differences, takesEffect, isApprovalAsked, termsHash, signerName }: AmendmentPreview): TemplateResult {
    return html`${differencesView(differences)}
      <p>${takesEffect === 'nextWeek' ? t('amend.nextWeek') : t('amend.atOnce')} ${isApprovalAsked && this.#status.side === 'client' ? t('amend.approval') : nothing}</p>
      <p>${fingerprint(termsHash, t('offer.hash'))}</p>
      ${textField({
        id: 'typedName',
        label: t('sign.name'),
        hint: t('sign.nameHint', { name: signerName }),
        autocomplete: 'name',
        value: this.typedName,
        error: this.errors.typedName,
        onInput: (name) => {
          this.typedName = name;
        },
      })}
      <p><button class="button plain small" type="button" @click=${this.#back}>${t('amend.back')}</button></p>`;
  }

  #set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  #back = (): void => {
    this.preview = undefined;
  };

  protected override fieldOf(id: string): string {
    return id.replace(/^change\//, '').replace(/\/.*$/, '');
  }

  protected async send(event: Event): Promise<boolean> {
    const { id, side } = this.#status;
    if (!this.preview) {
      await this.submit(event, { total: this.draft.amount === undefined && t('amend.total') }, async () => {
        this.#change = changeOf(this.#terms, this.draft);
        this.preview = await previewAmendment(side, id, this.#change);
      });
      return false;
    }
    const { termsHash } = this.preview;
    const { typedName } = this;
    return this.submit(event, { typedName: !typedName.trim() && t('sign.nameMissing') }, async () => {
      const { message } = this.draft;
      const proposal = { change: this.#change, termsHash, typedName, message };
      const { state } = await proposeAmendment(side, id, proposal);
      toast(state === 'pendingApproval' ? t('amend.waits') : t('amend.proposed'));
      this.#onChanged();
    });
  }
}

/** Only what is other than before. */
function changeOf({ payment, endsOn, purchaseOrder, text }: AgreedTerms, draft: Draft): TermsChange {
  const change: TermsChange = {};
  const before = payment.kind === 'fixed' ? payment.total : payment.rate;
  const { amount } = draft;
  if (amount && amount.amountMinor !== before.amountMinor)
    Object.assign(change, payment.kind === 'fixed' ? { total: amount } : { rate: amount });
  if (payment.kind === 'hourly') {
    const limit = draft.weeklyLimit.trim() === '' ? null : Number(draft.weeklyLimit);
    if (limit !== payment.weeklyLimitHours) change.weeklyLimitHours = limit;
  }
  if (draft.endsOn !== (endsOn ?? '')) change.endsOn = draft.endsOn || null;
  const orderBefore = purchaseOrder?.kind === 'number' ? purchaseOrder.number : '';
  const order = draft.order.trim();
  if (order !== orderBefore) change.purchaseOrder = order ? { kind: 'number', number: order } : null;
  if (draft.text !== text) change.text = draft.text;
  return change;
}

define('portal-amend-dialog', AmendDialog);

export async function openAmendDialog(status: ContractStatus, onChanged: () => void): Promise<void> {
  const { terms } = await getSigned(status.side, status.id);
  openDialog(new AmendDialog(status, terms, onChanged));
}
