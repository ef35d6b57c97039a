import { html, type TemplateResult } from 'lit';
import { type JobQuery, type JobSearchResult, type SavedJobSearch, saveJobSearch } from '../../api/jobs.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

type Alert = SavedJobSearch['alert'];
type Facets = JobSearchResult['facets'];

class SaveJobSearchDialog extends DialogForm {
  static override properties = { ...FormElement.properties, searchName: { state: true }, alert: { state: true } };
  protected heading = t('saveSearch.title');
  protected submitLabel = t('talent.saveSearch');
  declare searchName: string;
  declare alert: Alert;
  readonly #search: JobQuery;

  constructor(search: JobQuery, facets: Facets | undefined) {
    super();
    this.#search = search;
    this.searchName = nameOf(search, facets).slice(0, 80);
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
      label: t('findWork.alert'),
      value: this.alert,
      choices: jobAlertChoices(),
      onChange: (value) => {
        this.alert = value;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.searchName.trim();
    return this.submit(event, { name: !name && t('saveSearch.nameMissing') }, async () => {
      const { sort: _, includeHidden: __, ...query } = this.#search;
      await saveJobSearch({ name, query, alert: this.alert });
      toast(t('saveSearch.saved'), {
        label: t('findWork.searchesTab'),
        run: () => void navigate('/jobs/saved-searches'),
      });
    });
  }
}

/** What was searched for, in the words of the page. */
function nameOf({ q }: JobQuery, facets: Facets = {}): string {
  const chosen = Object.values(facets).flatMap((values) => values.filter(({ selected }) => selected));
  const parts = [q && `“${q}”`, ...chosen.map(({ label }) => label)];
  return parts.filter(Boolean).join(', ') || t('findWork.everything');
}

export const jobAlertChoices = (): { value: Alert; label: string; hint?: string }[] => [
  { value: 'immediately', label: t('saveSearch.immediately'), hint: t('findWork.immediatelyHint') },
  { value: 'daily', label: t('saveSearch.daily'), hint: t('findWork.dailyHint') },
  { value: 'none', label: t('saveSearch.none') },
];

define('portal-save-job-search-dialog', SaveJobSearchDialog);

export const openSaveJobSearch = (search: JobQuery, facets: Facets | undefined): void => {
  openDialog(new SaveJobSearchDialog(search, facets));
};
