import { html, type TemplateResult } from 'lit';

/** Stays focusable while it works, so that the focus is not lost and a second press does nothing. */
export const submitButton = (label: string, isBusy: boolean, kind = 'primary'): TemplateResult =>
  html`<button class="button ${kind}" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>${label}</button>`;
