import { html, nothing } from 'lit-html';
import type { HireError } from './hire-error.ts';
import type { CoreStrings } from './locale.ts';

const lastResort: Pick<CoreStrings, 'retry' | 'signIn' | 'errors' | 'reference'> = {
  retry: 'Try again',
  signIn: '',
  reference: 'Reference',
  errors: { chunk_load: 'This part of the page could not be loaded.' } as CoreStrings['errors'],
};

/** What happened, what to do, and the id support will ask for. Words may be what failed to load. */
export const errorNotice = (error: HireError, strings: CoreStrings | undefined, retry: () => void) => {
  const { errors, reference, retry: again, signIn } = strings ?? lastResort;
  return html`<div class="stack notice" role="alert" part="error">
    <p>${errors[error.code]}</p>
    ${error.requestId ? html`<p class="muted small">${reference} <code>${error.requestId}</code></p>` : nothing}
    <button @click=${error.act ?? retry}>${error.act ? signIn : again}</button>
  </div>`;
};
