import { html, nothing, type TemplateResult } from 'lit';
import { fieldError } from '../../elements/field.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** One section of the editor; its id is what completeness hints link to. */
export const section = (
  id: string,
  title: string,
  content: unknown,
  more: { lead?: unknown; actions?: unknown; error?: string | undefined } = {},
): TemplateResult =>
  html`<section class="card" id=${id} aria-labelledby="${id}-title" tabindex="-1">
    <header>
      <div>
        <h2 id="${id}-title">${title}</h2>
        ${more.lead ? html`<p class="muted small">${more.lead}</p>` : nothing}
      </div>
      ${more.actions ? html`<div class="actions">${more.actions}</div>` : nothing}
    </header>
    <div class="pad stack close">${content}${fieldError(`${id}-section`, more.error)}</div>
  </section>`;

/** What the server refused in a field: `errorOf(draft, 'basics', 'headline')`. */
export const errorOf = (draft: ProfileDraft, part: string, pointer: string): string | undefined =>
  draft.errors.get()[`${part}/${pointer}`];
