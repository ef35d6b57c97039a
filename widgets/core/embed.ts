import type { TenantTheme } from '@portico/themes/tokens.ts';
import { type Api, createApi } from './api.ts';
import { lazy } from './lazy.ts';
import { createSession, type Session } from './session.ts';
import type { FetchSession, SessionFeatures } from './session-request.ts';

export type EmbedOptions = {
  /** where the API lives, everything before `/v1/` */
  apiBase: string;
  locale?: string;
  /** left out: as the tenant saved it */
  theme?: TenantTheme;
  /** sees every event of every widget of this embed, after the element has dispatched it */
  onEvent?: (event: CustomEvent) => void;
  /** left out, and no key given: the widgets ask without a session and see what is public */
  fetchSession?: FetchSession;
  /** `pk_…`: for pages without sign-in; public talent search on the company's allowed origins */
  publishableKey?: string;
};

/** One connection to one API: the session, the theme and the language its widgets share. */
export class Embed {
  /** @internal */
  readonly api: Api;
  /** @internal */
  readonly onEvent: EmbedOptions['onEvent'];
  /** @internal the theme, where it is not the neutral one */
  readonly sheet = new CSSStyleSheet();
  locale: string | undefined;
  destroyed = false;
  #session: Session | undefined;
  #listeners = new Set<() => void>();

  constructor({ apiBase, publishableKey, fetchSession, onEvent, locale, theme }: EmbedOptions) {
    // A key is a session without end that grants nothing.
    if (publishableKey) fetchSession ??= async () => ({ token: publishableKey, expiresAt: '9999' });
    this.#session = fetchSession && createSession(fetchSession);
    this.api = createApi(apiBase, this.#session);
    this.onEvent = onEvent;
    this.locale = locale;
    const ask = (api: Api) => api.ask<{ theme: TenantTheme }>('/v1/tenant').then((tenant) => tenant.theme);
    // A theme needs no session: what went wrong is said in the company's colors, and its admins see that the page came.
    // One that does not come leaves the neutral one; what is really wrong, the widgets' own requests tell.
    void this.#dress(theme ?? ask(this.api).catch(() => ask(createApi(apiBase)))).catch(() => {});
  }

  get features(): SessionFeatures {
    return this.#session?.features() ?? {};
  }

  /** Another language or theme, at once and in place. */
  update({ locale = this.locale, theme }: Pick<EmbedOptions, 'locale' | 'theme'>): void {
    this.locale = locale;
    if (theme) void this.#dress(theme);
    this.#tell();
  }

  /** @internal */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the session and its timers; the embed's widgets empty themselves and stay empty. */
  destroy(): void {
    this.destroyed = true;
    this.#session?.close();
    page().embeds.delete(this);
    this.#tell();
  }

  async #dress(theme: TenantTheme | Promise<TenantTheme>): Promise<void> {
    const wanted = await theme;
    if (!Object.keys(wanted).length) return;
    const { tenantThemeCss } = await lazy('core/tenant-theme', () => import('./tenant-theme.ts'));
    this.sheet.replaceSync(tenantThemeCss(wanted));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Connect the page's widgets to an API. Those that were not given an `embed` of their own use the oldest live one. */
export function createEmbed(options: EmbedOptions): Embed {
  const embed = new Embed(options);
  page().embeds.add(embed);
  for (const tell of page().waiting) tell();
  return embed;
}

type Page = { embeds: Set<Embed>; waiting: Set<() => void> };
const pageKey = Symbol.for('hire.page.1');

/** Shared by every copy of this code on the page, so that a loader and a bundle meet. */
export function page(): Page {
  const holder = globalThis as { [pageKey]?: Page };
  holder[pageKey] ??= { embeds: new Set(), waiting: new Set() };
  return holder[pageKey];
}
