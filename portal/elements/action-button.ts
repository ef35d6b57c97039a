import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { toast } from '../shell/toasts.ts';

export type Action = {
  label: string;
  shape?: SVGTemplateResult;
  kind?: 'primary' | 'danger' | 'plain' | '';
  /** Why it cannot be done now; the button stays reachable and says it. */
  why?: string | false | undefined;
  run: () => void;
};

export const actionButton = ({ label, shape, kind = '', why, run }: Action, size = ''): TemplateResult =>
  html`<button
    class="button ${kind} ${size}"
    type="button"
    aria-disabled=${String(Boolean(why))}
    title=${why || nothing}
    @click=${() => (why ? toast(why) : run())}
  >
    ${shape ? icon(shape) : nothing}${label}${why ? html`<span class="visually-hidden">. ${why}</span>` : nothing}
  </button>`;

/** The same in a menu, with the reason to read. */
export const actionItem = ({ label, shape, kind = '', why, run }: Action): TemplateResult =>
  html`<button class="menu-item ${kind}" type="button" aria-disabled=${String(Boolean(why))} @click=${() => (why ? toast(why) : run())}>
    ${shape ? icon(shape) : nothing}<span>${label}${why ? html`<span class="why">${why}</span>` : nothing}</span>
  </button>`;
