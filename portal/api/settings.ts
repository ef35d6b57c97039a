import type { InvitationBody, KeyBody, MemberBody } from '@portico/api/platform/tenants/schema.ts';
import type { TeamBody } from '@portico/api/platform/tenants/team-schema.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';
import { get, patch, post, put, remove, send } from './client.ts';
import type { Tenant } from './wire.ts';

const id = encodeURIComponent;
type Items<T> = { items: T[] };
type Page<T> = Items<T> & { nextCursor: string | null };
export type NewKey = { id: string; key: string };
export type Role = MemberBody['roles'][number];

export const getTenant = (signal?: AbortSignal) => send<Tenant>('GET', '/v1/tenant', { signal });
export const saveTheme = (theme: TenantTheme, ifMatch: string | undefined) =>
  send<Tenant>('PUT', '/v1/tenant/theme', { body: { theme }, ifMatch });

export const getOrigins = (signal?: AbortSignal) =>
  send<{ origins: string[] }>('GET', '/v1/tenant/origins', { signal });
export const saveOrigins = (origins: readonly string[], ifMatch: string | undefined) =>
  send<{ origins: string[] }>('PUT', '/v1/tenant/origins', { body: { origins }, ifMatch });

export const getKeys = async (signal?: AbortSignal) => (await get<Items<KeyBody>>('/v1/tenant/keys', { signal })).items;
export const createKey = (key: { kind: KeyBody['kind']; name: string; expiresInDays?: number }) =>
  post<NewKey>('/v1/tenant/keys', key);
export const rotateKey = (keyId: string, overlapSeconds: number) =>
  post<NewKey>(`/v1/tenant/keys/${id(keyId)}/rotation`, { overlapSeconds });
export const revokeKey = (keyId: string) => remove<void>(`/v1/tenant/keys/${id(keyId)}`);

export const getMembers = (cursor: string | undefined, signal?: AbortSignal) =>
  get<Page<MemberBody>>('/v1/members', { query: { cursor }, signal });
export const changeMember = (memberId: string, change: { roles?: Role[]; disabled?: boolean }) =>
  patch<MemberBody>(`/v1/members/${id(memberId)}`, change);
export const removeMember = (memberId: string) => remove<void>(`/v1/members/${id(memberId)}`);
export const getInvitations = async (signal?: AbortSignal) =>
  (await get<Items<InvitationBody>>('/v1/members/invitations', { signal })).items;
export const invite = (invitation: { email: string; roles: Role[] }) =>
  post<InvitationBody>('/v1/members/invitations', invitation);
export const withdrawInvitation = (invitationId: string) => remove<void>(`/v1/members/invitations/${id(invitationId)}`);
export const acceptInvitation = (invitationId: string) =>
  post<MemberBody>(`/v1/members/invitations/${id(invitationId)}/acceptance`);

/** For a choice of people; a company has a few hundred. */
export async function getAllMembers(): Promise<MemberBody[]> {
  const all: MemberBody[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<MemberBody> = await getMembers(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

export const getTeams = async (signal?: AbortSignal) => (await get<Items<TeamBody>>('/v1/teams', { signal })).items;
export const createTeam = (name: string) => post<TeamBody>('/v1/teams', { name });
export const dissolveTeam = (teamId: string) => remove<void>(`/v1/teams/${id(teamId)}`);
export const setTeamRoles = (teamId: string, personId: string, roles: Role[]) =>
  put<TeamBody>(`/v1/teams/${id(teamId)}/members/${id(personId)}`, { roles });
export const endTeamRoles = (teamId: string, personId: string) =>
  remove<void>(`/v1/teams/${id(teamId)}/members/${id(personId)}`);

export type EmbedManifest = { version: string; loader: { file: string; integrity: string } };
export const getEmbedManifest = (signal?: AbortSignal) => get<EmbedManifest>('/embed/1.0.0/manifest.json', { signal });
