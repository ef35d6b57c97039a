import { Task } from '@lit/task';
import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getLists } from '../../api/talent.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { list, lock, plus, users } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayKeep } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { listName } from './list-name.ts';
import { openNewList } from './new-list-dialog.ts';

class ListsPage extends PortalElement {
  #lists = new Task(this, { args: () => [], task: (_, { signal }) => getLists(signal) });

  protected override render() {
    return html`${pageHead(
      t('lists.title'),
      t('lists.lead'),
      mayKeep()
        ? html`<button class="button primary" type="button" @click=${openNewList}>${icon(plus)}${t('lists.new')}</button>`
        : nothing,
    )}
      <div class="card">
        ${this.#lists.render({
          pending: () => loading(),
          error: (problem) => failed(problem, () => void this.#lists.run()),
          complete: (lists) =>
            lists.length > 0
              ? this.#table(lists)
              : nothingYet({
                  shape: list,
                  title: t('lists.noneTitle'),
                  text: t('lists.noneText'),
                  next: {
                    for: 'keeper',
                    may: mayKeep(),
                    action: html`<a class="button" href=${href('/talent')}>${t('savedSearches.start')}</a>`,
                  },
                }),
        })}
      </div>`;
  }

  #table(lists: readonly TalentList[]): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr>
          <th scope="col">${t('lists.name')}</th>
          <th scope="col" class="end">${t('lists.columnPeople')}</th>
          <th scope="col">${t('lists.visibility')}</th>
          <th scope="col">${t('lists.updated')}</th>
        </tr>
      </thead>
      <tbody>
        ${lists.map(
          (one) => html`<tr>
            <td><a class="quiet strong" href=${href(`/lists/${one.id}`)}>${listName(one)}</a></td>
            <td class="end" data-label=${t('lists.columnPeople')}>${one.itemCount}</td>
            <td data-label=${t('lists.visibility')}>
              <span class="tag">${icon(one.shared ? users : lock)}${one.shared ? t('lists.visibleShared') : t('lists.visibleOwn')}</span>
            </td>
            <td class="muted" data-label=${t('lists.updated')}>${timeAgo(one.updatedAt)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

define('portal-lists-page', ListsPage);
