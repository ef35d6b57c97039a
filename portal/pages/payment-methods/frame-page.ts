import { html, type TemplateResult } from 'lit';
import { completeSetup, confirmPayment } from '../../api/payments.ts';
import { backLink } from '../../elements/back-link.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { info } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { locale, t } from '../../strings/strings.ts';
import { type FrameWork, takeFrameWork } from './open-frame.ts';

/** What is used of Stripe's own script, which comes from its own address alone. */
type Outcome = { error?: { message?: string } };
type Elements = { create(type: 'payment'): { mount(element: HTMLElement): void } };
type StripeFrame = {
  elements(options: { clientSecret: string }): Elements;
  confirmSetup(options: { elements: Elements; redirect: 'if_required' }): Promise<Outcome>;
  confirmCardPayment(clientSecret: string): Promise<Outcome>;
};
declare global {
  interface Window {
    Stripe?: (publishableKey: string, options: { locale: string }) => StripeFrame;
  }
}

const scriptAddress = 'https://js.stripe.com/v3/';

/** The one page that lets the processor's frame in: numbers are typed there, and the bank is answered there. */
class ProcessorFramePage extends FormElement {
  static override properties = { ...FormElement.properties, isReady: { state: true }, failure: { state: true } };
  declare isReady: boolean;
  declare failure: string | undefined;
  readonly #work: FrameWork | undefined = takeFrameWork();
  #stripe: StripeFrame | undefined;
  #elements: Elements | undefined;

  protected override firstUpdated(): void {
    if (!this.#work) return;
    this.#open(this.#work).catch(() => {
      this.failure = t('processorFrame.failed');
    });
  }

  protected override render(): TemplateResult {
    return html`${backLink('/billing/methods', t('payMethods.title'))}
      ${pageHead(t('processorFrame.title'), t('processorFrame.lead'))}
      ${this.#work ? this.#form() : notice('info', info, t('processorFrame.nothing'))}`;
  }

  #form(): TemplateResult {
    return html`<form class="card pad stack close" novalidate @submit=${this.#submit}>
        ${this.failure ? notice('danger', info, this.failure) : ''} ${this.problemNotice()}
        <div class="frame"></div>
        ${this.#work?.kind === 'setup' && this.isReady ? html`<div class="actions">${submitButton(t('processorFrame.save'), this.isBusy)}</div>` : ''}
      </form>`;
  }

  async #open({ kind, clientSecret, publishableKey, id }: FrameWork): Promise<void> {
    await loadScript();
    this.#stripe = window.Stripe!(publishableKey, { locale: locale() });
    if (kind === 'payment') {
      const { error } = await this.#stripe.confirmCardPayment(clientSecret);
      if (error) this.failure = error.message;
      await confirmPayment(id);
      window.location.assign(href(`/billing/payments/${id}`));
      return;
    }
    this.#elements = this.#stripe.elements({ clientSecret });
    this.#elements.create('payment').mount(this.querySelector<HTMLElement>('.frame')!);
    this.isReady = true;
  }

  async #submit(event: Event): Promise<void> {
    await this.submit(event, {}, async () => {
      const elements = this.#elements!;
      const { error } = await this.#stripe!.confirmSetup({ elements, redirect: 'if_required' });
      this.failure = error?.message;
      if (error) return;
      await completeSetup(this.#work!.id);
      // Away from this document, whose content policy is wider than the others'.
      window.location.assign(href('/billing/methods'));
    });
  }
}

function loadScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = scriptAddress;
    script.onload = () => resolve();
    script.onerror = reject;
    document.head.append(script);
  });
}

define('portal-processor-frame-page', ProcessorFramePage);
