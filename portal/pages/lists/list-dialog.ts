import { html, type TemplateResult } from 'lit';
import { DialogForm } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { t } from '../../strings/strings.ts';

/** Name and visibility of a list, asked alike for a new one and for one that exists. */
export abstract class ListDialog extends DialogForm {
  static override properties = { ...FormElement.properties, listName: { state: true }, isShared: { state: true } };
  declare listName: string;
  declare isShared: boolean;

  constructor(listName: string, isShared: boolean) {
    super();
    this.listName = listName;
    this.isShared = isShared;
  }

  protected abstract keep(list: { name: string; shared: boolean }): Promise<void>;

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'name',
      label: t('lists.name'),
      value: this.listName,
      maxlength: 80,
      error: this.errors.name,
      required: true,
      onInput: (value) => {
        this.listName = value;
      },
    })}
    ${checkbox({
      id: 'shared',
      label: t('lists.shared'),
      hint: t('lists.sharedHint'),
      checked: this.isShared,
      onChange: (checked) => {
        this.isShared = checked;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.listName.trim();
    return this.submit(event, { name: !name && t('lists.nameMissing') }, () =>
      this.keep({ name, shared: this.isShared }),
    );
  }
}
