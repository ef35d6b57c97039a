import { html, type TemplateResult } from 'lit';
import { t } from '../strings/strings.ts';

/** Stays focusable while it works, so that the focus is not lost and a second press does nothing. */
export const submitButton = (label: string, isBusy: boolean, kind = 'primary'): TemplateResult =>
  html`<button class="button ${kind}" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>${label}</button>`;

/** Where several forms share a page, only one that was changed asks to be saved. */
export const saveButton = (isChanged: boolean, isBusy: boolean): TemplateResult =>
  submitButton(t('shell.save'), isBusy || !isChanged, isChanged ? 'primary' : '');
