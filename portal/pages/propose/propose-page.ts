import { Task } from '@lit/task';
import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import { coverLetterMaxLength } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { getJob, getProposalTerms, submitProposal } from '../../api/own-work.ts';
import { backLink } from '../../elements/back-link.ts';
import { fieldError, textArea, textField } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { circleAlert, info } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { keepDraft } from '../../shell/kept-draft.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { budgetWords } from '../job-posts/job-post-words.ts';
import { bidFields } from './bid-fields.ts';
import { bidProblems } from './bid-problems.ts';
import { draftName, emptyDraft, type ProposeDraft, proposalOf, readDraft } from './propose-draft.ts';
import { proposeOdds, proposeSums } from './propose-summary.ts';
import { questionFields, unanswered } from './question-fields.ts';

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
      this.draft ??= readDraft(this.jobId, terms) ?? emptyDraft(terms);
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') && this.draft) keepDraft(draftName(this.jobId), this.draft);
  }

  protected override render(): TemplateResult {
    // What is written stays on screen while the balance is read again.
    const known = this.#work.value;
    return html`${backLink(`/jobs/${this.jobId}`, t('propose.back'))}
      ${pageHead(t('propose.title'), known ? html`<strong>${known.job.title}</strong> · ${known.job.client.name}` : nothing)}
      ${this.#work.render({
        pending: () => (known ? this.#page(known.job, known.terms) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#work.run()),
        complete: ({ job, terms }) => this.#page(job, terms),
      })}`;
  }

  #page(job: Job, terms: ProposalTerms): TemplateResult {
    if (terms.proposalId)
      return notice(
        'info',
        info,
        html`<p>${t('propose.already')}</p>
          <a class="button small" href=${href(`/my/proposals/${terms.proposalId}`)}>${t('propose.open')}</a>`,
      );
    const { refusal } = terms;
    if (refusal)
      return notice('warning', circleAlert, html`<p>${wordsFor('problem', refusal.code) ?? refusal.detail}</p>`);
    const { draft } = this;
    if (!draft) return loading(8);
    return html`<form class="columns" novalidate @submit=${(event: Event) => void this.#send(event, terms)}>
      <div class="stack">
        <details class="card post-again"><summary>${t('propose.postAgain')}</summary><div class="pad">${richText(job.description.content)}</div></details>
        ${this.#bid(terms, draft)} ${this.#letter(draft)} ${this.#questions(terms, draft)} ${this.#boost(terms, draft)}
      </div>
      <aside class="stack close summary">
        ${proposeSums(terms, draft, () => void this.#work.run())} ${proposeOdds(job)} ${this.problemNotice()}
        ${submitButton(t('propose.send'), this.isBusy)}
        <p class="muted small">${t('propose.kept')}</p>
      </aside>
    </form>`;
  }

  #bid({ bidKinds, budget }: ProposalTerms, { bid }: ProposeDraft): TemplateResult {
    return html`<section class="card pad stack close">
      <h2>${t('propose.bid')}</h2>
      ${bidFields({
        draft: bid,
        kinds: bidKinds,
        hint: budget ? t('propose.budget', { budget: budgetWords(budget) }) : undefined,
        errors: this.errors,
        onChange: (next) => this.#change({ bid: next }),
      })}
    </section>`;
  }

  #letter({ coverLetter, files }: ProposeDraft): TemplateResult {
    const ofFile = Object.keys(this.errors).find((id) => id.startsWith('attachmentIds'));
    return html`<section class="card pad stack close">
      <h2>${t('propose.letter')}</h2>
      <div class="long">
        ${textArea({
          id: 'coverLetter',
          label: t('propose.letterLabel'),
          hint: t('propose.letterHint'),
          value: coverLetter,
          maxlength: coverLetterMaxLength,
          error: this.errors.coverLetter,
          onInput: (next) => this.#change({ coverLetter: next }),
        })}
      </div>
      ${fileField({
        id: 'attachmentIds',
        label: t('propose.files'),
        optional: true,
        files,
        error: ofFile && this.errors[ofFile],
        onChange: (next) => this.#change({ files: next }),
      })}
    </section>`;
  }

  #questions({ questions }: ProposalTerms, { answers }: ProposeDraft): TemplateResult | typeof nothing {
    if (questions.length === 0) return nothing;
    return html`<section class="card pad stack close">
      <h2>${t('propose.questions')}</h2>
      ${questionFields(questions, answers, this.errors, (questionId, value) =>
        this.#change({ answers: { ...this.draft?.answers, [questionId]: value } }),
      )}
      ${fieldError('answers', this.errors.answers)}
    </section>`;
  }

  #boost({ boost }: ProposalTerms, { boostBid }: ProposeDraft): TemplateResult {
    return html`<section class="card pad stack close">
      <h2>${t('propose.boost')}</h2>
      <p class="muted">${t('propose.boostText', { places: boost.places })}</p>
      ${textField({
        id: 'boostBid',
        label: t('propose.boostBid'),
        hint: t('propose.boostLeast', { n: boost.minimumBid }),
        optional: true,
        inputmode: 'numeric',
        maxlength: 4,
        value: boostBid > 0 ? String(boostBid) : '',
        suffix: t('connects.unit'),
        error: this.errors.boostBid,
        onChange: (text) => this.#change({ boostBid: Math.max(0, Math.trunc(Number(text)) || 0) }),
      })}
    </section>`;
  }

  #change(part: Partial<ProposeDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
  }

  async #send(event: Event, { questions, bidKinds, limits }: ProposalTerms): Promise<void> {
    const { draft } = this;
    if (!draft) return event.preventDefault();
    // The bounds are those of the kinds that the post asks for.
    const isOfPost = bidKinds.every((kind) => (kind === 'hourly') === (draft.bid.kind === 'hourly'));
    const found = {
      ...bidProblems(draft.bid, isOfPost ? limits : undefined),
      coverLetter: !draft.coverLetter.trim() && t('propose.letterMissing'),
      ...unanswered(questions, draft.answers),
    };
    await this.submit(event, found, async () => {
      const { id } = await submitProposal(proposalOf(this.jobId, draft, questions)!, this.#key);
      keepDraft(draftName(this.jobId), undefined);
      this.draft = undefined;
      toast(t('propose.sent'));
      await navigate(`/my/proposals/${id}`, 'replace');
    });
  }
}

define('portal-propose-page', ProposePage);
