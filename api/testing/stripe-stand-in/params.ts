import { z } from '../../platform/http/routes.ts';

/* Shapes of parameters, as strings of a form. */

export const amount = z
  .string()
  .regex(/^[1-9]\d{0,11}$/)
  .transform(Number);
export const currency = z.string().regex(/^[a-z]{3}$/);
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const text = (max = 5000) => z.string().min(1).max(max);
export const metadata = z.record(z.string().max(40), z.string().max(500)).default({});
export const expand = z.array(z.string()).optional();
export const none = z.strictObject({});
export const onlyExpand = z.strictObject({ expand });
/** Names one object of ours by its prefix. */
export const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_\\w+$`));
