import { type ReasonCategory, reasonCategories } from '@portico/api/talent/vetting/vetting-application.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { VettingReason } from '../../api/vetting.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export type Decided = { reasons: VettingReason[]; internalNote: string; until: string };
type Question = {
  title: string;
  text: string;
  confirm: string;
  needsReason: boolean;
  needsEnd?: boolean;
  isDangerous?: boolean;
};

/** A decision with what the freelancer reads, and what only the desk does. */
class DecisionDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    category: { state: true },
    words: { state: true },
    note: { state: true },
    until: { state: true },
  };
  declare category: ReasonCategory;
  declare words: string;
  declare note: string;
  declare until: string;
  protected heading: string;
  protected submitLabel: string;
  protected override readonly submitKind: string;
  readonly #question: Question;
  readonly #work: (decided: Decided) => Promise<void>;

  constructor(question: Question, work: (decided: Decided) => Promise<void>) {
    super();
    this.#question = question;
    this.#work = work;
    this.heading = question.title;
    this.submitLabel = question.confirm;
    this.submitKind = question.isDangerous ? 'danger' : 'primary';
    this.category = 'skills';
    this.words = '';
    this.note = '';
    this.until = '';
  }

  protected fields(): TemplateResult {
    const { text, needsReason, needsEnd } = this.#question;
    return html`<p>${text}</p>
      ${
        needsEnd
          ? textField({
              id: 'until',
              label: t('vetting.suspendUntil'),
              type: 'date',
              value: this.until,
              error: this.errors.until,
              onInput: (until) => {
                this.until = until;
              },
            })
          : nothing
      }
      ${selectField({
        id: 'category',
        label: t('vetting.reasonCategory'),
        value: this.category,
        choices: reasonCategories.map((value) => ({ value, label: wordsFor('vettingReason', value) ?? value })),
        onChange: (category) => {
          this.category = category as ReasonCategory;
        },
      })}
      ${textArea({
        id: 'reasons',
        label: t('vetting.reasonText'),
        hint: t('vetting.reasonHint'),
        optional: !needsReason,
        value: this.words,
        maxlength: 1000,
        error: this.errors.reasons,
        onInput: (words) => {
          this.words = words;
        },
      })}
      ${textArea({
        id: 'internalNote',
        label: t('vetting.internalNote'),
        hint: t('vetting.internalHint'),
        optional: true,
        rows: 2,
        value: this.note,
        onInput: (note) => {
          this.note = note;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { needsReason, needsEnd } = this.#question;
    const words = this.words.trim();
    const missing = {
      reasons: needsReason && !words && t('reason.missing'),
      until: Boolean(needsEnd && !this.until) && t('vetting.endMissing'),
    };
    return this.submit(event, missing, () =>
      this.#work({
        reasons: words ? [{ category: this.category, text: words }] : [],
        internalNote: this.note.trim(),
        until: this.until && `${this.until}T00:00:00.000Z`,
      }),
    );
  }
}

define('portal-vetting-decision-dialog', DecisionDialog);

export const askDecision = (question: Question, work: (decided: Decided) => Promise<void>): void => {
  openDialog(new DecisionDialog(question, work));
};
