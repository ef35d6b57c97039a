import { type CSSResultGroup, LitElement, nothing, type PropertyValues } from 'lit';
import { baseStyles } from './base-styles.ts';
import { type Embed, page } from './embed.ts';
import { asHireError, type HireError } from './hire-error.ts';
import { lazy } from './lazy.ts';
import { type CoreStrings, resolveLocale } from './locale.ts';

export type WidgetStatus = 'loading' | 'empty' | 'error' | 'ready';
export type LocaleFiles<Strings> = Record<string, () => Promise<{ strings: Strings }>>;

/** What every widget has: an embed, a language, a theme, four states and its events. */
export abstract class HireElement<Strings extends CoreStrings> extends LitElement {
  static override styles: CSSResultGroup = baseStyles;
  static override properties = { locale: {}, embed: { attribute: false }, strings: { state: true } };

  /** BCP 47; left out, the embed's, the nearest `lang` or the browser's applies */
  declare locale: string | undefined;
  /** set to choose among several embeds on one page */
  declare embed: Embed | undefined;
  declare protected strings: Strings | undefined;

  protected readonly internals = this.attachInternals();
  /** the language the words are in; numbers and dates follow it */
  protected language = 'en';
  protected joined: Embed | undefined;

  /** folder under `widgets/`, for the names of lazy files */
  protected abstract readonly folder: string;
  protected abstract readonly localeFiles: LocaleFiles<Strings>;
  /** the embed is there, or is another one */
  protected abstract embedJoined(): void;
  protected abstract embedLeft(): void;
  protected abstract renderWidget(): unknown;
  protected abstract localeFailed(error: HireError): void;

  #wasDestroyed = false;
  #stopListening = () => {};
  #langObserver: MutationObserver | undefined;
  #join = () => this.#followEmbed();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#langObserver = new MutationObserver(() => this.#followLocale());
    this.#langObserver.observe(document, { subtree: true, attributeFilter: ['lang'] });
    page().waiting.add(this.#join);
    this.#followEmbed();
    this.#followLocale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langObserver?.disconnect();
    page().waiting.delete(this.#join);
    this.#stopListening();
    this.#leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && changed.has('embed')) this.#followEmbed();
    if (this.hasUpdated && changed.has('locale')) this.#followLocale();
  }

  protected override render(): unknown {
    return this.#wasDestroyed ? nothing : this.renderWidget();
  }

  protected setStatus(status: WidgetStatus, busy = status === 'loading'): void {
    const { states } = this.internals;
    for (const other of ['loading', 'empty', 'error', 'ready'] as const) states.delete(other);
    states.add(status);
    this.internals.ariaBusy = String(busy);
  }

  /** False when the host prevented the default. */
  protected emit<Detail>(type: string, detail: Detail, cancelable = true): boolean {
    const event = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable });
    this.dispatchEvent(event);
    this.joined?.onEvent?.(event);
    return !event.defaultPrevented;
  }

  protected reportError(reason: unknown): HireError {
    const error = asHireError(reason);
    this.emit('hire-error', { code: error.code, requestId: error.requestId }, false);
    return error;
  }

  #followEmbed(): void {
    const embed = this.embed && !this.embed.destroyed ? this.embed : page().embeds[0];
    if (embed === this.joined) return;
    this.#leave();
    this.joined = embed;
    if (!embed) return;
    this.#wasDestroyed = false;
    this.#stopListening = embed.onChange(() => (embed.destroyed ? this.#embedDestroyed() : this.#followLocale()));
    this.#adoptSheets(embed);
    this.#followLocale();
    this.embedJoined();
    this.requestUpdate();
  }

  #embedDestroyed(): void {
    this.#followEmbed();
    if (this.joined) return;
    this.#wasDestroyed = true;
    this.shadowRoot!.adoptedStyleSheets = [];
    this.requestUpdate();
  }

  #leave(): void {
    this.#stopListening();
    if (!this.joined) return;
    this.joined = undefined;
    this.embedLeft();
  }

  /** Lit has adopted the widget's own sheets by now or will put them back; the embed's tokens come first. */
  #adoptSheets(embed: Embed): void {
    const own = (this.constructor as typeof LitElement).elementStyles.map((style) =>
      style instanceof CSSStyleSheet ? style : style.styleSheet!,
    );
    (this.renderRoot as ShadowRoot).adoptedStyleSheets = [embed.sheet, ...own];
  }

  #followLocale(): void {
    const wish = resolveLocale(this, this.locale, this.joined?.locale);
    const known = wish.split('-')[0]! in this.localeFiles ? wish : 'en';
    if (known === this.language && this.strings) return;
    const file = known.split('-')[0]!;
    lazy(`${this.folder}/locales/${file}`, this.localeFiles[file]!).then(
      ({ strings }) => {
        this.language = known;
        this.strings = strings;
      },
      (reason) => this.localeFailed(this.reportError(reason)),
    );
  }
}
