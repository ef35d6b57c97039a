import type { MemberRole } from '../platform/auth/actor.ts';

/** Who may call an operation at all; what they then may do with a given object is its slice's own test. */
export type Access =
  /** Nobody needs to sign in. */
  | 'public'
  /** Any signed-in person, for what is theirs. */
  | 'person'
  | 'operator'
  /** A tenant's own server. */
  | 'secretKey'
  /** Members of the tenant with one of these roles. */
  | readonly MemberRole[];

export type Operation = {
  access: Access;
  /** A body that would be accepted. */
  body?: unknown;
  /** Query values that validation asks for. */
  query?: string;
  /** Path values of a closed set. */
  params?: Readonly<Record<string, string>>;
  /** The operation answers something harmless to others too: a hidden thing, an empty list. */
  upload?: boolean;
};
