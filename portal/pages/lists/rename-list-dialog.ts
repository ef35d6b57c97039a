import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import { changeList } from '../../api/talent.ts';
import { openDialog } from '../../elements/dialog.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { ListDialog } from './list-dialog.ts';

class RenameListDialog extends ListDialog {
  protected heading = t('lists.rename');
  protected submitLabel = t('shell.save');
  readonly #list: TalentList;
  readonly #etag: string | undefined;
  readonly #changed: () => void;

  constructor(list: TalentList, etag: string | undefined, changed: () => void) {
    super(list.name, list.shared);
    this.#list = list;
    this.#etag = etag;
    this.#changed = changed;
  }

  protected async keep(wanted: { name: string; shared: boolean }): Promise<void> {
    await changeList(this.#list.id, wanted, this.#etag);
    toast(t('lists.renamed'));
    this.#changed();
  }
}

define('portal-rename-list-dialog', RenameListDialog);

export const openRenameList = (list: TalentList, etag: string | undefined, changed: () => void): void => {
  openDialog(new RenameListDialog(list, etag, changed));
};
