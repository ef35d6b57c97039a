import type { TemplateResult } from 'lit';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { passwordField } from '../sign-in/password-field.ts';

/** Asks for the password again before something that protects the account changes. */
class PasswordDialog extends DialogForm {
  static override properties = { ...FormElement.properties, password: { state: true }, shows: { state: true } };
  protected heading: string;
  protected submitLabel = t('secondStep.submit');
  declare password: string;
  declare shows: boolean;
  readonly #work: (password: string) => Promise<void>;

  constructor(heading: string, work: (password: string) => Promise<void>) {
    super();
    this.heading = heading;
    this.#work = work;
    this.password = '';
    this.shows = false;
  }

  protected fields(): TemplateResult {
    return passwordField({
      id: 'confirm-password',
      label: t('security.yourPassword'),
      value: this.password,
      autocomplete: 'current-password',
      error: this.errors.password,
      shows: this.shows,
      onShow: (shows) => {
        this.shows = shows;
      },
      onInput: (value) => {
        this.password = value;
      },
    });
  }

  protected send(event: Event): Promise<boolean> {
    const { password } = this;
    return this.submit(event, { password: !password && t('signIn.passwordMissing') }, () => this.#work(password));
  }
}

define('portal-password-dialog', PasswordDialog);

export const openPasswordDialog = (heading: string, work: (password: string) => Promise<void>): void => {
  openDialog(new PasswordDialog(heading, work));
};
