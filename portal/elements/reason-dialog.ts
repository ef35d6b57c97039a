import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../strings/strings.ts';
import { DialogForm, openDialog } from './dialog.ts';
import { type Option, radios, textArea } from './field.ts';
import { FormElement } from './form-element.ts';
import { define } from './portal-element.ts';

type ReasonQuestion = {
  title: string;
  /** What will happen. */
  text: string;
  confirm: string;
  label?: string;
  /** Known reasons to choose from; words can be added. */
  choices?: readonly Option[];
  isRequired?: boolean;
  isDangerous?: boolean;
  maxlength?: number;
};

export type Reason = { choice: string; words: string };

class ReasonDialog extends DialogForm {
  static override properties = { ...FormElement.properties, choice: { state: true }, words: { state: true } };
  protected heading: string;
  protected submitLabel: string;
  protected override readonly submitKind: string;
  declare choice: string;
  declare words: string;
  readonly #question: ReasonQuestion;
  readonly #work: (reason: Reason) => Promise<void>;

  constructor(question: ReasonQuestion, work: (reason: Reason) => Promise<void>) {
    super();
    this.#question = question;
    this.#work = work;
    this.heading = question.title;
    this.submitLabel = question.confirm;
    this.submitKind = question.isDangerous ? 'danger' : 'primary';
    this.choice = question.choices?.[0]?.value ?? '';
    this.words = '';
  }

  protected fields(): TemplateResult {
    const { text, label, choices, isRequired, maxlength } = this.#question;
    return html`<p>${text}</p>
      ${
        choices
          ? radios({
              name: 'choice',
              label: t('reason.choose'),
              value: this.choice,
              choices,
              onChange: (choice) => {
                this.choice = choice;
              },
            })
          : nothing
      }
      ${textArea({
        id: 'reason',
        label: label ?? t('reason.label'),
        optional: !isRequired,
        value: this.words,
        rows: 3,
        maxlength: maxlength ?? 1000,
        error: this.errors.reason ?? this.errors.message ?? this.errors.note,
        onInput: (words) => {
          this.words = words;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const words = this.words.trim();
    return this.submit(event, { reason: Boolean(this.#question.isRequired && !words) && t('reason.missing') }, () =>
      this.#work({ choice: this.choice, words }),
    );
  }
}

define('portal-reason-dialog', ReasonDialog);

/** For moves that other people will ask about: says what will happen and keeps why. */
export const askReason = (question: ReasonQuestion, work: (reason: Reason) => Promise<void>): void => {
  openDialog(new ReasonDialog(question, work));
};
