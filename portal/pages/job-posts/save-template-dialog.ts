import { html, type TemplateResult } from 'lit';
import { type JobPost, saveAsTemplate } from '../../api/job-posts.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

class SaveTemplateDialog extends DialogForm {
  static override properties = { ...FormElement.properties, templateName: { state: true } };
  protected heading = t('jobPost.saveTemplate');
  protected submitLabel = t('shell.save');
  declare templateName: string;
  readonly #post: JobPost;

  constructor(post: JobPost) {
    super();
    this.#post = post;
    this.templateName = post.title.slice(0, 80);
  }

  protected fields(): TemplateResult {
    return html`<p>${t('jobPost.saveTemplateText')}</p>
      ${textField({
        id: 'name',
        label: t('lists.name'),
        value: this.templateName,
        maxlength: 80,
        required: true,
        error: this.errors.name,
        onInput: (value) => {
          this.templateName = value;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const name = this.templateName.trim();
    return this.submit(event, { name: !name && t('lists.nameMissing') }, async () => {
      await saveAsTemplate(name, this.#post.id);
      toast(t('jobPost.templateSaved'), {
        label: t('nav.jobTemplates'),
        run: () => void navigate('/settings/job-templates'),
      });
    });
  }
}

define('portal-save-template-dialog', SaveTemplateDialog);

export const openSaveTemplate = (post: JobPost): void => {
  openDialog(new SaveTemplateDialog(post));
};
