import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { readExtent } from '../freelancers/read-for-search.ts';
import { loadIndex, saveIndex, saveNotes } from './index-snapshot.ts';
import { TalentIndex } from './talent-index.ts';

export type KeepDeps = { database: Database; clock: Clock; log: Logger };

/** A talent index that stays up to date for as long as the process lives. */
export type TalentSearch = {
  readonly index: TalentIndex;
  /** Loads the snapshot or reads everything, once; then looks for changes `pollMs` after each look. */
  start(pollMs?: number): Promise<void>;
  isReady(): boolean;
  /** Stops looking and keeps a snapshot for the next start. */
  stop(): Promise<void>;
};

const defaultPollMs = 250;
const saveEveryMs = 10 * 60_000;
const checkEveryMs = 60_000;

/** @param folder for snapshots; without one each start reads everything */
export function createTalentSearch({ database, clock, log }: KeepDeps, folder?: string): TalentSearch {
  const deps = { db: database.db, clock };
  let index = new TalentIndex(deps);
  let isReady = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let looking: Promise<void> = Promise.resolve();
  let unsavedChanges = 0;
  let [savedAtMs, checkedAtMs] = [performance.now(), performance.now()];

  async function open(): Promise<void> {
    const loaded = folder === undefined ? undefined : await loadIndex(folder, deps, log);
    if (loaded) {
      index = loaded.index;
      await index.refresh();
      const extent = await readExtent(database.db);
      // A restored backup is older than the snapshot: its revisions sum to less.
      if (index.engine.size === extent.searchable && extent.revisions >= loaded.revisions) return;
      log.info(
        { extent, indexed: index.engine.size },
        'the search snapshot does not fit the database; reading everything',
      );
    }
    index = new TalentIndex(deps);
    const count = await index.build(() => isStopped);
    unsavedChanges = count;
    await index.refresh();
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
    const { searchable } = await readExtent(database.db);
    unsavedChanges += await index.refresh();
    if (searchable === index.engine.size || (await readExtent(database.db)).searchable === index.engine.size) return;
    const fresh = new TalentIndex(deps);
    const count = await fresh.build(() => isStopped);
    if (isStopped) return;
    await fresh.refresh();
    unsavedChanges += count;
    index = fresh;
  }

  async function save(): Promise<void> {
    if (folder === undefined) return;
    savedAtMs = performance.now();
    const { revisions } = await readExtent(database.db);
    if (unsavedChanges === 0) return saveNotes(folder, index.notes(), revisions);
    unsavedChanges = 0;
    await saveIndex(folder, index, revisions);
  }

  function lookAgain(pollMs: number): void {
    timer = setTimeout(() => {
      looking = looking
        .then(look)
        .catch((error: unknown) => log.error({ err: error }, 'the search index could not look for changes'))
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
      if (isReady) {
        await save().catch((error: unknown) => log.warn({ err: error }, 'no search snapshot'));
      }
    },
  };
}
