import type { CompletenessPart } from '@portico/api/talent/freelancers/completeness.ts';
import type { CompletenessAnswer } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { href } from '../../router.ts';
import { formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Where each missing part is edited. */
const placeOf: Record<CompletenessPart, string> = {
  photo: 'photo',
  overview: 'overview',
  employment: 'employment',
  skill: 'skills',
  portfolio: 'portfolio',
  furtherEmployment: 'employment',
  furtherSkills: 'skills',
  education: 'education',
  certification: 'certifications',
  videoOrLink: 'links',
};

/** How complete, and what each missing part would add, leading to its field. */
export function completenessPanel(completeness: CompletenessAnswer | undefined): TemplateResult | typeof nothing {
  if (!completeness) return nothing;
  const { percent, missing } = completeness;
  return html`<section class="card pad stack close">
    <div class="row apart">
      <h2>${t('profile.completeness')}</h2>
      <strong class="number">${formatPercent(percent)}</strong>
    </div>
    ${meter(percent, t('profile.completeness'))}
    ${
      missing.length > 0
        ? html`<ul class="missing">
            ${missing.map(
              ({ part, points, hint }) => html`<li>
                <a class="quiet" href=${href(`/profile#${placeOf[part]}`)} @click=${showPlace}>${wordsFor('missing', part) ?? hint}</a>
                <span class="muted small number nowrap">+${formatPercent(points)}</span>
              </li>`,
            )}
          </ul>`
        : html`<p class="muted">${t('profile.complete')}</p>`
    }
  </section>`;
}

export const meter = (percent: number, label: string): TemplateResult =>
  html`<div class="meter" role="meter" aria-label=${label} aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${percent} height="8"></rect>`}</svg>
  </div>`;

/** In the editor the place is on this page; elsewhere the link leads there. */
function showPlace(event: Event): void {
  const place = document.getElementById((event.currentTarget as HTMLAnchorElement).hash.slice(1));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView({ block: 'start' });
  place.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
}
