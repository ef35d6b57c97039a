import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** Whether a marketplace owes tax on its fees is decided country by country; nobody owes any until it says so. */
export const salesTaxPolicy = definePolicy<{ basisPointsByCountry: Record<string, number> }>({
  name: 'salesTax',
  schema: z.strictObject({
    basisPointsByCountry: z.record(z.string().regex(/^[A-Z]{2}$/), z.int().min(0).max(10_000)).openapi({
      description: 'By the client’s ISO 3166 country: 1900 is 19 % of the marketplace’s fees',
      example: { DE: 1900 },
    }),
  }),
  defaults: { basisPointsByCountry: {} },
  byTenant: [],
});
