import type { KeyBody } from '@portico/api/platform/tenants/schema.ts';
import { html, type TemplateResult } from 'lit';
import { createKey } from '../../api/settings.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { DialogForm, openDialog, showOnce } from '../../elements/dialog.ts';
import { radios, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

class NewKeyDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    keyName: { state: true },
    kind: { state: true },
    days: { state: true },
  };
  protected heading = t('keys.new');
  protected submitLabel = t('keys.create');
  declare keyName: string;
  declare kind: KeyBody['kind'];
  /** Until it ends by itself; `` for never. */
  declare days: string;
  readonly #created: () => void;

  constructor(created: () => void) {
    super();
    this.#created = created;
    this.keyName = '';
    this.kind = 'secret';
    this.days = '';
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'name',
      label: t('keys.name'),
      hint: t('keys.nameHint'),
      value: this.keyName,
      maxlength: 100,
      error: this.errors.name,
      required: true,
      onInput: (value) => {
        this.keyName = value;
      },
    })}
    ${radios<KeyBody['kind']>({
      name: 'kind',
      label: t('keys.kind'),
      value: this.kind,
      choices: [
        { value: 'secret', label: t('keyKind.secret'), hint: t('keyKindHint.secret') },
        { value: 'publishable', label: t('keyKind.publishable'), hint: t('keyKindHint.publishable') },
      ],
      onChange: (value) => {
        this.kind = value;
      },
    })}
    ${selectField({
      id: 'days',
      label: t('embedConsole.expires'),
      value: this.days,
      choices: ['', '30', '90', '365'].map((value) => ({
        value,
        label: value ? t('embedConsole.expiresAfter', { n: Number(value) }) : t('embedConsole.expiresNever'),
      })),
      onChange: (value) => {
        this.days = value;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.keyName.trim();
    return this.submit(event, { name: !name && t('lists.nameMissing') }, async () => {
      const { key } = await createKey({
        name,
        kind: this.kind,
        ...(this.days && { expiresInDays: Number(this.days) }),
      });
      showKey(key);
      this.#created();
    });
  }
}

define('portal-new-key-dialog', NewKeyDialog);

export const openNewKey = (created: () => void): void => {
  openDialog(new NewKeyDialog(created));
};

export const showKey = (key: string): void =>
  showOnce(t('keys.onceTitle'), html`<p>${t('keys.onceText')}</p>${codeBlock(key, true)}`);
