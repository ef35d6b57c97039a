import { Task } from '@lit/task';
import type { InvitationBody, MemberBody } from '@portico/api/platform/tenants/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemWords } from '../../api/problem.ts';
import { changeMember, getInvitations, getMembers, removeMember, withdrawInvitation } from '../../api/settings.ts';
import { avatar } from '../../elements/avatar.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { pageHead } from '../../elements/page-head.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { ellipsis, mail, userPlus } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { me } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { openInvite, openRoles } from './member-dialogs.ts';

class MembersPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = { members: { state: true }, nextCursor: { state: true } };
  declare members: readonly MemberBody[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getMembers(undefined, signal),
    onComplete: ({ items, nextCursor }) => {
      this.members = items;
      this.nextCursor = nextCursor;
    },
  });
  #invitations = new Task(this, { args: () => [], task: (_, { signal }) => getInvitations(signal) });

  constructor() {
    super();
    this.members = [];
    this.nextCursor = null;
  }

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('members.title'),
      t('members.lead'),
      html`<button class="button primary" type="button" @click=${() => openInvite(() => void this.#invitations.run())}>${icon(userPlus)}${t('members.invite')}</button>`,
    )}
      <div class="stack">
        ${this.#waiting(this.#invitations.value ?? [])}
        <div class="card">
          ${this.#load.render({
            pending: () => loading(),
            error: (problem) => failed(problem, () => void this.#load.run()),
            complete: () => this.#table(),
          })}
        </div>
      </div>`;
  }

  #waiting(invitations: readonly InvitationBody[]): TemplateResult | typeof nothing {
    if (invitations.length === 0) return nothing;
    return html`<section class="card">
      <header><h2>${t('members.invited', { n: invitations.length })}</h2></header>
      <ul class="rows">
        ${invitations.map(
          ({ id, email, roles, expiresAt }) => html`<li>
            ${icon(mail)}
            <div class="grow">
              <strong>${email}</strong>
              <div class="muted small">${roleWords(roles)} · ${t('members.expires', { when: formatRelative(expiresAt, now()) })}</div>
            </div>
            <button class="button small" type="button" @click=${() => void this.#withdraw(id, email)}>${t('members.withdraw')}</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #table(): TemplateResult {
    return html`<table class="table cards">
        <thead>
          <tr>
            <th scope="col">${t('members.person')}</th>
            <th scope="col">${t('members.roles')}</th>
            <th scope="col">${t('members.since')}</th>
            <th scope="col"><span class="visually-hidden">${t('shell.moreActions')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.members,
            ({ id }) => id,
            (member) => this.#row(member),
          )}
        </tbody>
      </table>
      ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}`;
  }

  #row(member: MemberBody): TemplateResult {
    const { name, email, roles, disabled, memberSince, personId } = member;
    const isSelf = personId === me.get()?.person.id;
    return html`<tr>
      <td>
        <div class="person">
          ${avatar(name, null)}
          <div>
            <strong>${name}</strong>
            <div class="muted small">${email}</div>
          </div>
        </div>
      </td>
      <td data-label=${t('members.roles')}>${roles.length > 0 ? roleWords(roles) : html`<span class="muted">${t('members.teamsOnly')}</span>`} ${disabled ? tag('warning', t('members.disabled')) : nothing}</td>
      <td class="muted" data-label=${t('members.since')}>${timeAgo(memberSince)}</td>
      <td class="end">
        ${
          isSelf
            ? html`<span class="muted small">${t('members.you')}</span>`
            : html`<div class="actions end">
                <button class="button small" type="button" @click=${() => openRoles(member, (changed) => this.#replace(changed))}>${t('members.changeRoles')}</button>
                ${popoverMenu(
                  `member-${member.id}`,
                  html`${icon(ellipsis)}<span class="visually-hidden">${t('members.more', { name })}</span>`,
                  html`<button class="menu-item" type="button" @click=${() => void this.#setDisabled(member)}>${disabled ? t('members.enable') : t('members.disable')}</button>
                    <button class="menu-item danger" type="button" @click=${() => this.#remove(member)}>${t('shell.remove')}</button>`,
                  'plain small icon-only',
                )}
              </div>`
        }
      </td>
    </tr>`;
  }

  #replace(changed: MemberBody): void {
    this.members = this.members.map((member) => (member.id === changed.id ? changed : member));
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getMembers(this.nextCursor ?? undefined);
      this.members = [...this.members, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #setDisabled({ id, name, disabled }: MemberBody): Promise<void> {
    const set = async (next: boolean) => this.#replace(await changeMember(id, { disabled: next }));
    return atOnce({
      page: this,
      work: () => set(!disabled),
      said: disabled ? t('members.enabledToast', { name }) : t('members.disabledToast', { name }),
      undo: () => set(disabled),
    });
  }

  #remove({ id, name }: MemberBody): void {
    confirmThen(
      {
        title: t('members.removeTitle', { name }),
        text: t('members.removeText'),
        confirm: t('members.removeNow'),
        isDangerous: true,
      },
      async () => {
        await removeMember(id);
        this.members = this.members.filter((member) => member.id !== id);
        toast(t('members.removedToast', { name }));
      },
    );
  }

  async #withdraw(id: string, email: string): Promise<void> {
    try {
      await withdrawInvitation(id);
      toast(t('members.withdrawn', { email }));
      await this.#invitations.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const roleWords = (roles: readonly string[]) => roles.map((role) => wordsFor('role', role) ?? role).join(', ');

define('portal-members-page', MembersPage);
