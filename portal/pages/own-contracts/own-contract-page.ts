import { Task } from '@lit/task';
import { contractCan } from '@portico/api/work/contracts/contract.ts';
import type { FreelancerContract } from '@portico/api/work/contracts/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { cancelOwnContract, getOwnContract, ownContractTimeline, ownOfferDocument } from '../../api/own-work.ts';
import { actionButton } from '../../elements/action-button.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { download, info } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { termsFacts } from '../offer-parts/terms-view.ts';

/** What both signed, and when it begins. */
class OwnContractPage extends PortalElement {
  static override pageStyles = [ownWorkStyles];
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
        pending: () => (known ? this.#page(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (contract) => this.#page(contract),
      })}`;
  }

  #page(contract: FreelancerContract): TemplateResult {
    const {
      id,
      title,
      client,
      state,
      startsOn,
      terms,
      offerId,
      termsHash,
      signedByClient,
      signedByFreelancer,
      cancelReason,
    } = contract;
    return html`${pageHead(
      title,
      html`${client.name} · ${contractStatus(state)}`,
      html`<a class="button" href=${href(ownOfferDocument(offerId))} download>${icon(download)}${t('ownOffers.download')}</a>
          ${contractCan.cancel({ state }) ? actionButton({ label: t('ownContracts.cancel'), run: () => this.#cancel(contract) }) : nothing}`,
    )}
      <div class="columns">
        <div class="stack">
          ${state === 'ready' ? notice('info', info, t('ownContracts.startsOn', { date: formatDate(startsOn) })) : nothing}
          ${cancelReason ? notice('info', info, cancelReason) : nothing}
          <section class="card pad stack close"><h2>${t('terms.title')}</h2>${termsFacts(terms)}</section>
        </div>
        <aside class="stack">
          <section class="card pad">
            <h2>${t('ownContracts.signatures')}</h2>
            <dl class="facts">
              <dt>${t('ownContracts.forClient')}</dt><dd>${signedByClient}</dd>
              <dt>${t('ownContracts.you')}</dt><dd>${signedByFreelancer}</dd>
            </dl>
            <p class="muted small">${t('ownOffers.hash')}<br /><span class="hash">${termsHash}</span></p>
          </section>
          <section class="card pad stack close"><h2>${t('timeline.title')}</h2><portal-timeline .noun=${'contract'} .path=${ownContractTimeline(id)}></portal-timeline></section>
        </aside>
      </div>`;
  }

  #cancel({ id }: FreelancerContract): void {
    askReason(
      {
        title: t('ownContracts.cancelTitle'),
        text: t('ownContracts.cancelText'),
        confirm: t('ownContracts.cancel'),
        isRequired: true,
        isDangerous: true,
      },
      async ({ words }) => {
        await cancelOwnContract(id, words);
        toast(t('ownContracts.cancelled'));
        await this.#load.run();
      },
    );
  }
}

define('portal-own-contract-page', OwnContractPage);
