import { html, type TemplateResult } from 'lit';
import type { Facts } from './facts.ts';

export type Way = { way: string; choose: (way: string) => void };
export type Section = { id: string; heading: string; body: (facts: Facts, way: Way) => TemplateResult };

export const list = (head: readonly string[], rows: readonly (readonly (string | TemplateResult)[])[]) =>
  html`<div class="card table-scroll" tabindex="0" role="region" aria-label=${head.join(', ')}>
    <table class="table">
      <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
