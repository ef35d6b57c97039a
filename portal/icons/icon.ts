import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Beside a word the icon is decoration; alone it needs a label on its button. */
export const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`;
