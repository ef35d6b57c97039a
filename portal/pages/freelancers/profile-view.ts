import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../elements/avatar.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { badgeCheck, circleUser, mapPin, star } from '../../icons/icons.generated.ts';
import { countryName, formatDate, formatMonth, languageName } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { outside } from './outside-link.ts';
import { portfolio } from './portfolio-view.ts';
import { profileFacts } from './profile-facts.ts';

/** A profile as a client reads it: on its page, and as the preview in the editor, which has a heading of its own. */
export function profileView(
  profile: FreelancerProfile,
  { actions = nothing, edit }: { actions?: unknown; edit?: TemplateResult } = {},
): TemplateResult {
  return html`${profileHead(profile, actions, edit !== undefined)}
    <div class="columns profile">
      <div class="stack">
        ${isBlank(profile) ? blank(profile, edit) : nothing}
        ${section(t('freelancer.overview'), profile.overview && html`<p class="prose">${profile.overview}</p>`)}
        ${section(t('freelancer.skills'), profile.skills.length > 0 && skills(profile))}
        ${section(t('freelancer.portfolio'), profile.portfolio.length > 0 && portfolio(profile.portfolio))}
        ${section(t('freelancer.employment'), profile.employment.length > 0 && employment(profile))}
        ${section(t('freelancer.education'), profile.education.length > 0 && education(profile))}
        ${section(t('freelancer.certifications'), profile.certifications.length > 0 && certifications(profile))}
      </div>
      <aside class="stack">
        <section class="card pad stack close">
          <h2>${t('freelancer.facts')}</h2>
          ${profileFacts(profile)}
        </section>
        ${profile.languages.length > 0 ? html`<section class="card pad stack close"><h2>${t('freelancer.languages')}</h2>${languages(profile)}</section>` : nothing}
        ${profile.links.length > 0 ? html`<section class="card pad stack close"><h2>${t('freelancer.links')}</h2>${links(profile)}</section>` : nothing}
      </aside>
    </div>`;
}

const isBlank = ({ overview, skills, portfolio, employment, education, certifications }: FreelancerProfile): boolean =>
  !overview && [skills, portfolio, employment, education, certifications].every(({ length }) => length === 0);

const blank = ({ name }: FreelancerProfile, edit: TemplateResult | undefined): TemplateResult =>
  html`<div class="card">${nothingYet({
    shape: circleUser,
    title: t('freelancer.blank'),
    text: edit ? t('freelancer.blankOwn') : t('freelancer.blankText', { name }),
    next: edit ?? 'itself',
  })}</div>`;

function profileHead(profile: FreelancerProfile, actions: unknown, isPart: boolean): TemplateResult {
  return html`<header class="profile-head">
    ${avatar(profile.name, profile.photoUrl, 'large')}
    <div class="grow">
      ${isPart ? html`<h2 class="name">${profile.name}</h2>` : html`<h1 tabindex="-1">${profile.name}</h1>`}
      <p class="headline">${profile.headline}</p>
      <p class="row muted">
        <span class="row">${icon(mapPin)}${countryName(profile.country)}</span>
        ${profile.badge ? html`<span class="tag info">${icon(star)}${profile.expertVettedOn ? t('freelancer.expertVetted', { date: formatDate(profile.expertVettedOn) }) : wordsFor('badge', profile.badge)}</span>` : nothing}
        ${profile.verified.identity ? html`<span class="tag success">${icon(badgeCheck)}${t('freelancer.verified')}</span>` : nothing}
        ${profile.availability.openToOffers ? tag('success', t('freelancer.openToOffers')) : tag('neutral', t('freelancer.notOpen'))}
      </p>
    </div>
    <div class="actions no-print">${actions}</div>
  </header>`;
}

const section = (title: string, content: unknown) =>
  content ? html`<section class="card pad stack close"><h2>${title}</h2>${content}</section>` : nothing;

const skills = ({ skills }: FreelancerProfile) =>
  html`<ul class="chips">${skills.map(({ name }) => html`<li class="chip">${name}</li>`)}</ul>`;

const span = (from: string, to: string | null) =>
  html`<span class="muted small nowrap">${formatMonth(from)} – ${to ? formatMonth(to) : t('freelancer.present')}</span>`;

const employment = ({ employment }: FreelancerProfile) =>
  html`<ul class="history">
    ${employment.map(
      ({ title, company, from, to, description }) => html`<li>
        <div class="row apart"><h3>${title}</h3>${span(from, to)}</div>
        <p class="muted">${company}</p>
        ${description ? html`<p class="prose">${description}</p>` : nothing}
      </li>`,
    )}
  </ul>`;

const education = ({ education }: FreelancerProfile) =>
  html`<ul class="history">
    ${education.map(
      ({ school, degree, field, from, to }) => html`<li>
        <div class="row apart"><h3>${school}</h3>${span(from, to)}</div>
        <p class="muted">${[degree, field].filter(Boolean).join(', ')}</p>
      </li>`,
    )}
  </ul>`;

const certifications = ({ certifications }: FreelancerProfile) =>
  html`<ul class="history">
    ${certifications.map(
      ({ name, issuer, issuedOn, expiresOn, url }) => html`<li>
        <div class="row apart"><h3>${name}</h3><span class="muted small nowrap">${formatMonth(issuedOn)}${expiresOn ? `, ${t('freelancer.expires', { date: formatMonth(expiresOn) })}` : ''}</span></div>
        <p class="muted">${issuer}</p>
        ${url ? outside(url, t('freelancer.showCredential')) : nothing}
      </li>`,
    )}
  </ul>`;

const languages = ({ languages }: FreelancerProfile) =>
  html`<dl class="facts">
    ${languages.map(({ language, level }) => html`<dt>${languageName(language)}</dt><dd>${wordsFor('level', level)}</dd>`)}
  </dl>`;

const links = ({ links }: FreelancerProfile) =>
  html`<ul class="stack tight list">
    ${links.map(({ kind, url }) => html`<li>${outside(url, `${wordsFor('linkKind', kind)}: ${hostOf(url)}`)}</li>`)}
  </ul>`;

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
}
