import { html, nothing, type TemplateResult } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import './task-list.ts';

/** The desk: what is to be done before work, over all contracts. */
class OnboardingPage extends PortalElement {
  static override properties = { taskId: { attribute: false } };
  declare taskId: string;

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('beforeWork.title'),
      t('beforeWork.lead'),
      html`${mayOpen('paperReader') ? html`<a class="button" href=${href('/onboarding-papers')}>${t('papers.title')}</a>` : nothing}
        ${mayOpen('auditor') ? html`<a class="button" href=${href('/settings/onboarding')}>${t('beforeWork.templates')}</a>` : nothing}`,
    )}
    <portal-onboarding-tasks .side=${'client'} .opened=${this.taskId ?? ''}></portal-onboarding-tasks>`;
  }
}

define('portal-onboarding-page', OnboardingPage);
