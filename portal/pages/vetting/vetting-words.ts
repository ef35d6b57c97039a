import type { ApplicationState } from '@portico/api/talent/vetting/vetting-application.ts';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { VettingCase, VettingReason } from '../../api/vetting.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import {
  ban,
  check,
  checkCheck,
  circleDashed,
  circlePause,
  circleX,
  hourglass,
  pencil,
  send,
  timer,
  undo2,
} from '../../icons/icons.generated.ts';
import { formatAppointment, formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const marks: Readonly<Record<ApplicationState, readonly [TagKind, SVGTemplateResult]>> = {
  invited: ['info', send],
  applied: ['info', circleDashed],
  eligibilityCheck: ['warning', pencil],
  documentReview: ['warning', hourglass],
  interviewScheduled: ['info', timer],
  interviewed: ['warning', hourglass],
  noShow: ['danger', circleX],
  scored: ['warning', hourglass],
  needsMore: ['warning', pencil],
  approved: ['success', check],
  member: ['success', checkCheck],
  expiring: ['warning', timer],
  suspended: ['warning', circlePause],
  rejected: ['danger', circleX],
  revoked: ['danger', ban],
  expired: ['neutral', timer],
  renewed: ['neutral', check],
  declined: ['neutral', circleX],
  lapsed: ['neutral', timer],
  withdrawn: ['neutral', undo2],
};

export function vettingStatus(state: ApplicationState): TemplateResult {
  const [kind, shape] = marks[state];
  return tag(kind, wordsFor('vettingState', state) ?? state, shape);
}

/** Facts of the profile: what is met, and what is wanted where it is not. */
export const eligibilityList = (facts: VettingCase['eligibility']): TemplateResult =>
  html`<ul class="plain-list stack close checked-facts">
    ${facts.map(
      ({ fact, isMet, wanted, found }) => html`<li class="row">
        ${tag(isMet ? 'success' : 'warning', t(isMet ? 'vetting.met' : 'vetting.notMet'), isMet ? check : pencil)}
        <span><strong>${wordsFor('vettingFact', fact)}</strong>${isMet ? nothing : html` <span class="muted">${missingWords(fact, wanted, found)}</span>`}</span>
      </li>`,
    )}
  </ul>`;

/** What is wanted of the checked facts is a code; of the others it is a figure or names. */
function missingWords(fact: VettingCase['eligibility'][number]['fact'], wanted: string, found: string): string {
  const unit = (value: string) => (fact === 'completeness' ? formatPercent(Number(value)) : value);
  return (
    wordsFor('vettingMissing', fact) ??
    t('vetting.wanted', { wanted: unit(wanted), found: found === '' ? '–' : unit(found) })
  );
}

export const reasonList = (reasons: readonly VettingReason[]): TemplateResult =>
  html`<ul>${reasons.map(({ category, text }) => html`<li><strong>${wordsFor('vettingReason', category)}:</strong> ${text}</li>`)}</ul>`;

/** Why a step is closed, in the words of its code. */
export const whyWords = (whyNot: string | null): string | false =>
  whyNot === null ? false : (wordsFor('vettingWhyNot', whyNot) ?? wordsFor('problem', whyNot) ?? t('vetting.notNow'));

export const interviewWords = ({
  startsAt,
  place,
  reviewer,
}: {
  startsAt: string;
  place: string;
  reviewer: { name: string };
}): TemplateResult =>
  html`<p><strong>${formatAppointment(startsAt)}</strong> · ${reviewer.name}<br /><span class="muted">${place}</span></p>`;
