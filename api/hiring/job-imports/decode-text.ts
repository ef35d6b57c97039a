import { unprocessable } from '../../platform/http/problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By its byte order mark; text without one is UTF-8, or is refused where it is not. */
export function encodingOf(beginning: Uint8Array): Encoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Text chunk by chunk, without its byte order mark. Nothing is guessed: a byte that is no UTF-8 is named.
 * @throws 422 encoding_not_utf8 with the byte and the line it is in, not_plain_text
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = 'utf-8';
  let [bytes, lines] = [0, 0];
  for await (const chunk of chunks) {
    encoding = decoder ? encoding : encodingOf(chunk);
    decoder ??= new TextDecoder(encoding, { fatal: true });
    if (encoding === 'utf-8' && chunk.includes(0)) throw notPlainText();
    const before = decoder;
    let text: string;
    try {
      text = before.decode(chunk, { stream: true });
    } catch {
      throw encoding === 'utf-8' ? notUtf8(chunk, bytes, lines) : brokenUtf16();
    }
    bytes += chunk.byteLength;
    lines += linesIn(chunk);
    yield text;
  }
  try {
    yield decoder?.decode() ?? '';
  } catch {
    throw cutOff();
  }
}

/** Where the first byte is that belongs to no UTF-8 character; a character may have begun in the chunk before. */
function notUtf8(chunk: Uint8Array, bytesBefore: number, linesBefore: number) {
  const at = firstBrokenByte(chunk);
  const line = linesBefore + linesIn(chunk.subarray(0, at)) + 1;
  return unprocessable(
    'encoding_not_utf8',
    `The file is not UTF-8: byte ${bytesBefore + at + 1}, in line ${line}, belongs to no character. Nothing was imported; save it as "CSV UTF-8" and upload it again.`,
  );
}

function firstBrokenByte(chunk: Uint8Array): number {
  let at = 0;
  // The end of a character that began in the chunk before.
  while (at < 3 && isContinuation(chunk[at])) at++;
  while (at < chunk.length) {
    const length = lengthOf(chunk[at]!);
    if (length === 0) return at;
    for (let n = 1; n < length && at + n < chunk.length; n++) if (!isContinuation(chunk[at + n])) return at;
    if (at + length <= chunk.length && !isWellFormed(chunk.subarray(at, at + length))) return at;
    at += length;
  }
  return 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >> 6 === 0b10;
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** Surrogates, overlong forms and what lies beyond Unicode have the right shape and are no characters. */
function isWellFormed(character: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(character);
    return true;
  } catch {
    return false;
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function notPlainText() {
  return unprocessable(
    'not_plain_text',
    'The file holds bytes that no text has. Nothing was imported; export the table as "CSV UTF-8" and upload that.',
  );
}

function brokenUtf16() {
  return unprocessable(
    'encoding_not_utf16',
    'The file says it is UTF-16 and is not. Nothing was imported; save it as "CSV UTF-8" and upload it again.',
  );
}

function cutOff() {
  return unprocessable(
    'file_cut_off',
    'The file ends in the middle of a character, so its end is missing. Nothing was imported; export it again.',
  );
}
