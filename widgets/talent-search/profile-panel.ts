import { css, html, nothing } from 'lit';
import { formatDate, nameOf } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill } from '../core/locale.ts';
import {
  absolute,
  availabilityText,
  badge,
  inviteButton,
  localTime,
  percent,
  portrait,
  rate,
  saveButton,
} from './person.ts';
import type { SearchView } from './search-view.ts';
import type { FreelancerProfile } from './wire.ts';

/** The whole profile, facts first, then the story in the order a reader asks for it. */
export function content(view: SearchView, [person]: FreelancerProfile[]) {
  if (!person) return nothing;
  const { strings, language } = view;
  const month = (iso: string) => formatDate(iso, language, { year: 'numeric', month: 'short' });
  const period = ({ from, to }: { from: string; to: string | null }) =>
    `${month(from)} – ${to ? month(to) : strings.today}`;
  return html`<header>
      ${portrait(view, person)}
      <div>
        <h2>${person.name}</h2>
        <p>${person.headline}</p>
        <p class="row small">
          ${person.verified.identity ? html`<span class="verified">${icon('verified')}${fill(strings.identityVerified, { date: formatDate(person.verified.identity, language) })}</span>` : nothing}
          ${badge(view, person)}
        </p>
      </div>
    </header>
    <div class="row actions">${saveButton(view, person)} ${inviteButton(view, person)}</div>
    <dl>
      ${fact(strings.rate, rate(view, person))}
      ${fact(strings.facets.jobSuccess, person.jobSuccess === null ? '–' : percent(language, person.jobSuccess))}
      ${fact(strings.available, availabilityText(view, person))}
      ${fact(strings.location, `${nameOf('region', person.country, language)}, ${localTime(view, person)}`)}
      ${fact(strings.engagement, strings.engagements[person.engagement])}
      ${person.category ? fact(strings.category, [person.category.name, ...person.specializations].join(', ')) : nothing}
    </dl>
    ${section(strings.about, person.overview ? [html`<p class="prose">${person.overview}</p>`] : [])}
    ${section(strings.skills, person.skills.length ? [html`<ul class="chips">${person.skills.map(({ name }) => html`<li>${name}</li>`)}</ul>`] : [])}
    ${section(
      strings.languages,
      person.languages.map(
        (each) =>
          html`<p>${nameOf('language', each.language, language)} <span class="muted">${strings.levels[each.level]}</span></p>`,
      ),
    )}
    ${section(
      strings.portfolio,
      person.portfolio.map(
        ({ title, text, images, link }) => html`<article>
          ${images.slice(0, 1).map(({ url, width, height, alt }) => html`<img src=${absolute(view.api.base, url)} width=${width} height=${height} alt=${alt} loading="lazy" />`)}
          <b>${outside(link, title)}</b>
          <p>${text}</p>
        </article>`,
      ),
    )}
    ${section(
      strings.employment,
      person.employment.map(
        (each) =>
          html`<article><b>${each.title}</b>, ${each.company}<p class="muted small">${period(each)}</p><p>${each.description}</p></article>`,
      ),
    )}
    ${section(
      strings.education,
      person.education.map(
        (each) =>
          html`<article><b>${each.school}</b><p>${[each.degree, each.field].filter(Boolean).join(', ')}</p><p class="muted small">${period(each)}</p></article>`,
      ),
    )}
    ${section(
      strings.certifications,
      person.certifications.map(
        ({ name, issuer, issuedOn, expiresOn, url }) => html`<article>
          <b>${outside(url, name)}</b>, ${issuer}
          <p class="muted small">${month(issuedOn)}${expiresOn ? `, ${fill(strings.expires, { date: month(expiresOn) })}` : ''}</p>
        </article>`,
      ),
    )}
    ${section(
      strings.links,
      person.links.map(({ kind, url }) => html`<p>${outside(url, kind)}</p>`),
    )}
    <p class="muted small">${fill(strings.memberSince, { date: month(person.memberSince) })}</p>`;
}

const fact = (term: string, value: unknown) => html`<div><dt class="muted small">${term}</dt><dd>${value}</dd></div>`;

const section = (title: string, parts: unknown[]) =>
  parts.length ? html`<section><h3>${title}</h3>${parts}</section>` : nothing;

/** A freelancer wrote the address: only the web, and the page it leads to learns nothing of this one. */
const outside = (url: string | null, text: string) =>
  url && /^https?:\/\//i.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`
    : text;

export const styles = css`
  .profile header {
    display: flex;
    gap: calc(var(--s) * 4);
    padding-inline-end: 96px;
  }
  .profile .portrait {
    inline-size: 72px;
    font-size: 22px;
  }
  .profile dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: calc(var(--s) * 3);
    padding: calc(var(--s) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-surface);
  }
  .profile section {
    display: grid;
    gap: calc(var(--s) * 2.5);
  }
  .profile h3 {
    font-size: var(--large);
  }
  .profile a {
    color: var(--_link);
  }
  .prose {
    white-space: pre-line;
    max-inline-size: 68ch;
  }
  article img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 220px;
    object-fit: cover;
    border-radius: var(--_radius-control);
    margin-block-end: calc(var(--s) * 2);
  }
`;
