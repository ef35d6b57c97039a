import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getJobs, type Job, type JobState, retryJob } from '../../api/operator.ts';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, refreshCw } from '../../icons/icons.generated.ts';
import { currentQuery, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';

const states: readonly JobState[] = ['dead', 'queued', 'running', 'done'];
const kinds: Record<JobState, TagKind> = { dead: 'danger', queued: 'neutral', running: 'info', done: 'success' };

class JobsPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = { shown: { state: true } };
  declare shown: JobState;

  #jobs = new Task(this, {
    args: () => [this.shown] as const,
    task: ([state], { signal }) => getJobs({ state, limit: 100 }, signal),
  });

  constructor() {
    super();
    const asked = currentQuery().get('state');
    this.shown = states.find((state) => state === asked) ?? 'dead';
  }

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('jobs.title'),
      t('jobs.lead'),
      html`<button class="button" type="button" @click=${() => void this.#jobs.run()}>${icon(refreshCw)}${t('jobs.refresh')}</button>`,
    )}
      <div class="stack close">
        <div>${segments<JobState>(
          t('jobs.state'),
          this.shown,
          states.map((value) => ({ value, label: stateWords(value) })),
          (state) => this.#show(state),
        )}</div>
        <div class="card">
          ${this.#jobs.render({
            pending: () => loading(),
            error: (problem) => failed(problem, () => void this.#jobs.run()),
            complete: (jobs) =>
              jobs.length > 0
                ? this.#table(jobs)
                : nothingYet({
                    shape: circleCheck,
                    title: this.shown === 'dead' ? t('jobs.noneDead') : t('jobs.none'),
                    text: t('jobs.noneText'),
                    next: 'itself',
                  }),
          })}
        </div>
      </div>`;
  }

  #show(state: JobState): void {
    this.shown = state;
    replaceQuery(new URLSearchParams(state === 'dead' ? {} : { state }));
  }

  #table(jobs: readonly Job[]): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr>
          <th scope="col">${t('jobs.kind')}</th>
          <th scope="col">${t('jobs.state')}</th>
          <th scope="col" class="end">${t('jobs.attempts')}</th>
          <th scope="col">${t('jobs.runAt')}</th>
          <th scope="col">${t('jobs.lastError')}</th>
          <th scope="col"><span class="visually-hidden">${t('jobs.retry')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${jobs.map(
          (job) => html`<tr>
            <td><strong>${job.kind}</strong><div class="muted small"><code>${job.id}</code></div></td>
            <td>${tag(kinds[job.state], stateWords(job.state))}</td>
            <td class="end" data-label=${t('jobs.attempts')}>${job.attempts}</td>
            <td class="muted" data-label=${t('jobs.runAt')}>${timeAgo(job.runAt)}</td>
            <td class="small">${job.lastError ?? nothing}</td>
            <td class="end">
              ${job.state === 'dead' ? html`<button class="button small" type="button" @click=${() => void this.#retry(job)}>${t('jobs.retry')}</button>` : nothing}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  async #retry({ id }: Job): Promise<void> {
    try {
      await retryJob(id);
      toast(t('jobs.queuedAgain'));
      await this.#jobs.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

function stateWords(state: JobState): string {
  switch (state) {
    case 'dead':
      return t('jobs.dead');
    case 'queued':
      return t('jobs.queued');
    case 'running':
      return t('jobs.running');
    case 'done':
      return t('jobs.done');
  }
}

define('portal-jobs-page', JobsPage);
