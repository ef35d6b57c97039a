import { html, type TemplateResult } from 'lit';
import type { Proposal } from '../../api/proposals.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft } from '../../icons/icons.generated.ts';
import { currentQuery, href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { boardStyles } from '../../styles/board.ts';
import './proposal-view.ts';
import type { ProposalPart } from './proposal-view.ts';

const parts: readonly ProposalPart[] = ['proposal', 'messages', 'team', 'timeline'];

class ProposalPage extends PortalElement {
  static override pageStyles = [boardStyles];
  static override properties = { proposalId: { attribute: false }, proposal: { state: true } };
  declare proposalId: string;
  declare proposal: Proposal | undefined;

  protected override render(): TemplateResult {
    const { proposal } = this;
    const part = parts.find((one) => one === currentQuery().get('part')) ?? 'proposal';
    return html`${
      proposal
        ? html`<p class="back"><a class="quiet muted row" href=${href(`/job-posts/${proposal.jobPost.id}/proposals`)}>${icon(arrowLeft)}${proposal.jobPost.title}</a></p>
            ${pageHead(t('proposal.of', { name: proposal.freelancer.name }))}`
        : pageHead(t('proposal.title'))
    }
      <portal-proposal-view
        .proposalId=${this.proposalId}
        .tab=${part}
        @proposal-changed=${(event: CustomEvent<Proposal>) => {
          this.proposal = event.detail;
        }}
      ></portal-proposal-view>`;
  }
}

define('portal-proposal-page', ProposalPage);
