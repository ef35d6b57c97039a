import type { BulkAction } from '@portico/api/talent/talent-pools/pool-member.ts';
import type {
  AgreedRateChange,
  BulkAnswer,
  MemberPage,
  NewPool,
  OwnCalendar,
  OwnPool,
  OwnShare,
  PoolChange,
  PoolInviteAnswer,
  PoolMember,
  PoolMemberDetail,
  PoolNote,
  PoolShare,
  RateEntry,
  SharedMember,
  TalentPool,
  TalentPoolDetail,
} from '@portico/api/talent/talent-pools/schema.ts';
import { get, patch, post, type Query, remove, send } from './client.ts';

export type {
  MemberPage,
  OwnCalendar,
  OwnPool,
  OwnShare,
  PoolInviteAnswer,
  PoolMember,
  PoolMemberDetail,
  RateEntry,
  SharedMember,
  TalentPool,
  TalentPoolDetail,
};

const id = encodeURIComponent;
const pool = (poolId: string) => `/v1/talent/pools/${id(poolId)}`;
const placed = (poolId: string, freelancerId: string) => `${pool(poolId)}/members/${id(freelancerId)}`;

export const getPools = (state: 'active' | 'archived', signal?: AbortSignal) =>
  get<{ items: TalentPool[]; mayCreate: boolean }>('/v1/talent/pools', { query: { state }, signal });
export const getPool = (poolId: string, signal?: AbortSignal) =>
  send<TalentPoolDetail>('GET', pool(poolId), { signal });
export const createPool = (given: Partial<NewPool> & { name: string }) =>
  post<TalentPoolDetail>('/v1/talent/pools', given);
export const changePool = (poolId: string, change: PoolChange, ifMatch: string | undefined) =>
  send<TalentPoolDetail>('PATCH', pool(poolId), { body: change, ifMatch });
export const archivePool = (poolId: string) => post<TalentPoolDetail>(`${pool(poolId)}/archive`, {});
export const restorePool = (poolId: string) => post<TalentPoolDetail>(`${pool(poolId)}/restoration`);
export const keepRateCard = (poolId: string, entries: readonly RateEntry[], ifMatch: string | undefined) =>
  send<TalentPoolDetail>('PUT', `${pool(poolId)}/rate-card`, {
    body: { entries: entries.map(({ skill, ...entry }) => ({ ...entry, skillId: skill?.id ?? null })) },
    ifMatch,
  });
export const poolTimeline = (poolId: string) => `${pool(poolId)}/timeline`;

export const getPoolMembers = (poolId: string, query: Query, signal?: AbortSignal) =>
  get<MemberPage>(`${pool(poolId)}/members`, { query, signal });
export const getPoolMember = (poolId: string, freelancerId: string, signal?: AbortSignal) =>
  send<PoolMemberDetail>('GET', placed(poolId, freelancerId), { signal });
export const memberTimeline = (poolId: string, freelancerId: string) => `${placed(poolId, freelancerId)}/timeline`;
export const inviteToPool = (poolId: string, freelancerIds: readonly string[], message: string) =>
  post<PoolInviteAnswer>(`${pool(poolId)}/invitations`, { freelancerIds, message });
export const takeOutOfPool = (poolId: string, freelancerId: string, reason: string) =>
  remove<void>(placed(poolId, freelancerId), { query: { reason } });
export const suspendMember = (poolId: string, freelancerId: string, reason: string) =>
  post<PoolMemberDetail>(`${placed(poolId, freelancerId)}/suspension`, { reason });
export const resumeMember = (poolId: string, freelancerId: string) =>
  post<PoolMemberDetail>(`${placed(poolId, freelancerId)}/resumption`);
export const changeMembers = (
  poolId: string,
  change: { freelancerIds: readonly string[]; action: BulkAction; tag?: string; reason?: string },
) => post<BulkAnswer>(`${pool(poolId)}/members/changes`, change);

export const addTag = (poolId: string, freelancerId: string, tag: string) =>
  post<PoolMemberDetail>(`${placed(poolId, freelancerId)}/tags`, { tag });
export const removeTag = (poolId: string, freelancerId: string, tag: string) =>
  remove<PoolMemberDetail>(`${placed(poolId, freelancerId)}/tags/${id(tag)}`);
export const writeNote = (poolId: string, freelancerId: string, text: string, key: string) =>
  post<PoolNote>(`${placed(poolId, freelancerId)}/notes`, { text }, { headers: { 'idempotency-key': key } });
export const deleteNote = (poolId: string, freelancerId: string, noteId: string) =>
  remove<void>(`${placed(poolId, freelancerId)}/notes/${id(noteId)}`);
export const rateMember = (
  poolId: string,
  freelancerId: string,
  rating: { stars: number; reason: string },
  ifMatch: string | undefined,
) => send<PoolMemberDetail>('PUT', `${placed(poolId, freelancerId)}/rating`, { body: rating, ifMatch });
export const agreeRate = (
  poolId: string,
  freelancerId: string,
  agreed: AgreedRateChange,
  ifMatch: string | undefined,
) => send<PoolMemberDetail>('PUT', `${placed(poolId, freelancerId)}/rate`, { body: agreed, ifMatch });

export const requestShare = (poolId: string, freelancerId: string, company: string, message: string) =>
  post<PoolShare>(`${placed(poolId, freelancerId)}/shares`, { company, message });
export const endShare = (shareId: string) => post<PoolShare>(`/v1/talent/pool-shares/${id(shareId)}/end`);
export const getSharedMembers = async (signal?: AbortSignal) =>
  (await get<{ items: SharedMember[] }>('/v1/talent/shared-members', { signal })).items;

const mine = '/v1/freelancers/me';
export const getOwnPools = (signal?: AbortSignal) =>
  get<{ items: OwnPool[]; shares: OwnShare[] }>(`${mine}/pools`, { signal });
export const acceptPool = (poolId: string) => post<OwnPool>(`${mine}/pools/${id(poolId)}/acceptance`);
export const declinePool = (poolId: string, reason: string) =>
  post<OwnPool>(`${mine}/pools/${id(poolId)}/decline`, { reason });
export const leavePool = (poolId: string, reason: string) =>
  post<OwnPool>(`${mine}/pools/${id(poolId)}/leave`, { reason });
export const answerShare = (shareId: string, answer: 'consent' | 'decline' | 'revocation') =>
  post<OwnShare>(`${mine}/pool-shares/${id(shareId)}/${answer}`);
export const getOwnCalendar = (signal?: AbortSignal) => get<OwnCalendar>(`${mine}/availability-weeks`, { signal });
export const writeOwnWeek = (startsOn: string, freeHours: number | null) =>
  patch<OwnCalendar>(`${mine}/availability-weeks`, { weeks: [{ startsOn, freeHours }] });
