import { freelancerPolicy, type LinkKind, linkKinds } from '@portico/api/talent/freelancers/freelancer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '../../elements/field.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { plus, x } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { errorOf, section } from './section.ts';
import { SectionElement } from './section-element.ts';

class LinksSection extends SectionElement {
  static override properties = { ...SectionElement.properties, isAdding: { state: true } };
  /** A new line is sent once it has an address; the server would refuse it empty. */
  declare isAdding: boolean;

  constructor() {
    super();
    this.isAdding = false;
  }

  protected override render(): TemplateResult {
    const { links } = this.draft.profile.get();
    const lines = this.isAdding ? [...links, { kind: 'website' as LinkKind, url: '' }] : links;
    return section(
      'links',
      t('profile.links'),
      html`${lines.map((link, index) => this.#line(index, link))}
      ${lines.length === 0 ? html`<p class="muted">${t('profile.linksEmpty')}</p>` : nothing}`,
      {
        lead: t('profile.linksLead'),
        error: errorOf(this.draft, 'links', 'links'),
        actions:
          lines.length < freelancerPolicy.linksMax && !this.isAdding
            ? html`<button class="button small" type="button" @click=${this.#add}>${icon(plus)}${t('profile.addLink')}</button>`
            : nothing,
      },
    );
  }

  #line(index: number, { kind, url }: { kind: LinkKind; url: string }): TemplateResult {
    return html`<div class="link-line">
      ${selectField({
        id: `link-kind-${index}`,
        label: t('profile.linkKind'),
        value: kind,
        choices: linkKinds.map((value) => ({ value, label: wordsFor('linkKind', value) ?? value })),
        onChange: (value) => this.#change(index, { kind: value as LinkKind, url }),
      })}
      ${textField({
        id: `link-url-${index}`,
        label: t('profile.linkUrl'),
        type: 'url',
        inputmode: 'url',
        value: url,
        placeholder: 'https://',
        maxlength: freelancerPolicy.urlLengthMax,
        error: errorOf(this.draft, 'links', `links/${index}/url`),
        onChange: (value) => this.#change(index, { kind, url: withScheme(value) }),
      })}
      <button class="button plain icon-only" type="button" aria-label=${t('profile.removeLink')} @click=${() => this.#remove(index)}>${icon(x)}</button>
    </div>`;
  }

  #change(index: number, link: { kind: LinkKind; url: string }): void {
    if (link.url === '') return;
    const { links } = this.draft.profile.get();
    if (index >= links.length) this.isAdding = false;
    this.draft.change('links', [...links.slice(0, index), link, ...links.slice(index + 1)]);
  }

  async #add(): Promise<void> {
    this.isAdding = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#link-url-${this.draft.profile.get().links.length}`)?.focus();
  }

  #remove(index: number): void {
    const { links } = this.draft.profile.get();
    if (index >= links.length) this.isAdding = false;
    else
      this.draft.change(
        'links',
        links.filter((_, at) => at !== index),
      );
  }
}

define('portal-links-section', LinksSection);

/** People type `example.com`; the API wants an address. */
const withScheme = (typed: string): string =>
  typed.trim() === '' || /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
