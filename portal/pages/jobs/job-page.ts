import { Task } from '@lit/task';
import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { setJobSaved } from '../../api/jobs.ts';
import { getJob } from '../../api/own-work.ts';
import { problemWords } from '../../api/problem.ts';
import { backLink } from '../../elements/back-link.ts';
import { fileList } from '../../elements/file-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, send } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen, me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { countryName, formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { jobsStyles } from '../../styles/jobs.ts';
import { connectsWords, factWords, placeWords, proposalRangeWords } from './job-words.ts';

/** One job: what is wanted, who wants it, what proposing costs. */
class JobPage extends PortalElement {
  static override pageStyles = [jobsStyles];
  static override properties = { jobId: { attribute: false }, saved: { state: true } };
  declare jobId: string;
  declare saved: boolean;

  #load = new Task(this, {
    args: () => [this.jobId] as const,
    task: ([jobId], { signal }) => getJob(jobId, signal),
    onComplete: ({ marks }) => {
      this.saved = marks.saved;
    },
  });

  protected override render(): TemplateResult {
    return html`${backLink(mayOpen('freelancer') ? '/jobs' : '/jobs/search', t('nav.findWork'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(10)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (job) => this.#page(job),
      })}`;
  }

  #page(job: Job): TemplateResult {
    return html`${pageHead(job.title, html`${[job.client.name, job.category?.name].filter(Boolean).join(' · ')} · ${timeAgo(job.postedAt)}`, this.#actions(job))}
      <div class="columns">
        <div class="stack">
          <section class="card pad stack close">
            <p class="job-facts number">${factWords(job).map((words, at) => (at === 0 ? html`<strong>${words}</strong>` : html`<span>${words}</span>`))}</p>
            ${richText(job.description.content)}
            ${fileList(job.attachments)}
          </section>
          ${this.#skills(job)}
          ${
            job.questions.length > 0
              ? html`<section class="card pad stack close">
                  <h2>${t('findWork.questions', { n: job.questions.length })}</h2>
                  <ol class="questions">${job.questions.map(({ text }) => html`<li>${text}</li>`)}</ol>
                </section>`
              : nothing
          }
        </div>
        <aside class="stack close">${this.#propose(job)}${this.#client(job)}</aside>
      </div>`;
  }

  #actions(job: Job): TemplateResult | typeof nothing {
    if (!mayOpen('freelancer')) return nothing;
    const propose = job.proposalId
      ? nothing
      : html`<a class="button primary in-head" href=${href(`/jobs/${job.id}/propose`)}>${icon(send)}${t('findWork.propose')}</a>`;
    return html`${propose}<button class="button ${this.saved ? 'on' : ''}" type="button" aria-pressed=${String(this.saved)} @click=${() => void this.#toggleSaved(job.id)}>${icon(bookmark)}${this.saved ? t('findWork.saved') : t('findWork.save')}</button>`;
  }

  #skills({ skills }: Job): TemplateResult | typeof nothing {
    if (skills.length === 0) return nothing;
    const mine = skills.filter((skill) => skill.mine).length;
    return html`<section class="card pad stack close">
      <h2>${t('findWork.skills')}</h2>
      <ul class="chips">${skills.map((skill) => html`<li class="chip ${skill.mine ? 'on' : ''}">${skill.name}</li>`)}</ul>
      ${mayOpen('freelancer') ? html`<p class="muted small">${t('findWork.skillsOfYours', { n: mine, all: skills.length })}</p>` : nothing}
    </section>`;
  }

  #propose(job: Job): TemplateResult {
    const place = placeWords(job);
    return html`<section class="card pad stack close">
      ${this.#call(job)}
      <dl class="facts number">
        <dt>${t('findWork.cost')}</dt><dd>${connectsWords(job)}</dd>
        <dt>${t('findWork.proposalsSoFar')}</dt><dd>${proposalRangeWords(job)}</dd>
        <dt>${t('jobPost.hires')}</dt><dd>${job.hires}</dd>
        ${place ? html`<dt>${t('jobPost.where')}</dt><dd>${place}</dd>` : nothing}
        ${job.expiresAt ? html`<dt>${t('jobPost.expires')}</dt><dd>${timeAgo(job.expiresAt)}</dd>` : nothing}
      </dl>
      ${job.reach.map((reach) => html`<p class="muted small">${wordsFor('findWork.reach', reach)}</p>`)}
    </section>`;
  }

  #call({ id, proposalId }: Job): TemplateResult {
    if (proposalId)
      return html`<p>${t('propose.already')}</p><a class="button" href=${href(`/my/proposals/${proposalId}`)}>${t('propose.open')}</a>`;
    if (mayOpen('freelancer'))
      return html`<a class="button primary beside-facts" href=${href(`/jobs/${id}/propose`)}>${icon(send)}${t('findWork.propose')}</a>`;
    if (me.get())
      return html`<p>${t('findWork.needsProfile')}</p><a class="button primary" href=${href('/profile/start')}>${t('findWork.makeProfile')}</a>`;
    const next = new URLSearchParams({ next: `/jobs/${id}` });
    return html`<p>${t('findWork.needsSignIn')}</p><a class="button primary" href=${href(`/sign-in?${next}`)}>${t('signIn.submit')}</a>`;
  }

  #client({ client }: Job): TemplateResult {
    return html`<section class="card pad stack close">
      <h2>${t('findWork.client')}</h2>
      <p class="strong">${client.name}</p>
      <dl class="facts number">
        ${client.country ? html`<dt>${t('findWork.clientCountry')}</dt><dd>${countryName(client.country)}</dd>` : nothing}
        <dt>${t('findWork.clientPosts')}</dt><dd>${client.posts}</dd>
        <dt>${t('findWork.clientHires')}</dt><dd>${client.hires}</dd>
        <dt>${t('findWork.clientSince')}</dt><dd>${formatDate(client.memberSince)}</dd>
      </dl>
    </section>`;
  }

  async #toggleSaved(jobId: string): Promise<void> {
    const wanted = !this.saved;
    this.saved = wanted;
    try {
      await setJobSaved(jobId, wanted);
    } catch (problem) {
      this.saved = !wanted;
      toast(problemWords(problem));
    }
  }
}

define('portal-job-page', JobPage);
