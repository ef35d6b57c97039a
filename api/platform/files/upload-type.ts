import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../http/problem.ts';
import { acceptedExtensions, extensionOf, textExtensions, type UploadExtension, uploadTypes } from './upload.ts';

/** How much of a file is looked at: documents that are ZIP files say what they are near their beginning. */
export const sampleBytes = 1024 * 1024;

/**
 * What a file is by its first bytes. Text has no magic bytes: it is what is nothing else, holds no NUL and is named
 * as text.
 * @throws 415 file_type_refused
 */
export async function uploadTypeOf(sample: Uint8Array, name: string): Promise<UploadExtension> {
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  const extension = (Object.keys(uploadTypes) as UploadExtension[]).find((known) => known === found?.ext);
  if (extension && uploadTypes[extension] === found?.mime) return extension;
  if (!found && isZip(sample)) return 'zip';
  const named = textExtensions.find((text) => text === textNameOf(name));
  // Some text begins like something else, as with "BM" for a bitmap; a NUL is in every one of those, and in no text.
  if (named && isText(sample)) return named;
  throw new Refusal(
    415,
    'file_type_refused',
    `Files of this type are not accepted; nothing was kept. Choose one of ${acceptedExtensions.join(', ')}.`,
  );
}

function textNameOf(name: string): string | undefined {
  const extension = extensionOf(name.trim());
  return extension === 'markdown' ? 'md' : extension;
}

function isText(sample: Uint8Array): boolean {
  const isUtf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  return isUtf16 || !sample.includes(0);
}

function isZip(sample: Uint8Array): boolean {
  return sample[0] === 0x50 && sample[1] === 0x4b && sample[2] === 3 && sample[3] === 4;
}
