import { Task } from '@lit/task';
import type { TeamBody } from '@portico/api/platform/tenants/team-schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { dissolveTeam, endTeamRoles, getTeams, setTeamRoles } from '../../api/settings.ts';
import { avatar } from '../../elements/avatar.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { ellipsis, plus, userPlus, users } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { openNewTeam, openTeamRoles } from './team-dialogs.ts';

type TeamMember = TeamBody['members'][number];

class TeamsPage extends PortalElement {
  static override pageStyles = [settingsStyles];

  #load = new Task(this, { args: () => [], task: (_, { signal }) => getTeams(signal) });

  protected override render(): TemplateResult {
    const again = () => void this.#load.run();
    const create = html`<button class="button primary" type="button" @click=${() => openNewTeam(again)}>${icon(plus)}${t('teams.create')}</button>`;
    const isFirst = this.#load.value?.length === 0;
    return html`${pageHead(t('teams.title'), t('teams.lead'), mayOpen('accountAdmin') && !isFirst ? create : nothing)}
      ${this.#load.render({
        pending: () => loading(),
        error: (problem) => failed(problem, again),
        complete: (teams) =>
          teams.length === 0
            ? html`<div class="card">${nothingYet({
                shape: users,
                title: t('teams.empty'),
                text: t('teams.emptyText'),
                next: { for: 'accountAdmin', action: create },
              })}</div>`
            : html`<div class="stack">${teams.map((team) => this.#team(team))}</div>`,
      })}`;
  }

  #team(team: TeamBody): TemplateResult {
    const mayChange = mayOpen('accountAdmin');
    return html`<section class="card" aria-label=${team.name}>
      <header>
        <h2>${team.name}</h2>
        ${
          mayChange
            ? html`<div class="actions">
                <button class="button small" type="button" @click=${() => openTeamRoles(team, undefined, () => void this.#load.run())}>${icon(userPlus)}${t('teams.add')}</button>
                ${popoverMenu(
                  `team-${team.id}`,
                  html`${icon(ellipsis)}<span class="visually-hidden">${t('members.more', { name: team.name })}</span>`,
                  html`<button class="menu-item danger" type="button" @click=${() => this.#dissolve(team)}>${t('teams.dissolve')}</button>`,
                  'plain small icon-only',
                )}
              </div>`
            : nothing
        }
      </header>
      ${
        team.members.length === 0
          ? html`<p class="pad muted">${t('teams.nobody')}</p>`
          : html`<ul class="rows">${team.members.map((member) => this.#member(team, member, mayChange))}</ul>`
      }
    </section>`;
  }

  #member(team: TeamBody, member: TeamMember, mayChange: boolean): TemplateResult {
    return html`<li>
      ${avatar(member.name, null)}
      <div class="grow">
        <strong>${member.name}</strong>
        <div class="muted small">${member.roles.map((role) => wordsFor('role', role) ?? role).join(', ')}</div>
      </div>
      ${
        mayChange
          ? html`<button class="button small" type="button" aria-label=${t('teams.rolesOf', { name: member.name, team: team.name })} @click=${() => openTeamRoles(team, member, () => void this.#load.run())}>${t('members.changeRoles')}</button>
              <button class="button small danger" type="button" aria-label=${t('teams.takeOutOf', { name: member.name, team: team.name })} @click=${() => this.#takeOut(team, member)}>${t('teams.takeOut')}</button>`
          : nothing
      }
    </li>`;
  }

  /** The roles end at once; undone, the same ones begin again. */
  #takeOut({ id, name: team }: TeamBody, { personId, name, roles }: TeamMember): void {
    void atOnce({
      page: this,
      work: async () => {
        await endTeamRoles(id, personId);
        await this.#load.run();
      },
      said: t('teams.takenOut', { name, team }),
      undo: async () => {
        await setTeamRoles(id, personId, [...roles]);
        await this.#load.run();
      },
    });
  }

  #dissolve({ id, name }: TeamBody): void {
    confirmThen(
      {
        title: t('teams.dissolveTitle', { name }),
        text: t('teams.dissolveText'),
        confirm: t('teams.dissolveNow'),
        isDangerous: true,
      },
      async () => {
        await dissolveTeam(id);
        await this.#load.run();
        toast(t('teams.dissolved', { name }));
      },
    );
  }
}

define('portal-teams-page', TeamsPage);
