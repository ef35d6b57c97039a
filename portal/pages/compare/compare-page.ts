import { Task } from '@lit/task';
import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { compareFreelancers } from '../../api/talent.ts';
import { avatar } from '../../elements/avatar.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading, notice } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { check, gitCompare, info, x } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { compared, comparePath } from '../../shell/comparison.ts';
import { now } from '../../shell/now.ts';
import { countryName, formatPercent, formatTimezone, languageName } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { compareStyles } from '../../styles/compare.ts';
import { availabilityWords, fieldWords, rateWords, verifiedWords } from '../freelancers/profile-facts.ts';

class ComparePage extends PortalElement {
  static override pageStyles = [compareStyles];
  static override properties = { ids: { attribute: false } };
  declare ids: readonly string[];

  #profiles = new Task(this, {
    args: () => [this.ids.join()] as const,
    task: async (_, { signal }) => (this.ids.length < 2 ? [] : compareFreelancers(this.ids, signal)),
  });

  protected override render() {
    if (this.ids.length < 2) {
      return html`${pageHead(t('compare.title'))}
        <div class="card">
          ${empty(gitCompare, t('compare.tooFew'), t('compare.tooFewText'), html`<a class="button primary" href=${href('/talent')}>${t('savedSearches.start')}</a>`)}
        </div>`;
    }
    return html`${pageHead(t('compare.title'), t('compare.lead', { n: this.ids.length }))}
    ${this.#profiles.render({
      pending: () => html`<div class="card">${loading(10)}</div>`,
      error: (problem) => failed(problem, () => void this.#profiles.run()),
      complete: (profiles) => this.#table(profiles),
    })}`;
  }

  #table(profiles: readonly FreelancerProfile[]): TemplateResult {
    const left = this.ids.length - profiles.length;
    const shared = sharedSkills(profiles);
    const rows: [string, (profile: FreelancerProfile) => unknown][] = [
      [t('freelancer.rate'), ({ hourlyRate }) => html`<strong>${rateWords(hourlyRate)}</strong>`],
      [
        t('freelancer.jobSuccess'),
        ({ jobSuccess }) => (jobSuccess === null ? t('freelancer.jobSuccessNone') : formatPercent(jobSuccess)),
      ],
      [t('freelancer.availability'), ({ availability }) => availabilityWords(availability)],
      [
        t('freelancer.location'),
        ({ country, timezone }) =>
          html`${countryName(country)}<br /><span class="muted small">${formatTimezone(timezone, now())}</span>`,
      ],
      [
        t('freelancer.languages'),
        ({ languages }) =>
          languages.map(
            ({ language, level }) => html`<div>${languageName(language)}, ${wordsFor('level', level)}</div>`,
          ),
      ],
      [
        t('freelancer.skills'),
        ({ skills }) =>
          html`<ul class="chips">${skills.map(({ id, name }) => html`<li class="chip">${shared.has(id) ? icon(check) : nothing}${name}</li>`)}</ul>`,
      ],
      [t('freelancer.category'), (profile) => fieldWords(profile)],
      [t('freelancer.engagement'), ({ engagement }) => wordsFor('engagement', engagement)],
      [
        t('freelancer.employment'),
        ({ employment }) =>
          employment
            .slice(0, 3)
            .map(({ title, company }) => html`<div>${title}, <span class="muted">${company}</span></div>`),
      ],
      [t('freelancer.verified'), ({ verified }) => verifiedWords(verified)],
    ];
    return html`${left > 0 ? notice('info', info, t('compare.missing', { n: left })) : nothing}
      <div class="card compare" tabindex="0" role="region" aria-label=${t('compare.title')}>
        <table class="table">
          <thead>
            <tr>
              <td></td>
              ${profiles.map((profile) => this.#head(profile))}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, cell]) => html`<tr>
                <th scope="row">${name}</th>
                ${profiles.map((profile) => html`<td>${cell(profile)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${shared.size > 0 ? html`<p class="muted small row">${icon(check)}${t('compare.shared')}</p>` : nothing}`;
  }

  #head(profile: FreelancerProfile): TemplateResult {
    return html`<th scope="col">
      <div class="person">
        ${avatar(profile.name, profile.photoUrl, 'medium')}
        <div class="grow">
          <a class="quiet strong" href=${href(`/freelancers/${profile.id}`)}>${profile.name}</a>
          <div class="muted small headline">${profile.headline}</div>
        </div>
        <button class="button plain small icon-only" type="button" aria-label=${t('compare.remove', { name: profile.name })} @click=${() => this.#remove(profile.id)}>${icon(x)}</button>
      </div>
    </th>`;
  }

  #remove(id: string): void {
    const ids = this.ids.filter((one) => one !== id);
    compared.set(compared.get().filter((one) => one !== id));
    void navigate(comparePath(ids), 'replace');
  }
}

function sharedSkills(profiles: readonly FreelancerProfile[]): ReadonlySet<string> {
  const [first, ...others] = profiles.map(({ skills }) => new Set(skills.map(({ id }) => id)));
  return new Set([...(first ?? [])].filter((id) => others.length > 0 && others.every((ids) => ids.has(id))));
}

define('portal-compare-page', ComparePage);
