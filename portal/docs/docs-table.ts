import { html, nothing, type TemplateResult } from 'lit';

type Cell = string | number | TemplateResult;

/**
 * First cells name their rows. On a phone each row is a card with its columns' names; wider, it scrolls by itself.
 * @param label names it to screen readers
 */
export function docsTable(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): TemplateResult {
  // A single value needs no name below what it belongs to.
  const named = (at: number) => (head.length > 2 ? head[at + 1] : nothing);
  return html`<div class="card table-scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="table cards">
      <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell, at) => html`<td data-label=${named(at)}>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}
