import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { DriverContract } from 'flydrive/types';
import { StorageRefused } from '../database/database.ts';

/** Where bytes are kept. Keys come from `imageKey`, never from a request. */
export interface Files {
  /** Resolves when the bytes would survive a power cut. @throws StorageRefused */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Files in a folder of this machine. */
export function filesInFolder(folder: string): Files {
  const files = filesOn(new FSDriver({ location: resolve(folder), visibility: 'private' }));
  return {
    ...files,
    async put(key, bytes) {
      await files.put(key, bytes);
      const handle = await open(join(folder, key), 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
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
    async get(key) {
      try {
        return await disk.getBytes(key);
      } catch (error) {
        if (error instanceof errors.E_CANNOT_READ_FILE && isMissing(error.cause)) return undefined;
        throw error;
      }
    },
    remove: (key) => disk.delete(key),
  };
}

function isMissing(cause: unknown): boolean {
  const { code, name } = (cause ?? {}) as { code?: string; name?: string };
  return code === 'ENOENT' || code === 'ENOTDIR' || name === 'NoSuchKey';
}
