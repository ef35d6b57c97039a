import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { copy } from '../icons/icons.generated.ts';
import { toast } from '../shell/toasts.ts';
import { t } from '../strings/strings.ts';

export const copyButton = (text: string, label: string): TemplateResult =>
  html`<button class="button small" type="button" @click=${() => void copyText(text)}>${icon(copy)}${label}</button>`;

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('shell.copied'));
  } catch (problem) {
    console.warn('The clipboard refused', problem);
  }
}
