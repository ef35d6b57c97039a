import { neutral } from '@portico/themes/ready/neutral.ts';
import { completeTheme, elementThemeCss } from '@portico/themes/theme-css.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';
import { Api } from './api.ts';
import { type FetchSession, Session, type SessionFeatures } from './session.ts';

export type EmbedOptions = {
  /** where the API lives, everything before `/v1/` */
  apiBase: string;
  locale?: string;
  theme?: TenantTheme;
  /** sees every event of every widget of this embed, after the element has dispatched it */
  onEvent?: (event: CustomEvent) => void;
  /** left out: the widgets ask without a session and see what is public */
  fetchSession?: FetchSession;
};

/** One connection to one API: the session, the theme and the language its widgets share. */
export class Embed {
  readonly api: Api;
  readonly onEvent: EmbedOptions['onEvent'];
  readonly sheet = new CSSStyleSheet();
  locale: string | undefined;
  destroyed = false;
  #session: Session | undefined;
  #listeners = new Set<() => void>();

  constructor({ apiBase, fetchSession, onEvent, locale, theme = {} }: EmbedOptions) {
    this.#session = fetchSession && new Session(fetchSession);
    this.api = new Api(apiBase, this.#session);
    this.onEvent = onEvent;
    this.update({ locale, theme });
  }

  get features(): SessionFeatures {
    return this.#session?.features ?? {};
  }

  /** Another language or theme, at once and in place. */
  update({ locale = this.locale, theme }: Pick<EmbedOptions, 'locale' | 'theme'>): void {
    this.locale = locale;
    if (theme) this.sheet.replaceSync(elementThemeCss(completeTheme(neutral, theme)));
    this.#tell();
  }

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
