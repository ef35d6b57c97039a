import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Letters are drawn a little differently on another machine; blurred by so much, they are not. */
const blur = 1.6;
/** Of 0 to 1, between two blurred points that count as the same. */
const threshold = 0.12;
/** So many points may still differ: less than the edge of a button that moved. */
const mostPoints = 24;

export type Verdict = { isSame: boolean; points: number; difference?: Buffer };

/** Told apart by what moved, came or went, not by how letters are drawn. */
export async function comparePictures(approved: Buffer, current: Buffer): Promise<Verdict> {
  const [one, other] = await Promise.all([points(approved), points(current)]);
  const { width, height } = one.info;
  if (width !== other.info.width || height !== other.info.height)
    return { isSame: false, points: Number.POSITIVE_INFINITY, difference: current };
  const marked = new Uint8Array(width * height * 4);
  const count = pixelmatch(one.data, other.data, marked, width, height, { threshold, includeAA: true });
  if (count <= mostPoints) return { isSame: true, points: count };
  const raw = { raw: { width, height, channels: 4 as const } };
  return { isSame: false, points: count, difference: await sharp(marked, raw).png().toBuffer() };
}

const points = (picture: Buffer) => sharp(picture).blur(blur).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

/** Small enough to keep beside the code, and exact. */
export async function approve(file: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await sharp(picture).webp({ lossless: true, effort: 6 }).toBuffer());
}

export const approvedPicture = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);
