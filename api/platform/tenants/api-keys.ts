import { createHash, randomBytes } from 'node:crypto';
import type { Authority } from '../auth/authority.ts';
import { GuardedCache } from '../auth/guarded-cache.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { addressClassOf } from './address-class.ts';
import { findKeyByHash, findUsableKey, listKeys, touchKey, type UsableKey } from './key-store.ts';
import type { ApiKeyRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export type KeyKind = ApiKeyRow['kind'];

export type ApiKeys = {
  find(key: string): Promise<UsableKey | undefined>;
  /** Keeps when, for what and from what kind of address it was used last, to the minute. */
  noteUse(keyId: string, use: { operation: string; address: string }): Promise<void>;
};

const prefixes: Record<KeyKind, string> = { secret: 'sk', publishable: 'pk' };
const keysMax = 5000;
const useNotedEveryMs = 60_000;

export function createApiKeys(deps: { database: Database; authority: Authority; clock: Clock }): ApiKeys {
  const { database, authority, clock } = deps;
  const keys = new GuardedCache<UsableKey>(keysMax);
  const notedAtMs = new Map<string, number>();
  authority.onTenantChange(() => keys.forgetAll());
  return {
    async find(key) {
      const found = await keys.get(hashOfKey(key), () => findUsableKey(database.db, hashOfKey(key)));
      return found && isLive(found, clock) ? found : undefined;
    },
    async noteUse(keyId, { operation, address }) {
      const nowMs = clock.now();
      if (nowMs - (notedAtMs.get(keyId) ?? 0) < useNotedEveryMs) return;
      notedAtMs.set(keyId, nowMs);
      await touchKey(database.db, keyId, {
        lastUsedAt: nowMs,
        lastOperation: operation.slice(0, 100),
        lastUsedFrom: addressClassOf(address),
      });
    },
  };
}

/** @returns the tenant whose key this is; undefined once it was revoked or has expired */
export async function tenantIdOfKey(db: Executor, clock: Clock, key: string): Promise<string | undefined> {
  const found = await findUsableKey(db, hashOfKey(key));
  return found && isLive(found, clock) ? found.tenantId : undefined;
}

/** Names by id, ended keys included. */
export async function keyNames(db: Executor, scope: TenantScope): Promise<Map<string, string>> {
  return new Map((await listKeys(db, scope)).map(({ id, name }) => [id, name]));
}

/** For the admin who wonders why their server is refused; a key of another tenant is one that nobody knows. */
export async function whyKeyIsRefused(
  db: Executor,
  clock: Clock,
  scope: TenantScope,
  key: string,
): Promise<'key_revoked' | 'key_expired' | 'key_unknown'> {
  const found = await findKeyByHash(db, scope, hashOfKey(key));
  if (!found) return 'key_unknown';
  if (found.revokedAt !== null) return 'key_revoked';
  return isLive(found, clock) ? 'key_unknown' : 'key_expired';
}

function isLive({ expiresAt }: Pick<UsableKey, 'expiresAt'>, clock: Clock): boolean {
  return expiresAt === null || expiresAt > clock.now();
}

/** 160 random bits; the whole key is shown once and only its hash is kept. */
export function makeKey(kind: KeyKind): { key: string; hash: string; start: string } {
  const key = `${prefixes[kind]}_${randomBytes(20).toString('base64url')}`;
  return { key, hash: hashOfKey(key), start: key.slice(0, 8) };
}

function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
