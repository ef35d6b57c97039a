import type { CompletenessAnswer, OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { type Answer, get, send } from '../../api/client.ts';
import { ApiProblem, fieldErrors } from '../../api/problem.ts';
import type { SaveStatus } from '../../elements/saved-line.ts';
import { createState, type State } from '../../shell/state.ts';
import { readKept, writeKept } from './kept-changes.ts';
import { type Changes, type Part, requestOf, withChanges } from './profile-parts.ts';

const own = '/v1/freelancers/me';
const pauseMs = 700;
const retryMs = 5000;

/**
 * The own profile while it is edited. Changes are shown at once and sent one request after the other, because each
 * carries the ETag that the one before it returned.
 */
export class ProfileDraft {
  readonly profile: State<OwnFreelancer>;
  readonly completeness: State<CompletenessAnswer | undefined>;
  readonly status: State<SaveStatus> = createState<SaveStatus>({ kind: 'saved' });
  /** `basics/headline`, `links/links/0/url` → words */
  readonly errors: State<Readonly<Record<string, string>>> = createState({});
  #server: OwnFreelancer;
  #etag: string | undefined;
  #changes: Changes = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();

  static async open(signal: AbortSignal): Promise<ProfileDraft> {
    const [answer, completeness] = await Promise.all([
      send<OwnFreelancer>('GET', own, { signal }),
      // Without it there is a profile all the same.
      get<CompletenessAnswer>(`${own}/completeness`, { signal }).catch(() => undefined),
    ]);
    return new ProfileDraft(answer, completeness);
  }

  private constructor({ data, etag }: Answer<OwnFreelancer>, completeness: CompletenessAnswer | undefined) {
    this.#server = data;
    this.#etag = etag;
    this.#changes = readKept(data.id);
    this.profile = createState(withChanges(data, this.#changes));
    this.completeness = createState(completeness);
    if (this.#parts.length > 0) this.#schedule(0);
  }

  get hasUnsaved(): boolean {
    return this.#parts.length > 0;
  }

  change<Name extends Part>(part: Name, change: NonNullable<Changes[Name]>): void {
    const merged = part === 'basics' ? { ...this.#changes.basics, ...change } : change;
    this.#setChanges({ ...this.#changes, [part]: merged });
    this.#clearErrors(part);
    if (this.status.get().kind !== 'conflict') this.status.set({ kind: 'typing' });
    this.#schedule(pauseMs);
  }

  /** Send what waits now; resolves when the server has it or refused it. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#enqueue(async () => {
      for (const part of this.#parts) await this.#send(part);
    });
  }

  /** A change with a request of its own: photo, portfolio. @throws ApiProblem */
  async run(method: string, path: string, body?: unknown, query?: Record<string, string>): Promise<OwnFreelancer> {
    await this.flush();
    let outcome: OwnFreelancer | undefined;
    let problem: unknown;
    await this.#enqueue(async () => {
      try {
        this.#take(await send<OwnFreelancer>(method, own + path, { body, query, ifMatch: this.#etag }));
        outcome = this.#server;
      } catch (reason) {
        if (isChangedMeanwhile(reason)) await this.#reload();
        problem = reason;
      }
    });
    if (!outcome) throw problem;
    return outcome;
  }

  /** After a conflict: send the words on screen over what is there now, or take what is there. */
  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    await this.#enqueue(() => this.#reload());
    if (keep === 'theirs') this.#setChanges({});
    this.status.set({ kind: 'saved' });
    await this.flush();
  }

  get #parts(): Part[] {
    return Object.keys(this.#changes) as Part[];
  }

  async #send(part: Part): Promise<void> {
    if (this.status.get().kind === 'conflict') return;
    const sent = this.#changes[part];
    const { method, path, body } = requestOf(part, this.#changes);
    this.status.set({ kind: 'saving' });
    try {
      const answer = await send<OwnFreelancer>(method, own + path, { body, ifMatch: this.#etag });
      if (this.#changes[part] === sent) this.#setChanges(without(this.#changes, part));
      this.#take(answer);
    } catch (problem) {
      this.#failed(part, problem);
    }
  }

  #failed(part: Part, problem: unknown): void {
    if (isChangedMeanwhile(problem)) this.status.set({ kind: 'conflict' });
    else if (problem instanceof ApiProblem && problem.status === 422) {
      const errors = Object.entries(fieldErrors(problem)).map(([name, words]) => [`${part}/${name}`, words]);
      this.errors.set({ ...this.errors.get(), ...Object.fromEntries(errors) });
      this.status.set({ kind: 'refused', problem });
    } else {
      this.status.set({ kind: 'waiting', problem });
      this.#schedule(retryMs);
    }
  }

  #take({ data, etag }: Answer<OwnFreelancer>): void {
    this.#server = data;
    this.#etag = etag ?? this.#etag;
    this.profile.set(withChanges(data, this.#changes));
    if (this.#parts.length === 0) this.status.set({ kind: 'saved' });
    void this.#countCompleteness();
  }

  async #reload(): Promise<void> {
    try {
      this.#take(await send<OwnFreelancer>('GET', own));
    } catch (problem) {
      this.status.set({ kind: 'waiting', problem });
    }
  }

  async #countCompleteness(): Promise<void> {
    try {
      this.completeness.set(await get<CompletenessAnswer>(`${own}/completeness`));
    } catch {
      // The percentage from before stays; the next save asks again.
    }
  }

  #setChanges(changes: Changes): void {
    this.#changes = changes;
    writeKept(this.#server.id, changes);
    this.profile.set(withChanges(this.#server, changes));
  }

  #clearErrors(part: Part): void {
    const errors = Object.entries(this.errors.get()).filter(([name]) => !name.startsWith(`${part}/`));
    this.errors.set(Object.fromEntries(errors));
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }
}

const isChangedMeanwhile = (problem: unknown) => problem instanceof ApiProblem && problem.status === 412;

function without(changes: Changes, part: Part): Changes {
  const { [part]: _, ...rest } = changes;
  return rest;
}
