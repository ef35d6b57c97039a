import { html, type TemplateResult } from 'lit';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import './approval-case.ts';

/** One screen with every fact; on a phone the decision stays under the thumb. */
class ApprovalPage extends PortalElement {
  static override properties = { approvalId: { attribute: false }, link: { attribute: false } };
  declare approvalId: string;
  /** Of the mail that led here. */
  declare link: string | undefined;

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.querySelector('portal-approval-case')?.updateComplete;
    return done;
  }

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/approvals')}>${icon(arrowLeft)}${t('approvals.title')}</a></p>
      <portal-approval-case .approvalId=${this.approvalId} .link=${this.link}></portal-approval-case>`;
  }
}

define('portal-approval-page', ApprovalPage);
