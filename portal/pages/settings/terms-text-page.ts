import { Task } from '@lit/task';
import { offerTextMaxLength } from '@portico/api/hiring/offers/offer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  createTerms,
  getTermsTemplate,
  getTermsVersions,
  saveTerms,
  type TermsTemplate,
  type TermsTemplateVersion,
} from '../../api/offers.ts';
import { ApiProblem } from '../../api/problem.ts';
import { confirmed } from '../../elements/dialog.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, copy, lock } from '../../icons/icons.generated.ts';
import { guardLeaving, href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { offerFormStyles } from '../../styles/offer-form.ts';

type Loaded = { template: TermsTemplate | undefined; versions: readonly TermsTemplateVersion[] };

/** One terms text; another text becomes a new version, and offers keep the one they were written with. */
class TermsTextPage extends FormElement {
  static override pageStyles = [offerFormStyles];
  static override properties = {
    ...FormElement.properties,
    templateId: { attribute: false },
    copied: { attribute: false },
    name: { state: true },
    text: { state: true },
    isDefault: { state: true },
    isChanged: { state: true },
  };
  /** `new` begins one, as a copy of `copied` when that is given. */
  declare templateId: string;
  declare copied: string | undefined;
  declare name: string;
  declare text: string;
  declare isDefault: boolean;
  declare isChanged: boolean;
  #etag: string | undefined;
  #stopGuard = () => {};

  #load = new Task(this, {
    args: () => [this.templateId, this.copied] as const,
    task: async ([id, copied], { signal }): Promise<Loaded> => {
      if (id === 'new') {
        const source = copied ? (await getTermsTemplate(copied, signal)).data : undefined;
        this.name = source ? t('termsSettings.copyOf', { name: source.name }) : '';
        this.text = source?.text ?? '';
        return { template: undefined, versions: [] };
      }
      const [{ data, etag }, versions] = await Promise.all([
        getTermsTemplate(id, signal),
        getTermsVersions(id, signal),
      ]);
      this.#etag = etag;
      this.name = data.name;
      this.text = data.text;
      this.isDefault = data.isDefault;
      return { template: data, versions };
    },
  });

  constructor() {
    super();
    this.name = '';
    this.text = '';
    this.isDefault = false;
    this.isChanged = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopGuard = guardLeaving(
      () =>
        !this.isChanged ||
        confirmed({ title: t('jobFields.leaveTitle'), text: t('jobFields.leaveText'), confirm: t('offer.leave') }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGuard();
  }

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/settings/terms')}>${icon(arrowLeft)}${t('termsSettings.title')}</a></p>
      ${this.#load.render({
        pending: () => loading(8),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (loaded) => this.#page(loaded),
      })}`;
  }

  #page({ template, versions }: Loaded): TemplateResult {
    const isFixed = template?.isStandard === true || !mayOpen('accountAdmin');
    const copyLink = template
      ? html`<a class="button" href=${href(`/settings/terms/new?${new URLSearchParams({ copy: template.id })}`)}>${icon(copy)}${t('termsSettings.copy')}</a>`
      : nothing;
    return html`${pageHead(
      template?.name ?? t('termsSettings.new'),
      template ? t('offer.versionOf', { version: template.version }) : nothing,
      mayOpen('accountAdmin') ? copyLink : nothing,
    )}
      <div class="stack offer-form">
        ${isFixed ? notice('info', lock, html`<p>${template?.isStandard ? t('termsSettings.standardText') : t('termsSettings.roleText')}</p>`) : nothing}
        ${isFixed ? html`<section class="card pad"><p class="prose">${template?.text}</p></section>` : this.#form(template)}
        ${versions.length > 1 ? history(versions) : nothing}
      </div>`;
  }

  #form(template: TermsTemplate | undefined): TemplateResult {
    return html`<form class="card pad stack close" novalidate @submit=${(event: Event) => void this.#save(event, template)}>
      ${this.problemNotice()}
      ${textField({ id: 'name', label: t('lists.name'), value: this.name, maxlength: 120, error: this.errors.name, onInput: (name) => this.#set({ name }) })}
      ${textArea({
        id: 'text',
        label: t('offer.text'),
        hint: t('offer.textHint'),
        value: this.text,
        rows: 16,
        maxlength: offerTextMaxLength,
        error: this.errors.text,
        onInput: (text) => this.#set({ text }),
      })}
      ${checkbox({ id: 'isDefault', label: t('termsSettings.makeDefault'), checked: this.isDefault, onChange: (isDefault) => this.#set({ isDefault }) })}
      <div class="row">
        ${submitButton(template ? t('termsSettings.saveVersion') : t('shell.save'), this.isBusy)}
        ${template ? html`<span class="muted small">${t('termsSettings.keepsOld')}</span>` : nothing}
      </div>
    </form>`;
  }

  #set(change: { name?: string; text?: string; isDefault?: boolean }): void {
    Object.assign(this, change);
    this.isChanged = true;
  }

  async #save(event: Event, template: TermsTemplate | undefined): Promise<void> {
    const { isDefault, text } = this;
    const name = this.name.trim();
    const found = { name: !name && t('lists.nameMissing'), text: !text.trim() && t('termsSettings.textMissing') };
    await this.submit(event, found, async () => {
      const terms = { name, text, isDefault };
      if (!template) {
        const { id } = await createTerms(terms);
        this.isChanged = false;
        void navigate(`/settings/terms/${id}`, 'replace');
        return;
      }
      try {
        await saveTerms(template.id, terms, this.#etag);
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 412)
          this.#etag = (await getTermsTemplate(template.id)).etag;
        throw problem;
      }
      this.isChanged = false;
      toast(t('termsSettings.savedToast'));
      await this.#load.run();
    });
  }
}

const history = (versions: readonly TermsTemplateVersion[]) =>
  html`<section class="card">
    <header><h2>${t('offer.versions')}</h2></header>
    <ul class="rows">
      ${versions.map(
        ({ version, savedBy, savedAt, text }) => html`<li>
          <details class="grow">
            <summary>${t('offer.versionOf', { version })} <span class="muted small">${savedBy}${savedAt ? html` · ${timeAgo(savedAt)}` : nothing}</span></summary>
            <p class="prose">${text}</p>
          </details>
        </li>`,
      )}
    </ul>
  </section>`;

define('portal-terms-text-page', TermsTextPage);
