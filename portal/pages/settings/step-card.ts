import { html, nothing, type TemplateResult } from 'lit';
import { tag } from '../../elements/tag.ts';

/** What a step of the console is known to be, from the system itself. */
export type Check = { isDone: boolean; words: string } | undefined;

export const stepCard = (
  number: number,
  title: string,
  lead: string,
  check: Check,
  content: unknown,
  actions: unknown = nothing,
): TemplateResult =>
  html`<section class="card" aria-labelledby="step-${number}">
    <header>
      <div class="step-head">
        <span class="step-number number" aria-hidden="true">${number}</span>
        <div>
          <h2 id="step-${number}">${title}</h2>
          <p class="muted small">${lead}</p>
        </div>
      </div>
      <div class="actions">
        ${check ? html`<span role="status">${tag(check.isDone ? 'success' : 'neutral', check.words)}</span>` : nothing} ${actions}
      </div>
    </header>
    ${content}
  </section>`;
