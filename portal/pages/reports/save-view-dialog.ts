import { html, type TemplateResult } from 'lit';
import { type ReportFilters, type ReportSlug, saveView } from '../../api/reports.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

class SaveViewDialog extends DialogForm {
  static override properties = { ...FormElement.properties, name: { state: true }, isShared: { state: true } };
  declare name: string;
  declare isShared: boolean;
  protected heading = t('views.save');
  protected submitLabel = t('views.save');
  readonly #report: ReportSlug;
  readonly #filters: ReportFilters;

  constructor(report: ReportSlug, filters: ReportFilters) {
    super();
    this.#report = report;
    this.#filters = filters;
    this.name = '';
    this.isShared = false;
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'name',
      label: t('views.name'),
      value: this.name,
      error: this.errors.name,
      maxlength: 80,
      onInput: (value) => {
        this.name = value;
      },
    })}
    ${checkbox({
      id: 'isShared',
      label: t('views.share'),
      checked: this.isShared,
      onChange: (checked) => {
        this.isShared = checked;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.name.trim();
    return this.submit(event, { name: name === '' && t('views.nameMissing') }, async () => {
      await saveView({ report: this.#report, name, filters: this.#filters, isShared: this.isShared });
      toast(t('views.saved', { name }));
    });
  }
}

define('portal-save-view-dialog', SaveViewDialog);

export const openSaveView = (report: ReportSlug, filters: ReportFilters): void => {
  openDialog(new SaveViewDialog(report, filters));
};
