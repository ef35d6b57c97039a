import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { cancelImport, getImport, importTimeline, type JobImport, startImport } from '../../api/job-imports.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, circleX, info, pencil, play } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { importStyles } from '../../styles/imports.ts';
import { objectStyles } from '../../styles/object.ts';
import { importStatus, importSummary, isUnderWay } from './import-status.ts';
import './imported-rows.ts';

const askAgainMs = 1000;

/** One import while it runs and after; it goes on when the page closes, and this address shows it again. */
class JobImportPage extends PortalElement {
  static override pageStyles = [objectStyles, importStyles];
  static override properties = { importId: { attribute: false }, job: { state: true } };
  declare importId: string;
  declare job: JobImport | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  #load = new Task(this, {
    args: () => [this.importId] as const,
    task: ([id], { signal }) => getImport(id, signal),
    onComplete: (job) => this.#take(job),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    if (this.job) return this.#page(this.job);
    return this.#load.render({
      pending: () => loading(8),
      error: (problem) => failed(problem, () => void this.#load.run()),
    });
  }

  #page(job: JobImport): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/job-imports')}>${icon(arrowLeft)}${t('imports.title')}</a></p>
      <header class="page-head object-head">
        <div>
          <h1 tabindex="-1">${job.file.name}</h1>
          <p class="row">${importStatus(job.state)}<span class="muted">${job.dryRun ? t('imports.dryRun') : t('imports.realRun')} · ${t('imports.rowsOf', { n: job.rows })}</span></p>
        </div>
        <div class="actions no-print">${mayOpen('hirer') ? this.#actions(job) : nothing}</div>
      </header>
      <div class="stack">
        ${isUnderWay(job) ? this.#progress(job) : nothing}
        ${job.failure ? notice('danger', circleX, html`<p>${wordsFor('problem', job.failure.code) ?? job.failure.detail}</p>`) : nothing}
        ${job.state === 'done' && job.dryRun ? notice('info', info, html`<p><strong>${importSummary(job)}</strong></p><p>${job.created > 0 ? t('imports.nothingYet') : t('imports.nothingToMake')}</p>`) : nothing}
        ${job.state === 'cancelled' && !job.dryRun ? notice('info', info, html`<p>${t('imports.stoppedText')}</p>`) : nothing}
        <dl class="figures">
          <div><dt>${job.dryRun ? t('imports.wouldBeCreated') : t('imports.created')}</dt><dd>${formatNumber(job.created)}</dd></div>
          <div><dt>${t('imports.duplicates')}</dt><dd>${formatNumber(job.duplicates)}</dd></div>
          <div><dt>${t('imports.refused')}</dt><dd>${formatNumber(job.refused)}</dd></div>
        </dl>
        <portal-imported-rows .job=${job}></portal-imported-rows>
        <section class="card pad stack close"><h2>${t('timeline.title')}</h2><portal-timeline .path=${importTimeline(job.id)} .noun=${'jobImport'}></portal-timeline></section>
      </div>`;
  }

  #progress(job: JobImport): TemplateResult {
    const words = t('imports.progress', { done: job.done, rows: job.rows });
    return html`<section class="card pad stack tight">
      <div class="row apart"><strong class="number" role="status">${words}</strong><span class="muted small">${t('imports.goesOn')}</span></div>
      <progress class="wide" max=${Math.max(1, job.rows)} .value=${job.done} aria-label=${words}></progress>
    </section>`;
  }

  #actions(job: JobImport): TemplateResult {
    const stop = { label: t('imports.stop'), shape: circleX, run: () => this.#stop(job) };
    if (isUnderWay(job)) return actionButton(stop);
    const again = { label: t('imports.goOn'), shape: play, kind: 'primary' as const, run: () => this.#run(job) };
    return html`
      <a class="button" href=${href(`/job-imports/new?${new URLSearchParams({ file: job.file.id })}`)}>${icon(pencil)}${t('imports.adjust')}</a>
      ${
        job.dryRun
          ? actionButton({
              label: t('imports.run', { n: job.created }),
              shape: play,
              kind: 'primary',
              why: job.state !== 'done' ? t('imports.whyRun') : job.created === 0 && t('imports.whyNothing'),
              run: () => this.#run(job),
            })
          : job.state === 'cancelled'
            ? actionButton(again)
            : nothing
      }`;
  }

  /** The dry run's own settings: what was shown is what is made. */
  #run({ file, mapping, defaults, publish, created, dryRun }: JobImport): void {
    confirmThen(
      {
        title: dryRun ? t('imports.runTitle', { n: created }) : t('imports.goOn'),
        text: publish === 'open' ? t('imports.runOpenText') : t('imports.runDraftText'),
        confirm: dryRun ? t('imports.run', { n: created }) : t('imports.goOn'),
      },
      async () => {
        const { id } = await startImport(file.id, { mapping, defaults, publish, dryRun: false });
        void navigate(`/job-imports/${id}`);
      },
    );
  }

  #stop(job: JobImport): void {
    confirmThen(
      { title: t('imports.stopTitle'), text: t('imports.stopText'), confirm: t('imports.stopNow'), isDangerous: true },
      async () => {
        this.#take(await cancelImport(job.id));
        toast(t('imports.stopped'));
      },
    );
  }

  #take(job: JobImport): void {
    const wasUnderWay = this.job !== undefined && isUnderWay(this.job);
    this.job = job;
    clearTimeout(this.#timer);
    if (isUnderWay(job)) this.#timer = setTimeout(() => void this.#ask(), askAgainMs);
    else if (wasUnderWay) {
      toast(importSummary(job));
      void this.querySelector('portal-timeline')?.reload();
    }
  }

  async #ask(): Promise<void> {
    try {
      this.#take(await getImport(this.importId));
    } catch (problem) {
      toast(problemWords(problem));
      this.#timer = setTimeout(() => void this.#ask(), askAgainMs * 5);
    }
  }
}

define('portal-job-import-page', JobImportPage);
