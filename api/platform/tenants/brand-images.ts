import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { imagePixelsMax, imageTypes } from '../files/file.ts';
import type { Files } from '../files/files.ts';
import { inTurn } from '../files/in-turn.ts';
import { conflict, Refusal, unprocessable } from '../http/problem.ts';
import { type BrandImageKind, brandImagePath } from './brand.ts';
import type { BrandImage } from './brand-schema.ts';
import { keepImage, listImages } from './brand-store.ts';
import { strongColors } from './strong-colors.ts';
import type { TenantScope } from './tenant-scope.ts';

export type BrandImageDeps = { database: Database; files: Files; clock: Clock };

/** Versions point at images for ever, so they are counted and not swept. */
const imagesMax = 200;

type Size = { name: string; width: number; height: number; fit: 'inside' | 'contain' | 'cover' };
/** `full` comes first; the others are for where browsers ask for a small one. */
const sizesOf: Readonly<Record<BrandImageKind, readonly Size[]>> = {
  logo: [{ name: 'full', width: 960, height: 240, fit: 'inside' }],
  darkLogo: [{ name: 'full', width: 960, height: 240, fit: 'inside' }],
  favicon: [
    { name: 'full', width: 512, height: 512, fit: 'contain' },
    { name: '192', width: 192, height: 192, fit: 'contain' },
    { name: '64', width: 64, height: 64, fit: 'contain' },
  ],
  picture: [{ name: 'full', width: 1600, height: 1600, fit: 'inside' }],
};

const form = /^[0-9a-f]{32}$/;
const names: ReadonlySet<string> = new Set(Object.values(sizesOf).flatMap((sizes) => sizes.map(({ name }) => name)));

/** Where the bytes are; undefined unless both parts have the form we give out, so that no path escapes. */
export function brandImageKey(hash: string, name: string): string | undefined {
  return form.test(hash) && names.has(name) ? `brand/${hash.slice(0, 2)}/${hash}-${name}.png` : undefined;
}

/**
 * Decoded, turned upright, stripped of metadata and encoded anew as PNG, which mail programs and documents read too.
 * SVG and HTML can carry scripts and are refused by their first bytes.
 * @throws 415 image_type_refused, 422 image_unreadable, image_too_many_pixels, 409 brand_images_full
 */
export async function storeBrandImage(
  { database, files, clock }: BrandImageDeps,
  scope: TenantScope,
  kind: BrandImageKind,
  bytes: Buffer,
): Promise<BrandImage> {
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (!imageTypes.some((accepted) => accepted === type))
    throw new Refusal(
      415,
      'image_type_refused',
      'This is no PNG, JPEG, WebP, AVIF or GIF; nothing was changed. Save a drawing as PNG, at least 240 pixels high, and choose that.',
    );
  const { made, colors } = await inTurn(() => encode(kind, bytes));
  const full = made[0]!;
  const hash = createHash('sha256').update(full.png).digest('hex').slice(0, 32);
  const kept = await listImages(database.db, scope);
  if (kept.length >= imagesMax && !kept.some((image) => image.hash === hash))
    throw conflict(
      'brand_images_full',
      `There are ${imagesMax} images of this brand already; nothing was kept. Use one of them.`,
    );
  for (const { name, png } of made) await files.put(brandImageKey(hash, name)!, png);
  const { width, height } = full;
  await keepImage(database.db, scope, { hash, kind, width, height, bytes: full.png.length, createdAt: clock.now() });
  return { hash, url: brandImagePath(hash), kind, width, height, colors };
}

async function encode(kind: BrandImageKind, bytes: Buffer) {
  const reading = { limitInputPixels: imagePixelsMax, failOn: 'error', sequentialRead: false } as const;
  try {
    const { width, height } = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata();
    if (width * height > imagePixelsMax) throw tooManyPixels();
    const upright = await sharp(bytes, reading).autoOrient().toColorspace('srgb').png().toBuffer();
    const made = [];
    for (const { name, fit, ...size } of sizesOf[kind]) {
      const background = { r: 0, g: 0, b: 0, alpha: 0 };
      const { data, info } = await sharp(upright, reading)
        .resize(size.width, size.height, { fit, background, withoutEnlargement: fit === 'inside' })
        .png({ compressionLevel: 9, palette: kind !== 'picture', quality: 95 })
        .toBuffer({ resolveWithObject: true });
      made.push({ name, png: data, width: info.width, height: info.height });
    }
    return { made, colors: kind === 'picture' ? [] : await strongColors(upright) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (/pixel limit/i.test(String(error))) throw tooManyPixels();
    throw unprocessable(
      'image_unreadable',
      'The image is damaged or incomplete; nothing was changed. Save it again and retry.',
    );
  }
}

const tooManyPixels = () =>
  unprocessable(
    'image_too_many_pixels',
    `The image has more than ${imagePixelsMax / 1_000_000} megapixels; nothing was changed. Scale it down first.`,
  );
