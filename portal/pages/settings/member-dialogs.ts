import type { MemberBody } from '@portico/api/platform/tenants/schema.ts';
import { html, type TemplateResult } from 'lit';
import { changeMember, invite, type Role } from '../../api/settings.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, fieldError, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { isEmail } from '../sign-in/sign-in-rules.ts';

const roles: readonly Role[] = [
  'hiringManager',
  'recruiter',
  'viewer',
  'approver',
  'financeAdmin',
  'accountAdmin',
  'auditor',
  'owner',
];

abstract class RolesDialog extends DialogForm {
  static override properties = { ...FormElement.properties, chosen: { state: true }, email: { state: true } };
  declare chosen: ReadonlySet<Role>;
  declare email: string;

  protected roleFields(): TemplateResult {
    return html`<fieldset class="field">
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

  protected get rolesMissing(): string | false {
    return this.chosen.size === 0 && t('members.roleMissing');
  }
}

class InviteDialog extends RolesDialog {
  protected heading = t('members.inviteTitle');
  protected submitLabel = t('members.sendInvitation');
  readonly #invited: () => void;

  constructor(invited: () => void) {
    super();
    this.#invited = invited;
    this.email = '';
    this.chosen = new Set<Role>(['hiringManager']);
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'email',
      label: t('signIn.email'),
      type: 'email',
      value: this.email,
      error: this.errors.email,
      required: true,
      onInput: (value) => {
        this.email = value;
      },
    })}
    ${this.roleFields()}`;
  }

  protected send(event: Event): Promise<boolean> {
    const email = this.email.trim();
    return this.submit(
      event,
      { email: !isEmail(email) && t('signUp.emailInvalid'), roles: this.rolesMissing },
      async () => {
        await invite({ email, roles: [...this.chosen] });
        toast(t('members.invitedToast', { email }));
        this.#invited();
      },
    );
  }
}

class ChangeRolesDialog extends RolesDialog {
  protected heading: string;
  protected submitLabel = t('shell.save');
  readonly #member: MemberBody;
  readonly #changed: (member: MemberBody) => void;

  constructor(member: MemberBody, changed: (member: MemberBody) => void) {
    super();
    this.#member = member;
    this.#changed = changed;
    this.heading = t('members.rolesOf', { name: member.name });
    this.chosen = new Set(member.roles);
  }

  protected fields(): TemplateResult {
    return html`<p class="muted">${t('members.rolesAtOnce')}</p>${this.roleFields()}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, { roles: this.rolesMissing }, async () => {
      this.#changed(await changeMember(this.#member.id, { roles: [...this.chosen] }));
    });
  }
}

define('portal-invite-dialog', InviteDialog);
define('portal-change-roles-dialog', ChangeRolesDialog);

export const openInvite = (invited: () => void): void => {
  openDialog(new InviteDialog(invited));
};

export const openRoles = (member: MemberBody, changed: (member: MemberBody) => void): void => {
  openDialog(new ChangeRolesDialog(member, changed));
};
