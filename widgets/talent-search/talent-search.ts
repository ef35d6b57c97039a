import { Task } from '@lit/task';
import { html, nothing, type PropertyValues } from 'lit';
import { baseStyles } from '../core/base-styles.ts';
import { errorNotice } from '../core/error-notice.ts';
import { HireElement } from '../core/hire-element.ts';
import type { HireError } from '../core/hire-error.ts';
import { directionOf } from '../core/locale.ts';
import { resultsView, skeletonView } from './results-view.ts';
import { SearchBox } from './search-box.ts';
import type { SearchView } from './search-view.ts';
import { SidePanel } from './side-panel.ts';
import type { TalentSearchStrings } from './strings.ts';
import { queryParams, type TalentFilters } from './talent-query.ts';
import { talentSearchStyles } from './talent-search-styles.ts';
import type { FacetName, TalentHit, TalentSearchResult } from './wire.ts';

const compareLimit = 4;

/**
 * Find people, see why they fit, open, save, compare and choose them.
 *
 * @tag hire-talent-search
 * @slot header - above the search box
 * @slot empty - instead of the words when nobody fits
 * @slot error - instead of the words when something failed
 * @slot item-actions:{id} - after the buttons of one person
 * @csspart bar, filters, results, item, item-actions, panel, error
 * @fires hire-ready, hire-search, hire-select, hire-save, hire-compare, hire-invite, hire-error
 */
export class TalentSearch extends HireElement<TalentSearchStrings> {
  static formAssociated = true;
  static override styles = [baseStyles, talentSearchStyles];
  static override properties = {
    ...HireElement.properties,
    query: {},
    filters: { attribute: false },
    pageSize: { type: Number, attribute: 'page-size' },
    profile: {},
    name: { reflect: true },
    value: { attribute: false },
    result: { state: true },
    failure: { state: true },
    showsFilters: { state: true },
  };

  /** the words searched for */
  declare query: string;
  declare filters: TalentFilters;
  /** 1–50 */
  declare pageSize: number;
  /** id of the freelancer whose profile is open */
  declare profile: string | undefined;
  /** with a name the widget takes part in the host's form, and every person gets a Choose button */
  declare name: string | undefined;
  /** id of the chosen freelancer */
  declare value: string | undefined;
  declare protected result: TalentSearchResult | undefined;
  declare protected failure: { error: HireError; retry: () => void } | undefined;
  declare protected showsFilters: boolean;

  protected readonly folder = 'talent-search';
  protected readonly localeFiles = {
    en: () => import('./locales/en.ts'),
    de: () => import('./locales/de.ts'),
    ar: () => import('./locales/ar.ts'),
  };

  #asked = '';
  #wasReady = false;
  #savedHere = new Map<string, boolean>();
  #compared = new Map<string, TalentHit>();
  #expanded = new Set<FacetName>();
  #box = new SearchBox(this, () => this.#view);
  #panel = new SidePanel(this, {
    view: () => this.#view,
    failed: (reason) => this.reportError(reason),
    closed: ({ kind, ids }) => {
      if (kind !== 'profile') return;
      this.profile = undefined;
      this.emit('hire-select', { intent: 'close', id: ids[0], freelancer: this.#hit(ids[0]!) }, false);
    },
  });
  #search = new Task(this, {
    autoRun: false,
    task: async ([cursor]: [string | undefined], { signal }) => {
      const page = await this.joined!.api.ask<TalentSearchResult>('/v1/talent/search', {
        query: queryParams({ ...this.#query, cursor, facets: !cursor }),
        signal,
        locale: this.language,
      });
      return cursor
        ? { ...this.result!, items: [...this.result!.items, ...page.items], nextCursor: page.nextCursor }
        : page;
    },
    onComplete: (result) => this.#show(result),
    onError: (reason) => this.#fail(this.reportError(reason), () => this.#run()),
  });

  constructor() {
    super();
    this.query = '';
    this.filters = {};
    this.pageSize = 20;
    this.showsFilters = false;
    this.setStatus('loading');
  }

  formResetCallback(): void {
    this.value = undefined;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected embedJoined(): void {
    this.#asked = '';
  }

  protected embedLeft(): void {
    this.#search.abort();
    this.#panel.close();
  }

  protected localeFailed(error: HireError): void {
    this.#fail(error, () => location.reload());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('value')) this.internals.setFormValue(this.value ?? null);
    if (!this.joined) return;
    const asked = String(queryParams(this.#query));
    if (asked !== this.#asked) this.#run();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('profile') || !this.joined) return;
    if (this.profile) this.#panel.open({ kind: 'profile', ids: [this.profile] });
    else this.#panel.close();
  }

  protected renderWidget() {
    const { strings, failure } = this;
    if (!strings || !this.joined) return failure ? this.#errorView() : skeletonView(this.pageSize);
    const view = this.#view;
    return html`<div class="root" dir=${directionOf(this.language)} lang=${this.language}>
      <slot name="header"></slot>
      ${resultsView(view, {
        box: this.#box.render(view),
        error: failure ? this.#errorView() : nothing,
        isBusy: this.#search.status === 1,
        pageSize: this.pageSize,
        showsFilters: this.showsFilters,
        toggleFilters: () => {
          this.showsFilters = !this.showsFilters;
        },
        expanded: this.#expanded,
        expand: (facet) => {
          if (!this.#expanded.delete(facet)) this.#expanded.add(facet);
          this.requestUpdate();
        },
        loadMore: () => void this.#loadMore(),
        openCompare: () => this.#openCompare(),
        clearCompare: () => {
          this.#compared.clear();
          this.requestUpdate();
        },
      })}
      ${this.#panel.render(view)}
    </div>`;
  }

  get #query() {
    return { ...this.filters, q: this.query || undefined, limit: this.pageSize };
  }

  get #view(): SearchView {
    return {
      strings: this.strings!,
      language: this.language,
      api: this.joined!.api,
      query: this.query,
      filters: this.filters,
      result: this.result,
      compared: this.#compared,
      compareIsFull: this.#compared.size >= compareLimit,
      mayInvite: this.joined!.features.talentSearch?.invite === true,
      choosing: this.name !== undefined && this.name !== null,
      value: this.value,
      isSaved: ({ id, saved }) => this.#savedHere.get(id) ?? saved,
      search: (change) => this.#change(change),
      open: (id) => {
        if (this.emit('hire-select', { intent: 'open', id, freelancer: this.#hit(id) })) this.profile = id;
      },
      save: (person) => this.#save(person),
      compare: (hit) => {
        if (!this.#compared.delete(hit.id) && this.#compared.size < compareLimit) this.#compared.set(hit.id, hit);
        this.requestUpdate();
      },
      invite: (id) => this.emit('hire-invite', { id, freelancer: this.#hit(id) }),
      choose: (id) => {
        if (this.emit('hire-select', { intent: 'choose', id, freelancer: this.#hit(id) }))
          this.value = this.value === id ? undefined : id;
      },
    };
  }

  #change({ query = this.query, filters = this.filters }: { query?: string; filters?: TalentFilters }): void {
    if (query === this.query && filters === this.filters) return;
    const asked = { ...filters, q: query || undefined };
    if (this.emit('hire-search', { query: asked })) Object.assign(this, { query, filters });
    this.requestUpdate();
  }

  /** What is on screen stays until the answer is here. */
  #run(): void {
    this.#asked = String(queryParams(this.#query));
    this.failure = undefined;
    this.setStatus(this.result ? 'ready' : 'loading', true);
    void this.#search.run([undefined]);
  }

  #show(result: TalentSearchResult): void {
    this.result = result;
    this.failure = undefined;
    this.setStatus(result.items.length ? 'ready' : 'empty');
    if (!this.#wasReady) this.emit('hire-ready', { total: result.total }, false);
    this.#wasReady = true;
  }

  /** The next page is read from its first person on, by eye and by screen reader. */
  async #loadMore(): Promise<void> {
    const { length } = this.result!.items;
    this.setStatus('ready', true);
    await this.#search.run([this.result!.nextCursor!]);
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.name')[length]?.focus();
  }

  /** Shown at once; taken back, with the reason, if the API refuses. */
  async #save(person: { id: string; saved: boolean }): Promise<void> {
    const { id } = person;
    const saved = !(this.#savedHere.get(id) ?? person.saved);
    if (!this.emit('hire-save', { id, saved, freelancer: this.#hit(id) })) return;
    this.#savedHere.set(id, saved);
    this.requestUpdate();
    try {
      await this.joined!.api.ask(`/v1/talent/saved/${encodeURIComponent(id)}`, { method: saved ? 'PUT' : 'DELETE' });
    } catch (reason) {
      this.#savedHere.set(id, !saved);
      this.failure = { error: this.reportError(reason), retry: () => void this.#save(person) };
    }
  }

  #openCompare(): void {
    const freelancers = [...this.#compared.values()];
    const ids = [...this.#compared.keys()];
    if (this.emit('hire-compare', { ids, freelancers })) this.#panel.open({ kind: 'compare', ids });
  }

  #hit(id: string): TalentHit | undefined {
    return this.result?.items.find((hit) => hit.id === id);
  }

  #errorView() {
    const { error, retry } = this.failure!;
    return html`<slot name="error">${errorNotice(error, this.strings, retry)}</slot>`;
  }

  #fail(error: HireError, retry: () => void): void {
    this.failure = { error, retry };
    this.setStatus('error', false);
  }
}
