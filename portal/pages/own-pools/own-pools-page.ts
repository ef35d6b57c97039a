import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  acceptPool,
  answerShare,
  declinePool,
  getOwnPools,
  leavePool,
  type OwnPool,
  type OwnShare,
} from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { poolMemberStatus, poolShareStatus } from '../../elements/pool-status.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { check, undo2, users, x } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { poolStyles } from '../../styles/pools.ts';
import './own-calendar.ts';

/** Which pools hold somebody and why, who else may see them, and when they are free. */
class OwnPoolsPage extends PortalElement {
  static override pageStyles = [poolStyles];

  #load = new Task(this, { args: () => [], task: (_, { signal }) => getOwnPools(signal) });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('ownPools.title'), t('ownPools.lead'))}
      <div class="stack">
        ${this.#load.render({
          pending: () => (known ? this.#pools(known.items, known.shares) : html`<div class="card">${loading()}</div>`),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: ({ items, shares }) => this.#pools(items, shares),
        })}
        ${known || this.#load.status === TaskStatus.ERROR ? html`<portal-own-calendar></portal-own-calendar>` : nothing}
      </div>`;
  }

  #pools(items: readonly OwnPool[], shares: readonly OwnShare[]): TemplateResult {
    const inState = (...states: OwnPool['state'][]) => items.filter(({ state }) => states.includes(state));
    const waiting = inState('invited');
    const current = inState('active', 'suspended');
    const past = items.filter((one) => !waiting.includes(one) && !current.includes(one));
    const open = shares.filter(({ state }) => state === 'requested' || state === 'consented');
    const section = (title: string, content: readonly TemplateResult[]) =>
      content.length === 0
        ? nothing
        : html`<section class="stack close"><h2>${title}</h2><ul class="stack close plain-list">${content.map((one) => html`<li>${one}</li>`)}</ul></section>`;
    if (items.length + open.length === 0)
      return html`<div class="card">${nothingYet({ shape: users, title: t('ownPools.none'), text: t('ownPools.noneText'), next: 'itself' })}</div>`;
    return html`${section(
      t('ownPools.invitations'),
      waiting.map((pool) => this.#pool(pool)),
    )}
    ${section(
      t('ownPools.consents'),
      open.map((share) => this.#share(share)),
    )}
    ${section(
      t('ownPools.current'),
      current.map((pool) => this.#pool(pool)),
    )}
    ${section(
      t('ownPools.past'),
      past.map((pool) => this.#pool(pool)),
    )}`;
  }

  #pool(pool: OwnPool): TemplateResult {
    const { name, client, state, admittedBy, since, expiresAt, invitedUntil, message, description, criteria } = pool;
    const how = wordsFor('admission', admittedBy) ?? admittedBy;
    const facts = [
      client ? t('ownPools.of', { client }) : t('ownPools.ofMarketplace'),
      state === 'invited' ? '' : how,
      since && state !== 'invited' ? t('ownPools.since', { date: formatDate(since) }) : '',
      expiresAt ? t('ownPools.until', { date: formatDate(expiresAt) }) : '',
    ];
    const isHeld = state === 'active' || state === 'suspended';
    return html`<article class="card pad stack tight">
      <div class="row"><h3 class="grow">${name}</h3>${poolMemberStatus(state)}</div>
      <p class="muted">${facts.filter(Boolean).map((fact, at) => html`${at > 0 ? ' · ' : nothing}<span class="nowrap">${fact}</span>`)}</p>
      ${description ? html`<p>${description}</p>` : nothing}
      ${criteria ? html`<p class="muted small">${t('pool.criteria')}: ${criteria}</p>` : nothing}
      ${message && state === 'invited' ? html`<blockquote>${message}</blockquote>` : nothing}
      ${isHeld ? html`<p class="muted small">${t('ownPools.sees')}</p>` : nothing}
      ${
        state === 'invited'
          ? html`<div class="actions">
              ${actionButton({ label: t('ownPools.accept'), shape: check, kind: 'primary', run: () => void this.#do(() => acceptPool(pool.poolId)) })}
              ${actionButton({ label: t('ownPools.decline'), shape: x, run: () => this.#decline(pool) })}
              ${invitedUntil ? html`<span class="muted small">${t('ownPools.answerBy', { date: formatDate(invitedUntil) })}</span>` : nothing}
            </div>`
          : isHeld
            ? html`<div class="actions">${actionButton({ label: t('ownPools.leave'), shape: undo2, run: () => this.#leave(pool) }, 'small')}</div>`
            : nothing
      }
    </article>`;
  }

  #share(share: OwnShare): TemplateResult {
    const { id, client, company, pool, message, state, expiresAt } = share;
    const isAsked = state === 'requested';
    const title = isAsked
      ? t('ownPools.consentAsk', { client, company })
      : t('ownPools.consentShown', { client, company });
    return html`<article class="card pad stack tight">
      <div class="row"><h3 class="grow">${title}</h3>${poolShareStatus(state)}</div>
      <p class="muted">${t('ownPools.fromPool', { pool })}</p>
      ${message ? html`<blockquote>${message}</blockquote>` : nothing}
      <div class="actions">
        ${
          isAsked
            ? html`${actionButton({ label: t('ownPools.agree'), shape: check, kind: 'primary', run: () => void this.#do(() => answerShare(id, 'consent')) })}
                ${actionButton({ label: t('ownPools.decline'), shape: x, run: () => void this.#do(() => answerShare(id, 'decline')) })}
                <span class="muted small">${t('ownPools.answerBy', { date: formatDate(expiresAt) })}</span>`
            : actionButton(
                {
                  label: t('ownPools.revoke'),
                  shape: undo2,
                  run: () => void this.#do(() => answerShare(id, 'revocation')),
                },
                'small',
              )
        }
      </div>
    </article>`;
  }

  #decline({ poolId, name }: OwnPool): void {
    const question = {
      title: t('ownPools.declineTitle'),
      text: t('ownPools.declineText', { name }),
      confirm: t('ownPools.decline'),
      maxlength: 500,
    };
    askReason(question, async ({ words }) => {
      await declinePool(poolId, words);
      await this.#load.run();
    });
  }

  #leave({ poolId, name }: OwnPool): void {
    const question = {
      title: t('ownPools.leaveTitle', { name }),
      text: t('ownPools.leaveText'),
      confirm: t('ownPools.leave'),
      isDangerous: true,
      maxlength: 500,
    };
    askReason(question, async ({ words }) => {
      await leavePool(poolId, words);
      await this.#load.run();
    });
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

define('portal-own-pools-page', OwnPoolsPage);
