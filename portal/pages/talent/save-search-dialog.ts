import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';
import { html, type TemplateResult } from 'lit';
import { saveSearch } from '../../api/talent.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { describeSearch } from './describe-search.ts';
import type { SearchState } from './search-url.ts';

type Alert = SavedSearch['alert'];

class SaveSearchDialog extends DialogForm {
  static override properties = { ...FormElement.properties, searchName: { state: true }, alert: { state: true } };
  protected heading = t('saveSearch.title');
  protected submitLabel = t('talent.saveSearch');
  declare searchName: string;
  declare alert: Alert;
  readonly #search: SearchState;

  constructor(search: SearchState) {
    super();
    this.#search = search;
    this.searchName = describeSearch(search).slice(0, 80);
    this.alert = 'daily';
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'name',
      label: t('saveSearch.name'),
      value: this.searchName,
      maxlength: 80,
      error: this.errors.name,
      required: true,
      onInput: (value) => {
        this.searchName = value;
      },
    })}
    ${radios<Alert>({
      name: 'alert',
      label: t('saveSearch.alert'),
      value: this.alert,
      choices: alertChoices(),
      onChange: (value) => {
        this.alert = value;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.searchName.trim();
    return this.submit(event, { name: !name && t('saveSearch.nameMissing') }, async () => {
      await saveSearch({ name, query: this.#search, alert: this.alert });
      toast(t('saveSearch.saved'), { label: t('nav.savedSearches'), run: () => void navigate('/saved-searches') });
    });
  }
}

export const alertChoices = (): { value: Alert; label: string; hint?: string }[] => [
  { value: 'immediately', label: t('saveSearch.immediately'), hint: t('saveSearch.immediatelyHint') },
  { value: 'daily', label: t('saveSearch.daily'), hint: t('saveSearch.dailyHint') },
  { value: 'none', label: t('saveSearch.none') },
];

define('portal-save-search-dialog', SaveSearchDialog);

export const openSaveSearch = (search: SearchState): void => {
  openDialog(new SaveSearchDialog(search));
};
