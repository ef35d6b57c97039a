import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { moneySchema } from '../schema.ts';
import { taxClassifications, taxFormKinds, taxFormStates } from './tax-form.ts';

const instant = z.iso.datetime();
const line = (max: number) => z.string().trim().min(1).max(max);
const country = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of ISO 3166.');

export const taxAddressSchema = z.strictObject({
  street: line(100),
  city: line(60),
  region: line(60).optional(),
  postalCode: line(20).optional(),
  country,
});

/** As on the form; the numbers of its lines are in the descriptions. */
export const w9FieldsSchema = z.strictObject({
  legalName: line(100).openapi({ description: 'Line 1' }),
  businessName: line(100).optional().openapi({ description: 'Line 2' }),
  classification: z.enum(taxClassifications).openapi({ description: 'Line 3a' }),
  address: taxAddressSchema.openapi({ description: 'Lines 5 and 6; in the United States' }),
  isSubjectToBackupWithholding: z
    .boolean()
    .openapi({ description: 'Part II, item 2 crossed out: the IRS has said so' }),
});
export const w8benFieldsSchema = z.strictObject({
  legalName: line(100).openapi({ description: 'Line 1' }),
  citizenship: country.openapi({ description: 'Line 2' }),
  address: taxAddressSchema.openapi({ description: 'Line 3; not in the United States' }),
  mailingAddress: taxAddressSchema.optional().openapi({ description: 'Line 4' }),
  birthDate: z.iso.date().openapi({ description: 'Line 8' }),
  worksInUnitedStates: z
    .boolean()
    .openapi({ description: 'Whether any of the work is done while in the United States' }),
  treaty: z
    .strictObject({ country, article: line(40), basisPoints: z.int().min(0).max(3000) })
    .optional()
    .openapi({ description: 'Lines 9 and 10' }),
});

const tin = line(20);
export const newTaxFormSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('w9'),
    fields: w9FieldsSchema,
    tinKind: z.enum(['ssn', 'ein']).openapi({ description: 'An ITIN is given as an SSN' }),
    tin: tin.openapi({ description: 'Kept sealed; never shown again' }),
    signature: line(100).openapi({ description: 'The legal name, typed under penalty of perjury' }),
    isCertified: z.literal(true).openapi({ description: 'The statements above the signature are true' }),
  }),
  z.strictObject({
    kind: z.literal('w8ben'),
    fields: w8benFieldsSchema,
    tin: tin.optional().openapi({ description: 'Line 5: an SSN or ITIN, if there is one' }),
    foreignTin: line(30).optional().openapi({ description: 'Line 6a' }),
    isForeignTinNotRequired: z.boolean().default(false).openapi({ description: 'Line 6b' }),
    signature: line(100),
    isCertified: z.literal(true),
  }),
]);
export type NewTaxForm = z.infer<typeof newTaxFormSchema>;

export const taxFormSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(taxFormKinds),
    version: z.int(),
    state: z.enum(taxFormStates),
    fields: w9FieldsSchema.or(w8benFieldsSchema),
    tinMask: z.string().nullable().openapi({ example: '•••-••-6789' }),
    withholdingBasisPoints: z.int(),
    signature: z.string(),
    signedAt: instant,
    expiresAt: instant.nullable(),
  })
  .openapi('TaxForm');
export type TaxForm = z.infer<typeof taxFormSchema>;

export const taxOverviewSchema = z
  .strictObject({
    current: taxFormSchema.nullable(),
    former: z.array(taxFormSchema),
    suggestedKind: z.enum(taxFormKinds),
    legalName: z.string(),
    treaties: z
      .array(z.strictObject({ country: z.string(), basisPoints: z.int() }))
      .openapi({ description: 'Rates that can be claimed' }),
    withheld: z
      .array(z.strictObject({ year: z.int(), amount: moneySchema, paidOut: moneySchema }))
      .openapi({ description: 'By year of the payout' }),
  })
  .openapi('TaxOverview');
export type TaxOverview = z.infer<typeof taxOverviewSchema>;

const tags = ['Tax'];

export const getTaxRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/tax',
  tags,
  summary: 'The tax form that counts, those before it, and what was withheld',
  responses: { 200: json(taxOverviewSchema, 'The overview'), ...problems(401, 403) },
});

export const signTaxFormRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/tax-forms',
  tags,
  summary: 'Sign a W-9 or W-8BEN; it takes the place of the one before',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(newTaxFormSchema),
  },
  responses: { 201: json(taxFormSchema, 'Signed'), ...problems(401, 403, 409) },
});
