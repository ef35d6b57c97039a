import { html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { define, PortalElement } from '../elements/portal-element.ts';
import { icon } from '../icons/icon.ts';
import { x } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { watch } from './state.ts';
import { act, dismiss, type Toast, toasts } from './toast-stack.ts';

export { atOnce, toast, undoable } from './toast-stack.ts';

/** One notice at a time, the last on top; the time of the one below goes on when it is seen again. */
class PortalToasts extends PortalElement {
  #shown: Toast | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  /** Where the person was before they came here. */
  #before: HTMLElement | undefined;

  constructor() {
    super();
    watch(this, toasts);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  protected override render() {
    const top = toasts.get().at(-1);
    return html`<div class="toasts no-print" role="status" aria-live="polite"
      @pointerenter=${this.#rest} @pointerleave=${this.#run} @focusin=${this.#arrived} @focusout=${this.#run}>
      ${top ? keyed(top.id, this.#toast(top)) : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const top = toasts.get().at(-1);
    if (top === this.#shown) return;
    this.#rest();
    this.#shown = top;
    this.#run();
  }

  #toast(one: Toast) {
    const { text, action, isUndo } = one;
    return html`<div class="toast">
      <span>${text}</span>
      ${action ? html`<button class="button small" type="button" aria-keyshortcuts=${isUndo ? 'Control+Z Meta+Z' : nothing} @click=${() => this.#leave(() => act(one))}>${action.label}</button>` : nothing}
      <button class="button small icon-only" type="button" aria-label=${t('shell.close')} @click=${() => this.#leave(() => dismiss(one.id))}>${icon(x)}</button>
    </div>`;
  }

  /** Nobody reads against a clock: the time stands still under the pointer, with the focus, and while the page is not looked at. */
  #run = (): void => {
    this.#rest();
    const shown = this.#shown;
    if (!shown || this.#isHeld) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => (document.hidden ? this.#run() : dismiss(shown.id)), shown.leftMs);
  };

  #rest = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#shown) this.#shown.leftMs = Math.max(4000, this.#shown.leftMs - (performance.now() - this.#since));
  };

  get #isHeld(): boolean {
    const list = this.querySelector('.toasts');
    return Boolean(list?.matches(':hover') || list?.contains(document.activeElement));
  }

  #arrived = ({ relatedTarget }: FocusEvent): void => {
    this.#rest();
    if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#before = relatedTarget;
  };

  /** The notice goes, and the focus goes back to where it came from. */
  #leave(work: () => void): void {
    const hadFocus = this.contains(document.activeElement);
    work();
    if (!hadFocus) return;
    const back = this.#before?.isConnected ? this.#before : document.querySelector<HTMLElement>('main h1');
    back?.focus({ preventScroll: true });
  }
}

define('portal-toasts', PortalToasts);
