import type { TemplateResult } from 'lit';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

class NameDialog extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading: string;
  protected submitLabel = t('shell.save');
  declare typed: string;
  readonly #keep: (name: string) => Promise<void>;

  constructor({ title, name }: { title: string; name: string }, keep: (name: string) => Promise<void>) {
    super();
    this.heading = title;
    this.typed = name;
    this.#keep = keep;
  }

  protected fields(): TemplateResult {
    return textField({
      id: 'name',
      label: t('lists.name'),
      value: this.typed,
      maxlength: 80,
      required: true,
      error: this.errors.name,
      onInput: (value) => {
        this.typed = value;
      },
    });
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.typed.trim();
    return this.submit(event, { name: !name && t('lists.nameMissing') }, () => this.#keep(name));
  }
}

define('portal-name-dialog', NameDialog);

export const openName = (asked: { title: string; name: string }, keep: (name: string) => Promise<void>): void => {
  openDialog(new NameDialog(asked, keep));
};
