import { crc32 } from 'node:zlib';
import { type Dictionaries, TermDictionary, ValueDictionary } from './dictionaries.ts';
import { IdTable } from './id-table.ts';
import { type IndexSchema, numberColumns, schemaFingerprint } from './index-schema.ts';
import { Postings, type PostingsData } from './postings.ts';
import type { KeywordColumn, Segment } from './segment.ts';

/**
 * Layout: 16 bytes of head (magic, format version, byte order), the arrays one after the other at multiples of 8, the
 * manifest (JSON: schema, counts, values, place and CRC-32 of every array), 16 bytes of foot (manifest length and CRC,
 * magic). Loading checks all of it and then uses the arrays where they lie.
 */
const magic = 'PORTIDX1';
const formatVersion = 1;
const byteOrderMark = 0x01020304;
const pieceBytes = 1_048_576;

export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  /** `foreign`: of another schema, format or machine. `damaged`: cut or changed. Rebuild the index either way. */
  readonly reason: 'foreign' | 'damaged';

  constructor(reason: 'foreign' | 'damaged', message: string) {
    super(message);
    this.reason = reason;
  }
}

const arrayTypes = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;
type TypeName = keyof typeof arrayTypes;
type AnyArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Section = { name: string; type: TypeName; offset: number; bytes: number; crc: number };
type Manifest = {
  schema: string;
  segments: { size: number; liveCount: number }[];
  values: Record<string, string[]>;
  sections: Section[];
};

export function writeSnapshot(
  schema: IndexSchema,
  dictionaries: Dictionaries,
  segments: readonly Segment[],
): Generator<Uint8Array> {
  const arrays = new Map<string, AnyArray>([
    // Terms are letters, digits and a few signs, never a line break.
    ['terms/text', new TextEncoder().encode(dictionaries.terms.terms.join('\n'))],
    ['terms/sorted', dictionaries.terms.sorted()],
  ]);
  for (const [at, segment] of segments.entries()) {
    for (const [name, array] of Object.entries(arraysOf(segment))) arrays.set(`segments/${at}/${name}`, array);
  }
  const manifest: Manifest = {
    schema: schemaFingerprint(schema),
    segments: segments.map(({ size, liveCount }) => ({ size, liveCount })),
    values: Object.fromEntries(Object.entries(dictionaries.values).map(([name, { values }]) => [name, [...values]])),
    sections: [],
  };
  return pieces(manifest, arrays);
}

function* pieces(manifest: Manifest, arrays: ReadonlyMap<string, AnyArray>): Generator<Uint8Array> {
  yield head();
  let offset = 16;
  for (const [name, array] of arrays) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    let crc = 0;
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      crc = crc32(piece, crc);
      yield piece;
    }
    manifest.sections.push({ name, type: array.constructor.name as TypeName, offset, bytes: bytes.length, crc });
    const padding = -bytes.length & 7;
    if (padding > 0) yield new Uint8Array(padding);
    offset += bytes.length + padding;
  }
  const encoded = new TextEncoder().encode(JSON.stringify(manifest));
  yield encoded;
  yield foot(encoded);
}

export function readSnapshot(
  schema: IndexSchema,
  given: Uint8Array,
): { dictionaries: Dictionaries; segments: Segment[] } {
  // The slice() of a Buffer, which a file is read into, would be a view where that of a Uint8Array is a copy.
  const plain = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const bytes = plain.byteOffset % 8 === 0 ? plain : plain.slice();
  const manifest = readManifest(bytes);
  if (manifest.schema !== schemaFingerprint(schema))
    throw new SnapshotError('foreign', 'The snapshot is of another schema.');
  const arrays = new Map(manifest.sections.map((section) => [section.name, readSection(bytes, section)]));
  const text = new TextDecoder().decode(arrays.get('terms/text')!);
  const terms = TermDictionary.from(text === '' ? [] : text.split('\n'), arrays.get('terms/sorted') as Uint32Array);
  const values = Object.fromEntries(
    Object.entries(manifest.values).map(([name, known]) => [name, ValueDictionary.from(known.slice(1))]),
  );
  const segments = manifest.segments.map(({ size, liveCount }, at) => {
    return segmentFrom(schema, size, liveCount, (name) => arrays.get(`segments/${at}/${name}`)!);
  });
  return { dictionaries: { terms, values }, segments };
}

function head(): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(new Uint8Array(Uint32Array.of(formatVersion, byteOrderMark).buffer), 8);
  return bytes;
}

function foot(manifest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set(new Uint8Array(Uint32Array.of(manifest.length, crc32(manifest)).buffer));
  bytes.set(new TextEncoder().encode(magic), 8);
  return bytes;
}

function readManifest(bytes: Uint8Array): Manifest {
  const start = bytes.subarray(0, 16);
  if (bytes.length < 32 || !start.every((byte, at) => byte === head()[at])) {
    throw new SnapshotError('foreign', 'These bytes are no snapshot of this format.');
  }
  const end = bytes.slice(-16);
  const [length, crc] = new Uint32Array(end.buffer, 0, 2);
  const isWhole = new TextDecoder().decode(end.subarray(8)) === magic && length! <= bytes.length - 32;
  const encoded = isWhole ? bytes.subarray(bytes.length - 16 - length!, bytes.length - 16) : undefined;
  if (encoded === undefined || crc32(encoded) !== crc)
    throw new SnapshotError('damaged', 'The snapshot is cut or changed.');
  return JSON.parse(new TextDecoder().decode(encoded)) as Manifest;
}

function readSection(bytes: Uint8Array, { name, type, offset, bytes: length, crc }: Section): AnyArray {
  const content = bytes.subarray(offset, offset + length);
  if (content.length !== length || crc32(content) !== crc)
    throw new SnapshotError('damaged', `The snapshot is damaged at ${name}.`);
  const Type = arrayTypes[type];
  return new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length / Type.BYTES_PER_ELEMENT);
}

function arraysOf(segment: Segment): Record<string, AnyArray> {
  const arrays: Record<string, AnyArray> = {
    // The only part that changes; a copy keeps the snapshot of one moment.
    live: segment.live.slice(),
    quality: segment.quality,
    'ids/bytes': segment.ids.bytes,
    'ids/offsets': segment.ids.offsets,
    'ids/slots': segment.ids.slots,
    ...postingsArrays('terms', segment.terms),
  };
  for (const [name, column] of Object.entries(segment.keywords)) {
    arrays[`keywords/${name}/codes`] = column.codes;
    arrays[`keywords/${name}/starts`] = column.starts;
    Object.assign(arrays, postingsArrays(`keywords/${name}/postings`, column.postings));
  }
  for (const [name, column] of Object.entries(segment.numbers)) arrays[`numbers/${name}`] = column;
  for (const [name, column] of Object.entries(segment.buckets)) arrays[`buckets/${name}`] = column;
  for (const [name, column] of Object.entries(segment.flags)) arrays[`flags/${name}`] = column;
  return arrays;
}

const postingsParts = ['keys', 'starts', 'offsets', 'docs', 'bits', 'payload'] as const;

function postingsArrays(prefix: string, postings: Postings): Record<string, AnyArray> {
  return Object.fromEntries(postingsParts.map((part) => [`${prefix}/${part}`, postings[part]]));
}

type Read = (name: string) => AnyArray;

function segmentFrom(schema: IndexSchema, size: number, liveCount: number, read: Read): Segment {
  const postings = (prefix: string) => {
    return new Postings(
      size,
      Object.fromEntries(postingsParts.map((part) => [part, read(`${prefix}/${part}`)])) as PostingsData,
    );
  };
  const column = (name: string) =>
    ({
      codes: read(`keywords/${name}/codes`),
      starts: read(`keywords/${name}/starts`),
      postings: postings(`keywords/${name}/postings`),
    }) as KeywordColumn;
  const each = <T>(names: readonly string[], of: (name: string) => unknown) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<string, T>;
  const bucketed = Object.keys(schema.numbers).filter((name) => schema.numbers[name]!.buckets !== undefined);
  return {
    size,
    liveCount,
    live: (read('live') as Uint32Array).slice(),
    quality: read('quality') as Float64Array,
    ids: new IdTable({
      bytes: read('ids/bytes') as Uint8Array,
      offsets: read('ids/offsets') as Uint32Array,
      slots: read('ids/slots') as Uint32Array,
    }),
    terms: postings('terms'),
    keywords: each<KeywordColumn>(Object.keys(schema.keywords), column),
    numbers: each<Float64Array>(numberColumns(schema), (name) => read(`numbers/${name}`)),
    buckets: each<Uint8Array>(bucketed, (name) => read(`buckets/${name}`)),
    flags: each<Uint32Array>(schema.flags, (name) => read(`flags/${name}`)),
  };
}
