import '../../elements/combobox.ts';
import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { PortfolioItem, SkillRef } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { suggestSkills } from '../../api/skills.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { upload, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import type { ProfileDraft } from './profile-draft.ts';

type Picture = { key: string; url: string; alt: string; file?: File };

class PortfolioDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    fieldsOf: { state: true },
    pictures: { state: true },
    skills: { state: true },
  };
  protected heading: string;
  protected submitLabel = t('shell.save');
  declare fieldsOf: { title: string; text: string; link: string };
  declare pictures: readonly Picture[];
  declare skills: readonly SkillRef[];
  readonly #draft: ProfileDraft;
  #itemId: string | undefined;
  #names = new Map<string, string>();

  constructor(draft: ProfileDraft, item: PortfolioItem | undefined) {
    super();
    this.#draft = draft;
    this.#itemId = item?.id;
    this.heading = item ? t('profile.editPortfolio') : t('profile.addPortfolio');
    this.fieldsOf = { title: item?.title ?? '', text: item?.text ?? '', link: item?.link ?? '' };
    this.pictures = item?.images.map(({ id, thumbnailUrl, alt }) => ({ key: id, url: href(thumbnailUrl), alt })) ?? [];
    this.skills = item?.skills ?? [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { file, url } of this.pictures) if (file) URL.revokeObjectURL(url);
  }

  protected fields(): TemplateResult {
    const { title, text, link } = this.fieldsOf;
    return html`${textField({
      id: 'item-title',
      label: t('profile.itemTitle'),
      value: title,
      maxlength: freelancerPolicy.titleLengthMax,
      error: this.errors.title,
      required: true,
      onInput: (value) => this.#set({ title: value }),
    })}
      ${textArea({
        id: 'item-text',
        label: t('profile.description'),
        optional: true,
        value: text,
        maxlength: freelancerPolicy.descriptionLengthMax,
        error: this.errors.text,
        onInput: (value) => this.#set({ text: value }),
      })}
      ${this.#pictureFields()}
      ${textField({
        id: 'item-link',
        label: t('profile.linkUrl'),
        type: 'url',
        optional: true,
        placeholder: 'https://',
        value: link,
        maxlength: freelancerPolicy.urlLengthMax,
        error: this.errors.link,
        onInput: (value) => this.#set({ link: value }),
      })}
      ${this.#skillFields()}`;
  }

  #pictureFields(): TemplateResult {
    const isFull = this.pictures.length >= freelancerPolicy.portfolioImagesMax;
    return html`<div class="field">
      <span class="label">${t('profile.pictures')}</span>
      <ul class="picture-list">
        ${this.pictures.map(
          ({ key, url, alt }, index) => html`<li>
            <img src=${url} alt="" />
            <input class="input" aria-label=${t('profile.pictureAlt', { n: index + 1 })} placeholder=${t('profile.pictureAltPlaceholder')} maxlength="300" .value=${alt} @change=${(event: Event) => this.#describe(key, (event.target as HTMLInputElement).value)} />
            <button class="button plain small icon-only" type="button" aria-label=${t('profile.removePicture', { n: index + 1 })} @click=${() => this.#drop(key)}>${icon(x)}</button>
          </li>`,
        )}
      </ul>
      ${
        isFull
          ? nothing
          : html`<div><label class="button small">
              ${icon(upload)}${t('profile.addPictures')}
              <input class="visually-hidden" type="file" multiple accept="image/jpeg,image/png,image/webp,image/avif" @change=${this.#chosen} />
            </label></div>`
      }
    </div>`;
  }

  #skillFields(): TemplateResult {
    return html`${
      this.skills.length > 0
        ? html`<ul class="chips">
              ${this.skills.map(
                ({ id, name }) =>
                  html`<li class="chip">${name}<button type="button" aria-label=${t('profile.removeSkill', { name })} @click=${() => {
                    this.skills = this.skills.filter((skill) => skill.id !== id);
                  }}>${icon(x)}</button></li>`,
              )}
            </ul>`
        : nothing
    }
      ${
        this.skills.length < freelancerPolicy.portfolioSkillsMax
          ? html`<portal-combobox
              free
              .fieldId=${'item-skill'}
              .label=${t('profile.itemSkills')}
              .error=${this.errors.skills}
              .suggest=${async (words: string, signal: AbortSignal) => {
                const found = await suggestSkills(words, this.skills, signal);
                for (const { id, name } of found) this.#names.set(id, name);
                return found.slice(0, 8).map(({ id, name }) => ({ value: id, label: name }));
              }}
              .choose=${(value: string) => {
                const name = this.#names.get(value) ?? value;
                if (!this.skills.some((skill) => skill.name === name))
                  this.skills = [...this.skills, { id: value, name }];
              }}
            ></portal-combobox>`
          : nothing
      }`;
  }

  protected send(event: Event): Promise<boolean> {
    const title = this.fieldsOf.title.trim();
    return this.submit(event, { title: !title && t('profile.fieldMissing') }, async () => {
      const { text, link } = this.fieldsOf;
      const body = { title, text, link: link.trim() || null, skills: this.skills.map(({ name }) => ({ name })) };
      await this.#saveItem(body);
      await this.#sendPictures();
    });
  }

  /** A new item exists from the first try on: a picture that fails later must not make a second one. */
  async #saveItem(body: Record<string, unknown>): Promise<void> {
    if (this.#itemId) {
      const images = this.pictures.filter(({ file }) => !file).map(({ key, alt }) => ({ id: key, alt }));
      await this.#draft.run('PATCH', `/portfolio/${encodeURIComponent(this.#itemId)}`, { ...body, images });
      return;
    }
    const profile = await this.#draft.run('POST', '/portfolio', body);
    this.#itemId = profile.portfolio[0]?.id;
  }

  async #sendPictures(): Promise<void> {
    for (const { key, file, alt } of this.pictures) {
      if (!file || !this.#itemId) continue;
      const path = `/portfolio/${encodeURIComponent(this.#itemId)}`;
      const { portfolio } = await this.#draft.run('POST', `${path}/images`, file, alt ? { alt } : undefined);
      const stored = portfolio.find(({ id }) => id === this.#itemId)?.images.at(-1);
      if (stored) this.#replace(key, { key: stored.id, url: href(stored.thumbnailUrl), alt });
    }
  }

  #set(change: Partial<PortfolioDialog['fieldsOf']>): void {
    this.fieldsOf = { ...this.fieldsOf, ...change };
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const added = [...(input.files ?? [])].map((file) => ({
      key: crypto.randomUUID(),
      url: URL.createObjectURL(file),
      alt: '',
      file,
    }));
    input.value = '';
    this.pictures = [...this.pictures, ...added].slice(0, freelancerPolicy.portfolioImagesMax);
  }

  #describe(key: string, alt: string): void {
    this.pictures = this.pictures.map((picture) => (picture.key === key ? { ...picture, alt } : picture));
  }

  #replace(key: string, by: Picture): void {
    this.pictures = this.pictures.map((picture) => (picture.key === key ? by : picture));
  }

  #drop(key: string): void {
    this.pictures = this.pictures.filter((picture) => picture.key !== key);
  }
}

define('portal-portfolio-dialog', PortfolioDialog);

export const openPortfolioItem = (draft: ProfileDraft, item: PortfolioItem | undefined): void => {
  openDialog(new PortfolioDialog(draft, item));
};
