import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JobHit } from '../../api/jobs.ts';
import { t } from '../../strings/strings.ts';
import './job-tile.ts';

export const jobList = (
  jobs: readonly JobHit[],
  more: { isThere: boolean; isLoading: boolean; load: () => void },
): TemplateResult => html`<ul class="plain-list stack close">
    ${repeat(
      jobs,
      ({ id }) => id,
      (job) => html`<li><portal-job-tile .job=${job}></portal-job-tile></li>`,
    )}
  </ul>
  ${more.isThere ? html`<p class="load-more"><button class="button" type="button" ?disabled=${more.isLoading} @click=${more.load}>${more.isLoading ? t('shell.loading') : t('list.more')}</button></p>` : nothing}`;
