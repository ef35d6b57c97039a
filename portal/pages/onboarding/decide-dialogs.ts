import { html, nothing, type TemplateResult } from 'lit';
import type { FileRef } from '../../api/files.ts';
import {
  acceptTask,
  type ClassificationResult,
  type OnboardingTask,
  overrideTask,
  recordCheck,
  returnTask,
} from '../../api/onboarding.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, textArea } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Changed = (task: OnboardingTask) => void;

/** What a person makes of answers: as the rules say, or otherwise with a reason. */
class ReviewDialog extends DialogForm {
  static override properties = { ...FormElement.properties, result: { state: true }, reason: { state: true } };
  protected heading = t('classify.review');
  protected submitLabel = t('classify.decide');
  declare result: ClassificationResult;
  declare reason: string;
  readonly #task: OnboardingTask;
  readonly #onDone: Changed;

  constructor(task: OnboardingTask, onDone: Changed) {
    super();
    this.#task = task;
    this.#onDone = onDone;
    this.result = task.classification!.classified!.result;
    this.reason = '';
  }

  get #isOther(): boolean {
    return this.result !== this.#task.classification!.classified!.result;
  }

  protected fields(): TemplateResult {
    const { result } = this.#task.classification!.classified!;
    return html`<p>${t('classify.rulesSay', { result: wordsFor('classificationResult', result) ?? result })}</p>
      ${radios<ClassificationResult>({
        name: 'result',
        label: t('classify.yourView'),
        value: this.result,
        choices: (['independent', 'employee', 'review'] as const).map((value) => ({
          value,
          label: wordsFor('classificationResult', value) ?? value,
        })),
        onChange: (value) => {
          this.result = value;
        },
      })}
      ${this.result === 'independent' ? nothing : html`<p class="muted small">${t('classify.notIndependent')}</p>`}
      ${textArea({
        id: 'reason',
        label: t('reason.label'),
        optional: !this.#isOther && this.result === 'independent',
        rows: 3,
        value: this.reason,
        error: this.errors.reason,
        onInput: (reason) => {
          this.reason = reason;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const reason = this.reason.trim();
    const isNeeded = this.#isOther || this.result !== 'independent';
    return this.submit(event, { reason: isNeeded && !reason && t('reason.missing') }, async () => {
      const body = { result: this.result, ...(reason && { reason }) };
      const { id } = this.#task;
      const done =
        this.result === 'independent' ? await acceptTask(id, body) : await returnTask(id, { ...body, reason });
      toast(done.state === 'accepted' ? t('beforeWork.accepted') : t('beforeWork.returned'));
      this.#onDone(done);
    });
  }
}
define('portal-classification-review-dialog', ReviewDialog);

class CheckDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    outcome: { state: true },
    reason: { state: true },
    files: { state: true },
  };
  protected heading = t('beforeWork.checkTitle');
  protected submitLabel = t('beforeWork.checkSave');
  declare outcome: 'clear' | 'notClear' | '';
  declare reason: string;
  declare files: readonly FileRef[];
  readonly #task: OnboardingTask;
  readonly #onDone: Changed;

  constructor(task: OnboardingTask, onDone: Changed) {
    super();
    this.#task = task;
    this.#onDone = onDone;
    this.outcome = '';
    this.reason = '';
    this.files = [];
  }

  protected fields(): TemplateResult {
    return html`<p>${t('beforeWork.checkText', { name: this.#task.freelancer.name })}</p>
      ${radios<'clear' | 'notClear'>({
        name: 'outcome',
        label: t('beforeWork.checkOutcome'),
        value: this.outcome as 'clear',
        choices: [
          { value: 'clear', label: t('beforeWork.checkClear') },
          { value: 'notClear', label: t('beforeWork.checkNotClear') },
        ],
        error: this.errors.outcome,
        onChange: (outcome) => {
          this.outcome = outcome;
        },
      })}
      ${textArea({
        id: 'reason',
        label: t('beforeWork.checkReason'),
        rows: 3,
        value: this.reason,
        error: this.errors.reason,
        onInput: (reason) => {
          this.reason = reason;
        },
      })}
      ${fileField({
        id: 'documents',
        label: t('beforeWork.files'),
        optional: true,
        files: this.files,
        error: this.errors.documents,
        onChange: (files) => {
          this.files = files;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { outcome } = this;
    const found = {
      outcome: !outcome && t('beforeWork.checkMissing'),
      reason: !this.reason.trim() && t('reason.missing'),
    };
    return this.submit(event, found, async () => {
      const documents = this.files.map(({ id }) => ({ fileId: id, validUntil: null }));
      const done = await recordCheck(this.#task.id, {
        outcome: outcome as 'clear',
        reason: this.reason.trim(),
        documents,
      });
      toast(done.state === 'accepted' ? t('beforeWork.accepted') : t('beforeWork.returned'));
      this.#onDone(done);
    });
  }
}
define('portal-check-dialog', CheckDialog);

export const openReview = (task: OnboardingTask, onDone: Changed): void => {
  openDialog(new ReviewDialog(task, onDone));
};
export const openCheck = (task: OnboardingTask, onDone: Changed): void => {
  openDialog(new CheckDialog(task, onDone));
};
export const openReturn = (task: OnboardingTask, onDone: Changed): void =>
  askReason(
    {
      title: t('beforeWork.returnTitle'),
      text: t('beforeWork.returnText', { name: task.freelancer.name }),
      confirm: t('beforeWork.return'),
      isRequired: true,
    },
    async ({ words }) => onDone(await returnTask(task.id, { reason: words })),
  );
export const openOverride = (task: OnboardingTask, onDone: Changed): void =>
  askReason(
    {
      title: t('beforeWork.overrideTitle'),
      text: t('beforeWork.overrideText', { task: task.title }),
      confirm: t('beforeWork.override'),
      isRequired: true,
      isDangerous: true,
    },
    async ({ words }) => onDone(await overrideTask(task.id, words)),
  );
