import type { TalentPool as Pool, PoolMember } from '@portico/api/talent/talent-pools/schema.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { adopt } from '../core/css.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf } from '../core/locale.ts';
import type { MemberPanel } from './later/later-parts.ts';
import { failureView, type MemberPage, type PoolView, poolView, skeleton, type Wish } from './pool-view.ts';
import type { MemberSort, TalentPoolStrings } from './strings.ts';
import { talentPoolStyles } from './talent-pool-styles.ts';

/**
 * A talent pool: who is in it, vetted when, free when and for how much; notes and tags of the company, and an offer.
 *
 * @tag hire-talent-pool
 * @slot header - Above the list.
 * @slot empty - Instead of the words when nobody is there.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{freelancerId} - After the button of one member; `{freelancerId}` is the freelancer’s id.
 * @csspart bar - The choice of pool and what narrows it.
 * @csspart list - The list of members.
 * @csspart item - One member in the list.
 * @csspart member - The member that is open.
 * @csspart error - What is said when something failed.
 */
export class TalentPool extends HireElement<TalentPoolStrings> implements PoolView {
  static override properties = {
    ...HireElement.properties,
    poolId: 'pool-id',
    query: 'query',
    skill: 'skill',
    minHours: 'min-hours',
    sort: 'sort',
  };
  static override styles = [baseStyles, talentPoolStyles];
  static override locales = {
    folder: 'talent-pool',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** left out: the first by name, with a choice of all */
  declare poolId: string | undefined;
  /** words to look for */
  declare query: string | undefined;
  /** id of a skill that all shown have */
  declare skill: string | undefined;
  /** free for so many hours next week */
  declare minHours: string | undefined;
  /** who comes first */
  declare sort: MemberSort;

  pools: readonly Pool[] | undefined;
  page: MemberPage | undefined;
  skills: PoolView['skills'] = [];
  isBusy = false;
  /** freelancer id of the member that is open */
  opened: string | undefined;
  #asked: string | undefined;
  #asking = new AbortController();
  #panel: MemberPanel | undefined;

  constructor() {
    super();
    this.sort ??= 'free';
    this.setStatus('loading');
  }

  get mayNote(): boolean {
    return this.joined?.features.talentPool?.note === true;
  }

  get mayOffer(): boolean {
    return this.joined?.features.talentPool?.offer === true;
  }

  choose = (poolId: string): void => {
    this.opened = undefined;
    this.skill = undefined;
    this.poolId = poolId;
  };

  wish(wish: Wish): void {
    Object.assign(this, wish);
  }

  more = (): void => void this.#ask(this.page!.nextCursor!);

  open(member: PoolMember): void {
    const { freelancerId } = member;
    if (!this.emit('hire-pool-member', { action: 'open', poolId: this.poolId, member })) return;
    this.opened = freelancerId;
    this.update();
    void this.#later(member);
  }

  close = (): void => {
    const id = this.opened;
    this.opened = undefined;
    this.update();
    void this.updateComplete.then(() => this.#name(id)?.focus());
  };

  /** The marketplace's own form, unless the host has one. */
  offer(member: PoolMember): void {
    const { freelancerId } = member;
    if (!this.emit('hire-pool-member', { action: 'offer', poolId: this.poolId, member })) return;
    window.open(
      `${this.api.base}/offers/new?${new URLSearchParams({ freelancer: freelancerId })}`,
      '_blank',
      'noopener',
    );
  }

  took(member: PoolMember): void {
    const page = this.page!;
    this.page = {
      ...page,
      items: page.items.map((each) => (each.freelancerId === member.freelancerId ? member : each)),
    };
    this.update();
  }

  protected embedChanged(): void {
    this.#asking.abort();
    this.#asked = this.pools = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (this.joined && this.#wanted !== this.#asked) void this.#ask();
  }

  protected widget() {
    const { strings } = this;
    if (!strings)
      return html`<div class="root" aria-busy=${!this.failure}>${this.failure ? failureView(this) : skeleton()}</div>`;
    return html`<section
      class="root"
      dir=${directionOf(this.language)}
      lang=${this.language}
      aria-label=${strings.label}
      @keydown=${this.#keydown}
    >
      <slot name="header"></slot>
      ${poolView(this, this.opened ? (this.#panel?.render() ?? html`<div class="bone"></div>`) : nothing)}
    </section>`;
  }

  /** From member to member. */
  #keydown = ({ key, target }: KeyboardEvent): void => {
    const at = target as Element;
    if (at.matches('input, select, textarea')) return;
    if (key === 'Escape' && this.opened) this.close();
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    const ids = this.page?.items.map(({ freelancerId }) => freelancerId) ?? [];
    const next = by && ids[ids.indexOf(at.closest<HTMLElement>('[data-id]')?.dataset.id ?? '') + by];
    if (next) this.#name(next)?.focus();
  };

  #name = (id: string | undefined) => this.root.querySelector<HTMLElement>(`[data-id="${id}"] .name`);

  async #later(member: PoolMember): Promise<void> {
    try {
      const { createMemberPanel, styles } = await lazy(
        'talent-pool/later/member-panel',
        () => import('./later/member-panel.ts'),
      );
      adopt(this.root, styles);
      this.#panel ??= createMemberPanel(this);
      await this.#panel.show(this.poolId!, member);
    } catch (reason) {
      this.opened = undefined;
      this.fail(reason, () => {
        this.failure = undefined;
        this.setStatus('ready');
      });
    }
  }

  get #wanted(): string {
    const { poolId = '', query, skill, minHours, sort } = this;
    return `${poolId}?${new URLSearchParams({
      ...(query && { q: query }),
      ...(skill && { skill }),
      ...(minHours && { minHours, week: '1' }),
      sort,
      limit: '20',
    })}`;
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(cursor?: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = !this.page;
    const asking = { signal, locale: this.language };
    this.#asked = this.#wanted;
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      this.pools ??= (await this.api.ask<{ items: Pool[] }>('/v1/talent/pools', asking)).items;
      if (signal.aborted) return;
      this.poolId ||= this.pools[0]?.id;
      this.#asked = this.#wanted;
      const query = new URLSearchParams(this.#asked.split('?')[1]);
      if (cursor) query.set('cursor', cursor);
      const none: MemberPage = { total: 0, items: [], nextCursor: null, facets: null };
      const path = `/v1/talent/pools/${this.poolId}/members`;
      const page = this.poolId ? await this.api.ask<MemberPage>(path, { ...asking, query }) : none;
      if (signal.aborted) return;
      this.page = cursor ? { ...page, items: [...this.page!.items, ...page.items] } : page;
      this.skills = page.facets?.skill ?? this.skills;
      this.isBusy = false;
      this.setStatus(this.page.items.length ? 'ready' : 'empty');
      if (isFirst) this.emit('hire-ready', { total: page.total }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask());
    }
  }
}
