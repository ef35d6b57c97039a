import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';
import type { ClientFee, FeeSchedule } from './fee.ts';

const basisPoints = z.int().min(0).max(10_000);

const freelancerFee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), basisPoints }),
  z.strictObject({ kind: z.literal('perContract'), basisPoints }),
  z.strictObject({
    kind: z.literal('sliding'),
    currency: z.string().length(3),
    tiers: z
      .array(z.strictObject({ upToMinor: z.int().min(1).nullable(), basisPoints }))
      .min(1)
      .max(10)
      .refine(isAscendingToNoLimit, 'Tiers ascend, and only the last one has no upper end.'),
  }),
]);

/** Changed by the operator only: a tenant with fees of its own has them agreed with the operator, contract by contract. */
export const feePolicy = definePolicy<{ freelancer: FeeSchedule; client: ClientFee }>({
  name: 'fees',
  schema: z.strictObject({
    freelancer: freelancerFee,
    client: z.strictObject({ basisPoints, initiationMinor: z.int().min(0).max(1_000_000) }),
  }),
  defaults: {
    freelancer: { kind: 'flat', basisPoints: 1000 },
    client: { basisPoints: 500, initiationMinor: 0 },
  },
  byTenant: [],
});

function isAscendingToNoLimit(tiers: readonly { upToMinor: number | null }[]): boolean {
  return tiers.every(({ upToMinor }, index) => {
    if (index === tiers.length - 1) return upToMinor === null;
    return upToMinor !== null && upToMinor > (tiers[index - 1]?.upToMinor ?? 0);
  });
}
