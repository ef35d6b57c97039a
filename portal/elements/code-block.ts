import { html, type TemplateResult } from 'lit';
import { t } from '../strings/strings.ts';
import { copyButton } from './copy-button.ts';

/** Something to take along, with the button that takes it. */
export const codeBlock = (text: string, wraps = false): TemplateResult =>
  html`<div class="code"><pre class=${wraps ? 'wrap' : ''} tabindex="0"><code>${text}</code></pre>${copyButton(text, t('shell.copy'))}</div>`;
