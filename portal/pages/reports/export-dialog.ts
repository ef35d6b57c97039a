import { exportFormats } from '@portico/api/insight/reports/report.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  type ExportFormat,
  type Question,
  type ReportExport,
  type ReportSlug,
  startExport,
} from '../../api/reports.ts';
import { openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { download as downloadShape } from '../../icons/icons.generated.ts';
import { watch } from '../../shell/state.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { download, isUnderWay, lookAtExport, stopExport, watchExport, watchedExports } from './export-watch.ts';
import { reportName } from './report-words.ts';

const hints = {
  csv: 'exports.csvText',
  xlsx: 'exports.xlsxText',
  pdf: 'exports.pdfText',
  json: 'exports.jsonText',
} as const;

/** A report as a file: which kind, how far it is, where it lies. Closing it stops nothing. */
class ExportDialog extends FormElement {
  static override properties = { ...FormElement.properties, format: { state: true }, startedId: { state: true } };
  declare format: ExportFormat;
  declare startedId: string | undefined;
  #stopLooking = () => {};
  readonly #report: ReportSlug;
  readonly #question: Question;

  constructor(report: ReportSlug, question: Question) {
    super();
    this.#report = report;
    this.#question = question;
    this.format = 'xlsx';
    watch(this, watchedExports);
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLooking();
  }

  protected override render(): TemplateResult {
    const started = this.startedId ? watchedExports.get().get(this.startedId) : undefined;
    return html`<dialog aria-labelledby="export-title" @close=${() => this.remove()}>
      <form novalidate @submit=${this.#start}>
        <h2 id="export-title">${t('exports.title', { report: reportName(this.#report) })}</h2>
        ${this.problemNotice()} ${started ? exportProgress(started) : this.#choice()}
        <div class="actions">${started ? this.#next(started) : this.#first()}</div>
      </form>
    </dialog>`;
  }

  #choice(): TemplateResult {
    return html`<p class="muted">${t('exports.lead')}</p>
      ${radios<ExportFormat>({
        name: 'format',
        label: t('exports.format'),
        value: this.format,
        choices: exportFormats.map((value) => ({
          value,
          label: wordsFor('exports', value) ?? value,
          hint: t(hints[value]),
        })),
        onChange: (value) => {
          this.format = value;
        },
      })}
      <p class="muted small">${t('exports.goesOn')}</p>`;
  }

  #first(): TemplateResult {
    return html`<button class="button" type="button" @click=${this.#close}>${t('shell.cancel')}</button>
      ${submitButton(t('exports.start'), this.isBusy)}`;
  }

  #next(started: ReportExport): TemplateResult {
    if (isUnderWay(started))
      return html`<button class="button" type="button" @click=${() => void stop(started.id)}>${t('exports.cancel')}</button>
        <button class="button primary" type="button" @click=${this.#close}>${t('exports.close')}</button>`;
    return html`<button class="button" type="button" @click=${this.#close}>${t('shell.done')}</button>
      ${started.state === 'ready' ? html`<button class="button primary" type="button" @click=${() => download(started)}>${icon(downloadShape)}${t('exports.download')}</button>` : nothing}`;
  }

  #close = (): void => this.querySelector('dialog')?.close();

  #start = (event: Event): void => {
    void this.submit(event, {}, async () => {
      const started = await startExport(this.#report, this.format, this.#question);
      this.#stopLooking = lookAtExport(started.id);
      watchExport(started);
      this.startedId = started.id;
    });
  };
}

async function stop(id: string): Promise<void> {
  try {
    await stopExport(id);
    toast(t('exports.cancelledToast'));
  } catch (problem) {
    toast(problemWords(problem));
  }
}

export function exportProgress(one: ReportExport): TemplateResult {
  const { state, progress, failure, file } = one;
  const { rowsDone, rowsTotal } = progress;
  if (state === 'failed') return failed(new Error(failure ?? ''));
  const words =
    rowsTotal === null
      ? state === 'queued'
        ? t('exports.waiting')
        : t('exports.counting')
      : t('exports.progress', { done: formatNumber(rowsDone), all: formatNumber(rowsTotal) });
  return html`<div class="stack tight" role="status">
    <p class="strong">${wordsFor('exportState', state) ?? state}${file ? html` · <span class="number">${bytesWords(file.bytes)}</span>` : nothing}</p>
    ${isUnderWay(one) ? html`<progress class="report-progress" max=${rowsTotal ?? 1} value=${rowsTotal === null ? nothing : rowsDone} aria-label=${words}></progress>` : nothing}
    <p class="muted small number">${words}</p>
    ${file ? html`<p class="muted small">${t('exports.sha')} <code>${file.digest.slice(0, 24)}…</code></p>` : nothing}
  </div>`;
}

export const bytesWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;

define('portal-export-dialog', ExportDialog);

export const openExport = (report: ReportSlug, question: Question): void => {
  openDialog(new ExportDialog(report, question));
};
