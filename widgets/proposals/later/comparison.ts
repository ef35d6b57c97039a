import type { Proposal } from '@portico/api/hiring/proposals/schema.ts';
import { html } from 'lit-html';
import { formatNumber, formatPercent, nameOf } from '../../core/formats.ts';
import { richText } from '../../core/rich-text.ts';
import { bid } from '../board-view.ts';
import type { ProposalsView } from '../proposals-view.ts';
import type { LaterStrings } from './strings.ts';

/** Two to four proposals, one line a fact. */
export function comparison(view: ProposalsView, says: LaterStrings, items: readonly Proposal[]) {
  const { strings, language } = view;
  const lines: [label: string, value: (proposal: Proposal) => unknown][] = [
    [says.compareFacts.bid, (proposal) => html`<b>${bid(view, proposal)}</b>`],
    [says.compareFacts.state, ({ state }) => strings.states[state]],
    [
      strings.jobSuccess,
      ({ freelancer }) => (freelancer.jobSuccess === null ? '–' : formatPercent(freelancer.jobSuccess, language)),
    ],
    [
      says.rating,
      ({ rating }) =>
        rating.average === null ? '–' : `★ ${formatNumber(Math.round(rating.average * 10) / 10, language)}`,
    ],
    [says.compareFacts.skills, ({ fit }) => fit.matchedSkills.join(', ') || '–'],
    [says.compareFacts.missing, ({ fit }) => fit.missingSkills.join(', ') || '–'],
    [says.compareFacts.country, ({ freelancer }) => nameOf('region', freelancer.country, language)],
    [strings.parts.proposal, ({ coverLetter }) => html`<div class="prose">${richText(coverLetter.content)}</div>`],
    ...(items[0]?.answers ?? []).map(({ questionId, question }): [string, (proposal: Proposal) => unknown] => [
      question,
      ({ answers }) => {
        const answer = answers.find((each) => each.questionId === questionId);
        if (typeof answer?.value === 'boolean') return answer.value ? says.yes : says.no;
        return answer?.file?.name ?? (answer?.value || says.noAnswer);
      },
    ]),
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${strings.compare}>
    <table>
      <tr>
        <td></td>
        ${items.map(({ freelancer }) => html`<th scope="col"><h2>${freelancer.name}</h2><p dir="auto">${freelancer.headline}</p></th>`)}
      </tr>
      ${lines.map(
        ([label, value]) => html`<tr>
          <th scope="row" class="muted small" dir="auto">${label}</th>
          ${items.map((proposal) => html`<td dir="auto">${value(proposal)}</td>`)}
        </tr>`,
      )}
    </table>
  </div>`;
}
