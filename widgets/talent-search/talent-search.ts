import type { TalentHit, TalentSearchResult } from '@portico/api/talent/search/schema.ts';
import { html } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import type { Embed } from '../core/embed.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf } from '../core/locale.ts';
import { failureView, resultsView, skeleton } from './results-view.ts';
import { createSearchBox } from './search-box.ts';
import type { PanelKind, Person, SearchView, SidePanel } from './search-view.ts';
import type { TalentSearchStrings } from './strings.ts';
import { compareMax, queryParams, type TalentFilters } from './talent-query.ts';
import { talentSearchStyles } from './talent-search-styles.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/**
 * Find people, see why they fit, open, save, compare and choose them.
 *
 * @tag hire-talent-search
 * @slot header - Above the search box.
 * @slot empty - Instead of the words when nobody fits.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{id} - After the buttons of one person; `{id}` is the freelancer’s id.
 * @csspart bar - The search box with what stands beside it.
 * @csspart filters - The filters with their counts.
 * @csspart results - The list of people.
 * @csspart item - One person in the list.
 * @csspart item-actions - The buttons of one person.
 * @csspart panel - What opens over the results: a profile, a comparison, an invitation.
 * @csspart error - What is said when something failed.
 */
export class TalentSearch extends HireElement<TalentSearchStrings> implements SearchView {
  static formAssociated = true;
  static override properties = {
    ...HireElement.properties,
    query: 'query',
    filters: '',
    pageSize: 'page-size',
    profile: 'profile',
    name: 'name',
    value: '',
  };
  static override styles = [baseStyles, talentSearchStyles];
  static override locales = {
    folder: 'talent-search',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** the words searched for */
  declare query: string;
  /** filters and sort, as in `GET /v1/talent/search` */
  declare filters: TalentFilters;
  /** people per page, 1–50 */
  declare pageSize: number;
  /** id of the freelancer whose profile is open */
  declare profile: string | undefined;
  /** with a name the widget takes part in the host's form, and every person can be chosen */
  declare name: string | undefined;
  /** id of the chosen freelancer */
  declare value: string | undefined;

  result: TalentSearchResult | undefined;
  isBusy = false;
  readonly compared = new Map<string, TalentHit>();
  #asked = '';
  #wasReady = false;
  #shownProfile: string | undefined;
  #savedHere = new Map<string, boolean>();
  #asking: AbortController | undefined;
  #box = createSearchBox(this);
  #panel: SidePanel | undefined;

  constructor() {
    super();
    this.query ??= '';
    this.filters ??= {};
    this.pageSize ??= 20;
    this.setStatus('loading');
  }

  formResetCallback(): void {
    this.value = undefined;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  may(feature: 'save' | 'compare' | 'invite'): boolean {
    return this.joined?.features.talentSearch?.[feature] === true;
  }

  isSaved({ id, saved }: Person): boolean {
    return this.#savedHere.get(id) ?? saved;
  }

  search = ({ query = this.query, filters = this.filters }: { query?: string; filters?: TalentFilters }): void => {
    if (query === this.query && filters === this.filters) return;
    if (this.emit('hire-search', { query: { ...filters, q: query || undefined } }))
      Object.assign(this, { query, filters });
    this.update();
  };

  /** The next page is read from its first person on, by eye and by screen reader. */
  loadMore = async (): Promise<void> => {
    const { items, nextCursor } = this.result!;
    await this.#ask(nextCursor!);
    await this.updateComplete;
    this.root.querySelectorAll<HTMLElement>('.name')[items.length]?.focus();
  };

  open(freelancer: Person): void {
    if (this.emit('hire-select', { intent: 'open', id: freelancer.id, freelancer })) this.profile = freelancer.id;
  }

  choose(freelancer: Person): void {
    const { id } = freelancer;
    if (this.emit('hire-select', { intent: 'choose', id, freelancer })) this.value = this.value === id ? undefined : id;
  }

  invite(freelancer: Person): void {
    if (this.emit('hire-invite', { id: freelancer.id, freelancer })) {
      const others = [...this.compared.values()].filter(({ id }) => id !== freelancer.id);
      void this.#open('invite', [freelancer, ...others]);
    }
  }

  /** Shown at once; taken back, with the reason, if the API refuses. */
  async save(freelancer: Person): Promise<void> {
    const { id } = freelancer;
    const saved = !this.isSaved(freelancer);
    if (!this.emit('hire-save', { id, saved, freelancer })) return;
    this.#savedHere.set(id, saved);
    this.update();
    try {
      await this.api.ask(`/v1/talent/saved/${id}`, { method: saved ? 'PUT' : 'DELETE' });
    } catch (reason) {
      this.#savedHere.set(id, !saved);
      this.#failed(reason, () => this.save(freelancer));
    }
  }

  compare(hit: TalentHit): void {
    if (!this.compared.delete(hit.id) && this.compared.size < compareMax) this.compared.set(hit.id, hit);
    this.update();
  }

  openCompare = (): void => {
    const freelancers = [...this.compared.values()];
    if (this.emit('hire-compare', { ids: freelancers.map(({ id }) => id), freelancers }))
      void this.#open('compare', freelancers);
  };

  clearCompare = (): void => {
    this.compared.clear();
    this.update();
  };

  protected embedChanged(embed: Embed | undefined): void {
    this.#asking?.abort();
    this.#box.close();
    this.#panel?.close();
    this.#asked = '';
    if (embed) this.#shownProfile = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    this.internals.setFormValue(this.value ?? null);
    if (this.joined && String(queryParams(this.#query)) !== this.#asked) void this.#ask();
  }

  protected override rendered(): void {
    if (!this.joined || !this.strings) return;
    if (this.result && !this.#wasReady) {
      this.#wasReady = true;
      this.emit('hire-ready', { total: this.result.total }, false);
    }
    if (this.profile !== this.#shownProfile) {
      this.#shownProfile = this.profile;
      if (this.profile) void this.#open('profile', [{ id: this.profile, name: '' }]);
      else this.#panel?.close();
    }
    this.#panel?.rendered();
  }

  protected widget() {
    if (!this.strings)
      return html`<div class="root" aria-busy=${!this.failure}>${this.failure ? failureView(this) : skeleton(this.pageSize)}</div>`;
    return html`<div class="root" dir=${directionOf(this.language)} lang=${this.language}>
      <slot name="header"></slot>
      ${resultsView(this, this.#box.render())} ${this.#panel?.render()}
    </div>`;
  }

  /** What opens over the results comes when it is first opened. */
  async #open(kind: PanelKind, people: readonly { id: string; name: string }[]): Promise<void> {
    try {
      const { createSidePanel } = await lazy('talent-search/later/panels', () => import('./later/panels.ts'));
      this.#panel ??= createSidePanel(this, () => {
        const id = this.profile;
        this.profile = this.#shownProfile = undefined;
        if (id) this.emit('hire-close', { id }, false);
      });
      void this.#panel.open(kind, people);
    } catch (reason) {
      this.#failed(reason, () => this.#open(kind, people));
    }
  }

  /** The results were fine, and are again. */
  #failed(reason: unknown, retry: () => unknown): void {
    this.fail(reason, () => {
      this.failure = undefined;
      this.setStatus('ready');
      void retry();
    });
  }

  get #query() {
    return { ...this.filters, q: this.query || undefined, limit: Number(this.pageSize), timezone: timeZone };
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(cursor?: string): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#asked = String(queryParams(this.#query));
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(this.result ? 'ready' : 'loading', true);
    try {
      const query = queryParams({ ...this.#query, cursor, facets: !cursor });
      const locale = this.language;
      const page = await this.api.ask<TalentSearchResult>('/v1/talent/search', { query, signal, locale });
      if (signal.aborted) return;
      this.result = cursor
        ? { ...this.result!, items: [...this.result!.items, ...page.items], nextCursor: page.nextCursor }
        : page;
      this.isBusy = false;
      this.setStatus(page.total ? 'ready' : 'empty');
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask(cursor));
    }
  }
}
