import { html, type TemplateResult } from 'lit';
import { createList } from '../../api/talent.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';

class NewListDialog extends DialogForm {
  static override properties = { ...FormElement.properties, listName: { state: true }, isShared: { state: true } };
  protected heading = t('lists.new');
  protected submitLabel = t('lists.create');
  declare listName: string;
  declare isShared: boolean;

  constructor() {
    super();
    this.listName = '';
    this.isShared = true;
  }

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
    return this.submit(event, { name: !name && t('lists.nameMissing') }, async () => {
      const list = await createList({ name, shared: this.isShared });
      void navigate(`/lists/${list.id}`);
    });
  }
}

define('portal-new-list-dialog', NewListDialog);

export const openNewList = (): void => {
  openDialog(new NewListDialog());
};
