import { attachmentsMax } from '@portico/api/hiring/job-posts/job-post.ts';
import type { FileRef } from '@portico/api/platform/files/schema.ts';
import { html, nothing } from 'lit-html';
import { adopt, css } from '../../core/css.ts';
import { formatBytes } from '../../core/format-bytes.ts';
import { asHireError, HireError, type Problem } from '../../core/hire-error.ts';
import { fill } from '../../core/locale.ts';
import type { JobPostView } from '../job-post-view.ts';
import { refusalOf } from '../label-of.ts';
import { once } from '../once.ts';

type Upload = { file: File; share: number; error?: string; stop: AbortController };

/** Files with the post: sent one after another, each with how far it is, and each to be stopped. */
export function attachments(view: JobPostView): unknown {
  adopt(view.root, styles);
  return list(view)();
}

const styles = css`
  .control > .file {
    padding: calc(var(--s) * 2);
    border-style: dashed;
  }
  ::file-selector-button {
    min-height: 28px;
    margin-inline-end: calc(var(--s) * 3);
    padding: 0 calc(var(--s) * 3);
    border: var(--line);
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_link);
    font: inherit;
  }
`;

const list = once((view: JobPostView) => {
  let uploads: Upload[] = [];
  let isSending = false;

  function add(files: Iterable<File>): void {
    const free = attachmentsMax - view.draft.attachmentIds.length - uploads.length;
    uploads = [
      ...uploads,
      ...[...files].slice(0, free).map((file) => ({ file, share: 0, stop: new AbortController() })),
    ];
    if (!isSending) void sendAll();
    view.update();
  }

  async function sendAll(): Promise<void> {
    isSending = true;
    for (let next = waiting(); next; next = waiting()) await send(next);
    isSending = false;
  }

  const waiting = () => uploads.find(({ error }) => !error);

  async function send(upload: Upload): Promise<void> {
    try {
      const ref = await uploadFile(view, upload);
      view.files.set(ref.id, ref);
      drop(upload);
      view.change({ attachmentIds: [...view.draft.attachmentIds, ref.id] });
    } catch (reason) {
      const { problem, code } = asHireError(reason);
      upload.error = refusalOf(view.strings, problem.code, problem.detail) || view.strings.errors[code];
      view.update();
    }
  }

  function drop(upload: Upload): void {
    upload.stop.abort();
    uploads = uploads.filter((each) => each !== upload);
    view.update();
  }

  function again(upload: Upload): void {
    drop(upload);
    add([upload.file]);
  }

  return () => {
    const { strings, draft, language, files } = view;
    const isFull = draft.attachmentIds.length + uploads.length >= attachmentsMax;
    const chosen = ({ target }: Event) => {
      add((target as HTMLInputElement).files!);
      (target as HTMLInputElement).value = '';
    };
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      add(event.dataTransfer!.files);
    };
    const remove = (name: string, press: () => void) =>
      html`<button type="button" class="small" aria-label=${fill(strings.remove, { name })} @click=${press}>${strings.removeIt}</button>`;
    return html`<div class="control" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
      <label for="attachmentIds">${strings.labels.attachmentIds}</label>
      <input id="attachmentIds" class="field file" type="file" multiple ?disabled=${isFull} aria-describedby="attachmentIds-hint" @change=${chosen} />
      <p id="attachmentIds-hint" class="muted small">${strings.hints.attachmentIds}</p>
      <p class="wrong small" ?hidden=${!view.errorOf('attachmentIds', true)}>${view.errorOf('attachmentIds', true)}</p>
      <ul class="stack">
        ${draft.attachmentIds.map((id) => {
          const file = files.get(id);
          return html`<li class="row spread">
            <span dir="auto">${file?.name ?? id} <span class="muted small">${file ? formatBytes(file.bytes, language) : ''}</span></span>
            ${remove(file?.name ?? id, () => view.change({ attachmentIds: draft.attachmentIds.filter((each) => each !== id) }))}
          </li>`;
        })}
        ${uploads.map(
          (upload) => html`<li class="row spread">
            <span dir="auto">${upload.file.name}</span>
            ${
              upload.error
                ? html`<span class="wrong small" role="alert">${upload.error}</span>
                    <button type="button" class="small" @click=${() => again(upload)}>${strings.retry}</button>`
                : html`<progress max="1" value=${upload.share} aria-label=${upload.file.name}></progress>`
            }
            ${remove(upload.file.name, () => drop(upload))}
          </li>`,
        )}
      </ul>
      ${isFull ? html`<p class="muted small">${strings.filesFull}</p>` : nothing}
    </div>`;
  };
});

/** XMLHttpRequest, because `fetch` does not tell how much has gone out. */
async function uploadFile(view: JobPostView, upload: Upload): Promise<FileRef> {
  const { api } = view;
  const token = await api.token();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { file, stop } = upload;
    request.open('POST', `${api.base}/v1/files?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => {
      upload.share = loaded / total;
      view.update();
    };
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as FileRef);
      else reject(new HireError(request.status < 500 ? 'invalid_request' : 'unavailable', answer as Problem));
    };
    request.onerror = () => reject(new HireError('network'));
    stop.signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(new HireError('network'));
    request.send(file);
  });
}

function parsed(text: string): FileRef | Problem {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
