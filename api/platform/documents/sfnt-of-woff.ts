import { inflateSync } from 'node:zlib';

const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/** The font inside a WOFF 1.0 file (W3C), as the OpenType font it was made from. */
export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('no WOFF file');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = woffHeader + index * woffEntry;
    const [offset, packedLength, length] = [at + 4, at + 8, at + 12].map((place) => woff.readUInt32BE(place));
    const packed = woff.subarray(offset!, offset! + packedLength!);
    return { entry: woff.subarray(at, at + woffEntry), bytes: packedLength! < length! ? inflateSync(packed) : packed };
  });
  const header = Buffer.alloc(sfntHeader + tables.length * sfntEntry);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [header];
  let offset = header.length;
  tables.forEach(({ entry, bytes }, index) => {
    const at = sfntHeader + index * sfntEntry;
    entry.copy(header, at, 0, 4);
    entry.copy(header, at + 4, 16, 20);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  });
  return Buffer.concat(parts);
}
