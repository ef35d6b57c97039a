import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getPolicies, type PolicyBody } from '../../api/policies.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { lock } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import './approval-expiry.ts';
import './approval-rules.ts';
import './policy-section.ts';

/** Who else has to agree to what; below it the tenant's other numbers. */
class ApprovalsSettingsPage extends PortalElement {
  static override pageStyles = [settingsStyles];

  #load = new Task(this, { args: () => [], task: (_, { signal }) => getPolicies(signal) });

  protected override render(): TemplateResult {
    return html`${pageHead(t('rules.title'), t('rules.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(5)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (policies) => sections(policies),
      })}`;
  }
}

function sections(policies: readonly PolicyBody[]): TemplateResult {
  const approvals = policies.find(({ name }) => name === 'approvals');
  return html`<div class="stack">
    ${approvals && !approvals.needsPlan ? html`<portal-approval-rules></portal-approval-rules><portal-approval-expiry .policy=${approvals}></portal-approval-expiry>` : notice('info', lock, html`<p>${t('rules.needsPlan')}</p>`)}
    ${policies
      .filter(
        ({ name, changeable, needsPlan }) =>
          name !== 'approvals' && changeable.length > 0 && !needsPlan && wordsFor('policy', name),
      )
      .map((policy) => html`<portal-policy-section .policy=${policy}></portal-policy-section>`)}
  </div>`;
}

define('portal-approvals-settings-page', ApprovalsSettingsPage);
