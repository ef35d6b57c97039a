import { html, type TemplateResult } from 'lit';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';

/** Where a confirmation link leads that no longer works; one that works signs in and leads home. */
class VerificationPage extends PortalElement {
  protected override render(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1">${t('verify.failed')}</h1>
      <p>${t('verify.failedText')}</p>
      <div><a class="button primary" href=${href('/sign-in')}>${t('signIn.submit')}</a></div>
    </div>`;
  }
}

define('portal-verification-page', VerificationPage);
