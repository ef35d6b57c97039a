const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The external ids of a segment's documents: UTF-8 in one block, found through an open-addressing table of ordinals. ~40 bytes a document. */
export class IdTable {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** Ordinal + 1, or 0 for a free slot; a power of two at least 1.5 times the size. */
  readonly slots: Uint32Array;

  constructor(data: IdTableData) {
    this.bytes = data.bytes;
    this.offsets = data.offsets;
    this.slots = data.slots;
  }

  idOf(ordinal: number): string {
    return decoder.decode(this.encodedId(ordinal));
  }

  /** The ordinal of an id, or −1. O(1). */
  find(id: string): number {
    const wanted = encoder.encode(id);
    let slot = hash(wanted, 0, wanted.length) & (this.slots.length - 1);
    for (; this.slots[slot] !== 0; slot = (slot + 1) & (this.slots.length - 1)) {
      const ordinal = this.slots[slot]! - 1;
      if (this.#equals(ordinal, wanted)) return ordinal;
    }
    return -1;
  }

  encodedId(ordinal: number): Uint8Array {
    return this.bytes.subarray(this.offsets[ordinal]!, this.offsets[ordinal + 1]!);
  }

  #equals(ordinal: number, wanted: Uint8Array): boolean {
    const start = this.offsets[ordinal]!;
    if (this.offsets[ordinal + 1]! - start !== wanted.length) return false;
    for (let at = 0; at < wanted.length; at++) if (this.bytes[start + at] !== wanted[at]) return false;
    return true;
  }
}

/** Appends ids in order of ordinal; capacities are upper bounds. */
export class IdTableBuilder {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #slots: Uint32Array;
  #size = 0;

  constructor(size: number, byteCapacity: number) {
    this.#bytes = new Uint8Array(byteCapacity);
    this.#offsets = new Uint32Array(size + 1);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, size * 1.5))));
  }

  append(id: Uint8Array): void {
    this.#bytes.set(id, this.#offsets[this.#size]!);
    let slot = hash(id, 0, id.length) & (this.#slots.length - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#size++;
    this.#slots[slot] = this.#size;
    this.#offsets[this.#size] = this.#offsets[this.#size - 1]! + id.length;
  }

  finish(): IdTable {
    return new IdTable({
      bytes: this.#bytes.subarray(0, this.#offsets[this.#size]!),
      offsets: this.#offsets,
      slots: this.#slots,
    });
  }
}

export type IdTableData = Pick<IdTable, 'bytes' | 'offsets' | 'slots'>;

/** FNV-1a with a final avalanche, since ids often differ only in their last characters. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
