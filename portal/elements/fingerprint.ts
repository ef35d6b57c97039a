import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { copy } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { copyText } from './copy-button.ts';

/** SHA-256 of what was signed or kept: enough of it to recognize, all of it to compare elsewhere. */
export const fingerprint = (hash: string, label: string = t('fingerprint.label')): TemplateResult =>
  html`<span class="fingerprint muted small"
    >${label} <code>${hash.slice(0, 8)}…${hash.slice(-4)}</code
    ><button class="button plain small icon-only" type="button" aria-label=${t('fingerprint.copy')} title=${t('fingerprint.copy')} @click=${() => void copyText(hash)}>${icon(copy)}</button></span
  >`;
