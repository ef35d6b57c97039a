import { html, nothing, type TemplateResult } from 'lit';
import { intoLine } from '../../elements/into-line.ts';
import { pageHead } from '../../elements/page-head.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';

export type JobsTab = 'feed' | 'search' | 'saved' | 'searches';

const tabs = [
  { tab: 'feed', path: '/jobs', label: 'findWork.feed' },
  { tab: 'search', path: '/jobs/search', label: 'findWork.search' },
  { tab: 'saved', path: '/jobs/saved', label: 'findWork.savedTab' },
  { tab: 'searches', path: '/jobs/saved-searches', label: 'findWork.searchesTab' },
] as const;

/** What every page of looking for work begins with. Who has no profile can search and nothing else. */
export const jobsHead = (current: JobsTab, lead: string, actions: TemplateResult | typeof nothing = nothing) => html`
  ${pageHead(t('nav.findWork'), lead, actions)}
  ${
    mayOpen('freelancer')
      ? html`<nav class="tabs" aria-label=${t('nav.findWork')}>
          ${tabs.map(({ tab, path, label }) => html`<a href=${href(path)} aria-current=${tab === current ? 'page' : nothing} ${intoLine(tab === current)}>${t(label)}</a>`)}
        </nav>`
      : nothing
  }`;
