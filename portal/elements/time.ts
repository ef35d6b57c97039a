import { html, type TemplateResult } from 'lit';
import { now } from '../shell/now.ts';
import { formatInstant, formatRelative } from '../strings/format.ts';

/** Relative to read, exact on hover and focus. */
export const timeAgo = (iso: string): TemplateResult =>
  html`<time datetime=${iso} title=${formatInstant(iso)} tabindex="0" class="nowrap">${formatRelative(iso, now())}</time>`;
