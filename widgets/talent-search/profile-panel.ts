import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate, nameOf } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill } from '../core/locale.ts';
import { availability, badge, buttons, chip, jobSuccess, place, portrait, rate } from './person.ts';
import type { SearchView } from './search-view.ts';

/** The whole profile, facts first, then the story in the order a reader asks for it. */
export function profile(view: SearchView, [person]: FreelancerProfile[]) {
  const { strings, language, api } = view;
  const { facets } = strings;
  const { verified, category } = person!;
  const month = (iso: string) => formatDate(iso, language, { dateStyle: undefined, year: 'numeric', month: 'short' });
  const period = ({ from, to }: { from: string; to: string | null }) =>
    `${month(from)} – ${to ? month(to) : strings.today}`;
  const entry = (title: unknown, where: string, when: string, text: string) =>
    html`<div><b>${title}</b><p>${where}</p><p class="muted small">${when}</p><p class="prose">${text}</p></div>`;
  return html`<div class="row head">
      ${portrait(view, person!)}
      <div>
        <h2>${person!.name}</h2>
        <p>${person!.headline}</p>
        <p class="row">
          ${
            verified.identity
              ? html`<span class="row small verified">${icon('verified')}${strings.verified}, ${formatDate(verified.identity, language)}</span>`
              : nothing
          }
          ${badge(view, person!)}
        </p>
      </div>
    </div>
    <div class="row">${buttons(view, person!)}</div>
    <dl>
      ${[
        [facets.rate, rate(view, person!)],
        [facets.jobSuccess, jobSuccess(view, person!)],
        [facets.availability, availability(view, person!)],
        [facets.country, place(view, person!)],
        [strings.engagement, strings.engagements[person!.engagement]],
        [facets.category, [category?.name, ...person!.specializations].filter(Boolean).join(', ') || '–'],
      ].map(([term, value]) => html`<div><dt class="muted small">${term}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${section(strings.fields.overview, person!.overview ? [html`<p class="prose">${person!.overview}</p>`] : [])}
    ${section(facets.skill, person!.skills.length ? [html`<ul class="row chips small">${person!.skills.map(({ name }) => chip(name, false))}</ul>`] : [])}
    ${section(
      facets.language,
      person!.languages.map(
        (each) =>
          html`<p>${nameOf('language', each.language, language)} <span class="muted">${strings.levels[each.level]}</span></p>`,
      ),
    )}
    ${section(
      strings.fields.portfolio,
      person!.portfolio.map(
        ({ title, text, images: [image], link }) =>
          html`${
            image
              ? html`<img src=${api.address(image.url)} width=${image.width} height=${image.height} alt=${image.alt} loading="lazy" />`
              : nothing
          }${entry(outside(link, title), '', '', text)}`,
      ),
    )}
    ${section(
      strings.employment,
      person!.employment.map((each) => entry(each.title, each.company, period(each), each.description)),
    )}
    ${section(
      strings.education,
      person!.education.map((each) => entry(each.school, `${each.degree} ${each.field}`, period(each), '')),
    )}
    ${section(
      strings.certifications,
      person!.certifications.map(({ name, issuer, issuedOn, expiresOn, url }) =>
        entry(outside(url, name), issuer, month(issuedOn) + (expiresOn ? ` – ${month(expiresOn)}` : ''), ''),
      ),
    )}
    ${section(
      strings.links,
      person!.links.map(({ kind, url }) => html`<p>${outside(url, kind)}</p>`),
    )}
    <p class="muted small">${fill(strings.memberSince, { date: month(person!.memberSince) })}</p>`;
}

const section = (title: string, parts: unknown[]) =>
  parts.length ? html`<section><h3>${title}</h3>${parts}</section>` : nothing;

/** A freelancer wrote the address: only the web, and the page it leads to learns nothing of this one. */
const outside = (url: string | null, text: string) =>
  /^https?:/.test(url ?? '') ? html`<a href=${url} target="_blank" rel="noreferrer nofollow">${text}</a>` : text;
