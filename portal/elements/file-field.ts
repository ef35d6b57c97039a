import { acceptedExtensions, attachmentsMax } from '@portico/api/platform/files/upload.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type FileRef, uploadFile } from '../api/files.ts';
import { problemWords } from '../api/problem.ts';
import { icon } from '../icons/icon.ts';
import { paperclip, upload, x } from '../icons/icons.generated.ts';
import { toast } from '../shell/toasts.ts';
import { formatPercent } from '../strings/format.ts';
import { t } from '../strings/strings.ts';
import { fileStyles } from '../styles/files.ts';
import { fieldError } from './field.ts';
import { bytesWords } from './file-list.ts';
import { define, PortalElement } from './portal-element.ts';

type Sending = { key: string; file: File; part: number; stop: AbortController; problem?: unknown };

export type FileFieldOptions = {
  id: string;
  label: string;
  hint?: unknown;
  error?: string | undefined;
  optional?: boolean;
  files: readonly FileRef[];
  max?: number;
  onChange: (files: readonly FileRef[]) => void;
};

/** Attachments: sent as they are chosen or dropped, each with its progress and a way to stop it. */
class FileField extends PortalElement {
  static override pageStyles = [fileStyles];
  static override properties = { options: { attribute: false }, sending: { state: true }, isOver: { state: true } };
  declare options: FileFieldOptions;
  declare sending: readonly Sending[];
  declare isOver: boolean;

  constructor() {
    super();
    this.sending = [];
    this.isOver = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { stop } of this.sending) stop.abort();
  }

  protected override render(): TemplateResult {
    const { id, label, hint, error, optional, files } = this.options;
    const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
    return html`<div class="field" role="group" aria-labelledby="${id}-label">
      <span class="label" id="${id}-label">${label}${optional ? html` <span class="optional">(${t('shell.optional')})</span>` : nothing}</span>
      <div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${this.#over}
        @dragleave=${() => {
          this.isOver = false;
        }}
        @drop=${this.#dropped}
      >
        <label class="button small">
          ${icon(upload)}${t('files.add')}
          <input
            class="visually-hidden"
            id=${id}
            type="file"
            multiple
            accept=${acceptedExtensions.join()}
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${describedBy}
            @change=${this.#chosen}
          />
        </label>
        <span class="muted small">${t('files.drop', { max: this.#max })}</span>
      </div>
      <ul class="file-list" ?hidden=${files.length + this.sending.length === 0}>
        ${repeat(
          files,
          (file) => file.id,
          (file) => this.#file(file),
        )}
        ${repeat(
          this.sending,
          ({ key }) => key,
          (one) => this.#progress(one),
        )}
      </ul>
      ${fieldError(id, error)}
      ${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : nothing}
    </div>`;
  }

  get #max(): number {
    return this.options.max ?? attachmentsMax;
  }

  #file(file: FileRef): TemplateResult {
    return html`<li>
      ${icon(paperclip)}<span class="grow">${file.name}</span><span class="muted small">${bytesWords(file.bytes)}</span>
      <button class="button plain small icon-only" type="button" aria-label=${t('files.remove', { name: file.name })} @click=${() => this.#drop(file.id)}>${icon(x)}</button>
    </li>`;
  }

  #progress({ key, file, part, problem, stop }: Sending): TemplateResult {
    const { name } = file;
    return html`<li>
      <div class="grow">
        <span>${name}</span>
        ${
          problem
            ? html`<div class="field-error" role="alert">${t('files.failed', { name })} ${problemWords(problem)}</div>`
            : html`<progress max="1" .value=${part} aria-label=${t('files.uploading', { name, percent: formatPercent(part * 100) })}></progress>`
        }
      </div>
      <button
        class="button plain small icon-only"
        type="button"
        aria-label=${problem ? t('files.remove', { name }) : t('files.cancel', { name })}
        @click=${() => {
          stop.abort();
          this.#forget(key);
        }}
      >
        ${icon(x)}
      </button>
    </li>`;
  }

  #over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    this.#add([...(event.dataTransfer?.files ?? [])]);
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.#add(files);
  }

  #add(files: readonly File[]): void {
    const room = this.#max - this.options.files.length - this.sending.filter(({ problem }) => !problem).length;
    if (files.length > room) toast(t('files.tooMany', { max: this.#max }));
    const added = files
      .slice(0, Math.max(0, room))
      .map((file) => ({ key: crypto.randomUUID(), file, part: 0, stop: new AbortController() }));
    this.sending = [...this.sending, ...added];
    for (const one of added) void this.#send(one);
  }

  async #send({ key, file, stop }: Sending): Promise<void> {
    try {
      const sent = await uploadFile(file, {
        signal: stop.signal,
        onProgress: (part) => this.#change(key, { part }),
      });
      this.#forget(key);
      this.options.onChange([...this.options.files, sent]);
    } catch (problem) {
      if (!stop.signal.aborted) this.#change(key, { problem });
    }
  }

  #change(key: string, change: Partial<Sending>): void {
    this.sending = this.sending.map((one) => (one.key === key ? { ...one, ...change } : one));
  }

  #forget(key: string): void {
    this.sending = this.sending.filter((one) => one.key !== key);
  }

  #drop(id: string): void {
    this.options.onChange(this.options.files.filter((file) => file.id !== id));
  }
}

define('portal-file-field', FileField);

export const fileField = (options: FileFieldOptions): TemplateResult =>
  html`<portal-file-field .options=${options}></portal-file-field>`;
