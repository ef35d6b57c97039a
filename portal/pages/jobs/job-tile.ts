import { html, nothing, type TemplateResult } from 'lit';
import { type HideReason, hideJob, type JobHit, setJobSaved, showJob } from '../../api/jobs.ts';
import { problemWords } from '../../api/problem.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, coins, eyeOff, mapPin, undo2, users } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { hideMenu } from './hide-menu.ts';
import { jobReasons } from './job-reasons.ts';
import { clientWords, connectsWords, factWords, placeWords, proposalWords } from './job-words.ts';
import { marked } from './marked.ts';

/** One job in a list. Hidden it stays as a line, so that nothing jumps and the click can be taken back. */
class JobTile extends PortalElement {
  static override properties = { job: { attribute: false }, saved: { state: true }, hiddenFor: { state: true } };
  declare job: JobHit;
  declare saved: boolean;
  declare hiddenFor: HideReason | null;
  #known: JobHit | undefined;

  protected override willUpdate(): void {
    if (this.#known === this.job) return;
    this.#known = this.job;
    this.saved = this.job.marks.saved;
    this.hiddenFor = this.job.marks.hidden;
  }

  protected override render(): TemplateResult {
    const { job } = this;
    if (this.hiddenFor !== null) return this.#hiddenLine(this.hiddenFor);
    const place = placeWords(job);
    const title = job.highlights.find(({ field }) => field === 'title');
    const found = job.highlights.find(({ field }) => field === 'description');
    return html`<article class="card job-tile" aria-labelledby="job-${job.id}">
      <div class="job-top">
        <div class="grow">
          <h2 id="job-${job.id}"><a class="quiet" href=${href(`/jobs/${job.id}`)}>${title ? marked(title) : job.title}</a></h2>
          <p class="muted small">${clientWords(job)} · ${timeAgo(job.postedAt)}</p>
        </div>
        ${this.#actions()}
      </div>
      <p class="job-facts number">${factWords(job).map((words, at) => (at === 0 ? html`<strong>${words}</strong>` : html`<span>${words}</span>`))}</p>
      ${jobReasons(job)}
      <p class="job-text">${found ? marked(found) : job.excerpt}</p>
      <ul class="chips">${job.skills.map(({ name, mine, matched }) => html`<li class="chip ${mine || matched ? 'on' : ''}">${name}</li>`)}</ul>
      <p class="job-foot muted small">
        <span>${icon(users)}${proposalWords(job)}</span>
        <span>${icon(coins)}${connectsWords(job)}</span>
        ${place ? html`<span>${icon(mapPin)}${place}</span>` : nothing}
      </p>
    </article>`;
  }

  #actions(): TemplateResult | typeof nothing {
    if (!mayOpen('freelancer')) return nothing;
    const { id, title } = this.job;
    return html`<div class="row no-print job-actions">
      <button class="button plain small ${this.saved ? 'on' : ''}" type="button" aria-pressed=${String(this.saved)} @click=${() => void this.#toggleSaved()}>
        ${icon(bookmark)}<span class="only-wide">${this.saved ? t('findWork.saved') : t('findWork.save')}</span><span class="visually-hidden">${title}</span>
      </button>
      ${hideMenu(id, title, (reason) => void this.#hide(reason))}
    </div>`;
  }

  #hiddenLine(reason: HideReason): TemplateResult {
    return html`<div class="card job-hidden" role="status">
      ${icon(eyeOff)}
      <p class="grow"><span class="strong">${this.job.title}</span> <span class="muted small">${t('findWork.hiddenBecause', { reason: wordsFor('hideReason', reason) ?? reason })}</span></p>
      <button class="button small" type="button" @click=${() => void this.#show()}>${icon(undo2)}${t('shell.undo')}</button>
    </div>`;
  }

  async #toggleSaved(): Promise<void> {
    const wanted = !this.saved;
    this.saved = wanted;
    try {
      await setJobSaved(this.job.id, wanted);
    } catch (problem) {
      this.saved = !wanted;
      toast(problemWords(problem));
    }
  }

  async #hide(reason: HideReason): Promise<void> {
    this.hiddenFor = reason;
    try {
      await hideJob(this.job.id, reason);
      await this.updateComplete;
      // The button that was pressed is gone; what follows it is the way back.
      this.querySelector<HTMLButtonElement>('.job-hidden button')?.focus();
    } catch (problem) {
      this.hiddenFor = null;
      toast(problemWords(problem));
    }
  }

  async #show(): Promise<void> {
    const before = this.hiddenFor;
    this.hiddenFor = null;
    try {
      await showJob(this.job.id);
      await this.updateComplete;
      this.querySelector<HTMLAnchorElement>('h2 a')?.focus();
    } catch (problem) {
      this.hiddenFor = before;
      toast(problemWords(problem));
    }
  }
}

define('portal-job-tile', JobTile);
