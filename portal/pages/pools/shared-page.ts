import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getSharedMembers, type SharedMember } from '../../api/pools.ts';
import { dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, handshake } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { poolStyles } from '../../styles/pools.ts';
import { memberColumns } from './member-columns.ts';

/** People whom other companies shared, each with their own consent. */
class SharedTalentPage extends PortalElement {
  static override pageStyles = [poolStyles];

  #load = new Task(this, { args: () => [], task: (_, { signal }) => getSharedMembers(signal) });

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/pools')}>${icon(arrowLeft)}${t('pools.back')}</a></p>
      ${pageHead(t('pools.sharedTitle'), t('pools.sharedLead'))}
      <div class="card">${this.#load.render({
        pending: () => loading(6),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
        complete: (items) =>
          items.length > 0
            ? list(items)
            : nothingYet({
                shape: handshake,
                title: t('pools.sharedNone'),
                text: t('pools.sharedNoneText'),
                next: 'itself',
              }),
      })}</div>`;
  }
}

const list = (rows: readonly SharedMember[]) =>
  dataList<SharedMember>({
    name: 'shared-members',
    label: t('pools.sharedTitle'),
    columns: [
      ...memberColumns<SharedMember>({
        pathOf: ({ freelancerId }) => `/freelancers/${freelancerId}`,
        week: 1,
        isKept: false,
        hasVetted: rows.some(({ vetting }) => vetting !== null),
      }),
      {
        id: 'sharedBy',
        label: t('pools.sharedTitle'),
        cell: ({ sharedBy }) => t('pools.sharedBy', { company: sharedBy }),
      },
    ],
    rows,
    keyOf: ({ shareId }) => shareId,
    nameOf: ({ name }) => name,
  });

define('portal-shared-talent-page', SharedTalentPage);
