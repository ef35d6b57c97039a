import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { type Contract, cancelContract, contractTimeline, getContract } from '../../api/contracts.ts';
import { offerDocument } from '../../api/offers.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { contractView } from './contract-view.ts';

/** A contract as the client's people see it. */
class ContractPage extends PortalElement {
  static override properties = { contractId: { attribute: false } };
  declare contractId: string;

  #load = new Task(this, {
    args: () => [this.contractId] as const,
    task: ([contractId], { signal }) => getContract(contractId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<p class="back"><a href=${href('/contracts')}>${t('ownContracts.title')}</a></p>
      ${this.#load.render({
        pending: () => (known ? this.#view(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (contract) => this.#view(contract),
      })}`;
  }

  #view(contract: Contract): TemplateResult {
    const { id, offerId, freelancer } = contract;
    return contractView(contract, {
      other: html`<a href=${href(`/freelancers/${freelancer.id}`)}>${freelancer.name}</a>`,
      document: offerDocument(offerId),
      timeline: contractTimeline(id),
      cancel: mayOpen('offerer') ? (reason) => cancelContract(id, reason) : undefined,
      onChanged: () => void this.#load.run(),
    });
  }
}

define('portal-contract-page', ContractPage);
