import { Task } from '@lit/task';
import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createOffer, type OfferFields, type OfferTo, type PaymentTerms } from '../../api/offers.ts';
import { getProposal, type Proposal } from '../../api/proposals.ts';
import { getFreelancer } from '../../api/talent.ts';
import { avatar } from '../../elements/avatar.ts';
import { radios, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { currentQuery, href, navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { bidView } from '../proposals/proposal-content.ts';
import { isEmail } from '../sign-in/sign-in-rules.ts';

type Source = {
  proposal?: Proposal;
  freelancer?: FreelancerProfile;
  /** Kept in a talent pool; it goes before the profile's. */
  agreedRate?: FreelancerProfile['hourlyRate'] | undefined;
};
type Kind = PaymentTerms['kind'];

/** To whom and how it pays; everything else is written in the draft, which saves itself. */
class NewOfferPage extends FormElement {
  static override pageStyles = [objectStyles];
  static override properties = {
    ...FormElement.properties,
    name: { state: true },
    email: { state: true },
    offerTitle: { state: true },
    kind: { state: true },
  };
  declare name: string;
  declare email: string;
  declare offerTitle: string;
  declare kind: Kind;
  #key = crypto.randomUUID();

  #source = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Source> => {
      const url = currentQuery();
      const proposalId = url.get('proposal');
      const freelancerId = url.get('freelancer');
      if (proposalId) return { proposal: await getProposal(proposalId, signal) };
      if (!freelancerId) return {};
      return { freelancer: await getFreelancer(freelancerId, signal), agreedRate: rateOf(url.get('rate')) };
    },
    onComplete: ({ proposal, agreedRate }) => {
      if (agreedRate) this.kind = 'hourly';
      if (!proposal) return;
      this.offerTitle = proposal.jobPost.title;
      this.kind = proposal.bid.kind === 'hourly' ? 'hourly' : 'fixed';
    },
  });

  constructor() {
    super();
    this.name = '';
    this.email = '';
    this.offerTitle = '';
    this.kind = 'fixed';
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('offer.newTitle'), t('offer.newLead'))}
      ${this.#source.render({
        pending: () => html`<div class="card">${loading(5)}</div>`,
        error: (problem) => failed(problem, () => void this.#source.run()),
        complete: (source) => this.#form(source),
      })}`;
  }

  #form(source: Source): TemplateResult {
    const person = source.proposal?.freelancer ?? source.freelancer;
    return html`<form class="card pad stack narrow-form" novalidate @submit=${(event: Event) => void this.#begin(event, source)}>
      ${this.problemNotice()}
      ${
        person
          ? html`<div class="person">
              ${avatar(person.name, person.photoUrl, 'medium')}
              <div><strong>${person.name}</strong><p class="muted small">${person.headline}</p></div>
            </div>`
          : this.#invite()
      }
      ${source.proposal ? html`<section class="stack tight"><h2>${t('proposal.bid')}</h2>${bidView(source.proposal.bid)}</section>` : nothing}
      ${textField({
        id: 'title',
        label: t('offer.title'),
        hint: t('offer.titleHint'),
        value: this.offerTitle,
        maxlength: 160,
        error: this.errors.title,
        onInput: (value) => {
          this.offerTitle = value;
        },
      })}
      ${radios<Kind>({
        name: 'kind',
        label: t('offer.payment'),
        value: this.kind,
        choices: [
          { value: 'fixed', label: t('engagement.fixedPrice'), hint: t('offer.fixedHint') },
          { value: 'hourly', label: t('engagement.hourly'), hint: t('offer.hourlyHint') },
        ],
        onChange: (kind) => {
          this.kind = kind;
        },
      })}
      <div class="actions">
        ${submitButton(t('offer.begin'), this.isBusy)}
        <a class="button plain" href=${href('/offers')}>${t('shell.cancel')}</a>
      </div>
    </form>`;
  }

  #invite(): TemplateResult {
    return html`<p class="muted">${t('offer.bringOwn')}</p>
      <div class="halves">
        ${textField({
          id: 'to/name',
          label: t('offer.personName'),
          value: this.name,
          maxlength: 120,
          autocomplete: 'off',
          error: this.errors['to/name'],
          onInput: (value) => {
            this.name = value;
          },
        })}
        ${textField({
          id: 'to/email',
          label: t('signIn.email'),
          type: 'email',
          value: this.email,
          error: this.errors['to/email'],
          onInput: (value) => {
            this.email = value;
          },
        })}
      </div>`;
  }

  async #begin(event: Event, source: Source): Promise<void> {
    const isInvited = !source.proposal && !source.freelancer;
    const title = this.offerTitle.trim();
    await this.submit(
      event,
      {
        'to/name': isInvited && !this.name.trim() && t('lists.nameMissing'),
        'to/email': isInvited && !isEmail(this.email.trim()) && t('signUp.emailInvalid'),
        title: !title && t('offer.titleMissing'),
      },
      async () => {
        const offer = await createOffer(this.#to(source), { title, ...paymentOf(source, this.kind) }, this.#key);
        void navigate(`/offers/${offer.id}/edit`, 'replace');
      },
    );
  }

  #to({ proposal, freelancer }: Source): OfferTo {
    if (proposal) return { kind: 'proposal', proposalId: proposal.id };
    if (freelancer) return { kind: 'freelancer', freelancerId: freelancer.id };
    return { kind: 'email', email: this.email.trim(), name: this.name.trim() };
  }
}

/** As a talent pool hands over what was agreed with its member: `6500-USD`. */
function rateOf(text: string | null): Source['agreedRate'] {
  const [, amount, currency] = /^(\d{1,9})-([A-Z]{3})$/.exec(text ?? '') ?? [];
  return amount && currency ? { amountMinor: Number(amount), currency } : undefined;
}

/** The API begins a draft with a bid of the same kind; of another kind only a known rate can be said. */
function paymentOf({ proposal, freelancer, agreedRate }: Source, kind: Kind): Pick<OfferFields, 'payment'> {
  const isOfBid = proposal !== undefined && (proposal.bid.kind === 'hourly') === (kind === 'hourly');
  if (isOfBid) return {};
  const rate =
    kind === 'hourly' ? (agreedRate ?? freelancer?.hourlyRate ?? proposal?.freelancer.hourlyRate) : undefined;
  return { payment: rate ? { kind: 'hourly', rate, weeklyLimitHours: null, manualTimeAllowed: true } : null };
}

define('portal-new-offer-page', NewOfferPage);
