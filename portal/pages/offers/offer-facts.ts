import { html, nothing, type TemplateResult } from 'lit';
import { type Offer, offerDocument } from '../../api/offers.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { download } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { purchaseOrderWords } from '../job-posts/job-post-facts.ts';
import { dateWords, recipientOf } from './offer-words.ts';

export function offerFacts(offer: Offer): TemplateResult {
  const { terms, freelancer, invited, jobPost, proposalId } = offer;
  const facts: [string, unknown][] = [
    [
      t('offers.to'),
      freelancer ? html`<a href=${href(`/freelancers/${freelancer.id}`)}>${freelancer.name}</a>` : recipientOf(offer),
    ],
    ...known(t('signIn.email'), !freelancer && invited?.email),
    ...known(t('offers.post'), jobPost && html`<a href=${href(`/job-posts/${jobPost.id}`)}>${jobPost.title}</a>`),
    ...known(
      t('proposal.title'),
      proposalId && html`<a href=${href(`/proposals/${proposalId}`)}>${t('invitations.proposal')}</a>`,
    ),
    [t('offer.startsOn'), dateWords(terms.startsOn, t('offer.onAcceptance'))],
    [t('offer.endsOn'), dateWords(terms.endsOn, t('offer.openEnd'))],
    [t('offer.nda'), terms.nda ? t('proposal.yes') : t('proposal.no')],
    ...known(t('jobPost.team'), offer.team),
    ...known(t('jobPost.costCenter'), offer.costCenter),
    ...known(t('jobPost.purchaseOrder'), purchaseOrderWords(terms.purchaseOrder)),
    [t('offer.writtenBy'), offer.createdBy],
    ...known(t('offer.sentBy'), offer.sentBy && offer.sentAt && html`${offer.sentBy}, ${timeAgo(offer.sentAt)}`),
    ...known(
      t('offers.answerBy'),
      (offer.state === 'sent' || offer.state === 'countered') && offer.expiresAt && timeAgo(offer.expiresAt),
    ),
  ];
  return html`<dl class="facts number">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    <div class="actions">
      ${
        offer.document
          ? html`<a class="button small" href=${href(offerDocument(offer.id))} download>${icon(download)}${offer.document.sha256 ? t('offer.signedDocument') : t('offer.document')}</a>`
          : nothing
      }
      ${copyButton(offer.id, t('jobPost.copyId'))}
    </div>`;
}

const known = (name: string, value: unknown): [string, unknown][] => (value ? [[name, value]] : []);
