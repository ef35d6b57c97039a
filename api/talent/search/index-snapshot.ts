import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { SearchIndex } from '../../platform/search-index/search-index.ts';
import { talentIndexSchema } from './talent-document.ts';
import { type IndexNotes, TalentIndex } from './talent-index.ts';

type Kept = IndexNotes & { revisions: number };

/**
 * The bytes first, then the notes that say from when on changes are to be looked for: a crash between the two leaves
 * older notes, which only means reading some changes twice.
 */
export async function saveIndex(folder: string, index: TalentIndex, revisions: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const notes = index.notes();
  await replaceFile(join(folder, 'talent.index'), index.engine.snapshot());
  await saveNotes(folder, notes, revisions);
}

/** For a snapshot that still holds everything: the next start then looks no further back than this. */
export async function saveNotes(folder: string, notes: IndexNotes, revisions: number): Promise<void> {
  const kept: Kept = { ...notes, revisions };
  await replaceFile(join(folder, 'talent.json'), [Buffer.from(JSON.stringify(kept))]);
}

/** @returns undefined where there is no snapshot that fits: the database is then read anew */
export async function loadIndex(
  folder: string,
  deps: { db: Executor; clock: Clock },
  log: Logger,
): Promise<{ index: TalentIndex; revisions: number } | undefined> {
  try {
    const [bytes, notes] = await Promise.all([
      readFile(join(folder, 'talent.index')),
      readFile(join(folder, 'talent.json'), 'utf8'),
    ]);
    const kept: Kept = JSON.parse(notes);
    return {
      index: new TalentIndex(deps, SearchIndex.load(talentIndexSchema, bytes), kept),
      revisions: kept.revisions,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.warn({ err: error }, 'the search snapshot was not used');
    return undefined;
  }
}

async function replaceFile(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w');
  try {
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}
