import type { HttpContext } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';

/**
 * The body, read only as far as it is allowed to go.
 * @throws 413 by Content-Length before a byte is read, and at the first chunk that exceeds the limit
 */
export async function readUpload(c: HttpContext, bytesMax: number): Promise<Buffer> {
  const announced = Number(c.req.header('content-length') ?? 0);
  const body = c.req.raw.body;
  if (announced > bytesMax) {
    await body?.cancel().catch(() => {});
    throw fileTooLarge(bytesMax);
  }
  if (!body) throw new Refusal(400, 'file_missing', 'The request has no body. Send the file itself as the body.');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > bytesMax) {
      await reader.cancel().catch(() => {});
      throw fileTooLarge(bytesMax);
    }
    chunks.push(value);
  }
  if (length === 0) throw fileEmpty();
  return Buffer.concat(chunks, length);
}

export function fileEmpty(): Refusal {
  return new Refusal(400, 'file_missing', 'The file is empty. Send the file itself as the body.');
}

export function fileTooLarge(bytesMax: number): Refusal {
  const mebibytes = Math.floor(bytesMax / 1024 / 1024);
  return new Refusal(
    413,
    'file_too_large',
    `The file is larger than ${mebibytes} MB; nothing was changed. Choose a smaller one.`,
    // What is left of the body will not be read, so the connection cannot carry another request.
    { headers: { connection: 'close' } },
  );
}
