import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { compareProposals, type Proposal } from '../../api/proposals.ts';
import { avatar } from '../../elements/avatar.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { proposalStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, gitCompare } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { countryName, formatPercent, formatTimezone } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { compareStyles } from '../../styles/compare.ts';
import { objectStyles } from '../../styles/object.ts';
import { bidView } from './proposal-content.ts';
import { ratingWords } from './proposal-words.ts';

class CompareProposalsPage extends PortalElement {
  static override pageStyles = [compareStyles, objectStyles];
  static override properties = { ids: { attribute: false } };
  declare ids: readonly string[];

  #load = new Task(this, {
    args: () => [this.ids.join()] as const,
    task: async (_, { signal }) => (this.ids.length < 2 ? [] : compareProposals(this.ids, signal)),
  });

  protected override render(): TemplateResult {
    const jobPost = this.#load.value?.[0]?.jobPost;
    return html`${jobPost ? html`<p class="back"><a class="quiet muted row" href=${href(`/job-posts/${jobPost.id}/proposals`)}>${icon(arrowLeft)}${jobPost.title}</a></p>` : html`<p class="back" aria-hidden="true">&nbsp;</p>`}
      ${pageHead(t('proposal.compareTitle'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(10)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (proposals) =>
          proposals.length < 2
            ? html`<div class="card">${empty(gitCompare, t('compare.tooFew'), t('proposal.compareTooFew'), html`<a class="button primary" href=${href('/job-posts')}>${t('nav.jobPosts')}</a>`)}</div>`
            : table(proposals),
      })}`;
  }
}

function table(proposals: readonly Proposal[]): TemplateResult {
  const questions = proposals[0]!.answers.map(({ questionId, question }) => ({ questionId, question }));
  const row = (label: string, cell: (proposal: Proposal) => unknown) =>
    html`<tr><th scope="row">${label}</th>${proposals.map((proposal) => html`<td>${cell(proposal)}</td>`)}</tr>`;
  return html`<div class="card compare" tabindex="0" role="region" aria-label=${t('proposal.compareTitle')}>
      <table class="table">
        <thead>
          <tr>
            <td></td>
            ${proposals.map(
              ({ id, freelancer: { name, headline, photoUrl } }) => html`<th scope="col">
                <div class="person">${avatar(name, photoUrl)}<div class="grow"><a class="quiet strong" href=${href(`/proposals/${id}`)}>${name}</a><div class="muted small headline">${headline}</div></div></div>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${row(t('jobPost.state'), ({ state }) => proposalStatus(state))}
          ${row(t('proposal.bid'), ({ bid }) => bidView(bid))}
          ${row(t('proposal.fit'), ({ fit }) => html`${formatPercent(Math.round(fit.score * 100))}<div class="muted small">${fit.missingSkills.length > 0 ? t('proposal.lacks', { skills: fit.missingSkills.join(', ') }) : t('proposal.lacksNone')}</div>`)}
          ${row(t('proposal.rating'), ({ rating }) => ratingWords(rating) || '–')}
          ${row(t('freelancer.jobSuccess'), ({ freelancer: { jobSuccess } }) => (jobSuccess === null ? t('freelancer.jobSuccessNone') : formatPercent(jobSuccess)))}
          ${row(t('freelancer.availability'), ({ freelancer: { hoursPerWeek } }) => t('freelancer.hours', { n: hoursPerWeek }))}
          ${row(t('freelancer.location'), ({ freelancer: { country, timezone } }) => `${countryName(country)}, ${formatTimezone(timezone, now())}`)}
          ${questions.map(({ questionId, question }) => row(question, (proposal) => answerOf(proposal, questionId)))}
        </tbody>
      </table>
    </div>`;
}

function answerOf({ answers }: Proposal, questionId: string): unknown {
  const answer = answers.find((one) => one.questionId === questionId);
  if (answer?.file) return answer.file.name;
  if (typeof answer?.value === 'boolean') return answer.value ? t('proposal.yes') : t('proposal.no');
  return answer?.value || '–';
}

define('portal-compare-proposals-page', CompareProposalsPage);
