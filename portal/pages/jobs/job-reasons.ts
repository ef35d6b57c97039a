import { html, nothing, type TemplateResult } from 'lit';
import type { JobHit } from '../../api/jobs.ts';
import { icon } from '../../icons/icon.ts';
import { check, mail, sparkles, users } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** About the reader; what is about the post alone says itself on the tile. */
const personal = ['invited', 'pool', 'skills', 'category', 'rate', 'kind', 'hours', 'timezone'] as const;
const shapes = { invited: mail, pool: users, skills: sparkles } as const;

/** Why a job stands where it does. */
export function jobReasons({ why, skills }: JobHit): TemplateResult | typeof nothing {
  const reasons = personal.filter((signal) => why.signals.includes(signal));
  if (reasons.length === 0) return nothing;
  const mine = skills.filter((skill) => skill.mine).map(({ name }) => name);
  return html`<ul class="reasons" aria-label=${t('findWork.why')}>
    ${reasons.map(
      (reason) => html`<li>
        ${icon(shapes[reason as keyof typeof shapes] ?? check)}${
          reason === 'skills'
            ? t('findWork.fits.skills', { skills: mine.join(', ') })
            : wordsFor('findWork.fits', reason)
        }
      </li>`,
    )}
  </ul>`;
}
