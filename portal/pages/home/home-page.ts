import { html } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

class HomePage extends PortalElement {
  protected override render() {
    return html`${pageHead(t('nav.home'))}`;
  }
}

define('portal-home-page', HomePage);
