import { json, problems, z } from '../http/routes.ts';

export const timelineEntrySchema = z
  .strictObject({
    id: z.string(),
    move: z.string().openapi({ description: 'Its name in the move table, or past tense for what changes no state' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    actor: z.strictObject({
      kind: z.enum(['person', 'secretKey', 'publishableKey', 'anonymous', 'clock']),
      name: z.string().nullable(),
    }),
    reason: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    occurredAt: z.iso.datetime(),
  })
  .openapi('TimelineEntry');
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineSchema = z.strictObject({ items: z.array(timelineEntrySchema) }).openapi('Timeline');

/** Answers of a route that shows an object's timeline: `GET /v1/job-posts/{id}/timeline`. */
export const timelineResponses = {
  200: json(timelineSchema, 'Every move, the oldest first'),
  ...problems(401, 403, 404),
};
