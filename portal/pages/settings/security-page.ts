import { html, type TemplateResult } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import './authenticator-section.ts';
import './passkeys-section.ts';
import './password-section.ts';
import './sessions-section.ts';

class SecurityPage extends PortalElement {
  static override pageStyles = [settingsStyles];

  protected override render(): TemplateResult {
    return html`${pageHead(t('security.title'), t('security.lead'))}
      <div class="stack settings">
        <portal-password-section></portal-password-section>
        <portal-authenticator-section></portal-authenticator-section>
        <portal-passkeys-section></portal-passkeys-section>
        <portal-sessions-section></portal-sessions-section>
      </div>`;
  }
}

define('portal-security-page', SecurityPage);
