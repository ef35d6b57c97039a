import { html, nothing, type TemplateResult } from 'lit';
import { type BrandImage, type ImageUse, uploadBrandImage } from '../../../api/brand.ts';
import { problemWords } from '../../../api/problem.ts';
import { icon } from '../../../icons/icon.ts';
import { upload, x } from '../../../icons/icons.generated.ts';
import { href } from '../../../router.ts';
import { toast } from '../../../shell/toasts.ts';
import { t } from '../../../strings/strings.ts';

export type ImageField = {
  id: string;
  label: string;
  hint: string;
  use: ImageUse;
  hash: string | null;
  error?: string | undefined;
  /** With the image as it was kept, or null to go without one. */
  onChange: (image: BrandImage | null) => void;
};

export const brandImageUrl = (hash: string): string => href(`/v1/brand/images/${hash}/full.png`);

/** An image of the brand on the ground it is for; a new one is sent as soon as it is chosen. */
export function imageField({ id, label, hint, use, hash, error, onChange }: ImageField): TemplateResult {
  const take = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    try {
      onChange(await uploadBrandImage(file, use));
    } catch (problem) {
      toast(problemWords(problem));
    }
  };
  return html`<div class="field image-field">
    <span class="label" id="${id}-label">${label}</span>
    <div class="image-row">
      <div class="image-well ${use}">${hash ? html`<img src=${brandImageUrl(hash)} alt=${label} />` : html`<span class="muted small">${t('brand.noImage')}</span>`}</div>
      <label class="button">
        ${icon(upload)}${hash ? t('brand.replace') : t('brand.choose')}
        <input class="visually-hidden" id=${id} type="file" accept="image/png,image/jpeg,image/webp,image/avif,image/gif" aria-labelledby="${id}-label" aria-describedby="${id}-hint" @change=${take} />
      </label>
      ${hash ? html`<button class="button plain icon-only" type="button" aria-label=${t('brand.removeImage', { name: label })} title=${t('brand.removeImage', { name: label })} @click=${() => onChange(null)}>${icon(x)}</button>` : nothing}
    </div>
    ${error ? html`<div class="field-error">${error}</div>` : nothing}
    <div class="hint" id="${id}-hint">${hint}</div>
  </div>`;
}
