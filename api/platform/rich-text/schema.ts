import { z } from '../http/routes.ts';
import type { RichBlock, RichInline } from './rich-text.ts';

const text = z.string();

export const richInlineSchema: z.ZodType<RichInline> = z
  .lazy(() => {
    const content = z.array(richInlineSchema);
    return z.union([
      z.strictObject({ kind: z.literal('text'), text }),
      z.strictObject({ kind: z.enum(['strong', 'emphasis']), content }),
      z.strictObject({ kind: z.literal('code'), text }),
      z.strictObject({ kind: z.literal('link'), href: text, content }),
      z.strictObject({ kind: z.literal('lineBreak') }),
    ]) as z.ZodType<RichInline>;
  })
  .openapi('RichInline', { type: 'object' });

export const richBlockSchema: z.ZodType<RichBlock> = z
  .lazy(() => {
    const content = z.array(richInlineSchema);
    return z.union([
      z.strictObject({ kind: z.literal('paragraph'), content }),
      z.strictObject({
        kind: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        content,
      }),
      z.strictObject({ kind: z.literal('list'), isOrdered: z.boolean(), items: z.array(z.array(richBlockSchema)) }),
      z.strictObject({ kind: z.literal('quote'), content: z.array(richBlockSchema) }),
      z.strictObject({ kind: z.literal('code'), text }),
    ]) as z.ZodType<RichBlock>;
  })
  .openapi('RichBlock', { type: 'object' });

/** A long text on the wire: Markdown to edit, `content` to show. */
export const formattedTextSchema = z
  .strictObject({ markdown: z.string(), content: z.array(richBlockSchema) })
  .openapi('FormattedText');
export type FormattedText = z.infer<typeof formattedTextSchema>;
