import { Task } from '@lit/task';
import type { TalentListDetail, TalentListItem } from '@portico/api/talent/lists/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemWords } from '../../api/problem.ts';
import { deleteList, getList, putOnList, restoreList, takeOffList } from '../../api/talent.ts';
import { avatar } from '../../elements/avatar.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, gitCompare, pencil, send, trash, users, x } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { compareMax, comparePath } from '../../shell/comparison.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openInviteToJob } from '../invite/invite-dialog.ts';
import { listName } from './list-name.ts';
import { openRenameList } from './rename-list-dialog.ts';

class ListPage extends PortalElement {
  static override properties = {
    listId: { attribute: false },
    items: { state: true },
    chosen: { state: true },
  };
  declare listId: string;
  declare items: readonly TalentListItem[];
  declare chosen: readonly string[];

  #list = new Task(this, {
    args: () => [this.listId] as const,
    task: ([id], { signal }) => getList(id, signal),
    onComplete: ({ data }) => {
      this.items = data.items;
    },
  });

  constructor() {
    super();
    this.items = [];
    this.chosen = [];
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#list.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    return this.#list.render({
      pending: () => loading(8),
      error: (problem) => failed(problem, () => void this.#list.run()),
      complete: ({ data, etag }) => this.#page(data, etag),
    });
  }

  #page(list: TalentListDetail, etag: string | undefined): TemplateResult {
    const canCompare = this.chosen.length >= 2;
    const isOwn = list.mayEdit && !list.isDefault;
    return html`<p class="back"><a class="quiet muted row" href=${href('/lists')}>${icon(arrowLeft)}${t('lists.back')}</a></p>
      ${pageHead(
        listName(list),
        html`${t('lists.people', { n: this.items.length })} · ${t('lists.visibility')}: ${list.shared ? t('lists.visibleShared') : t('lists.visibleOwn')}`,
        html`<button
            class="button"
            type="button"
            aria-disabled=${String(!canCompare)}
            title=${canCompare ? nothing : t('lists.compareHint')}
            @click=${() => canCompare && navigate(comparePath(this.chosen))}
          >
            ${icon(gitCompare)}${this.chosen.length > 0 ? t('lists.compare', { n: this.chosen.length }) : t('freelancer.compare')}
          </button>
          ${
            mayOpen('hirer')
              ? html`<button
                  class="button"
                  type="button"
                  aria-disabled=${String(this.chosen.length === 0)}
                  title=${this.chosen.length === 0 ? t('invite.chooseFirst') : nothing}
                  @click=${() => this.#invite()}
                >
                  ${icon(send)}${t('invite.action')}
                </button>`
              : nothing
          }
          ${
            isOwn
              ? html`<button class="button" type="button" @click=${() => openRenameList(list, etag, () => void this.#list.run())}>${icon(pencil)}${t('lists.rename')}</button>
                  <button class="button danger" type="button" @click=${() => this.#delete(list)}>${icon(trash)}${t('lists.delete')}</button>`
              : nothing
          }`,
      )}
      <div class="card">${this.items.length > 0 ? this.#table(list) : nothingYet({ shape: users, title: t('lists.empty'), text: t('lists.emptyText'), next: { for: 'keeper', may: list.mayEdit, action: html`<a class="button" href=${href('/talent')}>${t('savedSearches.start')}</a>` } })}</div>`;
  }

  #table(list: TalentListDetail): TemplateResult {
    return html`<table class="table cards chosen">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${t('freelancer.compare')}</span></th>
          <th scope="col">${t('lists.person')}</th>
          <th scope="col">${t('lists.note')}</th>
          <th scope="col">${t('lists.added')}</th>
          <th scope="col"><span class="visually-hidden">${t('shell.remove')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.items,
          ({ freelancerId }) => freelancerId,
          (item) => this.#row(list, item),
        )}
      </tbody>
    </table>`;
  }

  #row(list: TalentListDetail, item: TalentListItem): TemplateResult {
    const { freelancerId: id, freelancer } = item;
    const name = freelancer?.name ?? t('lists.hidden');
    const isChosen = this.chosen.includes(id);
    return html`<tr>
      <td>
        <input
          type="checkbox"
          aria-label=${t('lists.choose', { name })}
          .checked=${isChosen}
          ?disabled=${!freelancer || (!isChosen && this.chosen.length >= compareMax)}
          @change=${() => {
            this.chosen = isChosen ? this.chosen.filter((one) => one !== id) : [...this.chosen, id];
          }}
        />
      </td>
      <td>
        ${
          freelancer
            ? html`<div class="person">
                ${avatar(freelancer.name, freelancer.photoUrl)}
                <div>
                  <a class="quiet strong" href=${href(`/freelancers/${id}`)}>${freelancer.name}</a>
                  <div class="muted small">${freelancer.headline}</div>
                </div>
              </div>`
            : html`<span class="muted">${name}</span>`
        }
      </td>
      <td class="note">
        ${
          list.mayEdit
            ? html`<textarea
                class="input quiet-input"
                rows="1"
                maxlength="2000"
                aria-label=${t('lists.noteOf', { name })}
                placeholder=${t('lists.notePlaceholder')}
                .value=${item.note}
                @change=${(event: Event) => void this.#saveNote(item, event.target as HTMLTextAreaElement)}
              ></textarea>`
            : item.note
        }
      </td>
      <td class="muted" data-label=${t('lists.added')}>${timeAgo(item.addedAt)}</td>
      <td class="end">
        ${
          list.mayEdit
            ? html`<button class="button plain small icon-only" type="button" aria-label=${t('lists.removePerson', { name })} @click=${() => void this.#remove(item, name)}>${icon(x)}</button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  async #saveNote(item: TalentListItem, box: HTMLTextAreaElement): Promise<void> {
    const note = box.value.trim();
    try {
      await putOnList(this.listId, item.freelancerId, note);
      this.items = this.items.map((one) => (one.freelancerId === item.freelancerId ? { ...one, note } : one));
      toast(t('lists.noteSaved'));
    } catch (problem) {
      // The words stay in the box, so that they can be saved again.
      toast(problemWords(problem));
    }
  }

  async #remove(item: TalentListItem, name: string): Promise<void> {
    const before = this.items;
    this.items = before.filter(({ freelancerId }) => freelancerId !== item.freelancerId);
    this.chosen = this.chosen.filter((id) => id !== item.freelancerId);
    try {
      await takeOffList(this.listId, item.freelancerId);
      undoable(t('lists.removed', { name }), () => this.#putBack(item), this);
    } catch (problem) {
      this.items = before;
      toast(problemWords(problem));
    }
  }

  async #putBack({ freelancerId, note }: TalentListItem): Promise<void> {
    await putOnList(this.listId, freelancerId, note);
    await this.#list.run();
  }

  #invite(): void {
    const people = this.items.flatMap(({ freelancer, freelancerId }) =>
      freelancer && this.chosen.includes(freelancerId) ? [{ id: freelancerId, name: freelancer.name }] : [],
    );
    if (people.length > 0) openInviteToJob(people);
    else toast(t('invite.chooseFirst'));
  }

  #delete(list: TalentListDetail): void {
    void atOnce({
      page: this,
      work: async () => {
        await deleteList(list.id);
        await navigate('/lists', 'replace');
      },
      said: t('lists.deleted', { name: list.name }),
      undo: () => restoreList(list.id),
    });
  }
}

define('portal-list-page', ListPage);
