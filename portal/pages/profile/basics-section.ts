import {
  freelancerPolicy,
  overviewExcerpt,
  overviewExcerptLength,
} from '@portico/api/talent/freelancers/freelancer.ts';
import { html, type TemplateResult } from 'lit';
import { selectField, textArea, textField } from '../../elements/field.ts';
import { countryChoices, timezoneChoices } from '../../elements/place-choices.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { errorOf, section } from './section.ts';

export function aboutSection(draft: ProfileDraft): TemplateResult {
  const { name, headline, country, timezone } = draft.profile.get();
  return section(
    'about',
    t('profile.about'),
    html`${textField({
      id: 'name',
      label: t('profile.name'),
      value: name,
      autocomplete: 'name',
      maxlength: freelancerPolicy.nameLengthMax,
      error: errorOf(draft, 'basics', 'name'),
      onInput: (value) => draft.change('basics', { name: value }),
    })}
    ${textField({
      id: 'headline',
      label: t('profile.headline'),
      hint: t('profile.headlineHint'),
      value: headline,
      maxlength: freelancerPolicy.headlineLengthMax,
      error: errorOf(draft, 'basics', 'headline'),
      onInput: (value) => draft.change('basics', { headline: value }),
    })}
    <div class="halves">
      ${selectField({
        id: 'country',
        label: t('profile.country'),
        value: country,
        choices: countryChoices(),
        error: errorOf(draft, 'basics', 'country'),
        onChange: (value) => draft.change('basics', { country: value }),
      })}
      ${selectField({
        id: 'timezone',
        label: t('profile.timezone'),
        value: timezone,
        choices: timezoneChoices(timezone),
        error: errorOf(draft, 'basics', 'timezone'),
        onChange: (value) => draft.change('basics', { timezone: value }),
      })}
    </div>`,
  );
}

export function overviewSection(draft: ProfileDraft): TemplateResult {
  const { overview } = draft.profile.get();
  const { overviewLengthMax } = freelancerPolicy;
  return section(
    'overview',
    t('profile.overview'),
    html`${textArea({
      id: 'overview-text',
      label: t('profile.overviewLabel'),
      hint: t('profile.counter', { used: formatNumber(overview.length), max: formatNumber(overviewLengthMax) }),
      value: overview,
      rows: 8,
      maxlength: overviewLengthMax,
      error: errorOf(draft, 'basics', 'overview'),
      onInput: (value) => draft.change('basics', { overview: value }),
    })}
    <figure class="tile-preview">
      <figcaption class="muted small">${t('profile.tile', { n: overviewExcerptLength })}</figcaption>
      <p>${overviewExcerpt(overview) || t('profile.tileEmpty')}</p>
    </figure>`,
    { lead: t('profile.overviewLead') },
  );
}
