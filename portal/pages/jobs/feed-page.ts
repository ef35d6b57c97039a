import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getFeed, type JobFeed } from '../../api/jobs.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { info, textSearch } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { jobList } from './job-list.ts';
import { jobsHead } from './jobs-head.ts';
import { PagedJobs } from './paged-jobs.ts';

/** Jobs that fit the profile best, each with its reasons. */
class FeedPage extends PortalElement {
  static override pageStyles = [jobsStyles];
  readonly #pages = new PagedJobs(this);

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getFeed(undefined, signal),
    onComplete: (first) => this.#pages.begin(first),
  });

  protected override render(): TemplateResult {
    return html`${jobsHead('feed', t('findWork.feedLead'))}
      <div class="filter-bar">${searchField(t('findWork.searchLabel'), '', (q) => void navigate(`/jobs/search?${new URLSearchParams({ q })}`))}</div>
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ profile }) => this.#jobs(profile),
      })}`;
  }

  #jobs(profile: JobFeed['profile']): TemplateResult {
    const { jobs, cursor, isLoading } = this.#pages;
    if (jobs.length === 0)
      return html`<div class="card">${nothingYet({ shape: textSearch, title: t('findWork.feedEmptyTitle'), text: t('findWork.feedEmptyText'), next: html`<a class="button primary" href=${href('/jobs/search')}>${t('findWork.searchAll')}</a>` })}</div>`;
    return html`${this.#missing(profile)}${jobList(jobs, {
      isThere: cursor !== null,
      isLoading,
      load: () => void this.#pages.loadMore((next) => getFeed(next)),
    })}`;
  }

  /** A feed can only be as good as what it knows. */
  #missing({ hasSkills, hasCategory, hasRate }: JobFeed['profile']): TemplateResult | typeof nothing {
    const missing = [
      hasSkills ? '' : t('findWork.missingSkills'),
      hasCategory ? '' : t('findWork.missingCategory'),
      hasRate ? '' : t('findWork.missingRate'),
    ].filter(Boolean);
    if (missing.length === 0) return nothing;
    return html`<div class="page-notice">${notice(
      'info',
      info,
      html`<p>${t('findWork.missing', { what: missing.join(', ') })}</p>
        <a class="button small" href=${href('/profile')}>${t('findWork.completeProfile')}</a>`,
    )}</div>`;
  }
}

define('portal-job-feed-page', FeedPage);
