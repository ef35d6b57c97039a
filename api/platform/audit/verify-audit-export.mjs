#!/usr/bin/env node
/**
 * Checks an exported audit log without a network and without the server that wrote it.
 *
 *   node verify-audit.mjs export.ndjson --key audit-keys.json [--anchor 120:<hash>]
 *
 * --key     the public key: a JWK set as the server shows it at /.well-known/audit-keys.json, one JWK, a PEM file, or
 *           the 43 letters of the key itself
 * --anchor  a place of the chain and its hash that somebody kept elsewhere; the export must hold it
 *
 * Ends with 0 when everything holds, 1 when something does not, 2 when it could not be checked. Node.js 20 or newer.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const entryKeys = [
  'tenantId',
  'sequence',
  'id',
  'version',
  'time',
  'action',
  'actorKind',
  'actorId',
  'actorName',
  'onBehalfOfId',
  'onBehalfOfName',
  'role',
  'objectKind',
  'objectId',
  'details',
  'beforeHash',
  'afterHash',
  'origin',
  'widget',
  'requestId',
  'previousHash',
  'hash',
];
const manifestKeys = [
  'type',
  'format',
  'tenantId',
  'from',
  'to',
  'exportedAt',
  'count',
  'firstSequence',
  'previousHash',
  'lastHash',
  'entriesSha256',
  'keyId',
  'signature',
];
/** Columns that version 1 did not have. */
const laterKeys = [
  'actorName',
  'onBehalfOfId',
  'onBehalfOfName',
  'role',
  'beforeHash',
  'afterHash',
  'origin',
  'widget',
];

const chunkBytes = 1 << 20;
const lineBytesMax = 1 << 26;
const newline = 10;

class Bad extends Error {
  constructor(reason, line, sequence) {
    super(reason);
    this.line = line;
    this.sequence = sequence;
  }
}

/**
 * @param source `{ size, read(at, length) }` over the bytes of the export
 * @param key the public key (KeyObject)
 * @param anchor `{ sequence, hash }`, or none
 * @returns `{ ok: true, entries, … }` or `{ ok: false, reason, line, sequence }`, naming the first bad entry
 */
export async function verifyAuditExport(source, key, anchor) {
  try {
    const { text, at, begins } = await lastLine(source);
    const manifest = readManifest(text, key, begins);
    const entries = await walk(source, at, manifest.bad ? undefined : manifest, anchor);
    if (manifest.bad)
      throw new Bad(manifest.bad, entries.count + 1, manifest.isEntry ? entries.nextSequence : undefined);
    compare(manifest, entries);
    if (anchor && !entries.foundAnchor)
      throw new Bad(`entry ${anchor.sequence}, which was kept elsewhere, is not in this file`);
    return {
      ok: true,
      entries: entries.count,
      firstSequence: manifest.firstSequence,
      lastSequence: manifest.firstSequence + entries.count - 1,
      lastHash: manifest.lastHash,
      tenantId: manifest.tenantId,
      exportedAt: manifest.exportedAt,
      from: manifest.from,
      to: manifest.to,
    };
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return { ok: false, reason: error.message, line: error.line ?? null, sequence: error.sequence ?? null };
  }
}

/** A manifest that does not hold is told after the entries: one of them may say more precisely what happened. */
function readManifest(text, key, begins) {
  const manifest = parsed(text, manifestKeys);
  if (manifest?.type !== 'manifest')
    return {
      bad: 'the file does not end with its signed last line: it was cut or changed',
      isEntry: begins.startsWith('{"tenantId"'),
    };
  if (manifest.format !== 'audit-export/1') return { bad: `this program does not know the form ${manifest.format}` };
  const { signature, ...signed } = manifest;
  if (manifest.keyId !== idOfKey(key))
    return { bad: `the file says it was signed with another key (${manifest.keyId})` };
  const bytes = Buffer.from(String(signature), 'base64url');
  const isExact = bytes.toString('base64url') === signature;
  if (!isExact || !verify(null, Buffer.from(JSON.stringify(signed)), key, bytes))
    return { bad: 'the signature does not fit the last line: it was changed, or signed by somebody else' };
  return manifest;
}

/** Every entry in turn; the first that is not what it was ends it. */
async function walk(source, end, manifest, anchor) {
  const sum = createHash('sha256');
  let { firstSequence: sequence, previousHash, tenantId } = manifest ?? {};
  let count = 0;
  let foundAnchor = false;
  for await (const line of linesOf(source, end)) {
    sum.update(line).update('\n');
    count++;
    const entry = parsed(textOf(line), entryKeys);
    if (!entry) throw new Bad('the entry is damaged', count, sequence);
    sequence ??= entry.sequence;
    previousHash ??= entry.previousHash;
    tenantId ??= entry.tenantId;
    const reason = badIn(entry, sequence, previousHash, tenantId);
    if (reason) throw new Bad(reason, count, sequence);
    if (anchor?.sequence === sequence) {
      if (anchor.hash !== entry.hash)
        throw new Bad('the entry is another one than was kept elsewhere', count, sequence);
      foundAnchor = true;
    }
    previousHash = entry.hash;
    sequence++;
  }
  return { count, nextSequence: sequence, lastHash: previousHash, sha256: sum.digest('base64url'), foundAnchor };
}

function badIn(entry, sequence, previousHash, tenantId) {
  if (entry.sequence !== sequence)
    return entry.sequence > sequence
      ? `the entry is missing here; the line holds entry ${entry.sequence}`
      : `the line holds entry ${entry.sequence} again`;
  if (entry.tenantId !== tenantId) return 'the entry is of another company';
  if (entry.previousHash !== previousHash) return 'the entry does not follow the one before it';
  if (entry.version !== 1 && entry.version !== 2)
    return `this program does not know version ${entry.version} of entries`;
  if (entry.version === 1 && laterKeys.some((key) => entry[key] !== null)) return 'the entry was changed';
  return hashOf(entry) === entry.hash ? undefined : 'the entry was changed';
}

/** The signed last line against what stands before it: a rewritten chain holds in itself, but was not signed. */
function compare(manifest, entries) {
  const line = entries.count + 1;
  if (entries.count < manifest.count)
    throw new Bad('the entry is missing: the end was cut off', line, manifest.firstSequence + entries.count);
  if (entries.count > manifest.count)
    throw new Bad(
      'the entry was added after the log was signed',
      manifest.count + 1,
      manifest.firstSequence + manifest.count,
    );
  if ((entries.lastHash ?? '') !== manifest.lastHash || entries.sha256 !== manifest.entriesSha256)
    throw new Bad('the entries were written anew: they are not those that were signed', line);
}

function hashOf(entry) {
  const occurredAt = Date.parse(entry.time);
  const first = [
    entry.previousHash,
    entry.tenantId,
    entry.sequence,
    entry.id,
    entry.action,
    entry.actorKind,
    entry.actorId,
    entry.objectKind,
    entry.objectId,
    entry.details,
    entry.requestId,
    occurredAt,
  ];
  const columns = entry.version === 1 ? first : [entry.version, ...first, ...laterKeys.map((key) => entry[key])];
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

/** One way to write a line: other spaces, order, escapes, names or a second value of a name are no such line. */
function parsed(text, keys) {
  if (text === undefined) return undefined;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const written = JSON.stringify(Object.fromEntries(keys.map((key) => [key, value[key]])));
  if (written !== text) return undefined;
  if ('time' in value && !isExactTime(value.time)) return undefined;
  return value;
}

function isExactTime(time) {
  const atMs = Date.parse(time);
  return Number.isFinite(atMs) && new Date(atMs).toISOString() === time;
}

function textOf(line) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return undefined;
  }
}

/** The last line and where it begins, read from the end. */
async function lastLine({ size, read }) {
  const noEnd = () => new Bad('the file does not end with its signed last line: it was cut or changed');
  if (size === 0) throw new Bad('the file is empty');
  let tail = Buffer.alloc(0);
  for (let at = size; at > 0; ) {
    const length = Math.min(1 << 14, at);
    at -= length;
    tail = Buffer.concat([await read(at, length), tail]);
    if (tail.at(-1) !== newline) return { text: undefined, at: size, begins: '' };
    const from = tail.subarray(0, -1).lastIndexOf(newline) + 1;
    if (from > 0 || at === 0) {
      const line = tail.subarray(from, -1);
      return { text: textOf(line), at: at + from, begins: line.subarray(0, 20).toString('latin1') };
    }
    if (tail.length > lineBytesMax) break;
  }
  throw noEnd();
}

/** Lines from the beginning to a place, without their ends; what does not end is a line too. */
async function* linesOf({ read }, end) {
  let rest = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const chunk = await read(at, Math.min(chunkBytes, end - at));
    at += chunk.length;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = rest.indexOf(newline); to !== -1; to = rest.indexOf(newline, from)) {
      yield rest.subarray(from, to);
      from = to + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > lineBytesMax) break;
  }
  if (rest.length > 0) yield rest;
}

export function idOfKey(key) {
  return createHash('sha256')
    .update(Buffer.from(key.export({ format: 'jwk' }).x, 'base64url'))
    .digest('base64url')
    .slice(0, 16);
}

export function sourceOfBytes(bytes) {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}

/** Of a JWK set every key, since only the file says which one it was. */
export function keysOf(text) {
  const trimmed = text.trim();
  if (/^[\w-]{43}$/.test(trimmed))
    return [createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: trimmed }, format: 'jwk' })];
  if (trimmed.startsWith('-----')) return [createPublicKey(trimmed)];
  const value = JSON.parse(trimmed);
  return (value.keys ?? [value]).map(({ kty, crv, x }) => createPublicKey({ key: { kty, crv, x }, format: 'jwk' }));
}

async function main([file, ...options]) {
  const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const keyOption = option('--key');
  if (!file || !keyOption) {
    console.error('Usage: node verify-audit.mjs export.ndjson --key audit-keys.json [--anchor 120:<hash>]');
    return 2;
  }
  const keys = keysOf(/^[\w-]{43}$/.test(keyOption) ? keyOption : await readFile(keyOption, 'utf8'));
  const [anchorSequence, anchorHash] = option('--anchor')?.split(':') ?? [];
  const anchor = anchorHash ? { sequence: Number(anchorSequence), hash: anchorHash } : undefined;
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const read = async (at, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const { text } = await lastLine({ size, read }).catch(() => ({ text: undefined }));
    const named = text === undefined ? undefined : parsed(text, manifestKeys)?.keyId;
    const key = keys.find((one) => idOfKey(one) === named) ?? keys[0];
    return tell(await verifyAuditExport({ size, read }, key, anchor));
  } finally {
    await handle.close();
  }
}

function tell(verdict) {
  if (verdict.ok) {
    console.log(
      verdict.entries === 0
        ? 'OK: the file holds no entry, and says so under its signature.'
        : `OK: entries ${verdict.firstSequence} to ${verdict.lastSequence} (${verdict.entries}) are what they were, and signed.`,
    );
    console.log(`Company ${verdict.tenantId}, exported ${verdict.exportedAt}, last hash ${verdict.lastHash}`);
    return 0;
  }
  const place = [
    verdict.sequence === null ? undefined : `entry ${verdict.sequence}`,
    verdict.line === null ? undefined : `line ${verdict.line}`,
  ].filter(Boolean);
  console.log(`BAD${place.length > 0 ? `: ${place.join(', ')}` : ''}: ${verdict.reason}`);
  return 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(`It could not be checked: ${error.message}`);
      process.exitCode = 2;
    },
  );
}
