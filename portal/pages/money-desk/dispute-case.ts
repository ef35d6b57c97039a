import { html, nothing, type TemplateResult } from 'lit';
import type { FileRef } from '../../api/files.ts';
import { acceptBankDispute, type BankDisputeCase, submitEvidence } from '../../api/payouts.ts';
import { confirmThen, DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { fileList } from '../../elements/file-list.ts';
import { FormElement } from '../../elements/form-element.ts';
import { money } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { paidForWords } from '../invoices/paid-for.ts';

type State = BankDisputeCase['state'];

const marks: Record<State, TagKind> = {
  needsResponse: 'warning',
  underReview: 'info',
  won: 'success',
  lost: 'danger',
};
/** As the API asks for it. */
const wordsMin = 20;
const wordsMax = 20_000;
const filesMax = 3;

export const bankDisputeStatus = (state: State): TemplateResult => tag(marks[state], t(`deskDisputeState.${state}`));
export const bankReasonWords = (reason: string): string =>
  wordsFor('deskBankReason', reason) ?? reason.replaceAll('_', ' ');

/** One payment that a bank took back: answered once, or left with the bank. */
export const disputeCase = (dispute: BankDisputeCase, changed: () => void): TemplateResult => {
  const { payment, amount, reason, tenant, state, evidenceDueAt, evidenceText, attachments, processor } = dispute;
  const { openedAt, submittedAt, endedAt, lossIfLost } = dispute;
  return html`<div class="card">
    <header><h2>${paidForWords(payment.description)}</h2>${bankDisputeStatus(state)}</header>
    <div class="pad stack close">
      ${sandboxNote(processor === 'sandbox')}
      <dl class="facts">
        <dt>${t('bankDisputes.amount')}</dt><dd>${money(amount)}</dd>
        ${tenant ? html`<dt>${t('desk.client')}</dt><dd>${tenant.name}</dd>` : nothing}
        <dt>${t('payPage.from')}</dt><dd>${payment.method}, ${timeAgo(payment.paidAt)}</dd>
        <dt>${t('bankDisputes.reason')}</dt><dd>${bankReasonWords(reason)}</dd>
        <dt>${t('bankDisputes.opened')}</dt><dd>${timeAgo(openedAt)}</dd>
        ${evidenceDueAt && state === 'needsResponse' ? html`<dt>${t('desk.dueBy')}</dt><dd>${formatDate(evidenceDueAt)}</dd>` : nothing}
        ${submittedAt ? html`<dt>${t('desk.submitted')}</dt><dd>${timeAgo(submittedAt)}</dd>` : nothing}
        ${endedAt ? html`<dt>${t('desk.decided')}</dt><dd>${timeAgo(endedAt)}</dd>` : nothing}
        ${lossIfLost.amountMinor > 0 ? html`<dt>${t('desk.loss')}</dt><dd>${money(lossIfLost)}</dd>` : nothing}
      </dl>
      ${evidenceText ? html`<h3>${t('desk.evidence')}</h3><p class="prose">${evidenceText}</p>` : nothing}
      ${fileList(attachments)}
      ${
        state === 'needsResponse'
          ? html`<div class="actions">
              <button class="button primary" type="button" @click=${() => openDialog(new EvidenceDialog(dispute, changed))}>${t('desk.answer')}</button>
              <button class="button" type="button" @click=${() => accept(dispute, changed)}>${t('desk.accept')}</button>
            </div>`
          : nothing
      }
    </div>
  </div>`;
};

function accept({ id, amount, lossIfLost }: BankDisputeCase, changed: () => void): void {
  const text =
    lossIfLost.amountMinor > 0
      ? t('desk.acceptTextLoss', { amount: formatMoney(amount), loss: formatMoney(lossIfLost) })
      : t('desk.acceptText', { amount: formatMoney(amount) });
  confirmThen({ title: t('desk.acceptTitle'), text, confirm: t('desk.accept'), isDangerous: true }, async () => {
    await acceptBankDispute(id);
    toast(t('desk.accepted'));
    changed();
  });
}

/** What the bank reads; it takes it once. */
class EvidenceDialog extends DialogForm {
  static override properties = { ...FormElement.properties, text: { state: true }, files: { state: true } };
  protected heading = t('desk.answerTitle');
  protected submitLabel = t('desk.answerSend');
  protected override readonly isWide = true;
  declare text: string;
  declare files: readonly FileRef[];
  readonly #dispute: BankDisputeCase;
  readonly #onDone: () => void;

  constructor(dispute: BankDisputeCase, onDone: () => void) {
    super();
    this.#dispute = dispute;
    this.#onDone = onDone;
    this.text = dispute.evidenceText;
    this.files = dispute.attachments;
  }

  protected fields(): TemplateResult {
    const { payment, amount } = this.#dispute;
    return html`<p>${t('desk.answerText', { amount: formatMoney(amount), payment: paidForWords(payment.description) })}</p>
      ${textArea({
        id: 'text',
        label: t('desk.evidence'),
        hint: t('desk.evidenceHint'),
        value: this.text,
        rows: 8,
        maxlength: wordsMax,
        error: this.errors.text,
        onInput: (text) => {
          this.text = text;
        },
      })}
      ${fileField({
        id: 'attachmentIds',
        label: t('desk.evidenceFiles'),
        optional: true,
        files: this.files,
        max: filesMax,
        error: this.errors.attachmentIds,
        onChange: (files) => {
          this.files = files;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const text = this.text.trim();
    return this.submit(event, { text: text.length < wordsMin && t('desk.evidenceMissing') }, async () => {
      const attachmentIds = this.files.map(({ id }) => id);
      await submitEvidence(this.#dispute.id, { text, attachmentIds });
      toast(t('desk.answered'));
      this.#onDone();
    });
  }
}

define('portal-evidence-dialog', EvidenceDialog);
