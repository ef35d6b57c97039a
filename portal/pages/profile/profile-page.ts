import { Task } from '@lit/task';
import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../api/client.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { guardLeaving, href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { editorStyles } from '../../styles/editor.ts';
import { profileStyles } from '../../styles/profile.ts';
import { profileView } from '../freelancers/profile-view.ts';
import './profile-editor.ts';
import { ProfileDraft } from './profile-draft.ts';

/** The freelancer's own profile: edit it, or see it as a client does. */
class ProfilePage extends PortalElement {
  static override pageStyles = [profileStyles, editorStyles];
  static override properties = { view: {} };
  declare view: string;
  #opened: ProfileDraft | undefined;
  #stops: (() => void)[] = [];

  #draft = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => ProfileDraft.open(signal),
    onComplete: (draft) => {
      this.#opened = draft;
    },
  });
  #preview = new Task(this, {
    args: () => [this.view] as const,
    task: async ([view], { signal }) => {
      if (view !== 'preview') return undefined;
      await this.#opened?.flush();
      return get<FreelancerProfile>('/v1/freelancers/me/preview', { signal });
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const warn = (event: Event) => {
      if (this.#opened?.hasUnsaved) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    // What was typed is on its way before the page goes; what cannot be sent is kept on this device.
    const stopGuard = guardLeaving(async () => {
      await this.#opened?.flush();
      return true;
    });
    this.#stops = [() => removeEventListener('beforeunload', warn), stopGuard];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override render() {
    const isPreview = this.view === 'preview';
    return html`${pageHead(t('profile.title'), isPreview ? t('profile.previewLead') : t('profile.lead'))}
      <nav class="tabs" aria-label=${t('profile.title')}>
        <a href=${href('/profile')} aria-current=${isPreview ? nothing : 'page'}>${t('profile.edit')}</a>
        <a href=${href('/profile?view=preview')} aria-current=${isPreview ? 'page' : nothing}>${t('profile.preview')}</a>
      </nav>
      ${isPreview ? this.#previewView() : this.#editView()}`;
  }

  #editView(): TemplateResult {
    return html`${this.#draft.render({
      pending: () => loading(12),
      error: (problem) => failed(problem, () => void this.#draft.run()),
      complete: (draft) => html`<portal-profile-editor .draft=${draft}></portal-profile-editor>`,
    })}`;
  }

  #previewView(): TemplateResult {
    return html`${this.#preview.render({
      pending: () => loading(12),
      error: (problem) => failed(problem, () => void this.#preview.run()),
      complete: (profile) =>
        profile
          ? html`<div class="preview">${profileView(profile, { edit: html`<a class="button primary" href=${href('/profile')}>${t('home.editProfile')}</a>` })}</div>`
          : nothing,
    })}`;
  }
}

define('portal-profile-page', ProfilePage);
