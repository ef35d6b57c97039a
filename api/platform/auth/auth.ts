import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { organization, twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { fieldNames, tableNames, tenantSchema } from './auth-names.ts';
import { cookiePrefixOf } from './cookie-names.ts';

export type AuthDeps = { database: Database; clock: Clock; newId: NewId; log: Logger; secret: string };

export type MailedPerson = { id: string; email: string; name: string; locale?: string | null };

/** What happens outside the auth library; each is called after its own transaction. */
export type AuthEvents = {
  verificationAsked(person: MailedPerson, token: string, request: Request | undefined): Promise<void>;
  resetAsked(person: MailedPerson, token: string, request: Request | undefined): Promise<void>;
  signUpRepeated(person: MailedPerson, request: Request | undefined): Promise<void>;
  /** One sign-in ended: signed out, revoked or swept away by a password reset. */
  signInEnded(session: { id: string; personId: string }): Promise<void>;
  /** Mails and the like that nobody waits for. */
  inBackground(work: Promise<unknown>): void;
};

export type Auth = ReturnType<typeof createAuth>;

const daySeconds = 24 * 60 * 60;
export const authPath = '/v1/auth';
export const passwordLengthMin = 10;

/**
 * Identity for one origin: the installation's own, or a tenant's domain. Origin, cookie names and passkey scope are
 * fixed here, so that no request header has a say in them.
 */
export function createAuth({ database, clock, newId, log, secret }: AuthDeps, origin: string, events: AuthEvents) {
  const isSecure = origin.startsWith('https:');
  const person = (user: { id: string; email: string; name: string }) => user as MailedPerson;
  return betterAuth({
    appName: new URL(origin).hostname,
    baseURL: origin,
    basePath: authPath,
    secret,
    trustedOrigins: [origin],
    database: { db: database.db as never, type: database.kind, transaction: true },
    telemetry: { enabled: false },
    logger: {
      disabled: false,
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ auth: message }, 'auth'),
    },
    user: { modelName: tableNames.user, additionalFields: { locale: { type: 'string', required: false } } },
    session: {
      modelName: tableNames.session,
      fields: { userId: 'personId' },
      expiresIn: 7 * daySeconds,
      updateAge: daySeconds,
      additionalFields: { signedInAt: { type: 'number', bigint: true, required: true, input: false } },
    },
    account: { modelName: tableNames.account, fields: { userId: 'personId' } },
    verification: { modelName: tableNames.verification },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) => events.resetAsked(person(user), token, request),
      onExistingUserSignUp: ({ user }, request) => events.signUpRepeated(person(user), request),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, token }, request) => events.verificationAsked(person(user), token, request),
    },
    databaseHooks: {
      user: { create: { before: async ({ name }) => refuseNameThatLinks(name) } },
      session: {
        create: { before: async (session) => ({ data: { ...session, signedInAt: clock.now() } }) },
        delete: { after: async ({ id, userId }) => events.signInEnded({ id, personId: userId }) },
      },
    },
    // Ours counts by the address a configured proxy vouches for, and by e-mail.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: cookiePrefixOf(origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: ({ model }) => newId(idKinds[model] ?? 'au') },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      backgroundTasks: { handler: events.inBackground },
    },
    plugins: [
      organization({ schema: tenantSchema, allowUserToCreateOrganization: false }),
      twoFactor({
        twoFactorTable: tableNames.twoFactor,
        schema: { twoFactor: fieldNames },
        issuer: new URL(origin).hostname,
      }),
      passkey({
        rpID: new URL(origin).hostname,
        origin,
        schema: { passkey: { modelName: tableNames.passkey, ...fieldNames } },
      }),
    ],
  });
}

/** A name goes into mails to an address that somebody claims is theirs: it must not carry a link there. */
function refuseNameThatLinks(name: string): void {
  if (name.length > 100 || /[:/@<>]|www\./i.test(name))
    throw new APIError('UNPROCESSABLE_ENTITY', {
      code: 'NAME_NOT_ACCEPTED',
      message: 'Give a name of up to 100 characters without an address in it.',
    });
}

/** Set by the edge from the socket or a configured proxy; what a client sends under this name is dropped. */
export const clientAddressHeader = 'x-client-address';
/** Set by the edge, so that a mail is in the brand of the tenant at whose address it was asked for. */
export const tenantHeader = 'x-tenant-id';

const idKinds: Record<string, string> = {
  user: 'pn',
  session: 'si',
  account: 'cr',
  verification: 'vf',
  organization: 'tn',
  member: 'mb',
  invitation: 'mi',
  twoFactor: 'tf',
  passkey: 'pk',
};
