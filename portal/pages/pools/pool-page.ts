import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { createJobPost } from '../../api/job-posts.ts';
import { archivePool, getPool, poolTimeline, restorePool, type TalentPoolDetail } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { actionItem } from '../../elements/action-button.ts';
import { pageHead } from '../../elements/page-head.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import {
  archive,
  archiveRestore,
  arrowLeft,
  ellipsis,
  filePlus,
  pencil,
  userPlus,
} from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { poolStyles } from '../../styles/pools.ts';
import './pool-board.ts';
import { openEditPool } from './pool-dialog.ts';
import './rate-card.ts';

export type PoolPart = 'board' | 'about' | 'history';

class PoolPage extends PortalElement {
  static override pageStyles = [objectStyles, poolStyles];
  static override properties = { poolId: { attribute: false }, tab: { attribute: false } };
  declare poolId: string;
  declare tab: PoolPart;

  #load = new Task(this, {
    args: () => [this.poolId] as const,
    task: ([id], { signal }) => getPool(id, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<p class="back"><a class="quiet muted row" href=${href('/pools')}>${icon(arrowLeft)}${t('pools.back')}</a></p>
      ${this.#load.render({
        pending: () => (known ? this.#page(known.data, known.etag) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ data, etag }) => this.#page(data, etag),
      })}`;
  }

  #page(pool: TalentPoolDetail, etag: string | undefined): TemplateResult {
    const isUsed = pool.state === 'active';
    const tabs = [
      { value: 'board' as const, label: t('pool.board'), path: `/pools/${pool.id}`, n: pool.memberCount },
      { value: 'about' as const, label: t('pool.about'), path: `/pools/${pool.id}/about` },
      ...(pool.isKept
        ? [{ value: 'history' as const, label: t('pool.history'), path: `/pools/${pool.id}/history` }]
        : []),
    ];
    return html`${pageHead(
      pool.name,
      pool.description || nothing,
      html`${isUsed && mayOpen('hirer') ? html`<button class="button" type="button" @click=${() => void this.#post(pool.id)}>${icon(filePlus)}${t('pool.postJob')}</button>` : nothing}
      ${pool.mayEdit && isUsed ? html`<a class="button" href=${href('/talent')}>${icon(userPlus)}${t('pool.findTalent')}</a>` : nothing}
      ${pool.mayEdit ? this.#menu(pool, etag) : nothing}`,
    )}
    ${isUsed ? nothing : html`<div class="page-notice">${notice('warning', archive, t('pool.isArchived'))}</div>`}
    ${pageTabs<PoolPart>(pool.name, this.tab, tabs, (tab) => {
      this.tab = tab;
    })}
    ${this.#part(pool, etag)}`;
  }

  #part(pool: TalentPoolDetail, etag: string | undefined): TemplateResult {
    switch (this.tab) {
      case 'board':
        return html`<portal-pool-board .pool=${pool}></portal-pool-board>`;
      case 'history':
        return html`<div class="card pad"><portal-timeline .path=${poolTimeline(pool.id)} .noun=${'talentPool'}></portal-timeline></div>`;
      case 'about':
        return html`<div class="stack">
          <section class="card pad stack close">
            <h2>${t('pool.criteria')}</h2>
            ${pool.criteria ? html`<p class="letter">${pool.criteria}</p>` : html`<p class="muted">${t('pool.noCriteria')}</p>`}
            ${
              pool.isKept
                ? html`<dl class="facts">
                    <dt>${t('pool.owners')}</dt><dd>${pool.owners.map(({ name }) => name).join(', ') || '–'}</dd>
                    <dt>${t('pool.editing')}</dt><dd>${pool.editing === 'owners' ? t('pool.editingOwners') : t('pool.editingHirers')}</dd>
                    ${pool.admitsFirstContract ? html`<dt>${t('poolMember.how')}</dt><dd>${t('pools.firstContract')}</dd>` : nothing}
                  </dl>`
                : nothing
            }
          </section>
          ${pool.isKept ? html`<portal-rate-card .pool=${pool} .etag=${etag} .onSaved=${() => void this.#load.run()}></portal-rate-card>` : nothing}
        </div>`;
    }
  }

  #menu(pool: TalentPoolDetail, etag: string | undefined): TemplateResult {
    const reload = () => void this.#load.run();
    const putAway = () =>
      void atOnce({
        page: this,
        work: () => archivePool(pool.id).then(reload),
        said: t('pool.archived', { name: pool.name }),
        undo: () => restorePool(pool.id).then(reload),
      });
    return popoverMenu(
      'pool-menu',
      html`${icon(ellipsis)}<span class="visually-hidden">${t('pool.edit')}</span>`,
      html`${actionItem({ label: t('pool.edit'), shape: pencil, run: () => openEditPool({ pool, etag, onSaved: reload }) })}
      ${
        pool.state === 'active'
          ? actionItem({ label: t('pool.archive'), shape: archive, run: putAway })
          : actionItem({ label: t('pool.restore'), shape: archiveRestore, run: () => void this.#restore(pool.id) })
      }`,
      'icon-only',
    );
  }

  /** A draft that only this pool's members will see, free of connects for them. */
  async #post(poolId: string): Promise<void> {
    try {
      const { id } = await createJobPost({ visibility: 'poolOnly', poolIds: [poolId] });
      void navigate(`/job-posts/${id}/edit`);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #restore(poolId: string): Promise<void> {
    try {
      await restorePool(poolId);
      void this.#load.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-pool-page', PoolPage);
