import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define, PortalElement } from '../elements/portal-element.ts';
import { icon } from '../icons/icon.ts';
import { x } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { createState, watch } from './state.ts';

type Toast = { id: number; text: string; action: { label: string; run: () => void } | undefined };

const shownMs = 6000;
const shownWithActionMs = 12_000;
const toasts = createState<readonly Toast[]>([]);
let lastId = 0;

/** Says what happened, at the edge of the page and to screen readers; an undo stays twice as long. */
export function toast(text: string, action?: Toast['action']): void {
  const id = ++lastId;
  toasts.set([...toasts.get().slice(-2), { id, text, action }]);
  setTimeout(() => dismiss(id), action ? shownWithActionMs : shownMs);
}

export function undoable(text: string, undo: () => void): void {
  toast(text, { label: t('shell.undo'), run: undo });
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((one) => one.id !== id));

class PortalToasts extends PortalElement {
  constructor() {
    super();
    watch(this, toasts);
  }

  protected override render() {
    return html`<div class="toasts no-print" role="status" aria-live="polite">
      ${repeat(
        toasts.get(),
        ({ id }) => id,
        ({ id, text, action }) => html`<div class="toast">
          <span>${text}</span>
          ${action ? html`<button class="button small" type="button" @click=${() => act(id, action.run)}>${action.label}</button>` : nothing}
          <button class="button small icon-only" type="button" aria-label=${t('shell.close')} @click=${() => dismiss(id)}>${icon(x)}</button>
        </div>`,
      )}
    </div>`;
  }
}

function act(id: number, run: () => void): void {
  dismiss(id);
  run();
}

define('portal-toasts', PortalToasts);
