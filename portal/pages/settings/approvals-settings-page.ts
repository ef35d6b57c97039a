import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getPolicies, type PolicyBody } from '../../api/policies.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import './approval-rule.ts';
import './policy-section.ts';

/** From which amount somebody else has to agree; below it the tenant's other numbers. */
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
    ${approvals ? html`<portal-approval-rule .policy=${approvals}></portal-approval-rule>` : nothing}
    ${policies
      .filter(({ name, changeable, needsPlan }) => name !== 'approvals' && changeable.length > 0 && !needsPlan)
      .map((policy) => html`<portal-policy-section .policy=${policy}></portal-policy-section>`)}
  </div>`;
}

define('portal-approvals-settings-page', ApprovalsSettingsPage);
