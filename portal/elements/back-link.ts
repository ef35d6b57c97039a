import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { arrowLeft } from '../icons/icons.generated.ts';
import { href } from '../router.ts';

/** From one object to the list or the page it belongs to. */
export const backLink = (path: string, label: string): TemplateResult =>
  html`<p class="back"><a class="quiet muted row" href=${href(path)}>${icon(arrowLeft)}${label}</a></p>`;
