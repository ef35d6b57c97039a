import { Task } from '@lit/task';
import type { CompletenessAnswer, OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { get } from '../../api/client.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { eye, eyeOff } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { availabilityWords, rateWords } from '../freelancers/profile-facts.ts';
import { completenessPanel } from '../profile/completeness-panel.ts';
import '../contract-parts/waiting-contracts.ts';
import './money-card.ts';
import './own-waiting.ts';

class FreelancerHome extends PortalElement {
  #profile = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [profile, completeness] = await Promise.all([
        get<OwnFreelancer>('/v1/freelancers/me', { signal }),
        get<CompletenessAnswer>('/v1/freelancers/me/completeness', { signal }),
      ]);
      return { profile, completeness };
    },
  });

  protected override render(): TemplateResult {
    return html`${this.#profile.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#profile.run()),
      complete: ({ profile, completeness }) => html`<div class="columns">
        <div class="stack">
          <portal-waiting-contracts .side=${'freelancer'}></portal-waiting-contracts>
          <portal-money-card></portal-money-card>
          <portal-own-waiting></portal-own-waiting>
          <section class="card">
            <header>
              <h2>${t('home.whoSees')}</h2>
              <a class="button small" href=${href('/profile#visibility')}>${t('home.change')}</a>
            </header>
            <p class="pad row">
              ${icon(profile.visibility === 'private' ? eyeOff : eye)}
              <span class="grow"><strong>${wordsFor('visibility', profile.visibility)}</strong> <span class="muted">${wordsFor('visibilityHint', profile.visibility)}</span></span>
            </p>
          </section>
          ${this.#figures(profile)}
          <div class="actions">
            <a class="button primary" href=${href('/profile')}>${t('home.editProfile')}</a>
            <a class="button" href=${href('/profile?view=preview')}>${t('profile.preview')}</a>
          </div>
        </div>
        <aside>${completenessPanel(completeness)}</aside>
      </div>`,
    })}`;
  }

  #figures(profile: OwnFreelancer): TemplateResult {
    return html`<dl class="figures">
      <div><dt>${t('freelancer.rate')}</dt><dd>${rateWords(profile.hourlyRate)}</dd></div>
      <div><dt>${t('freelancer.jobSuccess')}</dt><dd>${profile.jobSuccess === null ? t('freelancer.jobSuccessNone') : formatPercent(profile.jobSuccess)}</dd></div>
      <div><dt>${t('freelancer.availability')}</dt><dd>${availabilityWords(profile.availability)}</dd></div>
    </dl>`;
  }
}

define('portal-freelancer-home', FreelancerHome);
