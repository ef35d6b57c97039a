import { cheapestPlanWith } from '@portico/api/platform/tenants/plan.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isServerThere, whenIdentityIsAsked, whenSignedOut } from '../api/client.ts';
import { PortalElement } from '../elements/portal-element.ts';
import { empty, failed, loading } from '../elements/states.ts';
import { icon } from '../icons/icon.ts';
import { circleDashed, lock, wifiOff, x } from '../icons/icons.generated.ts';
import {
  currentPath,
  currentQuery,
  findRoute,
  href,
  type Match,
  navigate,
  onNavigate,
  startRouter,
} from '../router.ts';
import { routes } from '../routes.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { shellStyles } from '../styles/shell-styles.ts';
import { brandFoot } from './brand-foot.ts';
import { showTheme } from './brand-sheet.ts';
import { connection, watchConnection, whenBack } from './connection.ts';
import { watchNews } from './live-news.ts';
import { navigation, pageName } from './navigation.ts';
import { nameDocument, whenNewsComes } from './news.ts';
import { pageAsked } from './page-again.ts';
import { takeInvitation } from './pending-invitation.ts';
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
import { brand, topBar } from './top-bar.ts';
import { unreadNotices, waitingApprovals, watchWaiting } from './waiting.ts';

type View =
  | { kind: 'starting' }
  | { kind: 'failed'; problem: unknown; retry: () => void }
  | { kind: 'missing' }
  | { kind: 'denied'; match: Match }
  | { kind: 'page'; match: Match; query: URLSearchParams; visit: number };

/** A page that is there at once shows no progress. */
const slowMs = 120;

/** Names of plans are proper names: the same in every language. */
const planNames = { basic: 'Basic', pro: 'Pro', enterprise: 'Enterprise' } as const;

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
        const now = connection.get();
        if (now !== 'online') this.announced = t(now === 'offline' ? 'shell.offline' : 'connection.unreachable');
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
    if (!this.#cameFromVerification()) await this.#open();
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

  /** The link in the confirmation mail ends at the home page and says in the query how it went. */
  #cameFromVerification(): boolean {
    const query = currentQuery();
    if (!query.has('verified')) return false;
    const hasFailed = query.has('error');
    if (!hasFailed) toast(t('verify.done'));
    const invitation = hasFailed ? undefined : takeInvitation();
    const next = invitation ? `/accept-invitation?${new URLSearchParams({ id: invitation })}` : '/';
    void navigate(hasFailed ? '/verify-email' : next, 'replace');
    return true;
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
      ${this.#connectionBanner()}
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
        <main id="content" class=${frame ?? ''} tabindex="-1" aria-busy=${this.isLoading ? 'true' : 'false'} @input=${this.#typed}>${this.#page()}</main>
      </div>
      ${this.view.kind === 'starting' ? nothing : brandFoot()}
      ${isBare || !this.hasDrawer ? nothing : this.#drawer()}
      <portal-toasts></portal-toasts>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announced}</div>`;
  }

  #connectionBanner(): TemplateResult | typeof nothing {
    const now = connection.get();
    if (now === 'online') return nothing;
    return html`<div class="banner no-print">${icon(wifiOff)}<span>${t(now === 'offline' ? 'shell.offline' : 'connection.unreachable')}</span></div>`;
  }

  #page(): TemplateResult {
    const { view } = this;
    switch (view.kind) {
      case 'starting':
        return loading();
      case 'failed':
        return view.problem
          ? failed(view.problem, view.retry)
          : html`<div class="notice danger" role="alert">
              <div>
                <h1 tabindex="-1">${t('shell.pageFailed')}</h1>
                <p>${t('shell.pageFailedHelp')}</p>
                <button class="button" type="button" @click=${view.retry}>${t('shell.retry')}</button>
              </div>
            </div>`;
      case 'missing':
        return this.#plain(
          t('notFound.title'),
          t('notFound.text'),
          html`<a class="button" href=${href('/')}>${t('notFound.action')}</a>`,
        );
      case 'denied': {
        const { access, feature } = view.match.route;
        if (feature && mayOpen(access))
          return this.#plain(
            t('denied.plan', { page: pageName(view.match.route.path) ?? t('denied.thisPage') }),
            t('denied.planText', { plan: planNames[cheapestPlanWith(feature)] }),
            html`<a class="button primary" href=${href('/settings/plan')}>${t('denied.planAction')}</a>`,
            lock,
          );
        const start =
          access === 'freelancer'
            ? html`<a class="button primary" href=${href('/profile/start')}>${t('denied.startProfile')}</a>`
            : nothing;
        return this.#plain(t('denied.title'), wordsFor('denied', access) ?? '', start, lock);
      }
      case 'page': {
        const { route, params } = view.match;
        // A new visit or language builds the page anew; a changed query does not.
        return html`${keyed(`${view.visit} ${preferences.get().locale}`, route.render(params, view.query))}`;
      }
    }
  }

  #plain(title: string, text: string, action: TemplateResult | typeof nothing, shape = circleDashed): TemplateResult {
    return html`<div><h1 class="visually-hidden" tabindex="-1">${title}</h1><div class="card">${empty(shape, title, text, action)}</div></div>`;
  }

  /** A second navigation costs as much as the first: it is made when somebody asks for it. */
  async #openDrawer(): Promise<void> {
    this.hasDrawer = true;
    await this.updateComplete;
    this.querySelector<HTMLDialogElement>('dialog.drawer')?.showModal();
  }

  #drawer(): TemplateResult {
    return html`<dialog class="drawer" aria-label=${t('shell.menu')} closedby="any" @click=${this.#closeDrawer}>
      <div class="drawer-head">
        ${brand()}
        <form method="dialog"><button class="button plain icon-only" aria-label=${t('shell.close')}>${icon(x)}</button></form>
      </div>
      ${navigation(currentPath())}
    </dialog>`;
  }

  #closeDrawer(event: Event): void {
    const drawer = event.currentTarget as HTMLDialogElement;
    const chosen = (event.target as HTMLElement).closest('a');
    if (chosen || event.target === drawer) drawer.close();
  }

  #typed(): void {
    this.#hasTyped = true;
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector('main')?.focus();
  }
}

async function openLater<Module>(load: Promise<Module>, open: (module: Module) => void): Promise<void> {
  try {
    open(await load);
  } catch {
    toast(t('shell.pageFailed'));
  }
}
