import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/* Uploads that are too large, damaged, or not what they say. */

export const mebibyte = 1024 * 1024;

/** Makes its bytes only when they are asked for and counts how many mebibytes were. */
export function endless(bytes: number) {
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(mebibyte));
      if (pulled * mebibyte >= bytes) controller.close();
    },
  });
  return { stream, pulled: () => pulled };
}

export function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

export function noise(width: number, height: number) {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, n) => (n * 2_654_435_761) >>> 24));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Signature and header of a PNG whose data is missing. */
export function fakePng(width = 100, height = 100): Buffer {
  const data = chunk('IDAT', Buffer.alloc(10, 7));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header(width, height),
    data,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A real PNG of one bit a pixel: some kilobytes that unfold to hundreds of megabytes. */
export function pngBomb(width: number, height: number): Buffer {
  const row = 1 + Math.ceil(width / 8);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(row * height)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header(width, height),
    data,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header(width: number, height: number): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([1, 0, 0, 0, 0], 8);
  return chunk('IHDR', ihdr);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}
