import { Task } from '@lit/task';
import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FeeSchedule } from '@portico/api/money/fees/fee.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { getJob, getProposalTerms, submitProposal } from '../../api/own-work.ts';
import { textArea, textField } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { circleAlert, info } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { bidFields, earningsLines } from './bid-fields.ts';
import { emptyDraft, keepDraft, type ProposeDraft, proposalOf, readDraft } from './propose-draft.ts';
import { questionFields } from './question-fields.ts';

/** From a post to a proposal: what it costs, what the fee takes, what is left and how the odds are, before it is sent. */
class ProposePage extends FormElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { ...FormElement.properties, jobId: { attribute: false }, draft: { state: true } };
  declare jobId: string;
  declare draft: ProposeDraft | undefined;
  /** The same for every press of one proposal. */
  #key = crypto.randomUUID();

  #work = new Task(this, {
    args: () => [this.jobId] as const,
    task: async ([jobId], { signal }) => {
      const [job, terms] = await Promise.all([getJob(jobId, signal), getProposalTerms(jobId, signal)]);
      return { job, terms };
    },
    onComplete: ({ terms }) => {
      this.draft ??= readDraft(this.#personId, this.jobId) ?? emptyDraft(terms);
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') && this.draft) keepDraft(this.#personId, this.jobId, this.draft);
  }

  protected override render(): TemplateResult {
    return html`<p class="back"><a href=${href(`/jobs/${this.jobId}`)}>${t('propose.back')}</a></p>
      ${pageHead(t('propose.title'))}
      ${this.#work.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#work.run()),
        complete: ({ job, terms }) => this.#page(job, terms),
      })}`;
  }

  get #personId(): string {
    return me.get()?.person.id ?? '';
  }

  #page(job: Job, terms: ProposalTerms): TemplateResult {
    if (terms.proposalId)
      return notice(
        'info',
        info,
        html`<p>${t('propose.already')}</p>
          <a class="button small" href=${href(`/my/proposals/${terms.proposalId}`)}>${t('propose.open')}</a>`,
      );
    if (terms.refusal) return notice('warning', circleAlert, html`<p>${terms.refusal.detail}</p>`);
    const { draft } = this;
    if (!draft) return loading(8);
    return html`<form class="columns" novalidate @submit=${(event: Event) => void this.#send(event, terms)}>
      <div class="stack">
        ${this.problemNotice()} ${this.#post(job)}
        <section class="card pad stack close">
          <h2>${t('propose.bid')}</h2>
          ${bidFields({
            draft: draft.bid,
            kinds: terms.bidKinds,
            currency: terms.currency,
            errors: this.errors,
            onChange: (bid) => this.#change({ bid }),
          })}
        </section>
        <section class="card pad stack close">
          <h2>${t('propose.letter')}</h2>
          ${textArea({
            id: 'coverLetter',
            label: t('propose.letterLabel'),
            hint: t('propose.letterHint'),
            value: draft.coverLetter,
            rows: 10,
            maxlength: 5000,
            error: this.errors.coverLetter,
            onInput: (coverLetter) => this.#change({ coverLetter }),
          })}
          ${fileField({
            id: 'attachmentIds',
            label: t('propose.files'),
            optional: true,
            files: draft.files,
            error: this.errors.attachmentIds,
            onChange: (files) => this.#change({ files }),
          })}
        </section>
        ${
          terms.questions.length > 0
            ? html`<section class="card pad stack close">
                <h2>${t('propose.questions')}</h2>
                ${questionFields(terms.questions, draft.answers, this.errors, (questionId, value) =>
                  this.#change({ answers: { ...draft.answers, [questionId]: value } }),
                )}
              </section>`
            : nothing
        }
        ${this.#boost(terms, draft)}
      </div>
      <aside class="stack close summary">${this.#summary(job, terms, draft)}</aside>
    </form>`;
  }

  #post({ title, client, description }: Job): TemplateResult {
    return html`<details class="card post-again">
      <summary><strong>${title}</strong> <span class="muted">${client.name}</span></summary>
      <div class="pad">${richText(description.content)}</div>
    </details>`;
  }

  #boost({ boost, connects }: ProposalTerms, draft: ProposeDraft): TemplateResult {
    return html`<section class="card pad stack close">
      <h2>${t('propose.boost')}</h2>
      <p class="muted">${t('propose.boostText', { places: boost.places, n: boost.minimumBid })}</p>
      ${textField({
        id: 'boostBid',
        label: t('propose.boostBid'),
        optional: true,
        type: 'number',
        inputmode: 'numeric',
        min: 0,
        max: Math.max(0, connects.balanceAfter),
        step: 1,
        value: draft.boostBid > 0 ? String(draft.boostBid) : '',
        suffix: t('connects.unit'),
        error: this.errors.boostBid,
        onInput: (text) => this.#change({ boostBid: Math.max(0, Math.trunc(Number(text)) || 0) }),
      })}
    </section>`;
  }

  #summary(job: Job, terms: ProposalTerms, draft: ProposeDraft): TemplateResult {
    const { price, free, balance, balanceAfter } = terms.connects;
    const after = balanceAfter - draft.boostBid;
    return html`<section class="card pad stack close">
        <h2>${t('propose.summary')}</h2>
        ${earningsLines(draft.bid, terms.feeSchedule as FeeSchedule)}
        <hr />
        <dl class="sums">
          <div><dt>${t('propose.cost')}</dt><dd>${free ? t('propose.free') : t('connects.count', { n: price })}</dd></div>
          ${free ? html`<div class="muted small">${wordsFor('propose.freeWhy', free)}</div>` : nothing}
          ${draft.boostBid > 0 ? html`<div><dt>${t('propose.boostHeld')}</dt><dd>${t('connects.count', { n: draft.boostBid })}</dd></div>` : nothing}
          <div><dt>${t('propose.balance')}</dt><dd>${t('connects.count', { n: balance })}</dd></div>
          <div class="total"><dt>${t('propose.balanceAfter')}</dt><dd>${t('connects.count', { n: after })}</dd></div>
        </dl>
        ${
          after < 0
            ? notice(
                'warning',
                circleAlert,
                html`<p>${t('propose.tooFew')}</p>
                  <a class="button small" href=${href('/connects')}>${t('propose.buy')}</a>`,
              )
            : nothing
        }
      </section>
      <section class="card pad">
        <h2>${t('propose.odds')}</h2>
        <dl class="facts">
          <dt>${t('propose.oddsProposals')}</dt><dd>${wordsFor('proposalRange', job.proposals) ?? job.proposals}</dd>
          <dt>${t('propose.oddsWanted')}</dt><dd>${job.hires}</dd>
          <dt>${t('propose.oddsHires')}</dt><dd>${t('propose.oddsHiresOf', { n: job.client.hires, posts: job.client.posts })}</dd>
          <dt>${t('propose.oddsSkills')}</dt><dd>${t('propose.oddsSkillsOf', { n: job.skills.filter(({ mine }) => mine).length, all: job.skills.length })}</dd>
        </dl>
      </section>
      ${submitButton(t('propose.send'), this.isBusy)}
      <p class="muted small">${t('propose.kept')}</p>`;
  }

  #change(part: Partial<ProposeDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
  }

  async #send(event: Event, terms: ProposalTerms): Promise<void> {
    const { draft } = this;
    if (!draft) return event.preventDefault();
    const given = proposalOf(this.jobId, draft);
    const figure =
      draft.bid.kind === 'hourly' ? 'bid/rate' : draft.bid.kind === 'fixed' ? 'bid/total' : 'bid/milestones/0/amount';
    const found: Record<string, string | false> = {
      coverLetter: !draft.coverLetter.trim() && t('propose.letterMissing'),
      [figure]: !given && t('propose.figureMissing'),
    };
    terms.questions.forEach(({ id, isRequired }, index) => {
      const answer = draft.answers[id];
      found[`answers/${index}`] = isRequired && (answer === undefined || answer === '') && t('propose.answerMissing');
    });
    await this.submit(event, found, async () => {
      const { id } = await submitProposal(given!, this.#key);
      keepDraft(this.#personId, this.jobId, undefined);
      this.draft = undefined;
      toast(t('propose.sent'));
      await navigate(`/my/proposals/${id}`, 'replace');
    });
  }
}

define('portal-propose-page', ProposePage);
