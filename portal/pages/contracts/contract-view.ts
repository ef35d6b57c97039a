import { contractCan } from '@portico/api/work/contracts/contract.ts';
import type { Contract, FreelancerContract } from '@portico/api/work/contracts/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { actionButton } from '../../elements/action-button.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { pageHead } from '../../elements/page-head.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { richText } from '../../elements/rich-text.ts';
import { notice } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { download, info, undo2 } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { termsFacts } from '../offer-parts/terms-view.ts';

type Side = {
  /** Who the other side is: a name, or a link to them. */
  other: unknown;
  /** Paths in the API. */
  document: string;
  timeline: string;
  /** Undefined: this person may not. */
  cancel: ((reason: string) => Promise<unknown>) | undefined;
  onChanged: () => void;
};

const timeline = createRef<HTMLElementTagNameMap['portal-timeline']>();

/** What both signed, and when it begins; the same for both sides. */
export function contractView(contract: Contract | FreelancerContract, side: Side): TemplateResult {
  const { title, state, startsOn, terms, termsHash, signedByClient, signedByFreelancer, cancelReason } = contract;
  return html`${pageHead(title, html`${side.other} · ${contractStatus(state)}`, actions(contract, side))}
    <div class="columns">
      <div class="stack">
        ${state === 'ready' ? notice('info', info, t('ownContracts.startsOn', { date: formatDate(startsOn) })) : nothing}
        ${cancelReason ? notice('info', info, html`<p class="prose">${cancelReason}</p>`) : nothing}
        <section class="card pad stack close">
          <h2>${t('terms.title')}</h2>
          ${termsFacts({ ...terms, startsOn })}
        </section>
        <section class="card pad stack close"><h2>${t('terms.text')}</h2>${richText(contract.content)}</section>
      </div>
      <aside class="stack">
        <section class="card pad stack close">
          <h2>${t('ownContracts.signatures')}</h2>
          <dl class="facts">
            <dt>${t('offer.sideClient')}</dt><dd>${signedByClient}</dd>
            <dt>${t('offer.sideFreelancer')}</dt><dd>${signedByFreelancer}</dd>
          </dl>
          <p class="muted small">${t('ownOffers.hash')} ${copyButton(termsHash, t('shell.copy'))}<br /><span class="hash">${termsHash}</span></p>
        </section>
        <section class="card pad stack close">
          <h2>${t('timeline.title')}</h2>
          <portal-timeline ${ref(timeline)} .noun=${'contract'} .path=${side.timeline}></portal-timeline>
        </section>
      </aside>
    </div>`;
}

function actions({ state }: Pick<Contract, 'state'>, { document, cancel, onChanged }: Side): TemplateResult {
  return html`<a class="button" href=${href(document)} download>${icon(download)}${t('offer.signedDocument')}</a>
    ${cancel && contractCan.cancel({ state }) ? actionButton({ label: t('ownContracts.cancel'), shape: undo2, run: () => askCancel(cancel, onChanged) }) : nothing}`;
}

function askCancel(cancel: NonNullable<Side['cancel']>, onChanged: () => void): void {
  askReason(
    {
      title: t('ownContracts.cancelTitle'),
      text: t('ownContracts.cancelText'),
      confirm: t('ownContracts.cancel'),
      isRequired: true,
      isDangerous: true,
    },
    async ({ words }) => {
      await cancel(words);
      toast(t('ownContracts.cancelled'));
      onChanged();
      void timeline.value?.reload();
    },
  );
}
