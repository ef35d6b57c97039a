import { Task } from '@lit/task';
import { neutral } from '@portico/themes/ready/neutral.ts';
import { type ReadyThemeName, readyThemes } from '@portico/themes/ready-themes.ts';
import { completeTheme } from '@portico/themes/theme-css.ts';
import type { Scheme, TenantTheme } from '@portico/themes/tokens.ts';
import { type ThemeRefusal, validateTheme } from '@portico/themes/validate-theme.ts';
import { html, type TemplateResult } from 'lit';
import { getTenant, saveTheme } from '../../api/settings.ts';
import { confirmed } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { moon, sun, undo2 } from '../../icons/icons.generated.ts';
import { guardLeaving } from '../../router.ts';
import { tenant } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { themeEditorStyles } from '../../styles/theme-editor.ts';
import {
  change,
  hasChanges,
  openThemeDraft,
  setColor,
  setShape,
  type ThemeDraft,
  takeReady,
  undo,
} from './theme-draft.ts';
import { colorFields, shapeFields } from './theme-fields.ts';
import { showInPreview, themePreview } from './theme-preview.ts';
import { contrastList } from './theme-refusals.ts';

class ThemePage extends FormElement {
  static override pageStyles = [themeEditorStyles];
  static override properties = { ...FormElement.properties, draft: { state: true }, scheme: { state: true } };
  declare draft: ThemeDraft | undefined;
  declare scheme: Scheme;
  #etag: string | undefined;
  #stops: (() => void)[] = [];

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getTenant(signal),
    onComplete: ({ data, etag }) => {
      this.draft = openThemeDraft(data.theme as TenantTheme);
      this.#etag = etag;
    },
  });

  constructor() {
    super();
    this.scheme = 'light';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const isDirty = () => this.draft !== undefined && hasChanges(this.draft);
    const warn = (event: Event) => {
      if (isDirty()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    this.#stops = [
      () => removeEventListener('beforeunload', warn),
      guardLeaving(
        () =>
          !isDirty() ||
          confirmed({
            title: t('theme.leaveTitle'),
            text: t('theme.leaveText'),
            confirm: t('theme.leave'),
            isDangerous: true,
          }),
      ),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    if (!draft) {
      return html`${pageHead(t('theme.title'), t('theme.lead'))}
      ${this.#load.render({
        pending: () => loading(10),
        error: (problem) => failed(problem, () => void this.#load.run()),
      })}`;
    }
    const verdict = validateTheme(draft.theme);
    const refusals = verdict.ok ? [] : verdict.refusals;
    return html`${pageHead(t('theme.title'), t('theme.lead'), this.#actions(draft, refusals))}
      ${this.problemNotice()}
      <div class="theme-editor">
        <div class="stack">${this.#form(draft, refusals)}</div>
        <aside class="stack close">${contrastList(refusals, (scheme, token, value) => this.#set(setColor(draft, scheme, token, value)))}
          ${themePreview()}
        </aside>
      </div>`;
  }

  protected override updated(): void {
    if (!this.draft) return;
    const verdict = validateTheme(this.draft.theme);
    // A theme that fails only in contrast can be shown; one that cannot be read keeps the last preview.
    const canShow = verdict.ok || verdict.refusals.every(({ code }) => code === 'contrast_too_low');
    if (canShow) showInPreview(completeTheme(neutral, this.draft.theme));
  }

  #actions(draft: ThemeDraft, refusals: readonly ThemeRefusal[]): TemplateResult {
    const isDirty = hasChanges(draft);
    const why = !isDirty
      ? t('theme.nothingChanged')
      : refusals.length > 0
        ? t('theme.problemsFirst', { n: refusals.length })
        : '';
    return html`<button class="button" type="button" aria-disabled=${draft.steps.length === 0 ? 'true' : 'false'} @click=${() => this.#set(undo(draft))}>${icon(undo2)}${t('shell.undo')}</button>
      <button class="button primary" type="button" title=${why} aria-disabled=${why || this.isBusy ? 'true' : 'false'} @click=${() => (why ? toast(why) : void this.#save(draft))}>${t('theme.save')}</button>`;
  }

  #form(draft: ThemeDraft, refusals: readonly ThemeRefusal[]): TemplateResult {
    const complete = completeTheme(neutral, draft.theme);
    return html`<section class="card">
        <header><h2>${t('theme.ready')}</h2></header>
        <div class="pad ready-themes">
          ${(Object.keys(readyThemes) as ReadyThemeName[]).map(
            (name) =>
              html`<button class="button" type="button" @click=${() => this.#set(takeReady(draft, name))}>${wordsFor('readyTheme', name) ?? name}</button>`,
          )}
          <button class="button plain" type="button" @click=${() => this.#set(change(draft, draft.saved))}>${t('theme.backToSaved')}</button>
        </div>
      </section>
      <section class="card">
        <header>
          <h2>${t('theme.colors')}</h2>
          ${segments<Scheme>(
            t('shell.scheme'),
            this.scheme,
            [
              { value: 'light', label: t('shell.scheme.light'), shape: sun },
              { value: 'dark', label: t('shell.scheme.dark'), shape: moon },
            ],
            (scheme) => {
              this.scheme = scheme;
            },
          )}
        </header>
        <div class="pad">
          ${colorFields(this.scheme, complete[this.scheme], refusals, (token, value) => this.#set(setColor(draft, this.scheme, token, value)))}
        </div>
      </section>
      <section class="card">
        <header><h2>${t('theme.shape')}</h2></header>
        <div class="pad">${shapeFields(complete.shape, refusals, (shape) => this.#set(setShape(draft, shape)))}</div>
      </section>`;
  }

  #set(draft: ThemeDraft): void {
    this.draft = draft;
  }

  async #save(draft: ThemeDraft): Promise<void> {
    await this.submit(undefined, {}, async () => {
      const { data, etag } = await saveTheme(draft.theme, this.#etag);
      this.#etag = etag;
      this.draft = openThemeDraft(data.theme as TenantTheme);
      tenant.set(data);
      toast(t('theme.saved'));
    });
  }
}

define('portal-theme-page', ThemePage);
