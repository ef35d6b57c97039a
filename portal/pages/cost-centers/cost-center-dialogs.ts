import { html, nothing, type TemplateResult } from 'lit';
import {
  type CostCenter,
  type CostCenterImport,
  changeCostCenter,
  createCostCenter,
  importCostCenters,
} from '../../api/spending.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

type Typed = { code: string; name: string; parentCode: string; teams: string; isActive: boolean };

class CostCenterForm extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading: string;
  protected submitLabel = t('purchaseOrders.save');
  declare typed: Typed;
  readonly #all: readonly CostCenter[];
  readonly #known: CostCenter | undefined;
  readonly #done: () => void;

  constructor(all: readonly CostCenter[], known: CostCenter | undefined, done: () => void) {
    super();
    this.#all = all;
    this.#known = known;
    this.#done = done;
    this.heading = known ? t('costCenters.change', { code: known.code }) : t('costCenters.new');
    this.typed = {
      code: known?.code ?? '',
      name: known?.name ?? '',
      parentCode: known?.parentCode ?? '',
      teams: known?.teams.join('\n') ?? '',
      isActive: known?.isActive ?? true,
    };
  }

  protected fields(): TemplateResult {
    const { typed } = this;
    return html`${this.#known ? nothing : this.#text('code', 60)} ${this.#text('name', 120)}
      ${selectField({
        id: 'parentCode',
        label: t('costCenters.parent'),
        value: typed.parentCode,
        error: this.errors.parentCode,
        choices: [
          { value: '', label: t('costCenters.noParent') },
          ...this.#all
            .filter(({ code }) => code !== typed.code)
            .map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
        ],
        onChange: (parentCode) => this.#change({ parentCode }),
      })}
      ${textArea({
        id: 'teams',
        label: t('costCenters.teams'),
        hint: t('purchaseOrders.teamsHint'),
        optional: true,
        rows: 2,
        value: typed.teams,
        error: this.errors.teams,
        onInput: (teams) => this.#change({ teams }),
      })}
      ${checkbox({ id: 'isActive', label: t('costCenters.active'), checked: typed.isActive, onChange: (isActive) => this.#change({ isActive }) })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { code, name, parentCode, isActive } = this.typed;
    const missing = t('purchaseOrders.missing');
    return this.submit(event, { code: !code.trim() && missing, name: !name.trim() && missing }, async () => {
      const teams = this.typed.teams
        .split('\n')
        .map((team) => team.trim())
        .filter((team) => team !== '');
      const body = { name: name.trim(), parentCode: parentCode || null, teams, isActive };
      if (this.#known) await changeCostCenter(this.#known.id, body, this.#known.etag);
      else await createCostCenter({ code: code.trim(), ...body });
      toast(t('costCenters.saved', { code }));
      this.#done();
    });
  }

  #text(id: 'code' | 'name', maxlength: number) {
    const onInput = (value: string) => this.#change({ [id]: value });
    return textField({
      id,
      label: t(`costCenters.${id}`),
      maxlength,
      value: this.typed[id],
      error: this.errors[id],
      onInput,
    });
  }

  #change(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change };
  }
}

/** A list as CSV: looked at first, then taken over whole. */
class CostCenterImportForm extends DialogForm {
  static override properties = { ...FormElement.properties, csv: { state: true }, found: { state: true } };
  protected heading = t('costCenters.import');
  protected submitLabel = t('costCenters.look');
  protected override readonly isWide = true;
  declare csv: string;
  declare found: CostCenterImport | undefined;
  readonly #done: () => void;

  constructor(done: () => void) {
    super();
    this.#done = done;
    this.csv = '';
    this.found = undefined;
  }

  protected fields(): TemplateResult {
    return html`${textArea({
      id: 'csv',
      label: t('costCenters.csv'),
      hint: t('costCenters.csvHint'),
      rows: 8,
      value: this.csv,
      error: this.errors.csv,
      onInput: (csv) => this.#type(csv),
    })}
    <div class="field">
      <label for="csv-file">${t('costCenters.file')}</label>
      <input class="input" id="csv-file" type="file" accept=".csv,text/csv" @change=${(event: Event) => void this.#file(event)} />
    </div>
    <div role="status">${this.found ? this.#says(this.found) : nothing}</div>`;
  }

  #says({ refused, ...counts }: CostCenterImport): TemplateResult {
    return html`<p><strong>${t('costCenters.found', counts)}</strong></p>
      ${
        refused.length > 0
          ? html`<p>${t('costCenters.refused')}</p>
              <ul>${refused.slice(0, 50).map((row) => html`<li>${t('costCenters.line', row)}</li>`)}</ul>`
          : nothing
      }`;
  }

  protected async send(event: Event): Promise<boolean> {
    const isSound = this.found !== undefined && this.found.refused.length === 0;
    let isApplied = false;
    await this.submit(event, { csv: !this.csv.trim() && t('purchaseOrders.missing') }, async () => {
      this.found = await importCostCenters(this.csv, isSound);
      isApplied = this.found.isApplied;
      this.submitLabel = this.found.refused.length > 0 ? t('costCenters.look') : t('costCenters.apply');
    });
    if (!isApplied) return false;
    toast(t('costCenters.applied'));
    this.#done();
    return true;
  }

  #type(csv: string): void {
    this.csv = csv;
    this.found = undefined;
    this.submitLabel = t('costCenters.look');
  }

  async #file(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) this.#type(await file.text());
  }
}

define('portal-cost-center-form', CostCenterForm);
define('portal-cost-center-import', CostCenterImportForm);

export const openCostCenter = (all: readonly CostCenter[], known: CostCenter | undefined, done: () => void): void => {
  openDialog(new CostCenterForm(all, known, done));
};
export const openCostCenterImport = (done: () => void): void => {
  openDialog(new CostCenterImportForm(done));
};
