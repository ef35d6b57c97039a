import type { SaveStatus } from '../elements/saved-line.ts';
import { whenBack } from '../shell/connection.ts';
import { createState, type State } from '../shell/state.ts';
import type { Answer } from './client.ts';
import { ApiProblem, fieldErrors } from './problem.ts';

const pauseMs = 700;
const retryMs = 5000;

export type AutosaveOptions<Kept, Change> = {
  read: () => Promise<Answer<Kept>>;
  write: (change: Change, ifMatch: string | undefined) => Promise<Answer<Kept>>;
  /** The key under which unsent words stay on this device. */
  keepAs: string;
};

/**
 * An object while it is edited: changes are kept on the device at once, and sent one request after the other, because
 * each carries the ETag that the one before it returned.
 */
export class Autosave<Kept, Change extends object> {
  readonly kept: State<Kept>;
  readonly status: State<SaveStatus> = createState<SaveStatus>({ kind: 'saved' });
  readonly errors: State<Readonly<Record<string, string>>> = createState({});
  readonly changes: State<Change>;
  #etag: string | undefined;
  readonly #options: AutosaveOptions<Kept, Change>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  readonly #stopWaiting: () => void;

  constructor({ data, etag }: Answer<Kept>, options: AutosaveOptions<Kept, Change>) {
    this.kept = createState(data);
    this.#etag = etag;
    this.#options = options;
    this.changes = createState(readKept<Change>(options.keepAs));
    if (this.hasUnsaved) this.#schedule(0);
    this.#stopWaiting = whenBack(() => {
      if (this.hasUnsaved) this.#schedule(0);
    });
  }

  get hasUnsaved(): boolean {
    return Object.keys(this.changes.get()).length > 0;
  }

  change(change: Change): void {
    this.#setChanges({ ...this.changes.get(), ...change });
    const touched = Object.keys(change);
    const left = Object.entries(this.errors.get()).filter(([name]) => !touched.includes(name.split('/')[0] ?? ''));
    this.errors.set(Object.fromEntries(left));
    if (this.status.get().kind !== 'conflict') this.status.set({ kind: 'typing' });
    this.#schedule(pauseMs);
  }

  /** Send what waits now. @returns whether everything on screen is saved */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#send());
    await this.#queue;
    return !this.hasUnsaved && this.status.get().kind === 'saved';
  }

  /** After a conflict: send what is on screen over what is there now, or take what is there. */
  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    this.#queue = this.#queue.then(() => this.#reload());
    await this.#queue;
    if (keep === 'theirs') this.#setChanges({} as Change);
    this.status.set({ kind: 'saved' });
    await this.flush();
  }

  /** Another request changed the object, such as sending it. */
  take({ data, etag }: Answer<Kept>): void {
    this.#etag = etag ?? this.#etag;
    this.kept.set(data);
  }

  stop(): void {
    this.#stopWaiting();
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const sent = this.changes.get();
    if (Object.keys(sent).length === 0 || this.status.get().kind === 'conflict') return;
    this.status.set({ kind: 'saving' });
    try {
      this.take(await this.#options.write(sent, this.#etag));
      this.#setChanges(whatChangedSince(this.changes.get(), sent));
      this.status.set(this.hasUnsaved ? { kind: 'typing' } : { kind: 'saved' });
    } catch (problem) {
      this.#failed(problem);
    }
  }

  #failed(problem: unknown): void {
    if (problem instanceof ApiProblem && problem.status === 412) this.status.set({ kind: 'conflict' });
    else if (problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
      this.errors.set({ ...this.errors.get(), ...fieldErrors(problem) });
      this.status.set({ kind: 'refused', problem });
    } else {
      this.status.set({ kind: 'waiting', problem });
      this.#schedule(retryMs);
    }
  }

  async #reload(): Promise<void> {
    try {
      this.take(await this.#options.read());
    } catch (problem) {
      this.status.set({ kind: 'waiting', problem });
    }
  }

  #setChanges(changes: Change): void {
    writeKept(this.#options.keepAs, changes);
    this.changes.set(changes);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}

/** Fields that were typed on while their request was under way. */
function whatChangedSince<Change extends object>(now: Change, sent: Change): Change {
  const fields = Object.entries(now).filter(([name, value]) => sent[name as keyof Change] !== value);
  return Object.fromEntries(fields) as Change;
}

function readKept<Change extends object>(key: string): Change {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return (typeof kept === 'object' && kept !== null ? kept : {}) as Change;
  } catch {
    return {} as Change;
  }
}

function writeKept(key: string, changes: object): void {
  try {
    if (Object.keys(changes).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(changes));
  } catch {
    // A browser that keeps nothing still sends what is on screen.
  }
}
