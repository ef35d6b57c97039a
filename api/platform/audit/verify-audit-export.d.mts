import type { KeyObject } from 'node:crypto';

/** For the tests; whoever checks an export runs the program itself. */
export type ExportVerdict =
  | { ok: true; entries: number; firstSequence: number; lastSequence: number; lastHash: string }
  | { ok: false; reason: string; line: number | null; sequence: number | null };
export type ByteSource = { size: number; read(at: number, length: number): Promise<Buffer> };

export function verifyAuditExport(
  source: ByteSource,
  key: KeyObject,
  anchor?: { sequence: number; hash: string },
): Promise<ExportVerdict>;
export function sourceOfBytes(bytes: Buffer): ByteSource;
export function keysOf(text: string): KeyObject[];
export function idOfKey(key: KeyObject): string;
