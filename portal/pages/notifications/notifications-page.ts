import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getNotifications, type Notification, readAllNotifications, readNotification } from '../../api/notices.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bell, checkCheck } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { tenant } from '../../shell/session.ts';
import { watch } from '../../shell/state.ts';
import { toast } from '../../shell/toasts.ts';
import { unreadNotices } from '../../shell/waiting.ts';
import { locale, t } from '../../strings/strings.ts';
import { noticeStyles } from '../../styles/notices.ts';

type Shown = 'all' | 'unread';

class NotificationsPage extends PortalElement {
  static override pageStyles = [noticeStyles];
  static override properties = { shown: { state: true }, items: { state: true }, nextCursor: { state: true } };
  declare shown: Shown;
  declare items: readonly Notification[];
  declare nextCursor: string | null;

  #counted: number | undefined;

  #load = new Task(this, {
    args: () => [this.shown] as const,
    task: (_, { signal }) => getNotifications(this.#query, signal),
    onComplete: ({ items, nextCursor, unread }) => {
      this.items = items;
      this.nextCursor = nextCursor;
      unreadNotices.set(unread);
    },
  });

  constructor() {
    super();
    watch(this, unreadNotices);
    this.shown = currentQuery().has('unread') ? 'unread' : 'all';
    this.items = [];
    this.nextCursor = null;
  }

  /** What comes while the list is open stands in it; a list that was read on from is left as it is. */
  protected override willUpdate(): void {
    const unread = unreadNotices.get();
    const hasMore = unread !== undefined && this.#counted !== undefined && unread > this.#counted;
    this.#counted = unread;
    if (hasMore && this.items.length === this.#load.value?.items.length) void this.#load.run();
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'unread' ? { unread: 'true' } : {}));
  }

  get #query() {
    return { unread: this.shown === 'unread' ? 'true' : undefined, locale: locale() };
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(
      t('notices.title'),
      t('notices.lead'),
      known && known.unread > 0
        ? html`<button class="button" type="button" @click=${() => void this.#readAll()}>${icon(checkCheck)}${t('notices.readAll')}</button>`
        : nothing,
    )}
      <div class="filter-bar">
        ${countTabs<Shown>(
          t('notices.title'),
          this.shown,
          [
            { value: 'all', label: t('notices.all') },
            { value: 'unread', label: t('notices.unread'), n: known?.unread },
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
      </div>
      <div class="card">
        ${this.#load.render({
          pending: () => (known ? this.#list() : loading(6)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (this.items.length > 0 ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #list(): TemplateResult {
    return html`<ul class="rows notices">${this.items.map((one) => this.#item(one))}</ul>
      ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}`;
  }

  #item(one: Notification): TemplateResult {
    const { id, title, body, path, createdAt, readAt, tenant: of } = one;
    // Another workspace is another page load.
    const elsewhere = of && of.slug !== tenant.get()?.slug ? `/t/${of.slug}${path}` : undefined;
    return html`<li class=${readAt ? '' : 'unread'}>
      ${readAt ? html`<span class="dot"></span>` : html`<span class="dot on"><span class="visually-hidden">${t('notices.isUnread')}</span></span>`}
      <div class="grow">
        <a class="quiet strong" href=${elsewhere ?? href(path)} target=${elsewhere ? '_self' : nothing} @click=${() => void this.#read(id)}>${title}</a>
        <p class="muted">${body}</p>
      </div>
      <span class="muted small">${timeAgo(createdAt)}</span>
    </li>`;
  }

  #none(): TemplateResult {
    return this.shown === 'unread'
      ? noneFit(
          checkCheck,
          t('notices.emptyUnread'),
          t('notices.emptyUnreadText'),
          () => {
            this.shown = 'all';
          },
          t('list.showAll'),
        )
      : nothingYet({ shape: bell, title: t('notices.emptyTitle'), text: t('notices.emptyText'), next: 'itself' });
  }

  async #read(id: string): Promise<void> {
    try {
      await readNotification(id);
      await unreadNotices.reload();
    } catch {
      // It stays unread, and can be opened again.
    }
  }

  async #readAll(): Promise<void> {
    const newest = this.items[0];
    if (!newest) return;
    try {
      const { unread } = await readAllNotifications(newest.createdAt);
      unreadNotices.set(unread);
      toast(t('notices.allRead'));
      await this.#load.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getNotifications({ ...this.#query, cursor: this.nextCursor ?? undefined });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-notifications-page', NotificationsPage);
