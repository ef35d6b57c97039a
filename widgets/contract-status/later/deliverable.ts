import type { Deliverable } from '@portico/api/work/deliverables/schema.ts';
import { html, nothing } from 'lit-html';
import { formatBytes } from '../../core/format-bytes.ts';
import { fill } from '../../core/locale.ts';
import { richText } from '../../core/rich-text.ts';
import { instant } from '../next-step.ts';
import type { StatusView } from '../status-view.ts';
import type { LaterStrings } from './strings.ts';

/** One version of what was handed in. */
export const deliverable = ({ language, api }: StatusView, words: LaterStrings, it: Deliverable) =>
  html`<div class="stack work">
    <p class="muted small">
      ${fill(words.version, { n: String(it.version) })} · <bdi>${it.submittedBy}</bdi> · ${instant(it.submittedAt, language)}
    </p>
    <div class="prose">${richText(it.note.content)}</div>
    ${
      it.files.length || it.links.length
        ? html`<ul>
            ${it.files.map(
              ({ name, bytes, url }) =>
                html`<li><a href=${api.address(url)} target="_blank" rel="noopener" download dir="auto">${name}</a> <span class="muted small">${formatBytes(bytes, language)}</span></li>`,
            )}
            ${it.links.map((link) => html`<li><a href=${api.address(link)} target="_blank" rel="noopener noreferrer" dir="ltr">${link}</a></li>`)}
          </ul>`
        : nothing
    }
  </div>`;
