/** The house's words for the auth library's tables: organizations are tenants, users are people. */
export const tableNames = {
  user: 'people',
  session: 'signInSessions',
  account: 'credentials',
  verification: 'verifications',
  twoFactor: 'twoFactors',
  passkey: 'passkeys',
} as const;

export const fieldNames = { fields: { userId: 'personId' } } as const;

/** Tenants are written by our own commands (audit entry and change in one transaction); the library knows their shape. */
export const tenantSchema = {
  organization: {
    modelName: 'tenants',
    additionalFields: {
      brandName: { type: 'string', required: false },
      plan: { type: 'string', required: true, input: false },
      locale: { type: 'string', required: true, input: false },
      theme: { type: 'string', required: true, input: false },
      revision: { type: 'number', required: true, input: false },
    },
  },
  member: {
    modelName: 'members',
    fields: { organizationId: 'tenantId', userId: 'personId' },
    additionalFields: { disabledAt: { type: 'number', required: false, bigint: true, input: false } },
  },
  invitation: { modelName: 'memberInvitations', fields: { organizationId: 'tenantId' } },
} as const;
