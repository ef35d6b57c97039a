import type { Logger } from 'pino';
import type { FollowedIndex, IndexNotes } from './followed-index.ts';
import { indexFiles } from './index-files.ts';
import { SearchIndex } from './search-index.ts';

/** An index that stays up to date for as long as the process lives. */
export type KeptIndex<Index extends FollowedIndex> = {
  readonly index: Index;
  /** Loads the snapshot or reads everything, once; then looks for changes `pollMs` after each look. */
  start(pollMs?: number): Promise<void>;
  isReady(): boolean;
  /** Stops looking and keeps a snapshot for the next start. */
  stop(): Promise<void>;
};

/** Which index: its name in the folder of snapshots, and how an empty or a loaded one is made. */
export type IndexKind<Index extends FollowedIndex> = {
  name: string;
  create: (engine?: SearchIndex, notes?: ReturnType<Index['notes']>) => Index;
};

type Kept = IndexNotes & { revisions: number };

const defaultPollMs = 250;
const saveEveryMs = 10 * 60_000;
const checkEveryMs = 60_000;

/** @param folder for snapshots; without one each start reads everything */
export function keepIndex<Index extends FollowedIndex>(
  { name, create }: IndexKind<Index>,
  log: Logger,
  folder?: string,
): KeptIndex<Index> {
  const files = folder === undefined ? undefined : indexFiles<Kept>(folder, name);
  let index = create();
  let isReady = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let looking: Promise<void> = Promise.resolve();
  let unsavedChanges = 0;
  let [savedAtMs, checkedAtMs] = [performance.now(), performance.now()];

  async function open(): Promise<void> {
    const loaded = await load();
    if (loaded) {
      index = loaded.index;
      await index.refresh();
      const extent = await index.source.extent();
      // A restored backup is older than the snapshot: its revisions sum to less.
      if (index.engine.size === extent.searchable && extent.revisions >= loaded.revisions) return;
      log.info(
        { index: name, extent, indexed: index.engine.size },
        'the search snapshot does not fit the database; reading everything',
      );
    }
    index = create();
    const count = await index.build(() => isStopped);
    unsavedChanges = count;
    await index.refresh();
  }

  /** @returns undefined where there is no snapshot that fits: the database is then read anew */
  async function load(): Promise<{ index: Index; revisions: number } | undefined> {
    if (!files) return undefined;
    try {
      const { bytes, notes } = await files.load();
      const engine = SearchIndex.load(index.source.schema, bytes);
      return { index: create(engine, notes as Kept & ReturnType<Index['notes']>), revisions: notes.revisions };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        log.warn({ err: error, index: name }, 'the search snapshot was not used');
      return undefined;
    }
  }

  async function look(): Promise<void> {
    unsavedChanges += await index.refresh();
    const nowMs = performance.now();
    if (nowMs - checkedAtMs > checkEveryMs) {
      checkedAtMs = nowMs;
      await rebuildIfIncomplete();
    }
    if (nowMs - savedAtMs > saveEveryMs) await save();
  }

  /** Rows that were deleted, or written with an old date by hand, are not among the changes. */
  async function rebuildIfIncomplete(): Promise<void> {
    const isComplete = async () => (await index.source.extent()).searchable === index.engine.size;
    const { searchable } = await index.source.extent();
    unsavedChanges += await index.refresh();
    if (searchable === index.engine.size || (await isComplete())) return;
    const fresh = create();
    const count = await fresh.build(() => isStopped);
    if (isStopped) return;
    await fresh.refresh();
    unsavedChanges += count;
    index = fresh;
  }

  async function save(): Promise<void> {
    if (!files) return;
    savedAtMs = performance.now();
    const notes = { ...index.notes(), revisions: (await index.source.extent()).revisions };
    if (unsavedChanges === 0) return files.saveNotes(notes);
    unsavedChanges = 0;
    await files.save(() => index.engine.snapshot(), notes);
  }

  function lookAgain(pollMs: number): void {
    timer = setTimeout(() => {
      looking = looking
        .then(look)
        .catch((error: unknown) => log.error({ err: error, index: name }, 'an index could not look for changes'))
        .finally(() => {
          if (!isStopped) lookAgain(pollMs);
        });
    }, pollMs);
    timer.unref();
  }

  async function begin(pollMs: number): Promise<void> {
    await open();
    if (isStopped) return;
    isReady = true;
    // Not at the cost of whoever waits for the start.
    if (unsavedChanges > 0) looking = save().catch((error: unknown) => log.warn({ err: error }, 'no search snapshot'));
    lookAgain(pollMs);
  }

  return {
    get index() {
      return index;
    },
    isReady: () => isReady,
    start(pollMs = defaultPollMs) {
      starting ??= begin(pollMs);
      return starting;
    },
    async stop() {
      isStopped = true;
      await starting?.catch(() => undefined);
      clearTimeout(timer);
      await looking;
      if (isReady) await save().catch((error: unknown) => log.warn({ err: error }, 'no search snapshot'));
    },
  };
}
