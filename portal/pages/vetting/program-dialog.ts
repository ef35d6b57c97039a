import { html, type TemplateResult } from 'lit';
import { beginProgram, type Desk, getDeskPools } from '../../api/vetting.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

type Pool = { id: string; name: string };

/** What a program is for and what it asks for; its rubric is written next. */
class ProgramDialog extends DialogForm {
  static override properties = { ...FormElement.properties, given: { state: true } };
  declare given: {
    poolId: string;
    name: string;
    description: string;
    percent: string;
    documents: string;
    byInvitation: boolean;
  };
  protected heading = t('vetting.newProgram');
  protected submitLabel = t('vetting.begin');
  readonly #desk: Desk;
  readonly #pools: readonly Pool[];
  readonly #done: () => void;

  constructor(desk: Desk, pools: readonly Pool[], done: () => void) {
    super();
    this.#desk = desk;
    this.#pools = pools;
    this.#done = done;
    this.given = {
      poolId: pools[0]?.id ?? '',
      name: '',
      description: '',
      percent: '60',
      documents: '',
      byInvitation: false,
    };
  }

  protected fields(): TemplateResult {
    const { poolId, name, description, percent, documents, byInvitation } = this.given;
    const set = (change: Partial<typeof this.given>) => {
      this.given = { ...this.given, ...change };
    };
    return html`${selectField({
      id: 'poolId',
      label: t('vetting.leadsTo'),
      hint: this.#pools.length === 0 ? t('vetting.noPools') : undefined,
      error: this.errors.poolId,
      value: poolId,
      choices: this.#pools.map(({ id, name: label }) => ({ value: id, label })),
      onChange: (value) => set({ poolId: value }),
    })}
      ${textField({ id: 'name', label: t('vetting.programName'), value: name, maxlength: 120, error: this.errors.name, onInput: (value) => set({ name: value }) })}
      ${textArea({ id: 'description', label: t('vetting.description'), hint: t('vetting.descriptionHint'), optional: true, value: description, onInput: (value) => set({ description: value }) })}
      ${textField({ id: 'minCompleteness', label: t('vetting.completeness'), type: 'number', min: 0, max: 100, suffix: '%', value: percent, error: this.errors.minCompleteness, onInput: (value) => set({ percent: value }) })}
      ${textArea({ id: 'documents', label: t('vetting.wantedDocuments'), hint: t('vetting.wantedHint'), optional: true, value: documents, onInput: (value) => set({ documents: value }) })}
      ${checkbox({ id: 'entry', label: t('vetting.invitationOnly'), checked: byInvitation, onChange: (value) => set({ byInvitation: value }) })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { poolId, name, description, percent, documents, byInvitation } = this.given;
    const labels = documents
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return this.submit(
      event,
      { name: !name.trim() && t('vetting.nameMissing'), poolId: !poolId && t('vetting.noPools') },
      async () => {
        await beginProgram(this.#desk, {
          poolId,
          name: name.trim(),
          description: description.trim(),
          minCompleteness: Number(percent),
          entry: byInvitation ? 'invitation' : 'open',
          documents: labels.map((label, at) => ({ key: `document${at + 1}`, label, isRequired: true })),
        });
        this.#done();
      },
    );
  }
}

define('portal-vetting-program-dialog', ProgramDialog);

export async function openProgram(desk: Desk, done: () => void): Promise<void> {
  const { items } = await getDeskPools(desk);
  openDialog(new ProgramDialog(desk, items, done));
}
