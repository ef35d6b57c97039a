import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import type { Desk, VettingCase } from '../../api/vetting.ts';
import * as api from '../../api/vetting.ts';
import { fileList } from '../../elements/file-list.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { href } from '../../router.ts';
import { me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatPercent, formatTimezone } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { caseActions } from './case-actions.ts';
import { scoreTable } from './score-table.ts';
import { eligibilityList, interviewWords, reasonList, vettingStatus, whyWords } from './vetting-words.ts';

/** One page with what was handed in, scored and decided, the rules that apply, and what can be done next. */
class VettingCasePage extends PortalElement {
  static override properties = { desk: { attribute: false }, caseId: { attribute: false }, one: { state: true } };
  declare desk: Desk;
  declare caseId: string;
  declare one: VettingCase | undefined;

  #load = new Task(this, {
    args: () => [this.desk, this.caseId] as const,
    task: ([desk, caseId], { signal }) => api.getCase(desk, caseId, signal),
    onComplete: (one) => {
      this.one = one;
    },
  });

  protected override render(): TemplateResult {
    const known = this.one?.id === this.caseId ? this.one : undefined;
    return html`${this.#load.render({
      pending: () => (known ? this.#case(known) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: () => (known ? this.#case(known) : nothing),
    })}`;
  }

  #changed = (after: VettingCase): void => {
    this.one = after;
    toast(t('vetting.saved', { state: wordsFor('vettingState', after.state) ?? after.state }));
    void this.querySelector('portal-timeline')?.reload();
    this.dispatchEvent(new CustomEvent('case-changed', { bubbles: true }));
  };

  async #at(work: Promise<VettingCase>): Promise<void> {
    try {
      this.#changed(await work);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #case(one: VettingCase): TemplateResult {
    const { freelancer, pool, program } = one;
    const appeal = one.appeals.find(({ state }) => state === 'filed');
    return html`<article class="stack" aria-label=${freelancer.name}>
      <section class="card">
        <header>
          <div class="grow">
            <h2><a class="quiet" href=${href(`/freelancers/${freelancer.id}`)}>${freelancer.name}</a></h2>
            <p class="muted small">${freelancer.headline}</p>
            <p class="muted small">${pool.name === program.name ? pool.name : `${pool.name} · ${program.name}`} · ${wordsFor('vettingKind', one.kind)} · ${formatTimezone(freelancer.timezone, Date.parse(one.stateSince))}</p>
          </div>
          ${vettingStatus(one.state)}
        </header>
        <div class="pad stack close">
          <p class="muted small">${t('vetting.since')} ${timeAgo(one.stateSince)}${one.expiresAt ? html` · ${t('vetting.until', { date: formatDate(one.expiresAt) })}` : nothing}${one.coolDownUntil ? html` · ${t('vetting.coolDown', { date: formatDate(one.coolDownUntil) })}` : nothing}</p>
          ${appeal ? html`<div class="notice warning"><div><strong>${t('vetting.appealOf')}</strong><p>${appeal.text}</p></div></div>` : nothing}
          ${caseActions(this.desk, one, this.#changed)}
          ${this.#assignment(one)}
        </div>
      </section>
      ${one.statement || one.message ? this.#part(t('vetting.statement'), html`<div class="stack close">${one.message ? html`<blockquote class="prose">${one.message}</blockquote>` : nothing}${one.statement ? html`<p>${one.statement}</p>` : nothing}</div>`) : nothing}
      ${one.eligibility.length > 0 ? this.#part(t('vetting.eligibility'), eligibilityList(one.eligibility)) : nothing}
      ${this.#part(t('vetting.documents'), this.#documents(one))}
      ${one.interview ? this.#part(t('vetting.interview'), this.#interview(one, one.interview)) : nothing}
      ${one.rubric ? this.#part(t('vetting.scores'), scoreTable(one, one.rubric)) : nothing}
      ${one.answer ? this.#part(t('vetting.answer'), html`<p>${one.answer}</p>${fileList(one.answerFiles)}`) : nothing}
      ${one.decisions.length > 0 ? this.#part(t('vetting.decisions'), this.#decisions(one)) : nothing}
      ${this.#part(t('vetting.rules'), this.#rules(one))}
      ${this.#part(t('timeline.title'), html`<portal-timeline .noun=${'vetting'} .path=${api.caseTimeline(this.desk, one.id)}></portal-timeline>`)}
    </article>`;
  }

  #part(title: string, content: unknown): TemplateResult {
    return html`<section class="card"><header><h3>${title}</h3></header><div class="pad">${content}</div></section>`;
  }

  #assignment(one: VettingCase): TemplateResult {
    const mine = me.get()?.person.id;
    const isMine = one.assignee?.id === mine;
    const take = isMine ? null : (mine ?? null);
    return html`<p class="row small">
      <span class="muted">${one.assignee ? t('vetting.lookedAfter', { name: one.assignee.name }) : t('vetting.nobody')}</span>
      ${one.actions.assign.may ? html`<button class="button small" type="button" @click=${() => void this.#at(api.assignCase(this.desk, one.id, { reviewerId: take }))}>${t(isMine ? 'vetting.giveBack' : 'vetting.take')}</button>` : nothing}
    </p>`;
  }

  #documents(one: VettingCase): TemplateResult {
    const { may, whyNot } = one.actions.reviewDocuments;
    // One next step at a time: where the case waits for something else, or a document above this one does, that stands out.
    const next = one.state === 'documentReview' && !one.hasAppeal ? one.documents.find(isWaiting) : undefined;
    const missing = one.wantedDocuments.filter(({ key }) => !one.documents.some((document) => document.key === key));
    return html`<ul class="plain-list stack close">
      ${one.documents.map(
        (document) => html`<li>
          <div class="row"><strong class="grow">${document.label || t('vetting.otherDocument')}</strong>${tag(document.state === 'accepted' ? 'success' : document.state === 'refused' ? 'danger' : 'warning', wordsFor('documentState', document.state) ?? '')}</div>
          ${fileList(document.file ? [document.file] : [])}
          ${document.reason ? html`<p class="muted small">${document.reason}</p>` : nothing}
          ${
            isWaiting(document) && may
              ? html`<div class="actions">
                  <button class="button small ${document === next ? 'primary' : ''}" type="button" @click=${() => void this.#at(api.acceptDocument(this.desk, one.id, document.id))}>${t('vetting.acceptDocument')}</button>
                  <button class="button small" type="button" @click=${() => this.#refuse(one, document.id)}>${t('vetting.refuseDocument')}</button>
                </div>`
              : isWaiting(document)
                ? html`<p class="muted small">${whyWords(whyNot)}</p>`
                : nothing
          }
        </li>`,
      )}
      ${missing.map(({ label, isRequired }) => html`<li class="muted">${label}: ${t(isRequired ? 'vetting.notHandedIn' : 'vetting.notHandedInOptional')}</li>`)}
      ${one.documents.length + missing.length === 0 ? html`<li class="muted">${t('vetting.noDocuments')}</li>` : nothing}
    </ul>`;
  }

  #refuse(one: VettingCase, documentId: string): void {
    askReason(
      {
        title: t('vetting.refuseDocument'),
        text: t('vetting.refuseText', { name: one.freelancer.name }),
        confirm: t('vetting.refuseDocument'),
        isRequired: true,
      },
      async ({ words }) => this.#changed(await api.refuseDocument(this.desk, one.id, documentId, words)),
    );
  }

  #interview(one: VettingCase, interview: NonNullable<VettingCase['interview']>): TemplateResult {
    return html`${interviewWords(interview)}
      <p class="row">${tag('neutral', wordsFor('interviewState', interview.state) ?? '')}${interview.wasMoved ? tag('neutral', t('vetting.movedOnce')) : nothing}
      <a href=${href(api.caseCalendar(this.desk, one.id))} download="interview.ics">${t('vetting.calendar')}</a></p>
      ${interview.reason ? html`<p class="muted">${interview.reason}</p>` : nothing}`;
  }

  #decisions({ decisions, appeals }: VettingCase): TemplateResult {
    return html`<ul class="plain-list stack">${decisions.toReversed().map(
      (decision) => html`<li>
        <p><strong>${wordsFor('vettingOutcome', decision.outcome)}</strong> <span class="muted">${decision.decidedBy?.name ?? t('timeline.clock')} · ${timeAgo(decision.decidedAt)}${decision.percent === null ? nothing : ` · ${formatPercent(decision.percent)}`}${decision.rubricVersion === null ? nothing : ` · ${t('vetting.version', { version: decision.rubricVersion })}`}</span></p>
        ${reasonList(decision.reasons)}
        ${decision.internalNote ? html`<p class="muted small">${t('vetting.internalNote')}: ${decision.internalNote}</p>` : nothing}
      </li>`,
    )}${appeals.map((appeal) => html`<li><p><strong>${t('vetting.appeal')}</strong> ${tag('neutral', wordsFor('appealState', appeal.state) ?? '')}</p><p>${appeal.text}</p>${appeal.reason ? html`<p class="muted">${appeal.heardBy?.name}: ${appeal.reason}</p>` : nothing}</li>`)}</ul>`;
  }

  #rules({ rules }: VettingCase): TemplateResult {
    return html`<ul class="small">
      <li>${t('vettingRule.reviewers', { n: rules.reviewersRequired })}</li>
      <li>${t('vettingRule.gap', { percent: rules.scoreGapMax })}</li>
      ${rules.decidedByAnother ? html`<li>${t('vettingRule.another')}</li>` : nothing}
      <li>${t('vettingRule.move', { hours: rules.interviewNoticeHours })}</li>
      <li>${t('vettingRule.months', { months: rules.memberMonths })}</li>
      <li>${t('vettingRule.coolDown', { days: rules.coolDownDays })}</li>
      <li>${t('vettingRule.appeal', { days: rules.appealDays })}</li>
    </ul>`;
  }
}

const isWaiting = ({ state }: VettingCase['documents'][number]): boolean => state === 'submitted';

define('portal-vetting-case', VettingCasePage);
