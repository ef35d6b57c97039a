import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getJobPostPreview, type JobPost, type JobPostPreview } from '../../api/job-posts.ts';
import { fileList } from '../../elements/file-list.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { triangleAlert } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { fileStyles } from '../../styles/files.ts';

/** The post as freelancers read it, and above it what publishing would refuse. */
class JobPostOverview extends PortalElement {
  static override pageStyles = [fileStyles];
  static override properties = { jobPost: { attribute: false } };
  declare jobPost: JobPost;

  #preview = new Task(this, {
    args: () => [this.jobPost.id, this.jobPost.updatedAt, this.jobPost.state] as const,
    task: ([id], { signal }) => getJobPostPreview(id, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#preview.value;
    return html`${this.#preview.render({
      pending: () => (known ? preview(known, this.jobPost) : html`<div class="card">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#preview.run()),
      complete: (answer) => preview(answer, this.jobPost),
    })}`;
  }
}

function preview({ job, problems }: JobPostPreview, post: JobPost): TemplateResult {
  return html`<div class="stack">
    ${
      post.state === 'draft' && problems.length > 0
        ? notice(
            'warning',
            triangleAlert,
            html`<p><strong>${t('jobPost.notReady', { n: problems.length })}</strong></p>
              <ul>${problems.map(({ code, message }) => html`<li>${wordsFor('fieldProblem', code) ?? message}</li>`)}</ul>
              ${post.mayEdit ? html`<a class="button small" href=${href(`/job-posts/${post.id}/edit`)}>${t('jobPost.complete')}</a>` : nothing}`,
          )
        : nothing
    }
    <section class="card pad stack close">
      <div class="row apart">
        <h2>${t('jobPost.asSeen')}</h2>
        ${job.connects === null ? nothing : tag('info', t('jobPost.connects', { n: job.connects }))}
      </div>
      ${job.description.content.length > 0 ? richText(job.description.content) : html`<p class="muted">${t('jobPost.noDescription')}</p>`}
      ${job.skills.length > 0 ? html`<div class="stack tight"><h3>${t('freelancer.skills')}</h3><ul class="chips">${job.skills.map(({ name }) => html`<li class="chip">${name}</li>`)}</ul></div>` : nothing}
      ${job.attachments.length > 0 ? html`<div class="stack tight"><h3>${t('jobPost.attachments')}</h3>${fileList(job.attachments)}</div>` : nothing}
    </section>
    ${job.questions.length > 0 ? questions(job) : nothing}
  </div>`;
}

const questions = ({ questions: asked }: JobPostPreview['job']) =>
  html`<section class="card pad stack close">
    <h2>${t('jobPost.questions')}</h2>
    <ol class="questions">
      ${asked.map(
        ({ text, kind, choices, isRequired }) => html`<li>
          <p>${text}</p>
          <p class="muted small">${wordsFor('questionKind', kind)}${choices.length > 0 ? `: ${choices.join(', ')}` : ''} · ${isRequired ? t('jobPost.required') : t('shell.optional')}</p>
        </li>`,
      )}
    </ol>
  </section>`;

define('portal-job-post-overview', JobPostOverview);
