import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, forbidden, notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { findSkill } from '../skills/taxonomy.ts';
import { type PoolDeps, scopeOfPool } from './deps.ts';
import { mayEditPool, type PoolReader } from './grants.ts';
import { newMember } from './new-member.ts';
import { talentPoolsPolicy } from './policy.ts';
import { type PoolMove, type PoolState, poolMoves } from './pool.ts';
import { poolEditors } from './pool-roles.ts';
import type { NewPool, NewRateCard, PoolChange } from './schema.ts';
import {
  countPools,
  findPool,
  findPoolAnywhere,
  insertMemberOnce,
  insertPool,
  listPools,
  replaceRates,
  touchMembers,
  updatePool,
} from './store.ts';
import type { TalentPoolRow } from './table.ts';

/** @throws 404, for a pool that is out of reach too */
export async function getPool(
  db: Executor,
  { scope, reach }: Pick<PoolReader, 'scope' | 'reach'>,
  id: string,
): Promise<TalentPoolRow> {
  const pool = await findPool(db, scope, reach, id);
  if (!pool) throw notFound();
  return pool;
}

/** @throws 403, 404 */
export async function getEditablePool(db: Executor, reader: PoolReader, id: string): Promise<TalentPoolRow> {
  const pool = await getPool(db, reader, id);
  if (!mayEditPool(reader.person, pool))
    throw forbidden('Only those who keep this pool change it. Ask one of its owners.');
  return pool;
}

/**
 * @param tenantId null for one of the installation's
 * @throws 409 pool_name_taken, too_many_pools; 422 unknown_owner
 */
export async function makePool(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { person }: Pick<PoolReader, 'person'>,
  tenantId: string | null,
  { ownerIds = [person.personId], ...given }: NewPool,
): Promise<TalentPoolRow> {
  const nowMs = deps.clock.now();
  const row: TalentPoolRow = {
    ...plainPool({ id: deps.newId('pl'), tenantId, name: given.name }, nowMs),
    ...given,
    ownerIds: JSON.stringify([...new Set(ownerIds)]),
    admitsFirstContract: given.admitsFirstContract ? 1 : 0,
    createdBy: person.personId,
  };
  await requireOwners(trx, row, ownerIds, person.personId);
  await requireFreeName(trx, row);
  const { poolsMax } = await readPolicy(trx, scopeOfPool(row), talentPoolsPolicy);
  if (tenantId !== null && (await countPools(trx, scopeOfPool(row))) >= poolsMax)
    throw conflict('too_many_pools', `A company keeps at most ${poolsMax} pools; none was made. Archive one first.`);
  await insertPool(trx, row);
  await recordMove(trx, deps, scopeOfPool(row), doer, {
    subject: { kind: 'talentPool', id: row.id },
    move: 'create',
    to: 'active',
    details: { name: row.name },
  });
  return row;
}

/** @throws 409 pool_name_taken, 412, 422 unknown_owner */
export async function changePool(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  person: PoolReader['person'],
  pool: TalentPoolRow,
  { ownerIds, admitsFirstContract, ...texts }: PoolChange,
): Promise<TalentPoolRow> {
  const change = {
    ...texts,
    ...(ownerIds && { ownerIds: JSON.stringify([...new Set(ownerIds)]) }),
    ...(admitsFirstContract !== undefined && {
      admitsFirstContract: admitsFirstContract ? (1 as const) : (0 as const),
    }),
    updatedAt: deps.clock.now(),
  };
  if (ownerIds) await requireOwners(trx, pool, ownerIds, person.personId);
  const changed = { ...pool, ...change };
  if (changed.name !== pool.name) await requireFreeName(trx, changed);
  await keepPool(trx, pool, change);
  await recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'talentPool', id: pool.id },
    move: 'changed',
    details: { fields: Object.keys({ ...texts, ownerIds, admitsFirstContract }).filter((key) => key in change) },
  });
  return { ...changed, revision: pool.revision + 1 };
}

/** @throws 409 by state: `talent_pool_archived`; pool_name_taken */
export async function movePool(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  name: PoolMove,
  reason: string | null,
): Promise<TalentPoolRow> {
  const move: Move<PoolState> = requireMove(poolMoves, 'talentPool', name, pool.state);
  if (name === 'restore') await requireFreeName(trx, pool);
  const change = { state: move.to, updatedAt: deps.clock.now() };
  await keepPool(trx, pool, change);
  await touchMembers(trx, pool.id, change.updatedAt);
  await recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'talentPool', id: pool.id },
    move: name,
    from: pool.state,
    to: move.to,
    reason,
  });
  return { ...pool, ...change, revision: pool.revision + 1 };
}

/** @throws 412, 422 unknown_skill */
export async function replaceRateCard(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  { entries }: NewRateCard,
): Promise<TalentPoolRow> {
  const rows = entries.map(({ role, skillId, level, rate }, position) => {
    const skillName = skillId === null ? null : findSkill(skillId)?.name;
    if (skillName === undefined)
      throw unprocessable('unknown_skill', 'One of the skills is not known; nothing was changed. Choose it again.', [
        { pointer: `/entries/${position}/skillId`, code: 'unknown_skill', message: 'There is no such skill.' },
      ]);
    const { amountMinor: rateMinor, currency: rateCurrency } = rate;
    return { poolId: pool.id, position, role, skillId, skillName, level, rateMinor, rateCurrency };
  });
  const change = { updatedAt: deps.clock.now() };
  await keepPool(trx, pool, change);
  await replaceRates(trx, pool.id, rows);
  await recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'talentPool', id: pool.id },
    move: 'rateCardChanged',
    details: { entries },
    audience: 'team',
  });
  return { ...pool, ...change, revision: pool.revision + 1 };
}

async function keepPool(trx: Executor, pool: TalentPoolRow, change: Partial<TalentPoolRow>): Promise<void> {
  if (await updatePool(trx, pool.id, pool.revision, change)) return;
  throw new Refusal(
    412,
    'changed_meanwhile',
    'This was changed since you read it; your change was not saved. Read it again and repeat.',
  );
}

async function requireFreeName(trx: Executor, { id, tenantId, name }: TalentPoolRow): Promise<void> {
  const scope = scopeOfPool({ tenantId });
  const others = await listPools(trx, scope, { own: tenantId !== null, installation: tenantId === null });
  if (!others.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())) return;
  const message = 'A pool in use has this name already.';
  throw new Refusal(409, 'pool_name_taken', `${message} Nothing was changed; choose another name.`, {
    errors: [{ pointer: '/name', code: 'pool_name_taken', message }],
  });
}

/** Owners of a tenant's pool are people of it who may keep pools; of the installation's, whoever makes it. */
async function requireOwners(
  trx: Executor,
  pool: TalentPoolRow,
  ownerIds: readonly string[],
  personId: string,
): Promise<void> {
  const others = ownerIds.filter((id) => id !== personId);
  if (others.length === 0) return;
  const allowed = pool.tenantId === null ? [] : await peopleWithRoles(trx, scopeOfPool(pool), poolEditors);
  if (others.every((id) => allowed.includes(id))) return;
  throw unprocessable(
    'unknown_owner',
    'An owner is somebody of this company who hires; nothing was changed. Choose somebody else.',
    [{ pointer: '/ownerIds', code: 'unknown_owner', message: 'Not somebody of this company who hires.' }],
  );
}

function plainPool(named: Pick<TalentPoolRow, 'id' | 'tenantId' | 'name'>, nowMs: number): TalentPoolRow {
  return {
    description: '',
    criteria: '',
    state: 'active',
    editing: 'hirers',
    ownerIds: '[]',
    admitsFirstContract: 0,
    revision: 1,
    createdBy: '',
    createdAt: nowMs,
    updatedAt: nowMs,
    ...named,
  };
}

/** For seeds and tests: a pool of the tenant, or of the installation with null. */
export async function createPool(
  trx: Executor,
  pool: { id: string; tenantId: string | null; name: string } & Partial<TalentPoolRow>,
  nowMs: number,
): Promise<void> {
  await insertPool(trx, { ...plainPool(pool, nowMs), ...pool });
}

/** For seeds and imports: takes many in at once; the caller answers for who they are. */
export async function fillPool(
  trx: Executor,
  { poolId, freelancerIds, addedBy }: { poolId: string; freelancerIds: readonly string[]; addedBy: string },
  nowMs: number,
): Promise<void> {
  const pool = await findPoolAnywhere(trx, poolId);
  const admittedBy = pool?.tenantId === null ? ('vetting' as const) : ('hand' as const);
  for (const freelancerId of freelancerIds)
    await insertMemberOnce(trx, newMember({ poolId, freelancerId, state: 'active', admittedBy, addedBy }, nowMs));
}
