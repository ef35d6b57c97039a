import { html, type TemplateResult } from 'lit';
import {
  changeSavedJobSearch,
  deleteSavedJobSearch,
  getSavedJobSearches,
  type SavedJobSearch,
  saveJobSearch,
} from '../../api/jobs.ts';
import { define } from '../../elements/portal-element.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { SavedSearchList } from '../saved-searches/saved-search-list.ts';
import { jobsHead } from './jobs-head.ts';
import { jobAlertChoices } from './save-job-search-dialog.ts';
import { urlFromSearch } from './search-url.ts';

/** Searches for jobs. */
class SavedJobSearchesPage extends SavedSearchList<SavedJobSearch> {
  static override pageStyles = [jobsStyles];

  protected override readonly source = {
    list: getSavedJobSearches,
    change: changeSavedJobSearch,
    remove: deleteSavedJobSearch,
    save: ({ name, query, alert }: SavedJobSearch) => saveJobSearch({ name, query, alert }),
    pathOf: ({ query }: SavedJobSearch) => `/jobs/search?${urlFromSearch(query)}`,
    alertChoices: jobAlertChoices,
  };

  protected override head(): TemplateResult {
    return jobsHead('searches', t('findWork.searchesLead'));
  }

  protected override first() {
    return {
      text: t('findWork.searchesEmptyText'),
      next: html`<a class="button primary" href=${href('/jobs/search')}>${t('nav.findWork')}</a>`,
    };
  }
}

define('portal-saved-job-searches-page', SavedJobSearchesPage);
