import { neutralElementCss } from '@portico/themes/neutral-element.generated.ts';
import { nothing } from 'lit-html';
import type { Api } from './api.ts';
import { sheetOf } from './css.ts';
import { type Embed, page } from './embed.ts';
import { asHireError, type HireError } from './hire-error.ts';
import { lazy } from './lazy.ts';
import { type CoreStrings, chooseLocale } from './locale.ts';
import { RenderedElement } from './rendered-element.ts';

export type WidgetStatus = 'loading' | 'empty' | 'error' | 'ready';

/**
 * What every widget has: an embed, a language, a theme, four states and its events.
 *
 * @cssstate loading - Nothing is there yet but its outline.
 * @cssstate empty - There is nothing to show.
 * @cssstate error - Something failed; the reason and a way to try again are shown.
 * @cssstate ready - What was asked for is shown.
 * @cssstate busy - Something newer is on its way; what is there stays.
 */
export abstract class HireElement<Strings extends CoreStrings> extends RenderedElement {
  static override properties: Record<string, string> = { locale: 'locale', embed: '' };
  static styles: string[] = [];
  /** folder under `widgets/` and its files by language; the words come when they are needed */
  static locales: { folder: string; files: Record<string, () => Promise<{ strings: unknown }>> };

  /** BCP 47; left out, the embed's, the nearest `lang` or the browser's applies */
  declare locale: string | undefined;
  /** set to choose among several embeds on one page */
  declare embed: Embed | undefined;

  /** not there until their file is; every part of a view but the first may count on them */
  strings!: Strings;
  /** the language the words are in; numbers and dates follow it */
  language = 'en';
  failure: { error: HireError; retry: () => void } | undefined;

  protected readonly internals = this.attachInternals();
  protected joined: Embed | undefined;
  #stopFollowing = () => {};
  #langObserver: MutationObserver | undefined;
  #join = () => this.update();

  get api(): Api {
    return this.joined!.api;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#langObserver ??= new MutationObserver(this.#join);
    this.#langObserver.observe(document, { subtree: true, attributeFilter: ['lang'] });
    page().waiting.add(this.#join);
  }

  disconnectedCallback(): void {
    this.#langObserver?.disconnect();
    page().waiting.delete(this.#join);
    this.#follow(undefined);
  }

  /** False when the host prevented the default. */
  emit<Detail>(type: string, detail: Detail, cancelable = true): boolean {
    const event = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable });
    this.dispatchEvent(event);
    this.joined?.onEvent?.(event);
    return !event.defaultPrevented;
  }

  /** Tells the host and, with a way to try again, the person. */
  fail(reason: unknown, retry?: () => void): HireError {
    const error = asHireError(reason);
    this.emit('hire-error', { code: error.code, requestId: error.requestId }, false);
    if (retry) {
      this.failure = { error, retry };
      this.setStatus('error', false);
    }
    return error;
  }

  protected setStatus(status: WidgetStatus, busy = status === 'loading'): void {
    const { states } = this.internals;
    for (const each of ['loading', 'empty', 'error', 'ready', 'busy']) states.delete(each);
    states.add(status);
    if (busy) states.add('busy');
    this.internals.ariaBusy = String(busy);
    this.update();
  }

  protected override willRender(): void {
    this.#follow([this.embed, ...page().embeds].find((embed) => embed && !embed.destroyed));
    if (this.joined) this.#translate();
  }

  protected override view(): unknown {
    return this.joined ? this.widget() : nothing;
  }

  protected abstract widget(): unknown;
  /** the embed is there, or is another one, or is gone */
  protected abstract embedChanged(embed: Embed | undefined): void;

  #follow(embed: Embed | undefined): void {
    if (embed === this.joined) return;
    this.#stopFollowing();
    this.joined = embed;
    const { styles } = this.constructor as typeof HireElement;
    this.root.adoptedStyleSheets = embed ? [sheetOf(neutralElementCss), embed.sheet, ...styles.map(sheetOf)] : [];
    if (embed) this.#stopFollowing = embed.onChange(this.#join);
    this.embedChanged(embed);
  }

  #translate(): void {
    const { folder, files } = (this.constructor as typeof HireElement).locales;
    const language = chooseLocale(this, [this.locale, this.joined!.locale], files);
    if (language === this.language && (this.strings || this.failure)) return;
    const file = language.split('-')[0]!;
    this.language = language;
    lazy(`${folder}/locales/${file}`, files[file]!).then(
      ({ strings }) => {
        if (language !== this.language) return;
        this.strings = strings as Strings;
        this.update();
      },
      (reason) => this.fail(reason, () => location.reload()),
    );
  }
}
