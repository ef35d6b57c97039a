import { html, nothing, type TemplateResult } from 'lit';
import type { FileRef } from '../api/files.ts';
import { icon } from '../icons/icon.ts';
import { paperclip } from '../icons/icons.generated.ts';
import { href } from '../router.ts';
import { t } from '../strings/strings.ts';

/** Attachments to read; their addresses are signed and end by themselves. */
export const fileList = (files: readonly FileRef[]): TemplateResult | typeof nothing =>
  files.length === 0
    ? nothing
    : html`<ul class="file-list">
        ${files.map(
          ({ name, bytes, url }) => html`<li>
            ${icon(paperclip)}<a href=${url.startsWith('/') ? href(url) : url} download=${name}>${name}</a><span class="muted small">${bytesWords(bytes)}</span>
          </li>`,
        )}
      </ul>`;

export function bytesWords(bytes: number): string {
  if (bytes < 1024) return t('files.bytes', { n: bytes });
  if (bytes < 1024 * 1024) return t('files.kilobytes', { n: Math.round(bytes / 1024) });
  return t('files.megabytes', { n: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}
