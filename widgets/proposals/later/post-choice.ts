import type { JobPostSummary } from '@portico/api/hiring/job-posts/schema.ts';
import { html } from 'lit-html';
import { formatDate } from '../../core/formats.ts';
import { plural } from '../../core/locale.ts';
import type { ProposalsView } from '../proposals-view.ts';
import type { LaterStrings } from './strings.ts';

/** Where the host names no post the person does: those with something new say so. */
export function postChoice(view: ProposalsView, says: LaterStrings, posts: readonly JobPostSummary[]) {
  const { strings, language } = view;
  const choose = (id: string) => {
    view.jobId = id;
  };
  if (!posts.length) return html`<slot name="empty"><p class="notice muted">${says.noPosts}</p></slot>`;
  return html`<h2>${says.choosePost}</h2>
    <ul class="card">
      ${posts.map(
        ({ id, title, proposals, publishedAt }) => html`<li class="item">
          <h3><button class="link large" dir="auto" @click=${() => choose(id)}>${title}</button></h3>
          <p class="muted small">
            ${plural(language, strings.found, proposals.total)}${publishedAt ? ` · ${formatDate(publishedAt, language)}` : ''}
            ${proposals.unread ? html`<b class="state">${strings.isNew}</b>` : ''}
          </p>
        </li>`,
      )}
    </ul>`;
}
