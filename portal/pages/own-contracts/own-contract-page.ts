import { Task } from '@lit/task';
import type { FreelancerContract } from '@portico/api/work/contracts/schema.ts';
import { html, type TemplateResult } from 'lit';
import { cancelOwnContract, getOwnContract, ownContractTimeline, ownOfferDocument } from '../../api/own-work.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { contractView } from '../contracts/contract-view.ts';

/** A contract as its freelancer sees it. */
class OwnContractPage extends PortalElement {
  static override properties = { contractId: { attribute: false } };
  declare contractId: string;

  #load = new Task(this, {
    args: () => [this.contractId] as const,
    task: ([contractId], { signal }) => getOwnContract(contractId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<p class="back"><a href=${href('/my/contracts')}>${t('ownContracts.title')}</a></p>
      ${this.#load.render({
        pending: () => (known ? this.#view(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (contract) => this.#view(contract),
      })}`;
  }

  #view(contract: FreelancerContract): TemplateResult {
    const { id, offerId, client } = contract;
    return contractView(contract, {
      other: client.name,
      document: ownOfferDocument(offerId),
      timeline: ownContractTimeline(id),
      cancel: (reason) => cancelOwnContract(id, reason),
      onChanged: () => void this.#load.run(),
    });
  }
}

define('portal-own-contract-page', OwnContractPage);
