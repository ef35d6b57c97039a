import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { type ImageUse, imageKey } from './file.ts';
import type { Files } from './files.ts';
import { insertFiles } from './store.ts';

/** An image that is trusted and encoded already, in every size of its use. */
export type EncodedImage = {
  id: string;
  ownerId: string;
  use: ImageUse;
  width: number;
  height: number;
  /** WebP by longer side in pixels. */
  sizes: ReadonlyMap<number, Buffer>;
};

const putsAtOnce = 8;

/** Writes the bytes of many images: for seeding, before the rows that point at them. */
export async function putImages(files: Files, images: readonly EncodedImage[]): Promise<void> {
  const puts = images.flatMap(({ id, sizes }) =>
    [...sizes].map(([size, webp]) => ({ key: imageKey(id, size)!, webp })),
  );
  let next = 0;
  const worker = async () => {
    for (let put = puts[next++]; put; put = puts[next++]) await files.put(put.key, put.webp);
  };
  await Promise.all(Array.from({ length: putsAtOnce }, worker));
}

/** Their rows, attached at once: what points at them is written in the same transaction. */
export async function insertImages(trx: Executor, clock: Clock, images: readonly EncodedImage[]): Promise<void> {
  const nowMs = clock.now();
  await insertFiles(
    trx,
    images.map(({ id, ownerId, use, width, height, sizes }) => {
      const largest = [...sizes.values()].at(-1)!;
      return {
        id,
        ownerId,
        kind: use,
        type: 'image/webp',
        bytes: largest.byteLength,
        sha256: createHash('sha256').update(largest).digest('hex'),
        width,
        height,
        createdAt: nowMs,
        attachedAt: nowMs,
        name: null,
      };
    }),
  );
}
