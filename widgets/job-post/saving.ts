import type { JobPost } from '@portico/api/hiring/job-posts/schema.ts';
import type { Api } from '../core/api.ts';
import { asHireError, type HireError } from '../core/hire-error.ts';
import { newKey } from '../core/new-key.ts';
import { type Draft, type DraftKey, draftOf, isSame, only, wireOf } from './draft.ts';

export type SavingState = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused' | 'conflict' | 'failed';

/** What saving needs of the form, and tells it. */
export type Saved = {
  readonly api: Api;
  draft: Draft;
  post: JobPost | undefined;
  /** the server took these fields, or somebody else changed it */
  took(post: JobPost, sent?: readonly string[]): void;
  refused(error: HireError): void;
  update(): void;
};

const pauseAfterTypingMs = 700;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/** A draft that saves itself: one request at a time, only what changed, and never a word lost. */
export function createSaving(form: Saved, isLive: () => boolean) {
  const dirty = new Set<DraftKey>();
  /** Not sent again until the person changed them. */
  const declined = new Set<DraftKey>();
  let state: SavingState = 'saved';
  let clashing: DraftKey[] = [];
  let etag = '';
  let isPaused = false;
  let timer: ReturnType<typeof setTimeout>;
  let retryMs = firstRetryMs;
  let underWay: Promise<void> | undefined;
  /** Outlives the element's place on the page: the last words still go out. */
  let api: Api;
  /** The first request of a draft, kept until it is answered: repeated, it makes no second one. */
  let beginning: { headers: Record<string, string>; body: object } | undefined;

  const set = (next: SavingState) => {
    state = next;
    form.update();
  };
  const onEtag = (next: string) => {
    etag = next;
  };
  const path = () => `/v1/job-posts/${form.post!.id}`;
  const unsent = () => [...dirty].filter((key) => !declined.has(key));

  function changed(key: DraftKey): void {
    api = form.api;
    dirty.add(key);
    declined.delete(key);
    if (state !== 'conflict') set('unsaved');
    clearTimeout(timer);
    if (isLive()) timer = setTimeout(flush, pauseAfterTypingMs);
  }

  /** Resolves when there is nothing left to send, or no way to send it. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    underWay ??= sendAll().finally(() => {
      underWay = undefined;
      form.update();
    });
    return underWay;
  }

  async function sendAll(): Promise<void> {
    while (unsent().length && state !== 'conflict') {
      set('saving');
      try {
        await send();
        retryMs = firstRetryMs;
      } catch (reason) {
        if (!(await recover(asHireError(reason)))) return;
      }
    }
    if (state === 'saving' || state === 'unsaved') set(dirty.size ? 'refused' : 'saved');
  }

  async function send(): Promise<void> {
    const body = beginning?.body ?? wireOf(form.draft, unsent());
    if (!form.post) beginning ??= { headers: { 'idempotency-key': newKey() }, body };
    const post = await (form.post
      ? api.ask<JobPost>(path(), { method: 'PATCH', headers: { 'if-match': etag }, body, onEtag })
      : api.ask<JobPost>('/v1/job-posts', { method: 'POST', ...beginning!, onEtag }));
    beginning = undefined;
    // What was typed on meanwhile goes with the next request.
    const sent = Object.keys(body) as DraftKey[];
    const now = wireOf(form.draft, sent);
    for (const key of sent) if (isSame(now[key], (body as typeof now)[key])) dirty.delete(key);
    form.took(post, sent);
  }

  /** @returns whether to go on */
  async function recover(error: HireError): Promise<boolean> {
    const { errors = [] } = error.problem;
    if (isPaused) return false;
    if (error.problem.code === 'changed_meanwhile') return meet();
    if (error.code === 'invalid_request' && errors.length) {
      beginning = undefined;
      for (const { pointer } of errors) declined.add(pointer.split('/')[1] as DraftKey);
      form.refused(error);
      return true;
    }
    const mayPass = ['network', 'unavailable', 'rate_limited', 'session_unavailable'].includes(error.code);
    set(mayPass ? 'waiting' : 'failed');
    if (mayPass) {
      timer = setTimeout(flush, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    } else form.refused(error);
    return false;
  }

  /** Somebody else was faster: what both changed is for the person to decide, the rest comes together by itself. */
  async function meet(): Promise<boolean> {
    api = form.api;
    const before = draftOf(form.post!);
    const post = await api.ask<JobPost>(path(), { onEtag }).catch((reason) => asHireError(reason));
    if ('problem' in post) return recover(post);
    const theirs = draftOf(post);
    clashing = [...dirty].filter((key) => !isSame(theirs[key], before[key]) && !isSame(theirs[key], form.draft[key]));
    form.took(post);
    if (clashing.length) set('conflict');
    return !clashing.length;
  }

  return {
    changed,
    flush,
    state: () => state,
    clashing: () => clashing,
    etag: () => etag,
    onEtag,
    isDirty: (key?: DraftKey) => (key ? dirty.has(key) : dirty.size > 0 || Boolean(underWay)),
    meet,

    /** Of what both changed: ours, or theirs. */
    settle(isOurs: boolean): Promise<void> {
      if (!isOurs) {
        form.draft = { ...form.draft, ...only(draftOf(form.post!), clashing) };
        for (const key of clashing) dirty.delete(key);
      }
      clashing = [];
      set('unsaved');
      return flush();
    },

    /** Off the page: what is not saved is sent once more, and then it is quiet. */
    pause(): void {
      isPaused = true;
      clearTimeout(timer);
      if (isLive() && unsent().length) void flush();
    },

    goOn(): void {
      isPaused = false;
      if (dirty.size && isLive()) void flush();
    },
  };
}

export type Saving = ReturnType<typeof createSaving>;
