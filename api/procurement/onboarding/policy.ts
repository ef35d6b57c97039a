import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const onboardingPolicy = definePolicy({
  name: 'onboarding',
  schema: z.strictObject({
    /** Before something is due, who has it to do is told. */
    remindDaysBefore: z.int().min(0).max(60),
    /** Before its validity ends, it is asked for again. */
    renewDaysBefore: z.int().min(1).max(180),
    /** Whether a contract rests while something that was needed for it is no longer valid. */
    pausesContractWhenLapsed: z.boolean(),
  }),
  defaults: { remindDaysBefore: 2, renewDaysBefore: 30, pausesContractWhenLapsed: false as boolean },
  byTenant: ['remindDaysBefore', 'renewDaysBefore', 'pausesContractWhenLapsed'],
  feature: 'procurement',
});
