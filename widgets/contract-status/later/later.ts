import type { ContractStatusPage, ContractStatus as WholeContract } from '@portico/api/work/contract-status/schema.ts';
import { html } from 'lit-html';
import { errorNotice } from '../../core/error-notice.ts';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import { laterWords } from '../../core/later-words.ts';
import type { StatusView } from '../status-view.ts';
import { detail } from './detail.ts';
import { createDialog } from './dialog.ts';
import { followChanges } from './follow-changes.ts';
import type { Later } from './later-parts.ts';
import type { LaterStrings } from './strings.ts';

export { laterStyles as styles } from './later-styles.ts';

const locales: Record<string, () => Promise<{ words: LaterStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** A contract beside the list, its dialogs, and what happens meanwhile. */
export function createLater(view: StatusView): Later {
  const words = laterWords(view, 'contract-status', locales);
  let shown: string | undefined;
  let contract: WholeContract | undefined;
  let error: HireError | undefined;
  let stopFollowing: (() => void) | undefined;
  const dialog = createDialog(
    view,
    () => words.now()!,
    (id) => void read(id),
  );

  /** What is on screen stays until the answer is here, and when none comes. */
  async function read(id: string): Promise<void> {
    try {
      const { team, language: locale } = view;
      const query = new URLSearchParams({ limit: '1', ...(team && { team }) });
      const [answer, page] = await Promise.all([
        view.api.ask<WholeContract>(`/v1/contract-status/${id}`, { locale }),
        // How many wait may be others now; the rows stay those that somebody looks at.
        view.page && view.api.ask<ContractStatusPage>('/v1/contract-status', { query, locale }),
      ]);
      view.took(answer, page?.counts);
      if (shown !== id) return;
      contract = answer;
      error = undefined;
    } catch (reason) {
      if (shown === id && contract?.id !== id) error = asHireError(reason);
    }
    view.update();
  }

  function changed(id: string): void {
    const isListed = view.page?.items.some((each) => each.id === id);
    if (isListed || shown === id) void read(id);
    else view.reload();
  }

  function missed(): void {
    view.reload();
    if (shown) void read(shown);
  }

  return {
    async show(id) {
      const isNew = shown !== id;
      shown = id;
      if (isNew) contract = error = undefined;
      view.update();
      await Promise.all([words.speak(), read(id)]);
      if (shown !== id) return;
      await view.updateComplete;
      view.root.querySelector<HTMLElement>('aside h2')?.focus();
    },

    detail() {
      const says = words.now();
      if (error) return errorNotice(error, view.strings, () => read(shown!));
      return contract && says ? detail(view, says, contract) : html`<div class="bone"></div>`;
    },

    async act(action, about, subjectId) {
      await words.speak();
      await dialog.open(action, about, subjectId);
    },

    dialog: () => dialog.render(),

    follow() {
      stopFollowing?.();
      stopFollowing = followChanges(view.api, { changed, missed });
    },

    stop() {
      stopFollowing?.();
      stopFollowing = undefined;
    },
  };
}
