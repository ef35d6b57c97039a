import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ApiProblem, problemWords } from '../api/problem.ts';
import { icon } from '../icons/icon.ts';
import { circleAlert, refreshCw } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { copyButton } from './copy-button.ts';

/** Keeps the room that the content will take. */
export const loading = (lines = 6): TemplateResult =>
  html`<div class="skeleton" role="status">
    <span class="visually-hidden">${t('shell.loading')}</span>${Array.from({ length: lines }, () => html`<i></i>`)}
  </div>`;

/** What happened, what was kept, what to do; with the request id to hand on and whom to hand it to. */
export function failed(problem: unknown, retry?: () => void): TemplateResult {
  const requestId = problem instanceof ApiProblem ? problem.requestId : undefined;
  return html`<div class="notice danger" role="alert">
    ${icon(circleAlert)}
    <div>
      <p>${problemWords(problem)}</p>
      ${
        retry || requestId
          ? html`<div class="row">
              ${retry ? html`<button class="button small" type="button" @click=${retry}>${icon(refreshCw)}${t('shell.retry')}</button>` : nothing}
              ${requestId ? html`<span class="muted small">${t('shell.requestId', { id: requestId })}</span>${copyButton(requestId, t('shell.copy'))}${supportLink(requestId)}` : nothing}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}

/** Read off the page, which says it even where the API does not answer. */
function supportLink(requestId: string): TemplateResult | typeof nothing {
  const support = document.querySelector<HTMLMetaElement>('meta[name="support"]')?.content;
  if (!support) return nothing;
  if (/^https?:/.test(support)) return html`<a class="small" href=${support} rel="noopener">${t('legal.support')}</a>`;
  const subject = encodeURIComponent(t('shell.requestId', { id: requestId }));
  return html`<a class="small" href="mailto:${support}?subject=${subject}">${t('shell.askSupport', { address: support })}</a>`;
}

export const empty = (
  shape: SVGTemplateResult,
  title: string,
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`<div class="empty">${icon(shape)}<h2>${title}</h2><p>${text}</p>${action}</div>`;

export const notice = (
  kind: 'info' | 'success' | 'warning' | 'danger',
  shape: SVGTemplateResult,
  content: unknown,
): TemplateResult =>
  html`<div class="notice ${kind}" role=${kind === 'danger' ? 'alert' : 'note'}>${icon(shape)}<div>${content}</div></div>`;
