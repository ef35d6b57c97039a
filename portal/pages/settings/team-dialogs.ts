import type { MemberBody } from '@portico/api/platform/tenants/schema.ts';
import type { TeamBody } from '@portico/api/platform/tenants/team-schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createTeam, getAllMembers, type Role, setTeamRoles } from '../../api/settings.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, fieldError, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Owners and account admins are of the whole company. */
const roles: readonly Role[] = ['hiringManager', 'recruiter', 'viewer', 'approver', 'financeAdmin', 'auditor'];

class NewTeamDialog extends DialogForm {
  static override properties = { ...FormElement.properties, name: { state: true } };
  declare name: string;
  protected heading = t('teams.createTitle');
  protected submitLabel = t('teams.create');
  readonly #made: () => void;

  constructor(made: () => void) {
    super();
    this.#made = made;
    this.name = '';
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'name',
      label: t('teams.name'),
      hint: t('teams.nameHint'),
      value: this.name,
      error: this.errors.name,
      required: true,
      onInput: (value) => {
        this.name = value;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.name.trim();
    return this.submit(event, { name: name === '' && t('teams.nameMissing') }, async () => {
      await createTeam(name);
      toast(t('teams.created', { name }));
      this.#made();
    });
  }
}

class TeamRolesDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    chosen: { state: true },
    personId: { state: true },
    members: { state: true },
  };
  declare chosen: ReadonlySet<Role>;
  declare personId: string;
  declare members: readonly MemberBody[];
  protected heading: string;
  protected submitLabel = t('shell.save');
  readonly #team: TeamBody;
  readonly #isNew: boolean;
  readonly #changed: () => void;

  constructor(team: TeamBody, member: TeamBody['members'][number] | undefined, changed: () => void) {
    super();
    this.#team = team;
    this.#isNew = member === undefined;
    this.#changed = changed;
    this.heading = member
      ? t('teams.rolesOf', { name: member.name, team: team.name })
      : t('teams.addTo', { team: team.name });
    this.chosen = new Set(member?.roles ?? ['viewer']);
    this.personId = member?.personId ?? '';
    this.members = [];
    if (this.#isNew)
      getAllMembers().then(
        (members) => {
          this.members = members;
        },
        (problem: unknown) => {
          this.problem = problem;
        },
      );
  }

  protected fields(): TemplateResult {
    const inTeam = new Set(this.#team.members.map(({ personId }) => personId));
    const others = this.members.filter(({ personId, disabled }) => !disabled && !inTeam.has(personId));
    return html`<p class="muted">${t('teams.rolesText')}</p>
      ${
        this.#isNew
          ? selectField({
              id: 'personId',
              label: t('members.person'),
              value: this.personId,
              error: this.errors.personId,
              choices: [
                { value: '', label: t('teams.choosePerson') },
                ...others.map(({ personId, name, email }) => ({ value: personId, label: `${name} · ${email}` })),
              ],
              onChange: (value) => {
                this.personId = value;
              },
            })
          : nothing
      }
      <fieldset class="field">
        <legend>${t('members.roles')}</legend>
        ${roles.map((role) =>
          checkbox({
            id: `role-${role}`,
            label: wordsFor('role', role) ?? role,
            hint: wordsFor('roleHint', role) ?? '',
            checked: this.chosen.has(role),
            onChange: (checked) => {
              const chosen = new Set(this.chosen);
              if (checked) chosen.add(role);
              else chosen.delete(role);
              this.chosen = chosen;
            },
          }),
        )}
        ${fieldError('roles', this.errors.roles)}
      </fieldset>`;
  }

  protected send(event: Event): Promise<boolean> {
    const missing = {
      personId: this.personId === '' && t('teams.personMissing'),
      roles: this.chosen.size === 0 && t('members.roleMissing'),
    };
    return this.submit(event, missing, async () => {
      await setTeamRoles(this.#team.id, this.personId, [...this.chosen]);
      this.#changed();
    });
  }
}

define('portal-new-team-dialog', NewTeamDialog);
define('portal-team-roles-dialog', TeamRolesDialog);

export const openNewTeam = (made: () => void): void => {
  openDialog(new NewTeamDialog(made));
};

export const openTeamRoles = (
  team: TeamBody,
  member: TeamBody['members'][number] | undefined,
  changed: () => void,
): void => {
  openDialog(new TeamRolesDialog(team, member, changed));
};
