import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../router.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { tenant } from './session.ts';

/** Whom to ask and what holds here, where the tenant says it. */
export function brandFoot(): TemplateResult | typeof nothing {
  const { support, legal } = tenant.get()?.brand ?? {};
  const help = support?.email ? `mailto:${support.email}` : support?.url;
  if (!help && !legal?.length) return nothing;
  return html`<footer class="brand-foot small no-print">
    ${help ? html`<a href=${help} rel="noopener">${t('legal.support')}</a>` : nothing}
    ${legal?.map(
      ({ kind, title, url }) =>
        html`<a href=${url ?? href(`/legal/${kind}`)} rel=${url ? 'noopener' : nothing}>${title ?? wordsFor('legal', kind) ?? kind}</a>`,
    )}
  </footer>`;
}
