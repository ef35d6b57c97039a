import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../router.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { tenant } from './session.ts';

/** Whom to ask and what holds here, where the tenant says it, and for whom it was tried. */
export function brandFoot(): TemplateResult {
  const { support, legal } = tenant.get()?.brand ?? {};
  const help = support?.email ? `mailto:${support.email}` : support?.url;
  return html`<footer class="brand-foot small no-print">
    ${help ? html`<a href=${help} rel="noopener">${t('legal.support')}</a>` : nothing}
    ${legal?.map(
      ({ kind, title, url }) =>
        html`<a href=${url ?? href(`/legal/${kind}`)} rel=${url ? 'noopener' : nothing}>${title ?? wordsFor('legal', kind) ?? kind}</a>`,
    )}
    <a href=${href('/docs/accessibility')}>${t('legal.accessibility')}</a>
  </footer>`;
}
