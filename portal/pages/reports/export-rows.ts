import { html, nothing, type TemplateResult } from 'lit';
import type { ReportExport } from '../../api/reports.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { download as downloadShape } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { bytesWords } from './export-dialog.ts';
import { download } from './export-watch.ts';
import { reportName } from './report-words.ts';

const kinds: Record<ReportExport['state'], TagKind> = {
  queued: 'neutral',
  running: 'info',
  ready: 'success',
  failed: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** Files that were asked for: what, how far, and the way to its bytes. */
export const exportRows = (exports: readonly ReportExport[]): TemplateResult =>
  html`<ul class="rows tight-rows">
    ${exports.map((one) => {
      const { report, format, state, file, createdAt } = one;
      const name = `${reportName(report)}, ${format.toUpperCase()}`;
      return html`<li>
        <div class="grow">
          <span class="strong">${name}</span>
          <div class="muted small">${timeAgo(createdAt)}${file ? html` · <span class="number">${bytesWords(file.bytes)}</span>` : nothing}</div>
        </div>
        ${
          state === 'ready'
            ? html`<button class="button small icon-only" type="button" aria-label="${t('exports.download')}: ${name}" @click=${() => download(one)}>${icon(downloadShape)}</button>`
            : tag(kinds[state], wordsFor('exportState', state) ?? state)
        }
      </li>`;
    })}
  </ul>`;
