import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The two files of a kept index: the engine's bytes, and notes that say from when on changes are to be looked for. */
export type IndexFiles<Notes> = {
  /**
   * The bytes first, then the notes: a crash between the two leaves older notes, which only means reading some changes
   * twice.
   */
  save(bytes: () => Iterable<Uint8Array>, notes: Notes): Promise<void>;
  /** For bytes that still hold everything: the next start then looks no further back than this. */
  saveNotes(notes: Notes): Promise<void>;
  /** @throws ENOENT when nothing was kept */
  load(): Promise<{ bytes: Uint8Array; notes: Notes }>;
};

/** @param name of the index: `talent` keeps talent.index and talent.json */
export function indexFiles<Notes>(folder: string, name: string): IndexFiles<Notes> {
  const [indexPath, notesPath] = [join(folder, `${name}.index`), join(folder, `${name}.json`)];
  const saveNotes = (notes: Notes) => replaceFile(notesPath, [Buffer.from(JSON.stringify(notes))]);
  return {
    async save(bytes, notes) {
      await mkdir(folder, { recursive: true });
      await replaceFile(indexPath, bytes());
      await saveNotes(notes);
    },
    saveNotes,
    async load() {
      const [bytes, notes] = await Promise.all([readFile(indexPath), readFile(notesPath, 'utf8')]);
      return { bytes, notes: JSON.parse(notes) as Notes };
    },
  };
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
