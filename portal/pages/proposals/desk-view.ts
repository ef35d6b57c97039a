import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Proposal, ProposalCard } from '../../api/proposals.ts';
import { proposalStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { x } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';
import { bidWords } from './proposal-words.ts';
import './proposal-view.ts';

type Act = { show: (id: string | undefined) => void; changed: (proposal: Proposal) => void };

/** The queue on the left, the proposal on the right. */
export const deskView = (cards: readonly ProposalCard[], open: string, { show, changed }: Act): TemplateResult =>
  html`<div class="desk">
    <nav class="card queue" aria-label=${t('jobPost.proposals')}>
      <ul>
        ${repeat(
          cards,
          ({ id }) => id,
          (card) => html`<li>
            <button type="button" aria-current=${card.id === open ? 'true' : nothing} data-id=${card.id} @click=${() => show(card.id)}>
              <span class="row apart"><strong>${card.freelancer.name}</strong><span class="money">${bidWords(card.bid)}</span></span>
              <span class="row apart small">${proposalStatus(card.state)}${card.viewedAt ? nothing : html`<span class="new">${t('proposal.new')}</span>`}</span>
            </button>
          </li>`,
        )}
      </ul>
    </nav>
    <section class="case" aria-label=${t('proposal.title')}>
      <div class="row apart case-bar no-print">
        <span class="muted small">${t('proposal.keysDesk')}</span>
        <button class="button small plain" type="button" @click=${() => show(undefined)}>${icon(x)}${t('proposal.backToTable')}</button>
      </div>
      <portal-proposal-view
        .proposalId=${open}
        @proposal-changed=${(event: CustomEvent<Proposal>) => changed(event.detail)}
      ></portal-proposal-view>
    </section>
  </div>`;
