import { Task } from '@lit/task';
import type { WordLocale } from '@portico/api/platform/tenants/brand-words.ts';
import type { Scheme, TenantTheme } from '@portico/themes/tokens.ts';
import { validateTheme } from '@portico/themes/validate-theme.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type BrandBody,
  type BrandState,
  type BrandVersion,
  discardDraft,
  getBrand,
  publishBrand,
  restoreBrand,
  saveDraft,
} from '../../../api/brand.ts';
import type { Answer } from '../../../api/client.ts';
import { fieldErrors } from '../../../api/problem.ts';
import { FormElement } from '../../../elements/form-element.ts';
import { pageHead } from '../../../elements/page-head.ts';
import { define } from '../../../elements/portal-element.ts';
import { segments } from '../../../elements/segments.ts';
import { failed, loading } from '../../../elements/states.ts';
import { loadSession } from '../../../shell/session.ts';
import { toast, undoable } from '../../../shell/toasts.ts';
import { locale, t } from '../../../strings/strings.ts';
import { brandEditorStyles } from '../../../styles/brand-editor.ts';
import { themeEditorStyles } from '../../../styles/theme-editor.ts';
import { contrastList } from '../theme-refusals.ts';
import { brandActions } from './brand-actions.ts';
import { type BrandDraft, change, openDraft, redo, undo } from './brand-draft.ts';
import { type BrandPart, brandForm, brandParts } from './brand-form.ts';
import { openHistory, partWords } from './brand-history.ts';
import { type Shown, wearInPreview } from './brand-preview.ts';
import { previewCard } from './preview-card.ts';

const shownWith: Partial<Record<BrandPart, Shown>> = { signIn: 'signIn', mail: 'mail', print: 'document' };
const saveAfterMs = 500;

/** A brand edited beside what it makes; kept as a draft with every change, worn by everything when it is published. */
class BrandPage extends FormElement {
  static override pageStyles = [themeEditorStyles, brandEditorStyles];
  static override properties = {
    ...FormElement.properties,
    section: { attribute: false },
    draft: { state: true },
    kept: { state: true },
    scheme: { state: true },
    shown: { state: true },
    logoColors: { state: true },
    wordLocale: { state: true },
    revision: { state: true },
  };
  declare section: BrandPart;
  declare draft: BrandDraft | undefined;
  declare kept: BrandState | undefined;
  declare scheme: Scheme;
  declare shown: Shown;
  declare logoColors: readonly string[];
  declare wordLocale: WordLocale;
  declare revision: number;
  #etag: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getBrand(signal),
    onComplete: (answer) => this.#take(answer, true),
  });

  constructor() {
    super();
    this.section = 'identity';
    this.scheme = 'light';
    this.shown = 'page';
    this.logoColors = [];
    this.wordLocale = locale();
    this.revision = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = shownWith[this.section] ?? 'page';
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    if (this.#timer) void this.#save();
  }

  protected override render(): TemplateResult {
    const { draft, kept } = this;
    if (!draft || !kept)
      return html`${pageHead(t('brand.title'), t('brand.lead'))}
      ${this.#load.render({ pending: () => loading(10), error: (problem) => failed(problem, () => void this.#load.run()) })}`;
    const theme = draft.brand.theme as TenantTheme;
    const verdict = validateTheme(theme);
    const refusals = verdict.ok ? [] : verdict.refusals;
    const editing = { brand: draft.brand, errors: this.errors, lacking: kept.lacking, set: this.#set };
    const fix = (scheme: Scheme, token: string, value: string) =>
      this.#set({ theme: { ...theme, [scheme]: { ...theme[scheme], [token]: value } } });
    return html`${pageHead(t('brand.title'), t('brand.lead'), brandActions({ draft, changes: kept.changes, isTyped: this.#timer !== undefined, problems: refusals.length, isBusy: this.isBusy, ...this.#does }))}
      ${this.problemNotice()}
      <div class="brand-tabs">${segments<BrandPart>(
        t('brand.title'),
        this.section,
        brandParts.map((value) => ({ value, label: t(`brandTab.${value}`) })),
        (part) => {
          this.section = part;
          this.shown = shownWith[part] ?? 'page';
        },
      )}</div>
      <div class="theme-editor">
        <div class="stack">${brandForm({ editing, refusals, section: this.section, scheme: this.scheme, logoColors: this.logoColors, wordLocale: this.wordLocale, ...this.#shows })}</div>
        <aside class="stack close">${refusals.length > 0 || this.section === 'look' ? contrastList(refusals, fix) : nothing}${previewCard({ brand: draft.brand, shown: this.shown, scheme: this.scheme, revision: this.revision, ...this.#shows })}</aside>
      </div>`;
  }

  protected override updated(): void {
    const theme = this.draft?.brand.theme as TenantTheme | undefined;
    if (!theme) return;
    const verdict = validateTheme(theme);
    // Low contrast can be shown; a color that cannot be read keeps the last preview.
    if (verdict.ok || verdict.refusals.every(({ code }) => code === 'contrast_too_low')) wearInPreview(theme);
  }

  #does = {
    go: (next: (draft: BrandDraft) => BrandDraft) => this.#go(next),
    openHistory: () => void openHistory((version) => void this.#restore(version)),
    discard: () => void this.#discard(),
    publish: () => void this.#publish(),
  };

  #shows = {
    show: (shown: Shown) => {
      this.shown = shown;
    },
    setScheme: (scheme: Scheme) => {
      this.scheme = scheme;
    },
    setLogoColors: (colors: readonly string[]) => {
      this.logoColors = colors;
    },
    setWordLocale: (chosen: WordLocale) => {
      this.wordLocale = chosen;
    },
  };

  #set = (part: Partial<BrandBody>): void => this.#go((draft) => change(draft, part));

  #go(next: (draft: BrandDraft) => BrandDraft): void {
    if (!this.draft) return;
    const before = this.draft.brand;
    this.draft = next(this.draft);
    if (this.draft.brand === before) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), saveAfterMs);
  }

  /** One after another, each with the revision of the one before. */
  #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(async () => {
      if (!this.draft) return;
      try {
        this.#take(await saveDraft(this.draft.brand, this.#etag), false);
        this.errors = {};
        this.problem = undefined;
      } catch (problem) {
        this.errors = fieldErrors(problem);
        this.problem = problem;
      }
    });
    return this.#saving;
  }

  #take({ data, etag }: Answer<BrandState>, isAnother: boolean): void {
    this.kept = data;
    this.#etag = etag;
    this.revision++;
    if (isAnother) this.draft = openDraft(data.draft);
  }

  async #publish(): Promise<void> {
    await this.#save();
    if (this.problem || !this.kept) return;
    const { version: before, changes } = this.kept;
    if (changes.length === 0) return toast(t('theme.nothingChanged'));
    await this.submit(undefined, {}, async () => {
      this.#take(await publishBrand(this.#etag), false);
      await loadSession();
      undoable(t('brand.published', { parts: partWords(changes) }), () => this.#goBackTo(Math.max(before, 1)), this);
    });
  }

  async #restore({ number }: BrandVersion): Promise<void> {
    const before = this.kept?.version ?? 1;
    if (await this.#goBackTo(number)) undoable(t('brand.restored', { number }), () => this.#goBackTo(before), this);
  }

  #goBackTo(number: number): Promise<boolean> {
    return this.submit(undefined, {}, async () => {
      await this.#saving;
      this.#take(await restoreBrand(number, this.#etag), true);
      await loadSession();
    });
  }

  async #discard(): Promise<void> {
    const before = this.draft?.brand;
    if (this.#timer) await this.#save();
    if (!before || this.kept?.changes.length === 0) return;
    await this.submit(undefined, {}, async () => {
      await this.#saving;
      this.#take(await discardDraft(this.#etag), true);
      undoable(t('brand.discarded'), () => this.#set(before), this);
    });
  }

  /** Inside a field the browser takes back what was typed. */
  #keys = (event: KeyboardEvent): void => {
    const isField =
      event.target instanceof Element && event.target.matches('input:not([type=color]), textarea, select');
    if (isField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && !isRedo) return;
    event.preventDefault();
    this.#go(isRedo ? redo : undo);
  };
}

define('portal-brand-page', BrandPage);
