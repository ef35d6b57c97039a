import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.ts';
import { externalLink } from '../../icons/icons.generated.ts';

/** Addresses of other sites open beside us and learn nothing about where the reader came from. */
export function outside(url: string, words: string): TemplateResult | typeof nothing {
  if (!/^https?:\/\//i.test(url)) return nothing;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${words} ${icon(externalLink)}</a>`;
}
