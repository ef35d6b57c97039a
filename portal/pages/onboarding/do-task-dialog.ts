import { html, nothing, type TemplateResult } from 'lit';
import type { FileRef } from '../../api/files.ts';
import { type OnboardingTask, type Side, submitTask } from '../../api/onboarding.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, textArea, textField } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { doLabel } from './task-words.ts';

/** Everything that one task asks for, in one place: text to sign, papers, answers. */
class DoTaskDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    typedName: { state: true },
    files: { state: true },
    validUntil: { state: true },
    answers: { state: true },
    note: { state: true },
  };
  protected heading: string;
  protected submitLabel: string;
  protected override readonly isWide = true;
  declare typedName: string;
  declare files: readonly FileRef[];
  declare validUntil: string;
  declare answers: Record<string, string>;
  declare note: string;
  readonly #task: OnboardingTask;
  readonly #side: Side;
  readonly #onDone: (task: OnboardingTask) => void;

  constructor(task: OnboardingTask, side: Side, onDone: (task: OnboardingTask) => void) {
    super();
    this.#task = task;
    this.#side = side;
    this.#onDone = onDone;
    this.heading = task.title;
    this.submitLabel = task.needsSignature && !task.needsDocument ? t('beforeWork.sign') : doLabel(task);
    this.typedName = '';
    this.files = [];
    this.validUntil = '';
    this.answers = { ...task.classification?.answers };
    this.note = '';
  }

  protected fields(): TemplateResult {
    const { instructions, content, needsSignature, needsDocument, classification } = this.#task;
    return html`${instructions ? html`<p>${instructions}</p>` : nothing}
      ${content.length > 0 ? html`<div class="card pad letter">${richText(content)}</div>` : nothing}
      ${classification ? this.#questions(classification.definition) : nothing}
      ${needsDocument ? this.#papers() : nothing} ${needsSignature ? this.#signature() : nothing}
      ${
        needsDocument || classification
          ? textArea({
              id: 'note',
              label: t('beforeWork.note'),
              optional: true,
              rows: 2,
              value: this.note,
              error: this.errors.note,
              onInput: (note) => {
                this.note = note;
              },
            })
          : nothing
      }`;
  }

  #questions({ source, questions }: NonNullable<OnboardingTask['classification']>['definition']): TemplateResult {
    return html`<p class="muted small">${source}</p>
      ${questions.map(
        ({ id, text, help, answers }) => html`<div>
          ${radios({
            name: id,
            label: text,
            value: this.answers[id] ?? '',
            choices: answers.map((one) => ({ value: one.id, label: one.text })),
            error: this.errors[id],
            onChange: (answer) => {
              this.answers = { ...this.answers, [id]: answer };
            },
          })}
          ${help ? html`<p class="hint">${help}</p>` : nothing}
        </div>`,
      )}`;
  }

  #papers(): TemplateResult {
    return html`${fileField({
      id: 'documents',
      label: t('beforeWork.files'),
      files: this.files,
      error: this.errors.documents,
      onChange: (files) => {
        this.files = files;
      },
    })}
    ${textField({
      id: 'validUntil',
      label: t('beforeWork.paperUntil'),
      hint: t('beforeWork.paperUntilHint'),
      optional: true,
      type: 'date',
      value: this.validUntil,
      error: this.errors.validUntil,
      onInput: (date) => {
        this.validUntil = date;
      },
    })}`;
  }

  #signature(): TemplateResult {
    const { signerName, textHash } = this.#task;
    return html`${textField({
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
    ${this.typedName ? html`<p class="typed-name" aria-hidden="true">${this.typedName}</p>` : nothing}
    <p class="muted small">${t('beforeWork.signsHash')}<br /><span class="hash">${textHash}</span></p>`;
  }

  protected send(event: Event): Promise<boolean> {
    const { id, needsSignature, needsDocument, textHash, classification } = this.#task;
    const questions = classification?.definition.questions ?? [];
    const open = Object.fromEntries(
      questions.flatMap((one) => (this.answers[one.id] ? [] : [[one.id, t('beforeWork.answerMissing')] as const])),
    );
    const found = {
      ...open,
      documents: needsDocument && this.files.length === 0 && t('beforeWork.filesMissing'),
      typedName: needsSignature && !this.typedName.trim() && t('sign.nameMissing'),
    };
    return this.submit(event, found, async () => {
      const done = await submitTask(this.#side, id, {
        note: this.note,
        documents: this.files.map((file) => ({ fileId: file.id, validUntil: this.validUntil || null })),
        ...(needsSignature && { typedName: this.typedName, textHash: textHash! }),
        ...(classification && { answers: this.answers }),
      });
      toast(done.state === 'accepted' ? t('beforeWork.done') : t('beforeWork.handedIn'));
      this.#onDone(done);
    });
  }
}

define('portal-do-task-dialog', DoTaskDialog);

export const openDoTask = (task: OnboardingTask, side: Side, onDone: (task: OnboardingTask) => void): void => {
  openDialog(new DoTaskDialog(task, side, onDone));
};
