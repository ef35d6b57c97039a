import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

type Saved = { id: string; name: string; newCount: number; alert: string; createdAt: string };

/** What is searched for, and how it is asked of the API. */
export type SavedSearchSource<Search extends Saved> = {
  list(signal: AbortSignal): Promise<readonly Search[]>;
  change(id: string, change: { seen: true } | { alert: Search['alert'] }): Promise<Search>;
  remove(id: string): Promise<unknown>;
  save(search: Search): Promise<unknown>;
  /** The page of its findings, without the portal's base. */
  pathOf(search: Search): string;
  alertChoices(): readonly { value: string; label: string }[];
};

/** Kept searches with their news: looked at again, told of more or less often, removed with a way back. */
export abstract class SavedSearchList<Search extends Saved> extends PortalElement {
  static override properties = { current: { attribute: false }, searches: { state: true } };
  /** The search that a mail's link named. */
  declare current: string | undefined;
  declare searches: readonly Search[];

  protected abstract readonly source: SavedSearchSource<Search>;
  protected abstract head(): TemplateResult;
  /** What to do where nothing is kept yet. */
  protected abstract first(): { text: string; next: TemplateResult };
  /** What stands below the name. */
  protected below(_search: Search): unknown {
    return undefined;
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => this.source.list(signal),
    onComplete: (searches) => {
      this.searches = searches;
    },
  });

  constructor() {
    super();
    this.searches = [];
  }

  protected override render(): TemplateResult {
    return html`${this.head()}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: () =>
            this.searches.length > 0
              ? this.#table()
              : nothingYet({ shape: bookmark, title: t('savedSearches.emptyTitle'), ...this.first() }),
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

  #row(search: Search): TemplateResult {
    return html`<tr class=${search.id === this.current ? 'current' : ''}>
      <td>
        <a class="quiet strong" href=${href(this.source.pathOf(search))} @click=${() => void this.#seen(search)}>${search.name}</a>
        ${this.below(search)}
      </td>
      <td>${search.newCount > 0 ? tag('info', t('savedSearches.newCount', { n: search.newCount })) : tag('neutral', t('savedSearches.nothingNew'))}</td>
      <td>
        <select class="input small-input" aria-label=${t('savedSearches.alertOf', { name: search.name })} @change=${(event: Event) => void this.#changeAlert(search, event.target as HTMLSelectElement)}>
          ${this.source.alertChoices().map(({ value, label }) => html`<option value=${value} .selected=${value === search.alert}>${label}</option>`)}
        </select>
      </td>
      <td class="muted" data-label=${t('savedSearches.created')}>${timeAgo(search.createdAt)}</td>
      <td class="end">
        <button class="button plain small icon-only" type="button" aria-label=${t('savedSearches.remove', { name: search.name })} @click=${() => void this.#remove(search)}>${icon(x)}</button>
      </td>
    </tr>`;
  }

  /** Opening what it finds is looking at it; a failure here must not stop the way there. */
  async #seen({ id, newCount }: Search): Promise<void> {
    if (newCount > 0) await this.source.change(id, { seen: true }).catch(() => {});
  }

  async #changeAlert(search: Search, box: HTMLSelectElement): Promise<void> {
    const alert = box.value as Search['alert'];
    try {
      const changed = await this.source.change(search.id, { alert });
      this.searches = this.searches.map((one) => (one.id === search.id ? changed : one));
    } catch (problem) {
      box.value = search.alert;
      toast(problemWords(problem));
    }
  }

  async #remove(search: Search): Promise<void> {
    const before = this.searches;
    this.searches = before.filter(({ id }) => id !== search.id);
    try {
      await this.source.remove(search.id);
      undoable(t('savedSearches.removed', { name: search.name }), () => this.#saveAgain(search), this);
    } catch (problem) {
      this.searches = before;
      toast(problemWords(problem));
    }
  }

  async #saveAgain(search: Search): Promise<void> {
    await this.source.save(search);
    await this.#load.run();
  }
}
