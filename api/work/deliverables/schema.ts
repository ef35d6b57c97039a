import { fileRefSchema } from '../../platform/files/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { formattedTextSchema } from '../../platform/rich-text/schema.ts';
import { deliverableAnswers } from './deliverable.ts';

const instant = z.iso.datetime();

export const deliverableSchema = z
  .strictObject({
    id: z.string(),
    milestoneId: z.string(),
    version: z.int().min(1),
    note: formattedTextSchema,
    links: z.array(z.string()),
    files: z.array(fileRefSchema),
    submittedBy: z.string(),
    submittedAt: instant,
    answer: z.enum(deliverableAnswers),
    answerReason: z.string().nullable(),
    answeredAt: instant.nullable(),
  })
  .openapi('Deliverable');
export type Deliverable = z.infer<typeof deliverableSchema>;
