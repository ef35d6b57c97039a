import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { uploadFile } from '../../api/files.ts';
import { type ImportMapping, type ImportPreview, previewImport, startImport } from '../../api/job-imports.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, upload } from '../../icons/icons.generated.ts';
import { currentQuery, href, navigate, replaceQuery } from '../../router.ts';
import { formatPercent } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { fileStyles } from '../../styles/files.ts';
import { importStyles } from '../../styles/imports.ts';
import { type Defaults, defaultsFields } from './defaults-fields.ts';
import { mappingFields, sampleTable } from './mapping-fields.ts';

/** Choose a file, see what its columns would be, try it dry. The URL holds the file: the page can be left and found again. */
class NewImportPage extends FormElement {
  static override pageStyles = [fileStyles, importStyles];
  static override properties = {
    ...FormElement.properties,
    fileId: { state: true },
    mapping: { state: true },
    defaults: { state: true },
    publish: { state: true },
    sentPart: { state: true },
    isOver: { state: true },
  };
  declare fileId: string | undefined;
  declare mapping: ImportMapping;
  declare defaults: Defaults;
  declare publish: 'draft' | 'open';
  /** How much of the file was sent, 0 to 1. */
  declare sentPart: number | undefined;
  declare isOver: boolean;

  #preview = new Task(this, {
    args: () => [this.fileId] as const,
    task: async ([fileId], { signal }) => (fileId ? previewImport(fileId, signal) : undefined),
    onComplete: (preview) => {
      if (preview) this.mapping = preview.mapping;
    },
  });

  constructor() {
    super();
    this.fileId = currentQuery().get('file') ?? undefined;
    this.mapping = {};
    this.defaults = {};
    this.publish = 'draft';
    this.isOver = false;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.fileId ? { file: this.fileId } : {}));
  }

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/job-imports')}>${icon(arrowLeft)}${t('imports.title')}</a></p>
      ${pageHead(t('imports.newTitle'), t('imports.newLead'))}
      <div class="stack">
        ${this.problemNotice()}
        ${
          this.fileId
            ? this.#preview.render({
                pending: () => html`<div class="card">${loading(8)}</div>`,
                error: (problem) => html`${failed(problem, () => void this.#preview.run())}${this.#picker()}`,
                complete: (preview) => (preview ? this.#form(preview) : this.#picker()),
              })
            : this.#picker()
        }
      </div>`;
  }

  #picker(): TemplateResult {
    return html`<section class="card pad">
      <div
        class="drop tall ${this.isOver ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = true;
        }}
        @dragleave=${() => {
          this.isOver = false;
        }}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = false;
          void this.#send(event.dataTransfer?.files[0]);
        }}
      >
        <label class="button primary">
          ${icon(upload)}${t('imports.choose')}
          <input
            class="visually-hidden"
            type="file"
            accept=".csv,text/csv"
            @change=${(event: Event) => void this.#send((event.target as HTMLInputElement).files?.[0])}
          />
        </label>
        <span class="muted">${t('imports.drop')}</span>
        ${
          this.sentPart === undefined
            ? nothing
            : html`<progress max="1" .value=${this.sentPart} aria-label=${t('imports.sending')}></progress><span class="muted small number" role="status">${formatPercent(this.sentPart * 100)}</span>`
        }
      </div>
      <p class="hint">${t('imports.fileHint')}</p>
    </section>`;
  }

  #form(preview: ImportPreview): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#start}>
      <section class="card">
        <header>
          <div>
            <h2>${t('imports.columns')}</h2>
            <p class="muted small">${t('imports.found', { n: preview.rows })}${preview.isRemembered ? ` · ${t('imports.remembered')}` : ''}</p>
          </div>
          <button class="button small" type="button" @click=${this.#another}>${t('imports.another')}</button>
        </header>
        <div class="pad stack">
          ${mappingFields(preview, this.mapping, this.errors, (mapping) => {
            this.mapping = mapping;
          })}
          <div class="stack tight"><h3>${t('imports.sample')}</h3>${sampleTable(preview, this.mapping)}</div>
        </div>
      </section>
      <section class="card">
        <header><div><h2>${t('imports.rest')}</h2><p class="muted small">${t('imports.restLead')}</p></div></header>
        <div class="pad stack close">
          ${defaultsFields(this.defaults, this.publish, this.errors, {
            defaults: (defaults) => {
              this.defaults = defaults;
            },
            publish: (publish) => {
              this.publish = publish;
            },
          })}
        </div>
      </section>
      <div class="row">${submitButton(t('imports.tryDry'), this.isBusy)}<span class="muted small">${t('imports.dryText')}</span></div>
    </form>`;
  }

  async #send(file: File | undefined): Promise<void> {
    if (!file) return;
    await this.submit(undefined, {}, async () => {
      this.sentPart = 0;
      try {
        const { id } = await uploadFile(file, {
          use: 'import',
          onProgress: (part) => {
            this.sentPart = part;
          },
        });
        this.fileId = id;
      } finally {
        this.sentPart = undefined;
      }
    });
  }

  async #start(event: Event): Promise<void> {
    const { fileId, mapping, defaults, publish } = this;
    if (!fileId) return;
    await this.submit(event, { 'mapping/title': !mapping.title && t('imports.titleMissing') }, async () => {
      const { id } = await startImport(fileId, { mapping, defaults, publish, dryRun: true });
      void navigate(`/job-imports/${id}`);
    });
  }

  #another(): void {
    this.fileId = undefined;
  }
}

define('portal-new-import-page', NewImportPage);
