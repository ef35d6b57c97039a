import { html, nothing } from 'lit-html';

export type Step = { label: string; wrong: number };

/** Where one is, and every other step one press away. */
export const steps = (label: string, all: readonly Step[], current: number, go: (index: number) => void) =>
  html`<nav aria-label=${label}>
    <ol class="row steps">
      ${all.map(
        ({ label: name, wrong }, index) =>
          html`<li>
            <button type="button" class="plain" aria-current=${index === current ? 'step' : nothing} @click=${() => go(index)}>
              <span class="number">${index + 1}</span>${name}${wrong ? html`<b class="wrong">${wrong}</b>` : nothing}
            </button>
          </li>`,
      )}
    </ol>
  </nav>`;
