import type { CustomFields } from '@portico/api/hiring/custom-fields/schema.ts';
import type { BudgetGuidance, JobPost, JobPostPage } from '@portico/api/hiring/job-posts/schema.ts';
import type { JobTemplate } from '@portico/api/hiring/job-templates/schema.ts';
import type { FileRef } from '@portico/api/platform/files/schema.ts';
import { html } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { controlStyles } from '../core/controls/control-styles.ts';
import type { Embed } from '../core/embed.ts';
import { HireElement } from '../core/hire-element.ts';
import { asHireError, type HireError } from '../core/hire-error.ts';
import { directionOf } from '../core/locale.ts';
import { type Draft, type DraftKey, draftFrom, draftOf, emptyDraft, fieldOf, isSame, only, stepOf } from './draft.ts';
import { failureView, formView, skeleton } from './form-view.ts';
import { jobPostStyles } from './job-post-styles.ts';
import type { JobPostView, Lists } from './job-post-view.ts';
import { refusalOf } from './label-of.ts';
import { createSaving } from './saving.ts';
import type { JobPostStrings } from './strings.ts';

const reviewStep = 3;
type Items<Item> = { items: Item[] };

/**
 * Write a job post, from a template or from nothing, see it as freelancers will, and publish it.
 *
 * @tag hire-job-post
 * @slot header - Above the steps.
 * @slot empty - Instead of the words before anything is written.
 * @slot error - Instead of the words when something failed.
 * @slot posted - Instead of the words once it is published.
 * @csspart steps - The steps and which of them is open.
 * @csspart form - The fields of the open step.
 * @csspart actions - The buttons under the form.
 * @csspart preview - The post as freelancers will see it.
 * @csspart error - What is said when something failed.
 */
export class JobPostForm extends HireElement<JobPostStrings> implements JobPostView {
  static formAssociated = true;
  static override properties = {
    ...HireElement.properties,
    jobId: 'job-id',
    templateId: 'template-id',
    currency: 'currency',
    name: 'name',
    fields: '',
  };
  static override styles = [baseStyles, controlStyles, jobPostStyles];
  static override locales = {
    folder: 'job-post',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** id of the post to edit; left out, a new one begins */
  declare jobId: string | undefined;
  /** id of the template to begin with; left out, the person chooses */
  declare templateId: string | undefined;
  /** ISO 4217, of budgets that have none yet */
  declare currency: string;
  /** with a name the post's id takes part in the host's form */
  declare name: string | undefined;
  /** what a new post begins with */
  declare fields: Partial<Draft> | undefined;

  draft: Draft = emptyDraft;
  post: JobPost | undefined;
  lists: Lists = { categories: [], customFields: [], pools: [], templates: [], drafts: [] };
  guidance: BudgetGuidance | undefined;
  step = 0;
  isBegun = false;
  isBusy = false;
  isPosted = false;
  /** what kept it from being published, when it was no field's fault */
  refusal: HireError | undefined;
  readonly errors = new Map<string, { code: string; message: string }>();
  readonly files = new Map<string, FileRef>();
  readonly typedMoney = new Map<string, string>();
  saving = this.#newSaving();
  #shown: string | undefined;
  #asking = new AbortController();
  #lastEmbed: Embed | undefined;
  #guided = '';
  #focus: string | undefined;

  constructor() {
    super();
    this.currency ??= 'USD';
    this.setStatus('loading');
  }

  /**
   * id of the post, once the server has one
   * @public
   */
  get value(): string | null {
    return this.post?.id ?? null;
  }

  formResetCallback(): void {
    this.#load();
  }

  formStateRestoreCallback(id: string): void {
    this.resume(id);
  }

  may(feature: 'draft' | 'publish'): boolean {
    return this.joined?.features.jobPost?.[feature] === true;
  }

  change(fields: Partial<Draft>): void {
    this.draft = { ...this.draft, ...fields };
    for (const key of Object.keys(fields) as DraftKey[]) {
      for (const field of this.errors.keys()) if (field.split('-')[0] === key) this.errors.delete(field);
      this.saving.changed(key);
    }
    this.#begun();
  }

  errorOf(field: string, deep = false): string | undefined {
    const found = [...this.errors].find(([id]) => id === field || (deep && id.startsWith(`${field}-`)))?.[1];
    return found && refusalOf(this.strings, found.code, found.message);
  }

  begin(fields: object): void {
    this.draft = draftFrom({ ...fields, ...this.fields });
    // What it begins with is saved with the first word, or when it is looked at as a whole.
    for (const key of Object.keys(emptyDraft) as DraftKey[])
      if (!isSame(this.draft[key], emptyDraft[key])) this.saving.changed(key);
    this.#begun();
    this.#focus = 'title';
  }

  /** Without one: from the beginning. */
  resume(id?: string): void {
    this.jobId = id;
  }

  go = async (step: number): Promise<void> => {
    this.step = step;
    this.#focus = 'heading';
    this.update();
    if (step === reviewStep && this.#isDraft) await this.saving.flush();
  };

  publish = async (): Promise<void> => {
    await this.saving.flush();
    const { post } = this;
    if (!post || this.saving.isDirty()) return this.update();
    if (!this.emit('hire-job-publish', { id: post.id, jobPost: post, fields: this.draft })) return;
    this.refusal = undefined;
    this.#busy(true);
    try {
      const headers = { 'if-match': this.saving.etag() };
      const { onEtag } = this.saving;
      this.post = await this.api.ask<JobPost>(`/v1/job-posts/${post.id}/publish`, { method: 'POST', headers, onEtag });
      this.isPosted = true;
      this.emit('hire-job-posted', { id: post.id, jobPost: this.post }, false);
    } catch (reason) {
      const error = this.fail(reason);
      if (error.problem.code === 'changed_meanwhile') await this.saving.meet();
      this.refused(error);
    }
    this.#busy(false);
    this.#focus ??= 'heading';
  };

  /** What a person wrote stays as it was typed; what somebody else changed meanwhile comes in. */
  took(post: JobPost, sent: readonly string[] = []): void {
    const before = this.post ? draftOf(this.post) : emptyDraft;
    const now = draftOf(post);
    const changed = (Object.keys(now) as DraftKey[]).filter(
      (key) => !isSame(now[key], before[key]) && !sent.includes(key) && !this.saving.isDirty(key),
    );
    this.post = post;
    this.draft = { ...this.draft, ...only(now, changed) };
    if (this.draft.questions.length === now.questions.length)
      this.draft.questions = this.draft.questions.map((each, index) => ({ ...each, id: now.questions[index]!.id }));
    for (const file of post.attachments) this.files.set(file.id, file);
    this.#shown = this.jobId = post.id;
    this.emit('hire-job-saved', { id: post.id, jobPost: post }, false);
  }

  /** Each field's fault stands at the field, and the person is brought to the first. */
  refused(error: HireError): void {
    const { errors = [] } = error.problem;
    for (const { pointer, code, message } of errors) this.errors.set(fieldOf(pointer), { code, message });
    if (!errors.length) this.refusal = error;
    // While somebody types nothing takes the focus away.
    else if (this.isBusy) this.show([...this.errors.keys()][0]!);
    this.update();
  }

  show(field: string): void {
    this.step = stepOf(field);
    this.#focus = field;
    this.update();
  }

  protected embedChanged(embed: Embed | undefined): void {
    removeEventListener('beforeunload', this.#hold);
    removeEventListener('online', this.#retry);
    if (!embed) {
      this.saving.pause();
      return;
    }
    addEventListener('beforeunload', this.#hold);
    addEventListener('online', this.#retry);
    // Moved within the page, it goes on where it was.
    if (embed === this.#lastEmbed) this.saving.goOn();
    else this.#shown = undefined;
    this.#lastEmbed = embed;
  }

  protected override willRender(): void {
    super.willRender();
    this.internals.setFormValue(this.value);
    if (this.joined && this.#shown !== (this.jobId ?? '')) this.#load();
    if (this.joined && this.step === 1) this.#guide();
  }

  protected override rendered(): void {
    const id = this.#focus;
    if (!id || !this.strings) return;
    const found = [id, id.split('-')[0]!].map((each) => this.root.getElementById(each)).find(Boolean);
    if (!found) return;
    this.#focus = undefined;
    found.focus();
  }

  protected widget() {
    if (!this.strings)
      return html`<div class="root" aria-busy=${!this.failure}>${this.failure ? failureView(this) : skeleton()}</div>`;
    return html`<section class="root" dir=${directionOf(this.language)} lang=${this.language} aria-label=${this.strings.label}>
      <slot name="header"></slot>
      ${formView(this)}
    </section>`;
  }

  /** What freelancers see already changes only when the person says so. */
  get #isDraft(): boolean {
    return !this.post || this.post.state === 'draft';
  }

  #newSaving() {
    return createSaving(this, () => this.#isDraft);
  }

  #hold = (event: BeforeUnloadEvent): void => {
    if (this.saving.isDirty()) event.preventDefault();
  };

  #retry = (): void => {
    if (this.saving.state() === 'waiting') void this.saving.flush();
  };

  #begun(): void {
    this.isBegun = true;
    this.setStatus('ready', this.isBusy);
  }

  #busy(isBusy: boolean): void {
    this.isBusy = isBusy;
    this.setStatus('ready', isBusy);
  }

  #load(): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#shown = this.jobId ?? '';
    this.saving.pause();
    this.saving = this.#newSaving();
    this.errors.clear();
    Object.assign(this, {
      draft: emptyDraft,
      post: undefined,
      step: 0,
      isBegun: false,
      isPosted: false,
      refusal: undefined,
      failure: undefined,
    });
    this.setStatus('loading');
    const { signal } = this.#asking;
    this.#read(signal).catch((reason) => {
      if (!signal.aborted) this.fail(asHireError(reason), () => this.#load());
    });
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { api, jobId, templateId } = this;
    const ask = <Answer>(path: string, onEtag?: (etag: string) => void) =>
      api.ask<Answer>(path, { signal, locale: this.language, onEtag });
    // Pools, templates and own drafts are a help; a post can be written without them.
    const list = <Item>(path: string) => ask<Items<Item>>(path).catch(() => ({ items: [] as Item[] }));
    const [categories, { fields }, pools, templates, drafts, post, template] = await Promise.all([
      ask<Items<Lists['categories'][number]>>('/v1/skills/categories'),
      ask<CustomFields>('/v1/tenant/job-fields'),
      list<Lists['pools'][number]>('/v1/talent/pools'),
      jobId || templateId ? { items: [] } : list<JobTemplate>('/v1/job-templates'),
      jobId || templateId
        ? { items: [] }
        : list<JobPostPage['items'][number]>('/v1/job-posts?state=draft&owner=me&limit=3'),
      jobId ? ask<JobPost>(`/v1/job-posts/${jobId}`, this.saving.onEtag) : undefined,
      !jobId && templateId ? ask<JobTemplate>(`/v1/job-templates/${templateId}`) : undefined,
    ]);
    signal.throwIfAborted();
    this.lists = {
      categories: categories.items,
      customFields: fields.filter(({ isArchived }) => !isArchived),
      pools: pools.items,
      templates: templates.items,
      drafts: drafts.items,
    };
    if (post) {
      this.took(post);
      this.#begun();
    } else if (template) this.begin({ ...template.fields, templateId: template.id });
    else if (this.fields || !(templates.items.length + drafts.items.length)) this.begin({});
    else this.setStatus('empty');
    this.emit('hire-ready', { total: 1 }, false);
  }

  /** What comparable posts paid; asked again only when what is compared has changed. */
  #guide(): void {
    const { categoryId, skills, budget, experienceLevel: level } = this.draft;
    const asked = String(
      new URLSearchParams([
        ['categoryId', categoryId ?? ''],
        ...skills.flatMap(({ id }) => (id ? [['skill', id]] : [])),
        ['kind', budget?.kind ?? ''],
        ...(level ? [['level', level]] : []),
        ['currency', this.currency],
      ]),
    );
    if (asked === this.#guided) return;
    this.#guided = asked;
    this.guidance = undefined;
    if (!categoryId || !budget) return;
    this.api.ask<BudgetGuidance>(`/v1/job-posts/guidance?${asked}`).then(
      (guidance) => {
        if (asked !== this.#guided) return;
        this.guidance = guidance;
        this.update();
      },
      // Figures are a help; without them a budget can be set as well.
      () => {},
    );
  }
}
