import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { DriverContract } from 'flydrive/types';
import { StorageRefused } from '../database/database.ts';

/** Where bytes are kept. Keys come from `imageKey` and `uploadKey`, never from a request. */
export interface Files {
  /** Resolves when the bytes would survive a power cut. @throws StorageRefused */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /**
   * The same for what is larger than memory should hold; what `chunks` throws is thrown on, and nothing is kept.
   * @throws StorageRefused
   */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  getStream(key: string): Promise<Readable | undefined>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Files in a folder of this machine. */
export function filesInFolder(folder: string): Files {
  const files = filesOn(new FSDriver({ location: resolve(folder), visibility: 'private' }));
  const sync = async (key: string) => {
    const handle = await open(join(folder, key), 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  return {
    ...files,
    put: (key, bytes) => files.put(key, bytes).then(() => sync(key)),
    putStream: (key, chunks) => files.putStream(key, chunks).then(() => sync(key)),
  };
}

/** Files on any of flydrive's drivers; an S3 driver is durable when it answers. */
export function filesOn(driver: DriverContract): Files {
  const disk = new Disk(driver);
  return {
    async put(key, bytes) {
      try {
        await disk.put(key, bytes);
      } catch (error) {
        throw new StorageRefused('the file could not be stored', { cause: error });
      }
    },
    get: (key) => disk.getBytes(key).catch(nothingWhenMissing),
    async putStream(key, chunks) {
      const source = noting(chunks);
      try {
        await disk.putStream(key, Readable.from(source.chunks, { objectMode: false }));
      } catch (error) {
        await disk.delete(key).catch(() => {});
        throw source.failure() ?? new StorageRefused('the file could not be stored', { cause: error });
      }
    },
    // A file system's stream fails only when it is read, so it is asked first.
    getStream: async (key) => ((await disk.exists(key)) ? disk.getStream(key) : undefined),
    remove: (key) => disk.delete(key),
  };
}

/** The same chunks, and afterwards why they broke off: the sender's failure is not the storage's. */
function noting(chunks: AsyncIterable<Uint8Array>) {
  let failure: unknown;
  return {
    failure: () => failure,
    chunks: (async function* () {
      try {
        yield* chunks;
      } catch (error) {
        failure = error;
        throw error;
      }
    })(),
  };
}

function nothingWhenMissing(error: unknown): undefined {
  if (error instanceof errors.E_CANNOT_READ_FILE && isMissing(error.cause)) return undefined;
  throw error;
}

function isMissing(cause: unknown): boolean {
  const { code, name } = (cause ?? {}) as { code?: string; name?: string };
  return code === 'ENOENT' || code === 'ENOTDIR' || name === 'NoSuchKey';
}
