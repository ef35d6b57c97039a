import { html, type TemplateResult } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import './keys-section.ts';
import './origins-section.ts';
import './snippet-section.ts';

/** From nothing to a widget on the company's own page, each step checked live. */
class EmbedPage extends PortalElement {
  static override pageStyles = [settingsStyles];

  protected override render(): TemplateResult {
    return html`${pageHead(t('embed.title'), t('embed.lead'))}
      <div class="stack">
        <portal-keys-section></portal-keys-section>
        <portal-origins-section></portal-origins-section>
        <portal-snippet-section></portal-snippet-section>
      </div>`;
  }
}

define('portal-embed-page', EmbedPage);
