import { Task } from '@lit/task';
import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemWords } from '../../api/problem.ts';
import { changeSavedSearch, deleteSavedSearch, getSavedSearches, saveSearch } from '../../api/talent.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { describedUnlessNamed } from '../talent/described-unless-named.ts';
import { alertChoices } from '../talent/save-search-dialog.ts';
import { urlFromSearch } from '../talent/search-url.ts';

class SavedSearchesPage extends PortalElement {
  static override properties = { searches: { state: true } };
  declare searches: readonly SavedSearch[];

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getSavedSearches(signal),
    onComplete: (searches) => {
      this.searches = searches;
    },
  });

  constructor() {
    super();
    this.searches = [];
  }

  protected override render() {
    return html`${pageHead(t('savedSearches.title'), t('savedSearches.lead'))}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: () =>
            this.searches.length > 0
              ? this.#table()
              : nothingYet({
                  shape: bookmark,
                  title: t('savedSearches.emptyTitle'),
                  text: t('savedSearches.emptyText'),
                  next: html`<a class="button primary" href=${href('/talent')}>${t('savedSearches.start')}</a>`,
                }),
        })}
      </div>`;
  }

  #table(): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr>
          <th scope="col">${t('savedSearches.name')}</th>
          <th scope="col">${t('savedSearches.new')}</th>
          <th scope="col">${t('savedSearches.alert')}</th>
          <th scope="col">${t('savedSearches.created')}</th>
          <th scope="col"><span class="visually-hidden">${t('shell.remove')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.searches,
          ({ id }) => id,
          (search) => this.#row(search),
        )}
      </tbody>
    </table>`;
  }

  #row(search: SavedSearch): TemplateResult {
    return html`<tr>
      <td>
        <a class="quiet strong" href=${href(`/talent?${urlFromSearch(search.query)}`)} @click=${() => void this.#seen(search)}>${search.name}</a>
        ${describedUnlessNamed(search.name, search.query)}
      </td>
      <td>${search.newCount > 0 ? tag('info', t('savedSearches.newCount', { n: search.newCount })) : tag('neutral', t('savedSearches.nothingNew'))}</td>
      <td>
        <select class="input small-input" aria-label=${t('savedSearches.alertOf', { name: search.name })} @change=${(event: Event) => void this.#changeAlert(search, event.target as HTMLSelectElement)}>
          ${alertChoices().map(({ value, label }) => html`<option value=${value} .selected=${value === search.alert}>${label}</option>`)}
        </select>
      </td>
      <td class="muted" data-label=${t('savedSearches.created')}>${timeAgo(search.createdAt)}</td>
      <td class="end">
        <button class="button plain small icon-only" type="button" aria-label=${t('savedSearches.remove', { name: search.name })} @click=${() => void this.#remove(search)}>${icon(x)}</button>
      </td>
    </tr>`;
  }

  /** Opening its people is looking at them; a failure here must not stop the way there. */
  async #seen({ id, newCount }: SavedSearch): Promise<void> {
    if (newCount > 0) await changeSavedSearch(id, { seen: true }).catch(() => {});
  }

  async #changeAlert(search: SavedSearch, box: HTMLSelectElement): Promise<void> {
    const alert = box.value as SavedSearch['alert'];
    try {
      const changed = await changeSavedSearch(search.id, { alert });
      this.searches = this.searches.map((one) => (one.id === search.id ? changed : one));
    } catch (problem) {
      box.value = search.alert;
      toast(problemWords(problem));
    }
  }

  async #remove(search: SavedSearch): Promise<void> {
    const before = this.searches;
    this.searches = before.filter(({ id }) => id !== search.id);
    try {
      await deleteSavedSearch(search.id);
      undoable(t('savedSearches.removed', { name: search.name }), () => this.#saveAgain(search), this);
    } catch (problem) {
      this.searches = before;
      toast(problemWords(problem));
    }
  }

  async #saveAgain({ name, query, alert }: SavedSearch): Promise<void> {
    await saveSearch({ name, query, alert });
    await this.#load.run();
  }
}

define('portal-saved-searches-page', SavedSearchesPage);
