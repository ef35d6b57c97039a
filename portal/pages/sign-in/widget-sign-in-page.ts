import { html, type TemplateResult } from 'lit';
import { allowWidgetSignIn, getWidgetSignIn } from '../../api/widget-sign-in.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { href } from '../../router.ts';
import { brandName, me } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';

/**
 * Where a page of the company's intranet sends people who want to sign in there: it says who asks, and takes them back
 * with a code. Nobody is sent to a page that the API did not name first.
 */
class WidgetSignInPage extends FormElement {
  static override properties = {
    ...FormElement.properties,
    query: { attribute: false },
    asking: { state: true },
    refusal: { state: true },
    isLeaving: { state: true },
  };
  declare query: URLSearchParams;
  declare asking: { origin: string; isKnown: boolean } | undefined;
  declare refusal: unknown;
  declare isLeaving: boolean;

  constructor() {
    super();
    this.isLeaving = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    if (!this.#isComplete) return incomplete();
    if (this.refusal)
      return html`<div class="stack">
        <h1 tabindex="-1">${t('widgetSignIn.refused')}</h1>
        ${failed(this.refusal)}
        <p class="muted">${t('widgetSignIn.refusedHelp')}</p>
        ${toHome()}
      </div>`;
    if (!this.asking || this.isLeaving) return loading();
    const { origin } = this.asking;
    return html`<form class="stack" novalidate @submit=${this.#allow}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('widgetSignIn.title', { brand: brandName() })}</h1>
        <p class="lead">${t('widgetSignIn.text', { origin })}</p>
      </header>
      ${this.problemNotice()}
      <p>${t('widgetSignIn.as', { email: me.get()?.person.email ?? '' })}</p>
      <p class="muted">${this.#elevate ? t('widgetSignIn.money') : t('widgetSignIn.what')}</p>
      <div class="stack tight">
        ${submitButton(t('widgetSignIn.submit'), this.isBusy)}
        <a class="button" href=${this.#redirectUrl}>${t('widgetSignIn.cancel')}</a>
      </div>
    </form>`;
  }

  /** A widget hands over where people go back to and what its code is proven with; a bookmark has neither. */
  get #isComplete(): boolean {
    return URL.canParse(this.#redirectUrl) && this.query.has('codeChallenge');
  }

  get #redirectUrl(): string {
    return this.query.get('redirectUrl') ?? '';
  }

  get #elevate(): string | null {
    return this.query.get('elevate');
  }

  async #read(): Promise<void> {
    if (!this.#isComplete) return;
    try {
      this.asking = await getWidgetSignIn(this.#redirectUrl);
      // Who agreed to this page before is not asked again, unless it is about money.
      if (this.asking.isKnown && !this.#elevate) await this.#allow();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  #allow = async (event?: Event): Promise<void> => {
    await this.submit(event, {}, async () => {
      const elevate = this.#elevate;
      const { code } = await allowWidgetSignIn({
        redirectUrl: this.#redirectUrl,
        codeChallenge: this.query.get('codeChallenge') ?? '',
        ...(elevate && { elevate: [elevate] }),
      });
      const back = new URL(this.#redirectUrl);
      back.searchParams.set('hire-code', code);
      back.searchParams.set('hire-state', this.query.get('state') ?? '');
      this.isLeaving = true;
      location.replace(back);
    });
  };
}

const incomplete = (): TemplateResult =>
  html`<div class="stack">
    <header class="stack tight">
      <h1 tabindex="-1">${t('widgetSignIn.incomplete')}</h1>
      <p class="lead">${t('widgetSignIn.incompleteText')}</p>
    </header>
    <p class="muted">${t('widgetSignIn.incompleteHelp')}</p>
    ${toHome()}
  </div>`;

const toHome = (): TemplateResult =>
  html`<a class="button primary" href=${href('/')}>${t('widgetSignIn.home', { brand: brandName() })}</a>`;

define('portal-widget-sign-in-page', WidgetSignInPage);
