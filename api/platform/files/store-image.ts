import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { Refusal, unprocessable } from '../http/problem.ts';
import { type ImageType, type ImageUse, imageKey, imagePixelsMax, imagePolicies, imageTypes } from './file.ts';
import type { Files } from './files.ts';
import { inTurn } from './in-turn.ts';
import { insertFile } from './store.ts';

export type ImageDeps = { database: Database; files: Files; clock: Clock; newId: NewId };

/** Width and height are those of the largest size kept. */
export type StoredImage = { fileId: string; width: number; height: number };

/**
 * Keeps an image in the sizes of its use: decoded, turned upright, stripped of metadata and encoded anew, so that
 * nothing that came with the upload is ever served. The file is unattached until a command calls `attachFile`.
 * @throws 415 image_type_refused, 422 image_unreadable, 422 image_too_many_pixels
 */
export async function storeImage(deps: ImageDeps, use: ImageUse, ownerId: string, bytes: Buffer): Promise<StoredImage> {
  const type = await imageTypeOf(bytes);
  const sizes = await inTurn(() => encodeSizes(use, bytes));
  const largest = sizes.at(-1)!;
  const id = deps.newId('fl');
  // The row comes first: the sweep finds what a crash leaves behind.
  await insertFile(deps.database.db, {
    id,
    ownerId,
    kind: use,
    type,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: largest.width,
    height: largest.height,
    createdAt: deps.clock.now(),
    attachedAt: null,
    name: null,
  });
  for (const { size, webp } of sizes) await deps.files.put(imageKey(id, size)!, webp);
  return { fileId: id, width: largest.width, height: largest.height };
}

async function imageTypeOf(bytes: Buffer): Promise<ImageType> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = imageTypes.find((accepted) => accepted === found?.mime);
  if (type) return type;
  throw new Refusal(
    415,
    'image_type_refused',
    'This is no JPEG, PNG, WebP, AVIF or GIF; nothing was changed. Choose one of those.',
  );
}

async function encodeSizes(use: ImageUse, bytes: Buffer) {
  const { sizes, isSquare } = imagePolicies[use];
  const reading = { limitInputPixels: imagePixelsMax, failOn: 'error', sequentialRead: true } as const;
  try {
    const { width, height } = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata();
    if (width * height > imagePixelsMax) throw tooManyPixels();
    const encoded = [];
    for (const size of sizes) {
      const { data, info } = await sharp(bytes, reading)
        .autoOrient()
        .resize(size, size, isSquare ? { fit: 'cover' } : { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      encoded.push({ size, webp: data, width: info.width, height: info.height });
    }
    return encoded;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (/pixel limit/i.test(String(error))) throw tooManyPixels();
    throw unprocessable(
      'image_unreadable',
      'The image is damaged or incomplete; nothing was changed. Save it again and retry.',
    );
  }
}

function tooManyPixels(): Refusal {
  const megapixels = imagePixelsMax / 1_000_000;
  return unprocessable(
    'image_too_many_pixels',
    `The image has more than ${megapixels} megapixels; nothing was changed. Scale it down first.`,
  );
}
