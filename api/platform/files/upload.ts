/** Files people upload beside images: what is accepted, how it is named. Pure. */

/** `import`: a table to read, which may be larger than what is attached to something. */
export const uploadUses = ['attachment', 'import'] as const;
export type UploadUse = (typeof uploadUses)[number];

/** The closed list: media type by the extension a file is given. Found by content, never by name or header. */
export const uploadTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
} as const;
export type UploadExtension = keyof typeof uploadTypes;

export const textExtensions = ['txt', 'csv', 'md'] as const satisfies UploadExtension[];
export type TextExtension = (typeof textExtensions)[number];

/** What an `<input type="file" accept>` is given. */
export const acceptedExtensions = Object.keys(uploadTypes).map((extension) => `.${extension}`);

export const attachmentsMax = 10;
export const fileNameMaxLength = 120;

/**
 * A name that is safe to show, to save under and to send in a header: no folders, no control or direction characters,
 * and the extension that its content has.
 */
export function safeFileName(name: string, extension: UploadExtension): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029"<>|:*?%]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  const given = extensionOf(plain);
  const stem = given && sameType(given, extension) ? plain.slice(0, -given.length - 1) : plain;
  const room = fileNameMaxLength - extension.length - 1;
  return `${Array.from(stem.trim() || 'file')
    .slice(0, room)
    .join('')
    .trim()}.${extension}`;
}

export function extensionOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : name.slice(dot + 1).toLowerCase();
}

function sameType(given: string, extension: UploadExtension): boolean {
  return (
    given === extension || (given === 'jpeg' && extension === 'jpg') || (given === 'markdown' && extension === 'md')
  );
}
