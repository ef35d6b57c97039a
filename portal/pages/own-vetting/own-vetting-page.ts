import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import type { OwnVetting } from '../../api/vetting.ts';
import * as api from '../../api/vetting.ts';
import { actionButton } from '../../elements/action-button.ts';
import { backLink } from '../../elements/back-link.ts';
import { fileField } from '../../elements/file-field.ts';
import { fileList } from '../../elements/file-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import '../../elements/timeline.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { fileStyles } from '../../styles/files.ts';
import { eligibilityList, interviewWords, reasonList, vettingStatus, whyWords } from '../vetting/vetting-words.ts';
import { nextWords } from './next-words.ts';
import './slot-choice.ts';

/** One application from the freelancer’s side: the state, the next step first, then what was said and handed in. */
class OwnVettingPage extends PortalElement {
  static override pageStyles = [fileStyles];
  static override properties = { ownId: { attribute: false }, own: { state: true } };
  declare ownId: string;
  declare own: OwnVetting | undefined;

  #load = new Task(this, {
    args: () => [this.ownId] as const,
    task: ([ownId], { signal }) => api.getOwnVetting(ownId, signal),
    onComplete: (own) => {
      this.own = own;
    },
  });

  protected override render(): TemplateResult {
    const { own } = this;
    return html`${backLink('/my/vetting', t('ownVetting.title'))}
      ${pageHead(own?.pool.name ?? t('ownVetting.title'), own && own.program.name !== own.pool.name ? own.program.name : nothing, own ? vettingStatus(own.state) : nothing)}
      ${this.#load.render({
        pending: () => (own ? this.#parts(own) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: () => (own ? this.#parts(own) : nothing),
      })}`;
  }

  #changed = (own: OwnVetting): void => {
    this.own = own;
    void this.querySelector('portal-timeline')?.reload();
  };

  async #at(work: Promise<OwnVetting>): Promise<void> {
    try {
      this.#changed(await work);
    } catch (problem) {
      toast(problemWords(problem));
      void this.#load.run();
    }
  }

  #parts(own: OwnVetting): TemplateResult {
    return html`<div class="stack">
      <section class="card pad stack close"><h2>${t('ownVetting.next')}</h2><p>${nextWords(own.next)}</p>${own.message ? html`<blockquote class="prose">${own.message}</blockquote>` : nothing}${this.#steps(own)}</section>
      ${own.next.step === 'chooseSlot' ? html`<portal-slot-choice .ownId=${own.id} .isMove=${false} @chosen=${(event: CustomEvent<OwnVetting>) => this.#changed(event.detail)}></portal-slot-choice>` : nothing}
      ${own.interview && own.state !== 'member' ? this.#interview(own, own.interview) : nothing}
      ${own.decision ? this.#decision(own, own.decision) : nothing}
      ${this.#documents(own)}
      ${own.eligibility.length > 0 ? html`<section class="card"><header><h2>${t('vetting.eligibility')}</h2></header><div class="pad">${eligibilityList(own.eligibility)}</div></section>` : nothing}
      <section class="card"><header><h2>${t('timeline.title')}</h2></header><div class="pad"><portal-timeline .noun=${'vetting'} .path=${api.ownTimeline(own.id)}></portal-timeline></div></section>
    </div>`;
  }

  #steps(own: OwnVetting): TemplateResult {
    const { id, state } = own;
    const button = (label: string, run: () => void, kind: 'primary' | '' | 'plain' = '', why: string | false = false) =>
      actionButton({ label, run, kind, why });
    return html`<div class="actions">
      ${state === 'invited' ? html`${button(t('ownVetting.accept'), () => void this.#at(api.acceptOwn(id, { statement: '' })), 'primary')}${button(t('ownVetting.decline'), () => this.#ask('decline', (reason) => api.declineOwn(id, { reason })))}` : nothing}
      ${state === 'eligibilityCheck' ? html`<a class="button" href=${href('/profile')}>${t('ownVetting.toProfile')}</a>${button(t('ownVetting.recheck'), () => void this.#at(api.recheckOwn(id)), 'primary')}` : nothing}
      ${state === 'needsMore' ? button(t('ownVetting.answer'), () => this.#ask('answer', (text) => api.answerOwn(id, { text }), true), 'primary') : nothing}
      ${state === 'expiring' || state === 'expired' ? button(t('ownVetting.renew'), () => void this.#renew(id), 'primary', whyWords(own.mayRenew.whyNot)) : nothing}
      ${['rejected', 'suspended', 'revoked'].includes(state) ? button(t('ownVetting.appeal'), () => this.#ask('appeal', (text) => api.appealOwn(id, { text }), true), '', whyWords(own.mayAppeal.whyNot)) : nothing}
      ${own.mayWithdraw.may ? button(t('ownVetting.withdraw'), () => this.#ask('withdraw', (reason) => api.withdrawOwn(id, { reason })), 'plain') : nothing}
    </div>`;
  }

  #ask(
    name: 'decline' | 'answer' | 'appeal' | 'withdraw',
    work: (words: string) => Promise<OwnVetting>,
    isRequired = false,
  ): void {
    const label = t(`ownVetting.${name}`);
    askReason(
      {
        title: label,
        text: t(`ownVettingAsk.${name}`),
        confirm: label,
        label: t('ownVetting.words'),
        isRequired,
        maxlength: isRequired ? 4000 : 1000,
      },
      async ({ words }) => this.#changed(await work(words)),
    );
  }

  async #renew(id: string): Promise<void> {
    try {
      const renewal = await api.renewOwn(id, { statement: '' });
      await navigate(`/my/vetting/${renewal.id}`);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #interview(own: OwnVetting, interview: NonNullable<OwnVetting['interview']>): TemplateResult {
    const { id, mayMove, mayReportNoShow } = own;
    return html`<section class="card">
      <header><h2 class="grow">${t('vetting.interview')}</h2>${tag('neutral', wordsFor('interviewState', interview.state) ?? '')}</header>
      <div class="pad stack close">
        ${interviewWords(interview)} ${interview.reason ? html`<p class="muted">${interview.reason}</p>` : nothing}
        ${
          interview.state === 'booked'
            ? html`<p class="muted small">${t('ownVetting.moveRule', { hours: own.interviewNoticeHours })}</p>
                <div class="actions">
                  <a class="button" href=${href(api.ownCalendar(id))} download="interview.ics">${t('vetting.calendar')}</a>
                  ${actionButton({ label: t('ownVetting.reportNoShow'), kind: 'plain', why: whyWords(mayReportNoShow.whyNot), run: () => this.#report(id) })}
                </div>
                ${
                  mayMove.may
                    ? html`<details><summary>${t('ownVetting.move')}</summary><portal-slot-choice .ownId=${id} .isMove=${true} @chosen=${(event: CustomEvent<OwnVetting>) => this.#changed(event.detail)}></portal-slot-choice></details>`
                    : html`<p class="muted small">${whyWords(mayMove.whyNot)}</p>`
                }`
            : nothing
        }
      </div>
    </section>`;
  }

  #report(id: string): void {
    askReason(
      {
        title: t('ownVetting.reportNoShow'),
        text: t('ownVetting.reportText'),
        confirm: t('ownVetting.reportNoShow'),
        isRequired: true,
      },
      async ({ words }) => this.#changed(await api.reportReviewerNoShow(id, { reason: words })),
    );
  }

  #decision(own: OwnVetting, decision: NonNullable<OwnVetting['decision']>): TemplateResult {
    const { appeal } = own;
    const hasMore = decision.reasons.length > 0 || own.coolDownUntil || own.answer || appeal;
    return html`<section class="card">
      <header><h2 class="grow">${wordsFor('vettingOutcome', decision.outcome)}</h2><span class="muted small">${formatDate(decision.decidedAt)}</span></header>
      ${
        hasMore
          ? html`<div class="pad stack close">
        ${reasonList(decision.reasons)}
        ${own.coolDownUntil ? html`<p class="muted">${t('ownVetting.coolDown', { date: formatDate(own.coolDownUntil) })}</p>` : nothing}
        ${own.answer ? html`<p><strong>${t('vetting.answer')}</strong><br />${own.answer}</p>${fileList(own.answerFiles)}` : nothing}
        ${appeal ? html`<p><strong>${t('vetting.appeal')}</strong> ${tag('neutral', wordsFor('appealState', appeal.state) ?? '')}<br />${appeal.text}</p>${appeal.reason ? html`<p class="muted">${appeal.reason}</p>` : nothing}` : nothing}
      </div>`
          : nothing
      }
    </section>`;
  }

  #documents(own: OwnVetting): TemplateResult {
    const isOpen = ['applied', 'eligibilityCheck', 'documentReview'].includes(own.state);
    if (!isOpen && own.documents.length === 0) return html``;
    const missing = own.wantedDocuments.filter(
      ({ key }) => !own.documents.some((one) => one.key === key && one.state !== 'refused'),
    );
    return html`<section class="card">
      <header><h2>${t('vetting.documents')}</h2></header>
      <div class="pad stack close">
        ${own.documents.map(
          (one) => html`<div>
            <div class="row"><strong class="grow">${one.label || t('vetting.otherDocument')}</strong>${tag(one.state === 'accepted' ? 'success' : one.state === 'refused' ? 'danger' : 'warning', wordsFor('documentState', one.state) ?? '')}</div>
            ${fileList(one.file ? [one.file] : [])} ${one.reason ? html`<p class="muted small">${one.reason}</p>` : nothing}
            ${isOpen && one.state !== 'accepted' ? html`<button class="button small plain" type="button" @click=${() => void this.#at(api.takeBack(own.id, one.id))}>${t('ownVetting.takeBack')}</button>` : nothing}
          </div>`,
        )}
        ${
          isOpen
            ? missing.map(({ key, label, isRequired }) =>
                fileField({
                  id: `file-${key}`,
                  label,
                  optional: !isRequired,
                  files: [],
                  max: 1,
                  onChange: (files) => {
                    const [file] = files;
                    if (file) void this.#at(api.handIn(own.id, { key, fileId: file.id }));
                  },
                }),
              )
            : nothing
        }
        ${own.documents.length + missing.length === 0 ? html`<p class="muted">${t('vetting.noDocuments')}</p>` : nothing}
      </div>
    </section>`;
  }
}

define('portal-own-vetting-page', OwnVettingPage);
