import { deliverableFilesMax, deliverableNoteMaxLength } from '@portico/api/work/deliverables/deliverable.ts';
import { html, type TemplateResult } from 'lit';
import type { FileRef } from '../../api/files.ts';
import { type Milestone, submitWork } from '../../api/milestones.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { onceKeys } from './milestone-money.ts';

class SubmitWorkDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    note: { state: true },
    links: { state: true },
    files: { state: true },
  };
  declare note: string;
  declare links: string;
  declare files: readonly FileRef[];
  protected heading: string;
  protected submitLabel = t('milestone.submitButton');
  readonly #milestone: Milestone;
  readonly #changed: () => void;
  readonly #keyFor = onceKeys();

  constructor(milestone: Milestone, changed: () => void) {
    super();
    this.#milestone = milestone;
    this.#changed = changed;
    this.heading = t('milestone.submitTitle', { name: milestone.description });
    this.note = '';
    this.links = '';
    this.files = [];
  }

  protected fields(): TemplateResult {
    return html`<p>${t('milestone.submitText', { amount: formatMoney(this.#milestone.amount) })}</p>
      ${textArea({
        id: 'note',
        label: t('milestone.note'),
        hint: t('milestone.noteHint'),
        value: this.note,
        rows: 6,
        maxlength: deliverableNoteMaxLength,
        error: this.errors.note,
        onInput: (note) => {
          this.note = note;
        },
      })}
      ${fileField({
        id: 'attachmentIds',
        label: t('milestone.files'),
        optional: true,
        files: this.files,
        max: deliverableFilesMax,
        error: this.errors.attachmentIds,
        onChange: (files) => {
          this.files = files;
        },
      })}
      ${textArea({
        id: 'links',
        label: t('milestone.links'),
        hint: t('milestone.linksHint'),
        optional: true,
        value: this.links,
        rows: 2,
        error: this.errors.links,
        onInput: (links) => {
          this.links = links;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const links = this.links.split('\n').map((link) => link.trim());
    const body = {
      note: this.note,
      links: links.filter((link) => link !== ''),
      attachmentIds: this.files.map(({ id }) => id),
    };
    const isEmpty = !body.note.trim() && body.links.length === 0 && body.attachmentIds.length === 0;
    return this.submit(event, { note: isEmpty && t('milestone.submitMissing') }, async () => {
      await submitWork(this.#milestone.id, body, this.#keyFor(body));
      toast(t('milestone.submitted'));
      this.#changed();
    });
  }

  /** `links/0` is the field of all links. */
  protected override fieldOf(id: string): string {
    return id.split('/')[0] ?? id;
  }
}

define('portal-submit-work-dialog', SubmitWorkDialog);

export const openSubmission = (milestone: Milestone, changed: () => void): void => {
  openDialog(new SubmitWorkDialog(milestone, changed));
};
