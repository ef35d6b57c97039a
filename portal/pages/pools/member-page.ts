import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  endShare,
  getPoolMember,
  memberTimeline,
  type PoolMemberDetail,
  resumeMember,
  suspendMember,
  takeOutOfPool,
} from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { setSaved } from '../../api/talent.ts';
import { actionButton, actionItem } from '../../elements/action-button.ts';
import { avatar } from '../../elements/avatar.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { poolMemberStatus, poolShareStatus } from '../../elements/pool-status.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import {
  arrowLeft,
  bookmark,
  circlePause,
  circlePlay,
  ellipsis,
  handshake,
  send,
  signature,
  trash,
} from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { countryName, formatDate, formatMoney, formatTimezone } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { poolStyles } from '../../styles/pools.ts';
import { openInviteToJob } from '../invite/invite-dialog.ts';
import { offerPath, vetting } from './member-columns.ts';
import './member-kept.ts';
import { openShare } from './share-dialog.ts';
import { weekRow } from './week-strip.ts';

/** One member: when they are free, what they have been to the company, and what it keeps about them. */
class PoolMemberPage extends PortalElement {
  static override pageStyles = [objectStyles, poolStyles];
  static override properties = { poolId: { attribute: false }, freelancerId: { attribute: false } };
  declare poolId: string;
  declare freelancerId: string;

  #load = new Task(this, {
    args: () => [this.poolId, this.freelancerId] as const,
    task: ([poolId, freelancerId], { signal }) => getPoolMember(poolId, freelancerId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#page(known.data, known.etag) : html`<div class="card">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: ({ data, etag }) => this.#page(data, etag),
    })}`;
  }

  #page(member: PoolMemberDetail, etag: string | undefined): TemplateResult {
    const { pool, name, headline, internal } = member;
    return html`<p class="back"><a class="quiet muted row" href=${href(`/pools/${pool.id}`)}>${icon(arrowLeft)}${pool.name}</a></p>
      ${pageHead(
        html`<span class="person">${avatar(name, member.photoUrl, 'medium')}<span>${name}</span></span>`,
        headline,
        this.#actions(member),
      )}
      <div class="columns">
      <div class="stack">
        <section class="card pad stack close">
          <h2>${t('poolMember.weeks')}</h2>
          ${weekRow(member.weeks)}
        </section>
        ${internal ? html`<portal-pool-kept class="stack" .member=${member} .etag=${etag} .onChanged=${() => void this.#load.run()}></portal-pool-kept>` : nothing}
        ${internal ? this.#shares(member) : nothing}
        ${internal ? html`<section class="card pad"><h2>${t('pool.history')}</h2><portal-timeline .path=${memberTimeline(pool.id, member.freelancerId)} .noun=${'poolMember'}></portal-timeline></section>` : nothing}
      </div>
      <aside><section class="card pad stack close"><h2>${t('freelancer.facts')}</h2>${this.#facts(member)}</section></aside>
      </div>`;
  }

  #facts(member: PoolMemberDetail): TemplateResult {
    const { state, admittedBy, since, expiresAt, invitedUntil, withUs, hourlyRate, country, timezone, skills } = member;
    const fact = (label: string, value: unknown) =>
      value === null || value === '' || value === nothing ? nothing : html`<dt>${label}</dt><dd>${value}</dd>`;
    return html`<dl class="facts">
      ${fact(t('poolBoard.state'), poolMemberStatus(state))}
      ${fact(t('poolMember.how'), wordsFor('admission', admittedBy) ?? admittedBy)}
      ${fact(t('poolMember.since'), since && formatDate(since))}
      ${fact(t('poolMember.invitedUntil'), invitedUntil && formatDate(invitedUntil))}
      ${fact(t('poolMember.until'), expiresAt && formatDate(expiresAt))}
      ${fact(t('poolBoard.vetting'), vetting(member))}
      ${fact(t('poolBoard.rate'), hourlyRate && t('freelancer.perHour', { rate: formatMoney(hourlyRate) }))}
      ${fact(t('poolBoard.country'), `${countryName(country)}, ${formatTimezone(timezone, now())}`)}
      ${fact(t('freelancer.skills'), skills.map(({ name }) => name).join(', '))}
      ${fact(t('poolMember.contracts'), withUs.contracts > 0 ? String(withUs.contracts) : t('poolBoard.neverWorked'))}
      ${fact(t('poolMember.spend'), withUs.spend.length > 0 ? withUs.spend.map((sum) => html`${money(sum)} `) : '')}
      ${fact(t('poolMember.lastWorked'), withUs.lastWorkedAt && formatDate(withUs.lastWorkedAt))}
      ${fact(t('poolMember.alsoIn'), member.alsoIn.map(({ name }) => name).join(', '))}
    </dl>`;
  }

  #actions(member: PoolMemberDetail): TemplateResult {
    const { freelancerId, name, pool, state } = member;
    const asked = [{ id: freelancerId, name }];
    return html`${mayOpen('offerer') ? html`<a class="button primary" href=${href(offerPath(member))}>${icon(signature)}${t('poolBoard.offer')}</a>` : nothing}
    ${mayOpen('hirer') ? actionButton({ label: t('poolBoard.inviteJob'), shape: send, run: () => openInviteToJob(asked) }) : nothing}
    ${actionButton({ label: member.saved ? t('poolBoard.saved') : t('poolBoard.save'), shape: bookmark, run: () => void this.#save(member) })}
    <a class="button" href=${href(`/freelancers/${freelancerId}`)}>${t('poolMember.openProfile')}</a>
    ${
      pool.mayEdit
        ? popoverMenu(
            'member-menu',
            html`${icon(ellipsis)}<span class="visually-hidden">${t('pool.edit')}</span>`,
            html`${
              state === 'suspended'
                ? actionItem({ label: t('poolMember.resume'), shape: circlePlay, run: () => void this.#resume() })
                : actionItem({
                    label: t('poolMember.suspend'),
                    shape: circlePause,
                    why: state !== 'active' && wordsFor('poolMemberState', state),
                    run: () => this.#suspend(name),
                  })
            }
            ${actionItem({
              label: t('poolMember.share'),
              shape: handshake,
              why: state !== 'active' && wordsFor('poolMemberState', state),
              run: () => openShare(pool.id, freelancerId, name, () => void this.#load.run()),
            })}
            ${actionItem({ label: t('poolBoard.remove'), shape: trash, kind: 'danger', run: () => this.#takeOut() })}`,
            'icon-only',
          )
        : nothing
    }`;
  }

  #shares({ shares, pool }: PoolMemberDetail): TemplateResult {
    return html`<section class="card pad stack close">
      <div><h2>${t('poolMember.shares')}</h2><p class="muted">${t('poolMember.sharesLead')}</p></div>
      ${
        shares.length === 0
          ? html`<p class="muted">${t('poolMember.sharesNone')}</p>`
          : html`<ul class="stack tight plain-list">${shares.map(
              ({ id, company, state }) =>
                html`<li class="row"><span class="grow">${company}</span>${poolShareStatus(state)}
                ${pool.mayEdit && (state === 'requested' || state === 'consented') ? html`<button class="button small" type="button" @click=${() => void this.#do(() => endShare(id))}>${t('poolMember.shareEnd')}</button>` : nothing}</li>`,
            )}</ul>`
      }
    </section>`;
  }

  #suspend(name: string): void {
    const question = {
      title: t('poolMember.suspendTitle', { name }),
      text: t('poolMember.suspendText'),
      confirm: t('poolMember.suspend'),
      isRequired: true,
      maxlength: 500,
    };
    askReason(question, async ({ words }) => {
      await suspendMember(this.poolId, this.freelancerId, words);
      await this.#load.run();
    });
  }

  #takeOut(): void {
    const question = {
      title: t('poolBoard.removeTitle', { n: 1 }),
      text: t('poolBoard.removeText'),
      confirm: t('poolBoard.remove'),
      isDangerous: true,
      maxlength: 500,
    };
    askReason(question, async ({ words }) => {
      await takeOutOfPool(this.poolId, this.freelancerId, words);
      void navigate(`/pools/${this.poolId}`);
    });
  }

  #resume(): Promise<void> {
    return this.#do(() => resumeMember(this.poolId, this.freelancerId));
  }

  #save({ freelancerId, saved }: PoolMemberDetail): Promise<void> {
    return this.#do(() => setSaved(freelancerId, !saved));
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      toast(problemWords(problem));
    }
    await this.#load.run();
  }
}

define('portal-pool-member-page', PoolMemberPage);
