/** Who acts. Slices see an Actor and a TenantScope and nothing else of identity. */
export const memberRoles = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
  'viewer',
  'auditor',
] as const;
export type MemberRole = (typeof memberRoles)[number];

export const operatorRoles = ['operatorAdmin', 'vetter', 'mediator', 'support'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** What a widget session was granted: widget name → feature → on. `{ talentSearch: { invite: true } }` */
export type EmbedGrants = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export type Person = {
  kind: 'person';
  personId: string;
  email: string;
  /** The freelancer account of this person, if any. */
  freelancerId: string | null;
  /** Roles in the tenant of this request; empty for somebody who is no member of it. */
  roles: readonly MemberRole[];
  /** Roles held in one team of this tenant only, by team id. */
  teamRoles?: Readonly<Record<string, readonly MemberRole[]>>;
  operatorRoles: readonly OperatorRole[];
  /** `cookie`: signed in at the portal. `embed`: a widget session, whose rights are role ∩ grants. */
  via:
    | { kind: 'cookie'; sessionId?: string; signedInAtMs?: number }
    | {
        kind: 'embed';
        sessionId: string;
        grants: EmbedGrants;
        elevated?: readonly string[];
        /** The key or the sign-ins it comes from: when one of them ends, so does this. */
        sourceIds?: readonly string[];
        /** The page that holds the widget; none when that is the portal itself. */
        hostOrigin?: string;
      };
};

export type Actor =
  | { kind: 'anonymous' }
  | Person
  /** A tenant's own server. */
  | { kind: 'secretKey'; keyId: string; tenantId: string }
  /** A public page of the tenant: public search only. */
  | { kind: 'publishableKey'; keyId: string; tenantId: string }
  | { kind: 'clock' };

export const anonymous: Actor = { kind: 'anonymous' };

export function isPerson(actor: Actor): actor is Person {
  return actor.kind === 'person';
}

export function hasRole(actor: Actor, ...roles: readonly MemberRole[]): boolean {
  return isPerson(actor) && actor.roles.some((role) => roles.includes(role));
}

export function isMember(actor: Actor): boolean {
  return isPerson(actor) && actor.roles.length > 0;
}

/** Of the company as a whole, or of one of its teams only: who sees no more than a team's figures and requests. */
export function isTeamMember(actor: Actor): boolean {
  return isPerson(actor) && (isMember(actor) || Object.values(actor.teamRoles ?? {}).some((roles) => roles.length > 0));
}

/** Every role held somewhere in the tenant; what it is good for is decided where a team is known. */
export function rolesAnywhere({ roles, teamRoles = {} }: Pick<Person, 'roles' | 'teamRoles'>): MemberRole[] {
  return [...new Set([...roles, ...Object.values(teamRoles).flat()])];
}

/** Whether a widget session was granted this feature; somebody at the portal needs no grant, only the role. */
export function isGranted(actor: Actor, widget: string, feature: string): boolean {
  if (!isPerson(actor)) return false;
  return actor.via.kind === 'cookie' || actor.via.grants[widget]?.[feature] === true;
}

export function isOperator(actor: Actor, ...roles: readonly OperatorRole[]): boolean {
  return (
    isPerson(actor) &&
    actor.via.kind === 'cookie' &&
    actor.operatorRoles.some((role) => role === 'operatorAdmin' || roles.includes(role))
  );
}
