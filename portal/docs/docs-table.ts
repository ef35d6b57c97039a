import { html, type TemplateResult } from 'lit';

type Cell = string | number | TemplateResult;

/** First cells name their rows. Wider than a phone, it scrolls by itself. @param label names it to screen readers */
export const docsTable = (label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): TemplateResult =>
  html`<div class="card table-scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="table">
      <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
