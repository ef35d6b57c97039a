import type { UploadUse } from './upload.ts';

/** Images people upload: what is accepted and in which sizes it is shown. Pure. */

export const imageUses = ['photo', 'portfolio'] as const;
export type ImageUse = (typeof imageUses)[number];

/** By magic bytes, never by name or header. SVG and HTML can carry scripts and are no images here. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export type ImageType = (typeof imageTypes)[number];

export type ImagePolicy = {
  bytesMax: number;
  /** Longer side in pixels of each size kept; a photo is cut square. */
  sizes: readonly number[];
  isSquare: boolean;
};

export const imagePolicies: Readonly<Record<ImageUse, ImagePolicy>> = {
  photo: { bytesMax: 10 * 1024 * 1024, sizes: [96, 256], isSquare: true },
  portfolio: { bytesMax: 20 * 1024 * 1024, sizes: [400, 1200], isSquare: false },
};

/** A small file can unfold to more memory than the machine has. */
export const imagePixelsMax = 50_000_000;

/** Uploads that were never attached to anything are removed after this. */
export const unattachedKeptMs = 24 * 60 * 60 * 1000;

/** The path of an image behind the API's base; what is behind it never changes. */
export function imagePath(fileId: string, size: number): string {
  return `/v1/files/${fileId}/${size}.webp`;
}

const allSizes: ReadonlySet<number> = new Set(Object.values(imagePolicies).flatMap(({ sizes }) => sizes));
const fileIdForm = /^fl_[0-9a-z]{26}$/;

/** Where the bytes are kept; undefined unless both parts have the form we give out, so that no path escapes. */
export function imageKey(fileId: string, size: number): string | undefined {
  return fileIdForm.test(fileId) && allSizes.has(size)
    ? `images/${fileId.slice(3, 5)}/${fileId}/${size}.webp`
    : undefined;
}

/** Where the bytes of an upload are kept. */
export function uploadKey(fileId: string): string | undefined {
  return fileIdForm.test(fileId) ? `uploads/${fileId.slice(3, 5)}/${fileId}` : undefined;
}

/** All keys under which a file keeps bytes. */
export function keysOfFile(fileId: string, kind: ImageUse | UploadUse): string[] {
  const keys =
    kind === 'attachment' || kind === 'import'
      ? [uploadKey(fileId)]
      : imagePolicies[kind].sizes.map((size) => imageKey(fileId, size));
  return keys.filter((key) => key !== undefined);
}
