import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';
import { html, type TemplateResult } from 'lit';
import { changeSavedSearch, deleteSavedSearch, getSavedSearches, saveSearch } from '../../api/talent.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { describedUnlessNamed } from '../talent/described-unless-named.ts';
import { alertChoices } from '../talent/save-search-dialog.ts';
import { urlFromSearch } from '../talent/search-url.ts';
import { SavedSearchList } from './saved-search-list.ts';

/** Searches for people. */
class SavedSearchesPage extends SavedSearchList<SavedSearch> {
  protected override readonly source = {
    list: getSavedSearches,
    change: changeSavedSearch,
    remove: deleteSavedSearch,
    save: ({ name, query, alert }: SavedSearch) => saveSearch({ name, query, alert }),
    pathOf: ({ query }: SavedSearch) => `/talent?${urlFromSearch(query)}`,
    alertChoices,
  };

  protected override head(): TemplateResult {
    return pageHead(t('savedSearches.title'), t('savedSearches.lead'));
  }

  protected override first() {
    return {
      text: t('savedSearches.emptyText'),
      next: html`<a class="button primary" href=${href('/talent')}>${t('savedSearches.start')}</a>`,
    };
  }

  protected override below({ name, query }: SavedSearch): unknown {
    return describedUnlessNamed(name, query);
  }
}

define('portal-saved-searches-page', SavedSearchesPage);
