import { html, type TemplateResult } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import '../onboarding/task-list.ts';

/** What a freelancer has to do before work, over all contracts, and what they did. */
class OwnOnboardingPage extends PortalElement {
  static override properties = { taskId: { attribute: false } };
  declare taskId: string;

  protected override render(): TemplateResult {
    return html`${pageHead(t('beforeWork.title'), t('beforeWork.ownLead'))}
      <portal-onboarding-tasks .side=${'freelancer'} .opened=${this.taskId ?? ''}></portal-onboarding-tasks>`;
  }
}

define('portal-own-onboarding-page', OwnOnboardingPage);
