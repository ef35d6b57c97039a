import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  changeSavedJobSearch,
  deleteSavedJobSearch,
  getSavedJobSearches,
  type SavedJobSearch,
  saveJobSearch,
} from '../../api/jobs.ts';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { jobsHead } from './jobs-head.ts';
import { jobAlertChoices } from './save-job-search-dialog.ts';
import { urlFromSearch } from './search-url.ts';

class SavedJobSearchesPage extends PortalElement {
  static override pageStyles = [jobsStyles];
  static override properties = { current: { attribute: false }, searches: { state: true } };
  /** The search that a mail's link named. */
  declare current: string | undefined;
  declare searches: readonly SavedJobSearch[];

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getSavedJobSearches(signal),
    onComplete: (searches) => {
      this.searches = searches;
    },
  });

  constructor() {
    super();
    this.searches = [];
  }

  protected override render(): TemplateResult {
    return html`${jobsHead('searches', t('findWork.searchesLead'))}
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
                  text: t('findWork.searchesEmptyText'),
                  next: html`<a class="button primary" href=${href('/jobs/search')}>${t('nav.findWork')}</a>`,
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

  #row(search: SavedJobSearch): TemplateResult {
    return html`<tr class=${search.id === this.current ? 'current' : ''}>
      <td><a class="quiet strong" href=${href(`/jobs/search?${urlFromSearch(search.query)}`)} @click=${() => void this.#seen(search)}>${search.name}</a></td>
      <td>${search.newCount > 0 ? tag('info', t('savedSearches.newCount', { n: search.newCount })) : tag('neutral', t('savedSearches.nothingNew'))}</td>
      <td>
        <select class="input small-input" aria-label=${t('savedSearches.alertOf', { name: search.name })} @change=${(event: Event) => void this.#changeAlert(search, event.target as HTMLSelectElement)}>
          ${jobAlertChoices().map(({ value, label }) => html`<option value=${value} .selected=${value === search.alert}>${label}</option>`)}
        </select>
      </td>
      <td class="muted" data-label=${t('savedSearches.created')}>${timeAgo(search.createdAt)}</td>
      <td class="end">
        <button class="button plain small icon-only" type="button" aria-label=${t('savedSearches.remove', { name: search.name })} @click=${() => void this.#remove(search)}>${icon(x)}</button>
      </td>
    </tr>`;
  }

  /** Opening its jobs is looking at them; a failure here must not stop the way there. */
  async #seen({ id, newCount }: SavedJobSearch): Promise<void> {
    if (newCount > 0) await changeSavedJobSearch(id, { seen: true }).catch(() => {});
  }

  async #changeAlert(search: SavedJobSearch, box: HTMLSelectElement): Promise<void> {
    const alert = box.value as SavedJobSearch['alert'];
    try {
      const changed = await changeSavedJobSearch(search.id, { alert });
      this.searches = this.searches.map((one) => (one.id === search.id ? changed : one));
    } catch (problem) {
      box.value = search.alert;
      toast(problemWords(problem));
    }
  }

  async #remove(search: SavedJobSearch): Promise<void> {
    const before = this.searches;
    this.searches = before.filter(({ id }) => id !== search.id);
    try {
      await deleteSavedJobSearch(search.id);
      undoable(t('savedSearches.removed', { name: search.name }), () => this.#saveAgain(search), this);
    } catch (problem) {
      this.searches = before;
      toast(problemWords(problem));
    }
  }

  async #saveAgain({ name, query, alert }: SavedJobSearch): Promise<void> {
    await saveJobSearch({ name, query, alert });
    await this.#load.run();
  }
}

define('portal-saved-job-searches-page', SavedJobSearchesPage);
