import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { avatar } from '../../elements/avatar.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { trash, upload } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openCrop } from './crop-dialog.ts';
import { section } from './section.ts';
import { SectionElement } from './section-element.ts';

class PhotoSection extends SectionElement {
  static override properties = { ...SectionElement.properties, error: { state: true } };
  declare error: string | undefined;

  protected override render(): TemplateResult {
    const { name, photoUrl } = this.draft.profile.get();
    return section(
      'photo',
      t('profile.photo'),
      html`<div class="row photo-row">
        ${avatar(name, photoUrl, 'large')}
        <div class="stack tight grow">
          <p class="muted">${t('profile.photoLead')}</p>
          <div class="actions">
            <label class="button">
              ${icon(upload)}${photoUrl ? t('profile.replacePhoto') : t('profile.choosePhoto')}
              <input class="visually-hidden" type="file" accept="image/jpeg,image/png,image/webp,image/avif" @change=${this.#chosen} />
            </label>
            ${photoUrl ? html`<button class="button plain" type="button" @click=${this.#remove}>${icon(trash)}${t('shell.remove')}</button>` : nothing}
          </div>
        </div>
      </div>`,
      { error: this.error },
    );
  }

  async #chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.error = undefined;
    const picture = await createImageBitmap(file).catch(() => undefined);
    if (!picture) {
      this.error = t('profile.photoUnreadable');
      return;
    }
    openCrop(picture, async (photo) => {
      await this.draft.run('PUT', '/photo', photo);
      toast(t('profile.photoSaved'));
    });
  }

  async #remove(): Promise<void> {
    try {
      await this.draft.run('DELETE', '/photo');
    } catch (problem) {
      this.error = problemWords(problem);
    }
  }
}

define('portal-photo-section', PhotoSection);
