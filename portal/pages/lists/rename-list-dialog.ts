import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import { html, type TemplateResult } from 'lit';
import { changeList } from '../../api/talent.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

class RenameListDialog extends DialogForm {
  static override properties = { ...FormElement.properties, listName: { state: true }, isShared: { state: true } };
  protected heading = t('lists.rename');
  protected submitLabel = t('shell.save');
  declare listName: string;
  declare isShared: boolean;
  readonly #list: TalentList;
  readonly #etag: string | undefined;
  readonly #changed: () => void;

  constructor(list: TalentList, etag: string | undefined, changed: () => void) {
    super();
    this.#list = list;
    this.#etag = etag;
    this.#changed = changed;
    this.listName = list.name;
    this.isShared = list.shared;
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
      await changeList(this.#list.id, { name, shared: this.isShared }, this.#etag);
      toast(t('lists.renamed'));
      this.#changed();
    });
  }
}

define('portal-rename-list-dialog', RenameListDialog);

export const openRenameList = (list: TalentList, etag: string | undefined, changed: () => void): void => {
  openDialog(new RenameListDialog(list, etag, changed));
};
