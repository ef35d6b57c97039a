import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createList, getLists, putOnList } from '../../api/talent.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { listName } from './list-name.ts';

type Person = { id: string; name: string };

class AddToListDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    lists: { state: true },
    chosen: { state: true },
    newName: { state: true },
    loadProblem: { state: true },
  };
  protected heading: string;
  protected submitLabel = t('freelancer.addToList');
  declare lists: TalentList[] | undefined;
  declare chosen: ReadonlySet<string>;
  declare newName: string;
  declare loadProblem: unknown;
  readonly #person: Person;

  constructor(person: Person) {
    super();
    this.#person = person;
    this.heading = t('lists.addTitle', { name: person.name });
    this.chosen = new Set();
    this.newName = '';
    void this.#load();
  }

  async #load(): Promise<void> {
    this.loadProblem = undefined;
    try {
      this.lists = (await getLists()).filter(({ mayEdit }) => mayEdit);
    } catch (problem) {
      this.loadProblem = problem;
    }
  }

  protected fields(): TemplateResult {
    if (this.loadProblem) return failed(this.loadProblem, () => void this.#load());
    if (!this.lists) return loading(4);
    const hasLists = this.lists.length > 0;
    return html`${hasLists ? html`<div class="stack tight">${this.#choices(this.lists)}</div>` : nothing}
      ${textField({
        id: 'name',
        label: hasLists ? t('lists.newInstead') : t('lists.newFirst'),
        optional: hasLists,
        value: this.newName,
        maxlength: 80,
        error: this.errors.name,
        onInput: (value) => {
          this.newName = value;
        },
      })}`;
  }

  #choices(lists: readonly TalentList[]): TemplateResult[] {
    return lists.map((list) =>
      checkbox({
        id: list.id,
        label: listName(list),
        hint: t('lists.people', { n: list.itemCount }),
        checked: this.chosen.has(list.id),
        onChange: (checked) => {
          const chosen = new Set(this.chosen);
          if (checked) chosen.add(list.id);
          else chosen.delete(list.id);
          this.chosen = chosen;
        },
      }),
    );
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.newName.trim();
    const isNone = !name && this.chosen.size === 0;
    return this.submit(event, { name: isNone && t('lists.noneChosen') }, async () => {
      const ids = [...this.chosen];
      if (name) ids.push((await createList({ name, shared: true })).id);
      await Promise.all(ids.map((id) => putOnList(id, this.#person.id)));
      toast(t('lists.addDone'));
    });
  }
}

define('portal-add-to-list-dialog', AddToListDialog);

export const openAddToList = (person: Person): void => {
  openDialog(new AddToListDialog(person));
};
