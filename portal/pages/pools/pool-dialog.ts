import type { PoolEditing } from '@portico/api/talent/talent-pools/pool.ts';
import { poolNameMaxLength, poolTextMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, type TemplateResult } from 'lit';
import { changePool, createPool, type TalentPoolDetail } from '../../api/pools.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, radios, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';

type Known = { pool: TalentPoolDetail; etag: string | undefined; onSaved: () => void };

/** A pool's name, what it is for, and by which rules people come in. */
class PoolDialog extends DialogForm {
  static override properties = { ...FormElement.properties, given: { state: true } };
  declare given: {
    name: string;
    description: string;
    criteria: string;
    editing: PoolEditing;
    admitsFirstContract: boolean;
  };
  protected heading: string;
  protected submitLabel: string;
  readonly #known: Known | undefined;

  constructor(known?: Known) {
    super();
    this.#known = known;
    this.heading = known ? t('pool.edit') : t('pools.new');
    this.submitLabel = known ? t('pool.save') : t('pool.create');
    const {
      name = '',
      description = '',
      criteria = '',
      editing = 'hirers',
      admitsFirstContract = false,
    } = known?.pool ?? {};
    this.given = { name, description, criteria, editing, admitsFirstContract };
  }

  protected fields(): TemplateResult {
    const { name, description, criteria, editing, admitsFirstContract } = this.given;
    return html`${textField({
      id: 'name',
      label: t('pool.name'),
      value: name,
      maxlength: poolNameMaxLength,
      error: this.errors.name,
      onInput: (value) => this.#set({ name: value }),
    })}
    ${textArea({
      id: 'description',
      label: t('pool.description'),
      optional: true,
      rows: 2,
      maxlength: poolTextMaxLength,
      value: description,
      onInput: (value) => this.#set({ description: value }),
    })}
    ${textArea({
      id: 'criteria',
      label: t('pool.criteria'),
      hint: t('pool.criteriaHint'),
      optional: true,
      rows: 3,
      maxlength: poolTextMaxLength,
      value: criteria,
      onInput: (value) => this.#set({ criteria: value }),
    })}
    ${radios<PoolEditing>({
      name: 'editing',
      label: t('pool.editing'),
      value: editing,
      choices: [
        { value: 'hirers', label: t('pool.editingHirers') },
        { value: 'owners', label: t('pool.editingOwners') },
      ],
      onChange: (value) => this.#set({ editing: value }),
    })}
    ${checkbox({
      id: 'admitsFirstContract',
      label: t('pool.admitsFirst'),
      hint: t('pool.admitsFirstHint'),
      checked: admitsFirstContract,
      onChange: (value) => this.#set({ admitsFirstContract: value }),
    })}`;
  }

  #set(change: Partial<PoolDialog['given']>): void {
    this.given = { ...this.given, ...change };
  }

  #made: string | undefined;

  protected send(event: Event): Promise<boolean> {
    const given = { ...this.given, name: this.given.name.trim() };
    return this.submit(event, { name: !given.name && t('pool.nameMissing') }, async () => {
      if (this.#known) await changePool(this.#known.pool.id, given, this.#known.etag);
      else this.#made = (await createPool(given)).id;
    });
  }

  protected override closed(): void {
    if (this.#made) void navigate(`/pools/${this.#made}`);
    else this.#known?.onSaved();
  }
}

define('portal-pool-dialog', PoolDialog);

export const openNewPool = (): void => {
  openDialog(new PoolDialog());
};
export const openEditPool = (known: Known): void => {
  openDialog(new PoolDialog(known));
};
