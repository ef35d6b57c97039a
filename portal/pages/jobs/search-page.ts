import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type JobQuery, type JobSearchResult, searchJobs } from '../../api/jobs.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, slidersHorizontal, textSearch } from '../../icons/icons.generated.ts';
import { currentQuery, onNavigate, replaceQuery } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { chosenFilters, countChosen, jobFilters } from './job-filters.ts';
import { jobList } from './job-list.ts';
import { jobsHead } from './jobs-head.ts';
import { PagedJobs } from './paged-jobs.ts';
import { openSaveJobSearch } from './save-job-search-dialog.ts';
import { searchFromUrl, urlFromSearch } from './search-url.ts';

const sorts = ['bestMatch', 'newest', 'budget', 'rate'] as const;

/** Every open job that the reader may see, narrowed by filters that stand in the address. */
class JobSearchPage extends PortalElement {
  static override pageStyles = [jobsStyles];
  static override properties = { search: { state: true }, showsFilters: { state: true } };
  declare search: JobQuery;
  /** On a narrow screen; a wide one shows them always. */
  declare showsFilters: boolean;
  readonly #pages = new PagedJobs(this);
  #stop = () => {};

  constructor() {
    super();
    this.search = searchFromUrl(currentQuery());
    this.showsFilters = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onNavigate('place', () => {
      this.search = searchFromUrl(currentQuery());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  #load = new Task(this, {
    args: () => [this.search] as const,
    task: ([search], { signal }) => searchJobs(search, signal),
    onComplete: (first) => this.#pages.begin(first),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${jobsHead('search', t('findWork.searchLead'), this.#saveButton())}
      <div class="filter-bar">
        ${searchField(t('findWork.searchLabel'), this.search.q ?? '', (q) => this.#choose(withWords(this.search, q)))}
        <button class="button filters-toggle" type="button" aria-expanded=${String(this.showsFilters)} @click=${() => {
          this.showsFilters = !this.showsFilters;
        }}>
          ${icon(slidersHorizontal)}${t('findWork.filters')}${known ? this.#chosenCount(known) : nothing}
        </button>
        ${this.#sort()}
      </div>
      ${this.#load.render({
        pending: () => (known ? this.#found(known, true) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (result) => this.#found(result, false),
      })}`;
  }

  #found(result: JobSearchResult, isLate: boolean): TemplateResult {
    const { facets, total, corrected } = result;
    const { jobs, cursor, isLoading } = this.#pages;
    const choose = (search: JobQuery) => this.#choose(search);
    return html`<div class="job-columns" aria-busy=${String(isLate)}>
      <aside class="facets ${this.showsFilters ? 'shown' : ''}" aria-label=${t('findWork.filters')}>${jobFilters(facets, this.search, choose)}</aside>
      <section class="stack close" aria-label=${t('findWork.results')}>
        <p class="muted number" role="status">
          ${t('findWork.found', { n: total })}
          ${corrected?.map(({ from, to }) => html`<span>${t('findWork.corrected', { from, to })}</span>`) ?? nothing}
        </p>
        ${chosenFilters(facets, this.search, choose)}
        ${
          jobs.length === 0
            ? html`<div class="card">${this.#none()}</div>`
            : jobList(jobs, {
                isThere: cursor !== null,
                isLoading,
                load: () =>
                  void this.#pages.loadMore((next) => searchJobs({ ...this.search, cursor: next, facets: false })),
              })
        }
      </section>
    </div>`;
  }

  #sort(): TemplateResult {
    return html`<label class="row sort-choice"><span class="muted small">${t('findWork.sort')}</span>
      <select class="input small-input" @change=${(event: Event) => this.#sortBy((event.target as HTMLSelectElement).value)}>
        ${sorts.map((sort) => html`<option value=${sort} .selected=${sort === (this.search.sort ?? 'bestMatch')}>${wordsFor('findWork.sort', sort)}</option>`)}
      </select></label>`;
  }

  #sortBy(sort: string): void {
    const { sort: _, ...rest } = this.search;
    this.#choose(sort === 'bestMatch' ? rest : { ...rest, sort: sort as JobQuery['sort'] });
  }

  #saveButton(): TemplateResult | typeof nothing {
    if (!mayOpen('freelancer')) return nothing;
    return html`<button class="button" type="button" @click=${() => openSaveJobSearch(this.search, this.#load.value?.facets)}>${icon(bookmark)}${t('talent.saveSearch')}</button>`;
  }

  #none(): TemplateResult {
    const [title, text] = [t('findWork.noneTitle'), t('findWork.noneText')];
    return urlFromSearch(this.search).size === 0
      ? nothingYet({ shape: textSearch, title, text, next: 'itself' })
      : noneFit(textSearch, title, text, () => this.#choose({}), t('findWork.clear'));
  }

  #chosenCount({ facets }: JobSearchResult): TemplateResult | typeof nothing {
    const n = countChosen(facets);
    return n > 0 ? html`<span class="new">${n}</span>` : nothing;
  }

  #choose(search: JobQuery): void {
    this.search = search;
    replaceQuery(urlFromSearch(search));
  }
}

function withWords({ q: _, ...rest }: JobQuery, q: string): JobQuery {
  return q ? { ...rest, q } : rest;
}

define('portal-job-search-page', JobSearchPage);
