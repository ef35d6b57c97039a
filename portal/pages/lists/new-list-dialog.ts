import { createList } from '../../api/talent.ts';
import { openDialog } from '../../elements/dialog.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { ListDialog } from './list-dialog.ts';

class NewListDialog extends ListDialog {
  protected heading = t('lists.new');
  protected submitLabel = t('lists.create');

  constructor() {
    super('', true);
  }

  protected async keep(wanted: { name: string; shared: boolean }): Promise<void> {
    const list = await createList(wanted);
    void navigate(`/lists/${list.id}`);
  }
}

define('portal-new-list-dialog', NewListDialog);

export const openNewList = (): void => {
  openDialog(new NewListDialog());
};
