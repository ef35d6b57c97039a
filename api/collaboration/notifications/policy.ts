import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const notificationsPolicy = definePolicy({
  name: 'notifications',
  schema: z.strictObject({ keptDays: z.int().min(1).max(3650), streamsPerPerson: z.int().min(1).max(50) }),
  defaults: { keptDays: 180, streamsPerPerson: 6 },
  byTenant: [],
});
