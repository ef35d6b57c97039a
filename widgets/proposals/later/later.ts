import type { JobPostPage, JobPostSummary } from '@portico/api/hiring/job-posts/schema.ts';
import type { Proposal, ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import { html, nothing } from 'lit-html';
import { icon } from '../../core/icon.ts';
import { laterWords } from '../../core/later-words.ts';
import { skeleton } from '../board-view.ts';
import type { ProposalsView } from '../proposals-view.ts';
import { comparison } from './comparison.ts';
import type { Later } from './later-parts.ts';
import { createPanel } from './panel.ts';
import { postChoice } from './post-choice.ts';
import type { LaterStrings } from './strings.ts';

export { panelStyles as styles } from './panel-styles.ts';

const locales: Record<string, () => Promise<{ words: LaterStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** What opens beside the board and over it. */
export function createLater(view: ProposalsView): Later {
  const words = laterWords(view, 'proposals', locales);
  const panel = createPanel(view, words);
  let compared: readonly Proposal[] | undefined;
  let isOpen = false;
  let posts: readonly JobPostSummary[] | undefined;

  const dialogElement = () => view.root.querySelector('dialog')!;

  return {
    async choose() {
      const states = ['open', 'paused', 'filled', 'closed', 'expired'].map((state) => ['state', state]);
      const query = new URLSearchParams([...states, ['sort', 'newest'], ['limit', '100']]);
      const asked = view.api.ask<JobPostPage>('/v1/job-posts', { query, locale: view.language });
      const [found] = await Promise.all([asked, words.speak()]);
      posts = found.items;
      view.update();
    },

    posts() {
      const says = words.now();
      if (!view.jobId) return posts && says ? postChoice(view, says, posts) : view.failure ? nothing : skeleton();
      if (!posts || !says) return nothing;
      const { board } = view;
      const back = () => {
        view.proposal = undefined;
        view.jobId = undefined;
      };
      return html`<div class="row spread">
        <h2 dir="auto">${board?.jobPost.title}</h2>
        <button class="plain" @click=${back}>${says.choosePost}</button>
      </div>`;
    },

    show: panel.show,
    panel: panel.render,

    async compare(ids) {
      isOpen = true;
      view.update();
      await view.updateComplete;
      dialogElement().showModal();
      try {
        const query = new URLSearchParams(ids.map((id) => ['id', id]));
        const asked = view.api.ask<{ items: Proposal[] }>('/v1/proposals/compare', { query });
        const [found] = await Promise.all([asked, words.speak()]);
        compared = found.items;
      } catch (reason) {
        dialogElement().close();
        view.failed(reason);
      }
      view.update();
    },

    dialog() {
      const { strings } = view;
      const says = words.now();
      const closed = () => {
        isOpen = false;
        compared = undefined;
        view.update();
      };
      return html`<dialog part="panel" aria-label=${strings.compare} @close=${closed}>
        ${
          isOpen
            ? html`<div class="stack">
                <form class="close" method="dialog"><button class="plain">${icon('close')}${strings.close}</button></form>
                ${compared && says ? comparison(view, says, compared) : html`<div class="bone"></div>`}
              </div>`
            : nothing
        }
      </dialog>`;
    },

    /** The same stars again take them back. */
    async rate({ id, rating }: ProposalCard, stars) {
      if (!view.may('note') || !view.intend('rate', id)) return;
      const own = rating.own === stars ? null : stars;
      view.took({ id, rating: { ...rating, own } });
      try {
        const { average, items } = await view.api.ask<{ average: number | null; items: unknown[] }>(
          `/v1/proposals/${id}/rating`,
          { method: 'PUT', body: { stars: own } },
        );
        view.took({ id, rating: { own, average, count: items.length } });
      } catch (reason) {
        view.took({ id, rating });
        view.failed(reason);
      }
    },
  };
}
