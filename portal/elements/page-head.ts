import { html, nothing, type TemplateResult } from 'lit';

/** The heading takes focus when a page opens; see the shell. */
export const pageHead = (title: unknown, lead: unknown = nothing, actions: unknown = nothing): TemplateResult =>
  html`<header class="page-head">
    <div>
      <h1 tabindex="-1">${title}</h1>
      ${lead === nothing ? nothing : html`<p class="lead">${lead}</p>`}
    </div>
    ${actions === nothing ? nothing : html`<div class="actions no-print">${actions}</div>`}
  </header>`;
