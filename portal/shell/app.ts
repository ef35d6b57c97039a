import { html, nothing, type PropertyValues } from 'lit';
import { isServerThere, whenIdentityIsAsked, whenSignedOut } from '../api/client.ts';
import { PortalElement } from '../elements/portal-element.ts';
import { currentPath, currentQuery, findRoute, navigate, onNavigate, startRouter } from '../router.ts';
import { routes } from '../routes.ts';
import { t } from '../strings/strings.ts';
import { shellStyles } from '../styles/shell-styles.ts';
import { brandFoot } from './brand-foot.ts';
import { showTheme } from './brand-sheet.ts';
import { cameFromVerification } from './came-from-verification.ts';
import { connection, watchConnection, whenBack } from './connection.ts';
import { connectionBanner, connectionWords } from './connection-banner.ts';
import { drawer } from './drawer.ts';
import { watchNews } from './live-news.ts';
import { navigation } from './navigation.ts';
import { nameDocument, whenNewsComes } from './news.ts';
import { openLater } from './open-later.ts';
import { pageAsked } from './page-again.ts';
import { preferences, suggestDensity, watchOtherPages } from './preferences.ts';
import { prefetchPages, prefetchWhenIdle } from './prefetch.ts';
import { rememberObject } from './recent-objects.ts';
import { keepHint, mayReload, readKeptHint } from './reload.ts';
import { returnToPlace, scrollBackTo } from './return-to-place.ts';
import { watchTimer } from './running-timer.ts';
import { brandName, loadSession, mayOpen, me, tenant, tenantTheme } from './session.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { watch } from './state.ts';
import { forgetToasts } from './toast-stack.ts';
import { toast } from './toasts.ts';
import { topBar } from './top-bar.ts';
import { pageOf, type View } from './view.ts';
import { unreadNotices, waitingApprovals, watchWaiting } from './waiting.ts';

/** A page that is there at once shows no progress. */
const slowMs = 120;

/** The frame around every page: brand, navigation, access, focus and news. */
export class PortalApp extends PortalElement {
  static override pageStyles = shellStyles;
  static override properties = {
    view: { state: true },
    isLoading: { state: true },
    hasDrawer: { state: true },
    announced: { state: true },
  };
  declare view: View;
  declare isLoading: boolean;
  declare hasDrawer: boolean;
  declare announced: string;

  #stops: (() => void)[] = [];
  #hasTyped = false;
  #visit = 0;

  constructor() {
    super();
    this.view = { kind: 'starting' };
    this.isLoading = false;
    this.hasDrawer = false;
    this.announced = '';
    watch(this, me, tenant, preferences, unreadNotices, waitingApprovals, connection);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    whenSignedOut(async () => {
      if (!me.get()) return false;
      const { signInAgain } = await import('../pages/sign-in/confirm-identity.ts');
      return signInAgain(() => {
        me.set(null);
        forgetToasts();
        void this.#start();
      });
    });
    whenIdentityIsAsked(async () => (await import('../pages/sign-in/confirm-identity.ts')).confirmIdentity());
    this.#stops = [
      startRouter(),
      onNavigate('place', () => void this.#open()),
      onNavigate('query', () => this.requestUpdate()),
      tenant.subscribe(() => {
        showTheme(tenantTheme());
        void suggestDensity(tenant.get()?.brand.density ?? 'comfortable');
      }),
      watchWaiting(),
      watchNews(),
      whenNewsComes((words) => {
        this.announced = words;
      }),
      watchTimer(),
      watchOtherPages(),
      watchConnection(isServerThere),
      me.subscribe(() => keepHint(Boolean(me.get()))),
      connection.subscribe(() => {
        this.announced = connectionWords() ?? this.announced;
      }),
      whenBack(() => void this.#back()),
      pageAsked.subscribe(() => void this.#showAgain()),
      prefetchPages(routes, this),
      listenForShortcuts({
        openPalette: () => void openLater(import('./palette/command-palette.ts'), (found) => found.openPalette()),
        openHelp: () => void openLater(import('./shortcuts-dialog.ts'), (found) => found.openShortcuts()),
      }),
    ];
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  async #start(): Promise<void> {
    // Who was signed in here a moment ago most likely still is: the page's code comes beside the answer.
    if (readKeptHint())
      void findRoute(routes, currentPath())
        ?.route.load()
        .catch(() => {});
    try {
      await loadSession();
    } catch (problem) {
      this.view = { kind: 'failed', problem, retry: () => void this.#start() };
      return;
    }
    if (!cameFromVerification()) await this.#open();
  }

  async #back(): Promise<void> {
    toast(t('connection.back'));
    this.announced = t('connection.back');
    if (this.view.kind === 'failed') return this.view.retry();
    await this.#showAgain();
  }

  /** What is on screen is asked for anew, unless somebody has typed into it: their words count more. */
  async #showAgain(): Promise<void> {
    if (this.view.kind !== 'page' || this.#hasTyped || document.querySelector('dialog[open]')) return;
    const { scrollY } = window;
    this.view = { ...this.view, visit: ++this.#visit };
    await this.updateComplete;
    scrollBackTo(scrollY);
  }

  /** Only the newest navigation may show its page: a slow chunk never replaces what was asked for later. */
  async #open(): Promise<void> {
    const visit = ++this.#visit;
    const path = currentPath();
    const match = findRoute(routes, path);
    if (!match) {
      this.view = { kind: 'missing' };
      return;
    }
    if (!mayOpen(match.route.access, match.route.feature)) {
      // Who asks for a page before it is known who they are gets it as soon as it is.
      if (me.get() === undefined) return;
      if (!me.get()) {
        const next = path === '/' ? '' : `?${new URLSearchParams({ next: path + location.search })}`;
        void navigate(`/sign-in${next}`, 'replace');
      } else this.view = { kind: 'denied', match };
      return;
    }
    const slow = setTimeout(() => {
      this.isLoading = true;
    }, slowMs);
    try {
      await match.route.load();
      if (visit === this.#visit) {
        this.#hasTyped = false;
        this.view = { kind: 'page', match, query: currentQuery(), visit };
      }
    } catch {
      if (visit === this.#visit) {
        // A chunk that is gone belongs to an older version of the portal; only a new document asks for the new ones.
        if (navigator.onLine && connection.get() === 'online' && mayReload()) return location.reload();
        this.view = {
          kind: 'failed',
          problem: undefined,
          retry: () => (navigator.onLine ? location.reload() : void this.#open()),
        };
      }
    } finally {
      clearTimeout(slow);
      if (visit === this.#visit) this.isLoading = false;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view')) void this.#arrive(changed.get('view')?.kind === 'starting');
  }

  /** The heading of a new page takes the focus, its title is spoken; the first page leaves the focus to the browser. */
  async #arrive(isFirst: boolean): Promise<void> {
    const page = this.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>('main > *');
    await page?.updateComplete;
    const heading = this.querySelector<HTMLElement>('main h1');
    const title = heading?.textContent?.trim();
    nameDocument(title && title !== brandName() ? `${title} · ${brandName()}` : brandName());
    if (title && this.view.kind === 'page' && Object.keys(this.view.match.params).length > 0 && me.get())
      rememberObject(currentPath(), title);
    if (this.view.kind !== 'starting') {
      returnToPlace(this.querySelector('main'));
      prefetchWhenIdle(routes, this);
    }
    if (isFirst || this.view.kind === 'starting') return;
    if (!this.querySelector('main')?.contains(document.activeElement)) heading?.focus({ preventScroll: true });
    if (title) this.announced = title;
  }

  protected override render() {
    const frame = this.view.kind === 'page' ? this.view.match.route.frame : undefined;
    const person = me.get();
    const isStarting = this.view.kind === 'starting';
    const isBare = frame === 'bare' || !(person || (isStarting && readKeptHint()));
    return html`<a class="skip-link" href="#content" @click=${this.#skip}>${t('shell.skip')}</a>
      ${this.isLoading ? html`<div class="progress no-print" role="progressbar" aria-label=${t('shell.loading')}></div>` : nothing}
      ${connectionBanner()}
      ${
        isStarting
          ? html`<header class="top-bar"></header>`
          : topBar(
              () => void this.#openDrawer(),
              () => void openLater(import('./palette/command-palette.ts'), (found) => found.openPalette()),
            )
      }
      <div class="frame ${isBare ? 'bare' : ''}">
        ${isBare ? nothing : isStarting ? html`<div class="nav"></div>` : navigation(currentPath())}
        <main id="content" class=${frame ?? ''} tabindex="-1" aria-busy=${this.isLoading ? 'true' : 'false'} @input=${this.#typed}>${pageOf(this.view)}</main>
      </div>
      ${this.view.kind === 'starting' ? nothing : brandFoot()}
      ${isBare || !this.hasDrawer ? nothing : drawer()}
      <portal-toasts></portal-toasts>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announced}</div>`;
  }

  /** A second navigation costs as much as the first: it is made when somebody asks for it. */
  async #openDrawer(): Promise<void> {
    this.hasDrawer = true;
    await this.updateComplete;
    this.querySelector<HTMLDialogElement>('dialog.drawer')?.showModal();
  }

  #typed(): void {
    this.#hasTyped = true;
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector('main')?.focus();
  }
}
