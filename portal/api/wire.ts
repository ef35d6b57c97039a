import type { meSchema, tenantSchema } from '@portico/api/platform/tenants/schema.ts';

/* Types of the API's own shapes, where a slice exports the shape but no type. */

export type Me = (typeof meSchema)['_output'];
export type Tenant = (typeof tenantSchema)['_output'];
