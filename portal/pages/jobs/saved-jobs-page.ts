import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getSavedJobs } from '../../api/jobs.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { bookmark } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { jobList } from './job-list.ts';
import { jobsHead } from './jobs-head.ts';
import { PagedJobs } from './paged-jobs.ts';

class SavedJobsPage extends PortalElement {
  static override pageStyles = [jobsStyles];
  readonly #pages = new PagedJobs(this);

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getSavedJobs(undefined, signal),
    onComplete: (first) => this.#pages.begin(first),
  });

  protected override render(): TemplateResult {
    return html`${jobsHead('saved', t('findWork.savedLead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ goneCount }) => this.#jobs(goneCount),
      })}`;
  }

  #jobs(goneCount: number): TemplateResult {
    const { jobs, cursor, isLoading } = this.#pages;
    const gone = goneCount > 0 ? html`<p class="muted small">${t('findWork.gone', { n: goneCount })}</p>` : nothing;
    if (jobs.length === 0)
      return html`<div class="card">${nothingYet({ shape: bookmark, title: t('findWork.savedEmptyTitle'), text: t('findWork.savedEmptyText'), next: html`<a class="button primary" href=${href('/jobs')}>${t('nav.findWork')}</a>` })}</div>${gone}`;
    return html`${jobList(jobs, {
      isThere: cursor !== null,
      isLoading,
      load: () => void this.#pages.loadMore((next) => getSavedJobs(next)),
    })}${gone}`;
  }
}

define('portal-saved-jobs-page', SavedJobsPage);
